import { isErrorValue } from "../workbook/snapshot";
import type { Cell, SheetSnapshot } from "../workbook/snapshot";
import type { ReadSheet } from "./readSheet";

/** What a cell shows as text, for headings and names; numbers as they are written, errors as their sign. */
export function cellText(cell: Cell | undefined): string {
  if (!cell) return "";
  const { value } = cell;
  if (typeof value === "string") return value;
  return isErrorValue(value) ? value.error : `${value}`;
}

/** A sheet that is being recognised, or one that is looked at by itself. */
type PerhapsRead = SheetSnapshot & Partial<Pick<ReadSheet, "facts">>;

function rowsOf({ rows, facts }: PerhapsRead): readonly number[] {
  return facts ? facts.of(rows, rowNumbers) : rowNumbers(rows);
}

/** Row numbers, in ascending order as a picture has them. */
function rowNumbers(rows: SheetSnapshot["rows"]): readonly number[] {
  return [...rows.keys()];
}

/** The filled row numbers of a sheet between two rows (both included), in order. */
export function filledRows(sheet: PerhapsRead, first: number, last: number): number[] {
  const rows = rowsOf(sheet);
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
export function lastFilledRow(sheet: PerhapsRead): number {
  return rowsOf(sheet).at(-1) ?? -1;
}
