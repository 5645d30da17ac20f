import { MAX_COLUMNS, MAX_ROWS } from "../../../src/workbook/address";
import { invalidArgument } from "../hostError";
import type { Scalar } from "../objectType";
import type { Json } from "../wire";
import { columnsOf, rowsOf } from "./hiddenLines";
import type { RangeTarget } from "./rangeTarget";
import { number, requireUnprotected } from "./rangeTarget";

/** The store counts pixels at 96 to the inch, Excel points. */
const POINTS_A_PIXEL = 0.75;

/** Pixels of Excel's standard column of 8.43 characters and row of 15 points. */
export const USUAL_SIZE = { column: 64, row: 20 } as const;

/** The widest column (255 characters) and the highest row Excel has, in points. Source: Excel specifications and limits. */
const WIDEST = 1342;
const HIGHEST = 409.5;

/** Width of all columns and height of all rows of a range, in points; null where they differ. Source: Excel.RangeFormat. */
export const lineSizes: Readonly<Record<string, Scalar<RangeTarget>>> = {
  columnWidth: {
    since: "1.2",
    get: (target) => commonSize(columnsIn(target), target.sheet.columnWidths, USUAL_SIZE.column),
    set: (target, value) => {
      const location = "RangeFormat.columnWidth";
      requireUnprotected(target.sheet, location, "allowFormatColumns");
      const pixels = number(value, location, 0, WIDEST) / POINTS_A_PIXEL;
      for (const column of columnsOf(target, location)) target.sheet.columnWidths.set(column, pixels);
    },
  },
  rowHeight: {
    since: "1.2",
    get: (target) => commonSize(rowsIn(target), target.sheet.rowHeights, USUAL_SIZE.row),
    set: (target, value) => {
      const location = "RangeFormat.rowHeight";
      if (value === null) throw invalidArgument(location);
      requireUnprotected(target.sheet, location, "allowFormatRows");
      const pixels = number(value, location, 0, HIGHEST) / POINTS_A_PIXEL;
      for (const row of rowsOf(target, location)) target.sheet.rowHeights.set(row, pixels);
    },
  },
};

/** All columns of a whole-row range have the usual size but those that are stored. */
function columnsIn({ range, sheet }: RangeTarget): Iterable<number> {
  return range.firstColumn === 0 && range.lastColumn === MAX_COLUMNS - 1
    ? [...sheet.columnWidths.keys(), MAX_COLUMNS - 1]
    : span(range.firstColumn, range.lastColumn);
}

function rowsIn({ range, sheet }: RangeTarget): Iterable<number> {
  return range.firstRow === 0 && range.lastRow === MAX_ROWS - 1
    ? [...sheet.rowHeights.keys(), MAX_ROWS - 1]
    : span(range.firstRow, range.lastRow);
}

function* span(first: number, last: number): Iterable<number> {
  for (let line = first; line <= last; line++) yield line;
}

function commonSize(lines: Iterable<number>, sizes: ReadonlyMap<number, number>, usual: number): Json {
  let common: number | undefined;
  for (const line of lines) {
    const size = sizes.get(line) ?? usual;
    if (common !== undefined && size !== common) return null;
    common = size;
  }
  return common === undefined ? null : common * POINTS_A_PIXEL;
}
