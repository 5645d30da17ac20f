import type { CellRange } from "../../../src/workbook/address";
import {
  formatRange,
  MAX_COLUMNS,
  MAX_ROWS,
  parseRange,
  quoteSheetName,
} from "../../../src/workbook/address";
import { accessDenied, invalidArgument, notImplemented } from "../hostError";
import type { StoredCell, StoredSheet, WorkbookStore } from "../store";
import { cellToWrite, storedCell } from "../store";
import type { Json } from "../wire";

/** What a Range object stands for. */
export interface RangeTarget {
  readonly store: WorkbookStore;
  readonly sheet: StoredSheet;
  readonly range: CellRange;
}

/**
 * Excel hands over no more than five million cells in one read; beyond that `values` may come back null. Source:
 * office-js-docs, docs/concepts/resource-limits-and-performance-optimization.md.
 */
const MOST_CELLS_READ = 5_000_000;

export function rowCount({ range }: RangeTarget): number {
  return range.lastRow - range.firstRow + 1;
}

export function columnCount({ range }: RangeTarget): number {
  return range.lastColumn - range.firstColumn + 1;
}

/** The whole grid of a sheet. */
export const WHOLE_SHEET: CellRange = {
  firstRow: 0,
  firstColumn: 0,
  lastRow: MAX_ROWS - 1,
  lastColumn: MAX_COLUMNS - 1,
};

/** A rectangle by its corner and size. Throws InvalidArgument when it is not on the sheet. */
export function rectangle([row, column, rows, columns]: readonly unknown[], location: string): CellRange {
  const range = {
    firstRow: integer(row, location),
    firstColumn: integer(column, location),
    lastRow: integer(row, location) + integer(rows, location) - 1,
    lastColumn: integer(column, location) + integer(columns, location) - 1,
  };
  const isOnSheet =
    range.firstRow >= 0 &&
    range.firstColumn >= 0 &&
    range.lastRow >= range.firstRow &&
    range.lastColumn >= range.firstColumn &&
    range.lastRow < MAX_ROWS &&
    range.lastColumn < MAX_COLUMNS;
  if (!isOnSheet) throw invalidArgument(location);
  return range;
}

function integer(value: unknown, location: string): number {
  if (typeof value !== "number" || !Number.isInteger(value)) throw invalidArgument(location);
  return value;
}

/** An address without sheet name → range. Whole rows and columns, lists and names are not known to this host. */
export function rangeAt(address: unknown, location: string): CellRange {
  if (typeof address !== "string") throw invalidArgument(location);
  const range = address.includes("!") ? undefined : parseRange(address);
  if (!range) throw notImplemented(location, `with the address "${address}" is not known to this host`);
  return range;
}

/** "Sheet1!A1:B2"; the sheet name in quotes unless it is a plain word. */
export function addressOf({ sheet, range }: RangeTarget): string {
  const name = /^[\p{L}_][\p{L}\d_]*$/u.test(sheet.name) ? sheet.name : quoteSheetName(sheet.name);
  return `${name}!${formatRange(range)}`;
}

/** A two-dimensional array over the range, or null when Excel would not hand over so many cells. */
export function readGrid(target: RangeTarget, read: (cell: StoredCell | undefined) => Json): Json {
  if (rowCount(target) * columnCount(target) > MOST_CELLS_READ) return null;
  const { sheet, range } = target;
  return Array.from({ length: rowCount(target) }, (_row, row) =>
    Array.from({ length: columnCount(target) }, (_column, column) =>
      read(storedCell(sheet, range.firstRow + row, range.firstColumn + column)),
    ),
  );
}

/**
 * Writes an array of the range's own size, null leaving a cell as it is, or one value into every cell. Source:
 * office-js-docs, docs/excel/excel-add-ins-ranges-set-get-values.md, excel-add-ins-blank-null-values.md.
 * Throws InvalidArgument for another size, AccessDenied on a protected sheet.
 */
export function writeGrid(
  target: RangeTarget,
  value: Json,
  location: string,
  write: (cell: StoredCell, value: Json) => void,
): void {
  requireUnprotected(target.sheet, location);
  const rows = rowCount(target);
  const columns = columnCount(target);
  const grid = Array.isArray(value) ? (value as readonly Json[]) : undefined;
  const isOfSize = grid?.length === rows && grid.every((row) => Array.isArray(row) && row.length === columns);
  if (grid && !isOfSize) throw invalidArgument(location);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const element = grid ? ((grid[row] as readonly Json[])[column] ?? null) : value;
      if (element === null) continue;
      write(
        cellToWrite(target.sheet, target.range.firstRow + row, target.range.firstColumn + column),
        element,
      );
    }
  }
}

/** What all cells of the range have in common, or null where they differ (excel-add-ins-blank-null-values.md). */
export function common<V extends Json>(
  target: RangeTarget,
  read: (cell: StoredCell | undefined) => V,
): V | null {
  if (rowCount(target) * columnCount(target) > MOST_CELLS_READ) {
    throw notImplemented("Range.format", "of so many cells is not known to this host");
  }
  const { sheet, range } = target;
  const first = read(storedCell(sheet, range.firstRow, range.firstColumn));
  for (let row = range.firstRow; row <= range.lastRow; row++) {
    for (let column = range.firstColumn; column <= range.lastColumn; column++) {
      if (read(storedCell(sheet, row, column)) !== first) return null;
    }
  }
  return first;
}

/** Throws AccessDenied on a protected sheet. */
export function requireUnprotected(sheet: StoredSheet, location: string): void {
  if (sheet.isProtected) throw accessDenied(location);
}

/** Text that must be a colour such as "#FFC7CE"; given back in capitals. */
export function color(value: Json, location: string): string {
  if (typeof value !== "string" || !/^#[\da-f]{6}$/i.test(value)) throw invalidArgument(location);
  return value.toUpperCase();
}

export function boolean(value: Json, location: string): boolean {
  if (typeof value !== "boolean") throw invalidArgument(location);
  return value;
}

export function overlaps(a: CellRange, b: CellRange): boolean {
  return (
    a.firstRow <= b.lastRow &&
    b.firstRow <= a.lastRow &&
    a.firstColumn <= b.lastColumn &&
    b.firstColumn <= a.lastColumn
  );
}
