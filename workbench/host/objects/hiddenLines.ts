import { invalidArgument, notImplemented } from "../hostError";
import type { Scalar } from "../objectType";
import type { StoredSheet } from "../store";
import type { Json } from "../wire";
import type { RangeTarget } from "./rangeTarget";
import { boolean, requireUnprotected } from "./rangeTarget";

/** More lines than this are not told one by one. */
const MOST_LINES = 100_000;

/** Hiding of rows and columns: null where some are hidden and some are not. Source: Excel.Range, ExcelApi 1.2. */
export const hiddenLines: Readonly<Record<string, Scalar<RangeTarget>>> = {
  rowHidden: {
    since: "1.2",
    get: (target) => isHidden(rowsOf(target, "Range.rowHidden"), target.sheet.hiddenRows),
    set: (target, value) => {
      requireUnprotected(target.sheet, "Range.rowHidden", "allowFormatRows");
      hide(rowsOf(target, "Range.rowHidden"), target.sheet.hiddenRows, value, "Range.rowHidden");
    },
  },
  columnHidden: {
    since: "1.2",
    get: (target) => isHidden(columnsOf(target, "Range.columnHidden"), target.sheet.hiddenColumns),
    set: (target, value) => {
      requireUnprotected(target.sheet, "Range.columnHidden", "allowFormatColumns");
      hide(columnsOf(target, "Range.columnHidden"), target.sheet.hiddenColumns, value, "Range.columnHidden");
    },
  },
};

/** The rows of a range by their index. Throws NotImplemented for most of a sheet. */
export function rowsOf({ range }: RangeTarget, location: string): number[] {
  return lines(range.firstRow, range.lastRow, location);
}

/** The columns of a range by their index. */
export function columnsOf({ range }: RangeTarget, location: string): number[] {
  return lines(range.firstColumn, range.lastColumn, location);
}

function lines(first: number, last: number, location: string): number[] {
  if (last - first >= MOST_LINES)
    throw notImplemented(location, "of so many lines is not known to this host");
  return Array.from({ length: last - first + 1 }, (_line, index) => first + index);
}

function isHidden(of: readonly number[], hidden: StoredSheet["hiddenRows"]): Json {
  const count = of.filter((line) => hidden.has(line)).length;
  return count === 0 ? false : count === of.length ? true : null;
}

function hide(of: readonly number[], hidden: StoredSheet["hiddenRows"], value: Json, location: string): void {
  if (value === null) throw invalidArgument(location);
  const isToHide = boolean(value, location);
  for (const line of of) {
    if (isToHide) hidden.add(line);
    else hidden.delete(line);
  }
}
