import { parseRange } from "../../workbook/address";
import type { CellRange } from "../../workbook/address";
import { MARK_SIGNATURE, REPORT_SIGNATURE } from "../../workbook/edit";
import type { ExistingMark } from "../../workbook/snapshot";
import { scanXml } from "../xml/scanXml";
import { ConditionalFormats } from "./conditionalFormats";
import type { FormatBlock, FormatRule } from "./conditionalFormats";

/** A mark of this product in a worksheet part. */
export interface FoundMark extends ExistingMark {
  readonly kind: "format";
  /** The cells it is on; copying marked cells makes Excel spread a mark over more than the one it was put on. */
  readonly ranges: readonly CellRange[];
  /** Its formula with "=" in front. */
  readonly formula: string;
  readonly block: FormatBlock;
  readonly rule: FormatRule;
}

/**
 * The marks of this product in a worksheet part, in document order; the formats of others are never listed.
 * Ids number them in that order ("mark1", "mark2"), so they stay the same as long as the part does.
 * @param source the part's whole text or its pieces
 * @param part its name, for errors
 * Throws file.damaged when the part is not well-formed.
 */
export function findMarks(source: string | Iterable<string>, part: string): FoundMark[] {
  const formats = new ConditionalFormats();
  scanXml(source, part, formats);
  return marksAmong(formats.blocks);
}

/**
 * The marks among the conditional formats of one sheet. For a reader that scans the sheet anyway: hand the events of
 * the scan to a ConditionalFormats too, then give its blocks to this; the ids are those of findMarks.
 */
export function marksAmong(blocks: readonly FormatBlock[]): FoundMark[] {
  const marks: FoundMark[] = [];
  for (const block of blocks) {
    for (const rule of block.rules) {
      const formula = rule.formulas.find((text) => text.includes(MARK_SIGNATURE));
      if (formula === undefined) continue;
      const ranges = block.cells.split(/\s+/).flatMap((text) => parseRange(text) ?? []);
      marks.push({
        id: `mark${marks.length + 1}`,
        kind: "format",
        ranges,
        formula: `=${formula}`,
        block,
        rule,
      });
    }
  }
  return marks;
}

/** True for a report sheet of this product, by the conditional formats of the sheet. */
export function isReportSheet(blocks: readonly FormatBlock[]): boolean {
  return blocks.some(({ rules }) =>
    rules.some(({ formulas }) => formulas.some((formula) => formula.includes(REPORT_SIGNATURE))),
  );
}
