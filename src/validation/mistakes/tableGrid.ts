import { readFigures } from "../../recognition/figures";
import type { Figure, RecognisedTable } from "../../recognition/recognised";
import type { CellAddress } from "../../workbook/address";
import { cellAtAddress } from "../../workbook/snapshot";
import type { WorkbookSnapshot } from "../../workbook/snapshot";
import { cellKey } from "../cellKey";

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
  const figures = new Map<string, Figure>();
  const columns = new Set<number>();
  for (const row of table.rows)
    for (const figure of row.figures.values()) {
      figures.set(cellKey(figure.address), figure);
      columns.add(figure.address.column);
    }
  const rows = table.bodyRows;
  const sorted = [...columns].sort((a, b) => a - b);
  const addressOf = (row: number, column: number): CellAddress | undefined => {
    const place = rows[row] ?? beside(rows, row);
    const sheetColumn = sorted[column];
    return place && sheetColumn !== undefined ? { ...place, column: sheetColumn } : undefined;
  };
  const figureAt = (row: number, column: number) => {
    const address = addressOf(row, column);
    return address && figures.get(cellKey(address));
  };
  const contentAt = (row: number, column: number) => {
    const address = addressOf(row, column);
    if (!address) return undefined;
    const known = figures.get(cellKey(address));
    return known ?? readFigures([{ address, cell: cellAtAddress(workbook, address) }], table.unit)[0];
  };
  return { table, rows, columns: sorted, figureAt, contentAt };
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
