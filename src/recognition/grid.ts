import { isErrorValue } from "../workbook/snapshot";
import type { Cell, SheetSnapshot } from "../workbook/snapshot";

/** What a cell shows as text, for headings and names; numbers as they are written, errors as their sign. */
export function cellText(cell: Cell | undefined): string {
  if (!cell) return "";
  const { value } = cell;
  if (typeof value === "string") return value;
  return isErrorValue(value) ? value.error : `${value}`;
}

/** The row numbers of a picture of a sheet, which never changes. */
const known = new WeakMap<SheetSnapshot, readonly number[]>();

function rowNumbers(sheet: SheetSnapshot): readonly number[] {
  let rows = known.get(sheet);
  if (!rows) {
    // In ascending order, as a picture has them.
    rows = [...sheet.rows.keys()];
    known.set(sheet, rows);
  }
  return rows;
}

/** The filled row numbers of a sheet between two rows (both included), in order. */
export function filledRows(sheet: SheetSnapshot, first: number, last: number): number[] {
  const rows = rowNumbers(sheet);
  return rows.slice(placeOf(rows, first), placeOf(rows, last + 1));
}

/** How many of the numbers, which are in order, are less than this one. */
function placeOf(rows: readonly number[], row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last filled row of a sheet; -1 when it is empty. */
export function lastFilledRow(sheet: SheetSnapshot): number {
  return rowNumbers(sheet).at(-1) ?? -1;
}
