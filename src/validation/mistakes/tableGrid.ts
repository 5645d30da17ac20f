import { readFigures } from "../../recognition/figures";
import type { Figure, RecognisedTable } from "../../recognition/recognised";
import { rowPlace } from "../../recognition/recognised";
import type { CellAddress } from "../../workbook/address";
import { cellAtAddress } from "../../workbook/snapshot";
import type { WorkbookSnapshot } from "../../workbook/snapshot";

/** The amount cells of one table as a grid: body rows from top to bottom, amount columns from left to right. */
export interface TableGrid {
  readonly table: RecognisedTable;
  readonly rows: readonly { readonly sheet: string; readonly row: number }[];
  readonly columns: readonly number[];
  readonly figureAt: (row: number, column: number) => Figure | undefined;
  /** Any cell of the sheet, read as an amount of this table. */
  readonly contentAt: (row: number, column: number) => Figure | undefined;
}

/** A rectangle of a grid, by places among its rows and columns, both ends included. */
export interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** The grid of a table as the workbook stands. */
export function gridOf(table: RecognisedTable, workbook: WorkbookSnapshot): TableGrid {
  const rows = table.bodyRows;
  const places = new Map(rows.map(({ sheet, row }, place) => [rowPlace(sheet, row), place]));
  const own = table.rows.flatMap((row) => [...row.figures.values()]);
  const columns = [...new Set(own.map(({ address }) => address.column))].sort((a, b) => a - b);
  const columnPlaces = new Map(columns.map((column, place) => [column, place]));
  const figures: Figure[] = [];
  for (const figure of own) {
    const { sheet, row, column } = figure.address;
    const place = places.get(rowPlace(sheet, row));
    if (place !== undefined) figures[place * columns.length + (columnPlaces.get(column) as number)] = figure;
  }
  const isInside = (row: number, column: number) =>
    row >= 0 && row < rows.length && column >= 0 && column < columns.length;
  const figureAt = (row: number, column: number) =>
    isInside(row, column) ? figures[row * columns.length + column] : undefined;
  const contentAt = (row: number, column: number) => {
    const known = figureAt(row, column);
    const place = rows[row] ?? beside(rows, row);
    const sheetColumn = columns[column];
    if (known || !place || sheetColumn === undefined) return known;
    const address: CellAddress = { ...place, column: sheetColumn };
    return readFigures([{ address, cell: cellAtAddress(workbook, address) }], table.unit)[0];
  };
  return { table, rows, columns, figureAt, contentAt };
}

/** The row above the first or below the last of a body: a block may have been pushed out of it. */
function beside(rows: TableGrid["rows"], place: number): TableGrid["rows"][number] | undefined {
  const edge = place < 0 ? rows[0] : rows[rows.length - 1];
  return edge && { sheet: edge.sheet, row: edge.row + (place < 0 ? -1 : 1) };
}

/** Whether a place of a grid lies in a block. */
export function isWithin({ top, bottom, left, right }: Block, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}
