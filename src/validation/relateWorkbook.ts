import { recogniseWorkbook } from "../recognition/recognise";
import type { RecognisedTable, Recognition } from "../recognition/recognised";
import { NO_RULES } from "../relations/ownRules/ownRule";
import type { OwnRules } from "../relations/ownRules/ownRule";
import { readRulesSheet } from "../relations/ownRules/readRulesSheet";
import { withOwnRules } from "../relations/ownRules/withOwnRules";
import { relate } from "../relations/relate";
import type { RelationSet } from "../relations/relation";
import type { Pack } from "../tables/definition";
import type { WorkbookSnapshot } from "../workbook/snapshot";

/** A workbook with its tables found and everything that must hold between its cells. */
export interface RelatedWorkbook {
  /** The set of tables with an office's own relations on top. */
  readonly pack: Pack;
  readonly tables: readonly RecognisedTable[];
  readonly unplaced: Recognition["unplaced"];
  readonly set: RelationSet;
  /** Own relations that cannot be used, each with its place. */
  readonly problems: OwnRules["problems"];
}

/**
 * Recognises a workbook and lists its relations: those of the set, and an office's own, from a file and from the rule
 * sheet of the workbook (自定义勾稽). What checks, explains or balances starts here, so that all speak of the same relations.
 */
export function relateWorkbook(
  workbook: WorkbookSnapshot,
  standard: Pack,
  given: OwnRules = NO_RULES,
): RelatedWorkbook {
  const own = readRulesSheet(workbook);
  const { pack, problems } = withOwnRules(standard, {
    rules: [...given.rules, ...own.rules],
    problems: [...given.problems, ...own.problems],
  });
  const { tables, unplaced } = recogniseWorkbook(workbook, pack);
  return { pack, tables, unplaced, set: relate(tables, pack), problems };
}
