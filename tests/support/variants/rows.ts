import type { Cell, CellValue } from "../../../src/workbook/snapshot";

/** A row of a sheet by column. */
export type Row = Map<number, Cell>;

/** A row of a table's body with the kinds it is of: none for what only stands among the rows. */
export interface KindRow {
  readonly cells: Row;
  readonly kinds: readonly string[];
}

/** A cell of words; "" makes none. */
export function text(value: string): Cell {
  return { value, numberFormat: "General" };
}

/** A cell without a number format. */
export function plain(value: CellValue): Cell {
  return { value, numberFormat: "General" };
}

/** Writes a cell, but not one that says nothing. */
export function put(row: Row, column: number, cell: Cell): void {
  if (cell.value !== "") row.set(column, cell);
}
