import type { CellAddress } from "../workbook/address";

/** A text that names a cell in maps. */
export function cellKey({ sheet, row, column }: CellAddress): string {
  return `${row},${column},${sheet}`;
}
