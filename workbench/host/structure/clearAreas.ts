import type { CellRange } from "../../../src/workbook/address";
import type { StoredConditionalFormat, StoredSheet } from "../store";
import { moveFormula } from "../../../src/workbook/formula/shift";

/** What is left of a range when another is cut out of it: up to four pieces, the upper ones first. */
function cutOut(range: CellRange, hole: CellRange): CellRange[] {
  const isApart =
    range.lastRow < hole.firstRow ||
    range.firstRow > hole.lastRow ||
    range.lastColumn < hole.firstColumn ||
    range.firstColumn > hole.lastColumn;
  if (isApart) return [range];
  const middle = {
    firstRow: Math.max(range.firstRow, hole.firstRow),
    lastRow: Math.min(range.lastRow, hole.lastRow),
  };
  return [
    { ...range, lastRow: hole.firstRow - 1 },
    { ...range, ...middle, lastColumn: hole.firstColumn - 1 },
    { ...range, ...middle, firstColumn: hole.lastColumn + 1 },
    { ...range, firstRow: hole.lastRow + 1 },
  ].filter((piece) => piece.firstRow <= piece.lastRow && piece.firstColumn <= piece.lastColumn);
}

/** Takes conditional formats away from the cells of a range; what they cover elsewhere stays as it is. */
export function clearFormats({ conditionalFormats }: StoredSheet, hole: CellRange): void {
  const left = conditionalFormats.flatMap((format): StoredConditionalFormat[] => {
    const [range, ...moreRanges] = [format.range, ...(format.moreRanges ?? [])].flatMap((area) =>
      cutOut(area, hole),
    );
    if (!range) return [];
    const rows = range.firstRow - format.range.firstRow;
    const columns = range.firstColumn - format.range.firstColumn;
    const moved = { ...format, range, formula: moveFormula(format.formula, rows, columns) };
    delete (moved as { moreRanges?: unknown }).moreRanges;
    return [moreRanges.length > 0 ? { ...moved, moreRanges } : moved];
  });
  conditionalFormats.splice(0, conditionalFormats.length, ...left);
}

/** Takes lists of allowed entries away from the cells of a range. */
export function clearValidations({ validations }: StoredSheet, hole: CellRange): void {
  const left = validations.flatMap((one) => cutOut(one.range, hole).map((range) => ({ ...one, range })));
  validations.splice(0, validations.length, ...left);
}

/** Takes notes and comments away from the cells of a range. */
export function clearNotes(sheet: StoredSheet, hole: CellRange): void {
  const isOutside = ({ row, column }: { readonly row: number; readonly column: number }) =>
    row < hole.firstRow || row > hole.lastRow || column < hole.firstColumn || column > hole.lastColumn;
  sheet.notes.splice(0, sheet.notes.length, ...sheet.notes.filter(isOutside));
  if (sheet.comments) sheet.comments = sheet.comments.filter(isOutside);
}
