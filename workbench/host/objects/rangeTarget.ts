import type { CellRange } from "../../../src/workbook/address";
import {
  columnLetters,
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
  /** Where it is now: it follows its cells while the client holds it. */
  range: CellRange;
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

/** An address without sheet name → range; "A:C" and "5:7" are whole columns and rows. Lists of ranges are not known. */
export function rangeAt(address: unknown, location: string): CellRange {
  if (typeof address !== "string") throw invalidArgument(location);
  const range = address.includes("!") ? undefined : (parseRange(address) ?? wholeLines(address));
  if (range) return range;
  const what = `with the address "${address}" is not known to this host`;
  throw /[,! ]/.test(address) ? notImplemented(location, what) : invalidArgument(location);
}

function wholeLines(address: string): CellRange | undefined {
  const [, column1, column2, row1, row2] =
    /^(?:\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})|\$?(\d{1,7}):\$?(\d{1,7}))$/.exec(address) ?? [];
  if (column1 !== undefined) return parseRange(`${column1}1:${column2}${MAX_ROWS}`);
  if (row1 !== undefined) return parseRange(`A${row1}:${columnLetters(MAX_COLUMNS - 1)}${row2}`);
  return undefined;
}

/** "Sheet1!A1:B2", "Sheet1!A:C" or "Sheet1!5:7"; the sheet name in quotes unless it is a plain word. */
export function addressOf({ sheet, range }: RangeTarget): string {
  const name = /^[\p{L}_][\p{L}\d_]*$/u.test(sheet.name) ? sheet.name : quoteSheetName(sheet.name);
  return `${name}!${localAddress(range)}`;
}

/** As addressOf, without the sheet. */
export function localAddress(range: CellRange): string {
  const isAllRows = range.firstRow === 0 && range.lastRow === MAX_ROWS - 1;
  const isAllColumns = range.firstColumn === 0 && range.lastColumn === MAX_COLUMNS - 1;
  if (isAllRows === isAllColumns) return formatRange(range);
  return isAllRows
    ? `${columnLetters(range.firstColumn)}:${columnLetters(range.lastColumn)}`
    : `${range.firstRow + 1}:${range.lastRow + 1}`;
}

/** A two-dimensional array over the range, or null when Excel would not hand over so many cells. */
export function readGrid(target: RangeTarget, read: (cell: StoredCell | undefined) => Json): Json {
  if (rowCount(target) * columnCount(target) > MOST_CELLS_READ) return null;
  if (isUnbounded(target)) return null;
  const { sheet, range } = target;
  return Array.from({ length: rowCount(target) }, (_row, row) =>
    Array.from({ length: columnCount(target) }, (_column, column) =>
      read(storedCell(sheet, range.firstRow + row, range.firstColumn + column)),
    ),
  );
}

/**
 * True for whole rows or columns: Excel gives null for what their cells hold, and does not let it be set. Source:
 * office-js-docs, docs/excel/excel-add-ins-ranges-unbounded.md.
 */
export function isUnbounded({ range }: RangeTarget): boolean {
  return (
    (range.firstRow === 0 && range.lastRow === MAX_ROWS - 1) ||
    (range.firstColumn === 0 && range.lastColumn === MAX_COLUMNS - 1)
  );
}

/**
 * Checks what is about to be written: an array of the range's own size, null leaving a cell as it is, or one value for
 * every cell. Gives what goes to a cell of the sheet. Source: office-js-docs,
 * docs/excel/excel-add-ins-ranges-set-get-values.md, excel-add-ins-blank-null-values.md.
 * Throws InvalidArgument for another size.
 */
export function requireSize(
  target: RangeTarget,
  value: Json,
  location: string,
): (row: number, column: number) => Json {
  const rows = rowCount(target);
  const columns = columnCount(target);
  const grid = Array.isArray(value) ? (value as readonly Json[]) : undefined;
  const isOfSize = grid?.length === rows && grid.every((row) => Array.isArray(row) && row.length === columns);
  if ((grid && !isOfSize) || value === null) throw invalidArgument(location);
  if (rows * columns > MOST_CELLS_READ) {
    throw notImplemented(location, "of so many cells is not known to this host");
  }
  const { firstRow, firstColumn } = target.range;
  return (row, column) =>
    grid ? ((grid[row - firstRow] as readonly Json[])[column - firstColumn] ?? null) : value;
}

/** Writes a property of cells, checked as by requireSize. Throws AccessDenied where a protected sheet does not let it. */
export function writeGrid(
  target: RangeTarget,
  value: Json,
  location: string,
  write: (cell: StoredCell, value: Json) => void,
): void {
  const { sheet, range } = target;
  requireUnprotected(sheet, location, "allowFormatCells");
  const at = requireSize(target, value, location);
  for (let row = range.firstRow; row <= range.lastRow; row++) {
    for (let column = range.firstColumn; column <= range.lastColumn; column++) {
      const element = at(row, column);
      if (element !== null) write(cellToWrite(sheet, row, column), element);
    }
  }
}

/** Throws InvalidArgument when an array that arrives in slices is not of the range's size. */
export function requireArraySize(target: RangeTarget, [rows, columns]: readonly unknown[]): undefined {
  if (rows !== rowCount(target) || columns !== columnCount(target)) throw invalidArgument("Range.values");
  return undefined;
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

/** Throws AccessDenied on a protected sheet, unless its protection allows this. */
export function requireUnprotected(sheet: StoredSheet, location: string, option?: string): void {
  const isAllowed = option !== undefined && sheet.protection?.options[option] === true;
  if (sheet.isProtected && !isAllowed) throw accessDenied(location);
}

/** Throws AccessDenied when a cell is locked on a protected sheet. Cells are locked unless they say otherwise. */
export function requireUnlocked({ sheet, range }: RangeTarget, location: string): void {
  if (!sheet.isProtected) return;
  for (let row = range.firstRow; row <= range.lastRow; row++) {
    for (let column = range.firstColumn; column <= range.lastColumn; column++) {
      if (storedCell(sheet, row, column)?.isLocked !== false) throw accessDenied(location);
    }
  }
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

/** True when all cells of one are cells of the other. */
export function isInside(inner: CellRange, outer: CellRange): boolean {
  return (
    inner.firstRow >= outer.firstRow &&
    inner.lastRow <= outer.lastRow &&
    inner.firstColumn >= outer.firstColumn &&
    inner.lastColumn <= outer.lastColumn
  );
}

/** A number between two bounds, both included. */
export function number(value: Json, location: string, least: number, most: number): number {
  if (typeof value !== "number" || value < least || value > most) throw invalidArgument(location);
  return value;
}

/** Text that must be one of some words, or keep to a rule. */
export function oneOf(value: Json, location: string, isAllowed: (text: string) => boolean): string {
  if (typeof value !== "string" || !isAllowed(value)) throw invalidArgument(location);
  return value;
}
