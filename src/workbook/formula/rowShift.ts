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

/** False only where a formula on a sheet cannot speak of another: most of a workbook is told so without reading it. */
export function maySpeakOf(formula: string, own: string, sheet: string): boolean {
  return own === sheet || formula.includes("!");
}
