import { outlineWorkbook } from "../recognition/outline";
import { isRuleSheet } from "../relations/ownRules/readRulesSheet";
import { PACKS } from "../tables/packs";
import { withOwnSets } from "../tables/setFile/keptSets";
import type { ReadOptions } from "../workbook/port";

/**
 * What a check needs of a workbook: of a sheet that is too large to be handed over at a time only the beginning is read,
 * unless a title or headings of a table stand there, or it holds an office's own rules. What stays unread is named among
 * the sheets without a table.
 */
export const WANTED_FOR_CHECKING: ReadOptions = {
  isWanted: (beginning, settings) =>
    isRuleSheet(beginning.name) ||
    withOwnSets(PACKS, settings).some((pack) =>
      outlineWorkbook({ name: "", sheets: [beginning], settings }, pack).some(
        (sheet) => "headings" in sheet && sheet.headings.length > 0,
      ),
    ),
};
