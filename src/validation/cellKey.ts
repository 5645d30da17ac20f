import type { CellAddress } from "../workbook/address";

/** A text that names a cell in maps. */
export function cellKey({ sheet, row, column }: CellAddress): string {
  return `${row},${column},${sheet}`;
}

/** The cell that such a text names. */
export function cellNamed(key: string): CellAddress {
  const first = key.indexOf(",");
  const second = key.indexOf(",", first + 1);
  return {
    sheet: key.slice(second + 1),
    row: Number(key.slice(0, first)),
    column: Number(key.slice(first + 1, second)),
  };
}
