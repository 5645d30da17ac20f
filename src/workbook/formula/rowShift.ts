import { MAX_COLUMNS } from "../address";
import type { RowEdit } from "../edit";
import type { Shift } from "./shift";

/** What rows that come or go do to references. */
export function rowShift({ kind, sheet, row, count }: RowEdit): Shift {
  return {
    sheet,
    kind: kind === "insertRows" ? "insert" : "delete",
    axis: "rows",
    range: { firstRow: row, lastRow: row + count - 1, firstColumn: 0, lastColumn: MAX_COLUMNS - 1 },
  };
}

/** Where a row is once rows have come or gone in its sheet; undefined for one that is gone. Counted from 0. */
export function shiftedRow(row: number, edit: RowEdit): number | undefined {
  if (row < edit.row) return row;
  if (edit.kind === "insertRows") return row + edit.count;
  return row < edit.row + edit.count ? undefined : row - edit.count;
}

/**
 * False only where rows that come or go cannot change a formula on a sheet: it names another sheet, or no row so far down.
 * Most of a workbook's formulas are told so without reading them.
 */
export function mayFollow(formula: string, own: string, { sheet, row }: RowEdit): boolean {
  if (own !== sheet && !speaksOf(formula, sheet)) return false;
  for (const [digits] of formula.matchAll(/\d+/g)) if (Number(digits) > row) return true;
  return false;
}

/** False only where a text of formulas cannot speak of a sheet. */
function speaksOf(text: string, sheet: string): boolean {
  return text.toLowerCase().includes(sheet.toLowerCase().replaceAll("'", "''"));
}
