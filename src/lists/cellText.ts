import type { Cell } from "../workbook/snapshot";
import { isErrorValue } from "../workbook/snapshot";

/** What a cell says as text, trimmed; "" for a blank cell and for an Excel error. */
export function cellText(cell: Cell | undefined): string {
  if (!cell || isErrorValue(cell.value)) return "";
  return String(cell.value).trim();
}
