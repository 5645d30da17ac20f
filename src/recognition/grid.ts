import { isErrorValue } from "../workbook/snapshot";
import type { Cell, SheetSnapshot } from "../workbook/snapshot";

/** What a cell shows as text, for headings and names; numbers as they are written, errors as their sign. */
export function cellText(cell: Cell | undefined): string {
  if (!cell) return "";
  return isErrorValue(cell.value) ? cell.value.error : String(cell.value);
}

/** The filled row numbers of a sheet between two rows (both included), in order. */
export function filledRows(sheet: SheetSnapshot, first: number, last: number): number[] {
  return [...sheet.rows.keys()].filter((row) => row >= first && row <= last).sort((a, b) => a - b);
}

/** The last filled row of a sheet; -1 when it is empty. */
export function lastFilledRow(sheet: SheetSnapshot): number {
  let last = -1;
  for (const row of sheet.rows.keys()) if (row > last) last = row;
  return last;
}
