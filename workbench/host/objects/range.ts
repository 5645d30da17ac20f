import { isErrorValue } from "../../../src/workbook/snapshot";
import { writeInput } from "../cellInput";
import { invalidArgument, notImplemented } from "../hostError";
import type { Argument, ObjectType } from "../objectType";
import { hostObject, isHostObject } from "../objectType";
import type { StoredCell } from "../store";
import type { Json } from "../wire";
import { conditionalFormatCollection } from "./conditionalFormat";
import { rangeFormat } from "./rangeFormat";
import type { RangeTarget } from "./rangeTarget";
import { addressOf, columnCount, readGrid, rectangle, rowCount, writeGrid } from "./rangeTarget";
import { selectOn } from "./selectOn";
import { worksheetType } from "./worksheet";

/** Of so many cells Excel gives the count as -1: more than 2^31 - 1. */
const MOST_CELLS_COUNTED = 2 ** 31 - 1;

/** Source: Excel JavaScript API reference, Excel.Range. Merged areas are not known here: reading them clears undo. */
export const rangeType: ObjectType<RangeTarget> = {
  name: "Range",
  isTracked: true,
  scalars: {
    address: { get: addressOf },
    rowIndex: { get: ({ range }) => range.firstRow },
    columnIndex: { get: ({ range }) => range.firstColumn },
    rowCount: { get: rowCount },
    columnCount: { get: columnCount },
    cellCount: {
      get: (target) => {
        const count = rowCount(target) * columnCount(target);
        return count > MOST_CELLS_COUNTED ? -1 : count;
      },
    },
    values: {
      get: (target) => readGrid(target, valueOf),
      set: (target, value) =>
        writeGrid(target, value, "Range.values", (cell, one) => writeInput(cell, one, "Range.values")),
    },
    formulas: {
      get: (target) => readGrid(target, (cell) => cell?.formula ?? valueOf(cell)),
      set: (target, value) =>
        writeGrid(target, value, "Range.formulas", (cell, one) => writeInput(cell, one, "Range.formulas")),
    },
    numberFormat: {
      get: (target) => readGrid(target, (cell) => cell?.numberFormat ?? "General"),
      set: (target, value) =>
        writeGrid(target, value, "Range.numberFormat", (cell, one) => {
          if (typeof one !== "string") throw invalidArgument("Range.numberFormat");
          cell.numberFormat = one;
        }),
    },
    text: { get: (target) => readGrid(target, textOf) },
    valueTypes: { get: (target) => readGrid(target, typeOfValue) },
  },
  children: {
    format: { get: (target) => hostObject(rangeFormat, target) },
    conditionalFormats: { since: "1.6", get: (target) => hostObject(conditionalFormatCollection, target) },
    worksheet: { get: ({ store, sheet }) => hostObject(worksheetType, { store, sheet }) },
  },
  methods: {
    getCell: {
      call: (target, [row, column]) =>
        part(
          target,
          [target.range.firstRow + Number(row), target.range.firstColumn + Number(column), 1, 1],
          "getCell",
        ),
    },
    getRow: {
      call: (target, [row]) => {
        const { firstRow, firstColumn } = target.range;
        return part(target, [firstRow + Number(row), firstColumn, 1, columnCount(target)], "getRow");
      },
    },
    getBoundingRect: { call: boundingRect },
    select: {
      call: (target) => {
        selectOn(target.store, target.sheet, target.range, "Range.select");
        return undefined;
      },
    },
    // The client cuts large arrays into slices and has the size of the whole checked first.
    _ValidateArraySize: {
      call: (target, [rows, columns]) => {
        if (rows !== rowCount(target) || columns !== columnCount(target))
          throw invalidArgument("Range.values");
        return undefined;
      },
    },
  },
};

function part(target: RangeTarget, corner: readonly number[], member: string) {
  return hostObject(rangeType, { ...target, range: rectangle(corner, `Range.${member}`) });
}

function boundingRect(target: RangeTarget, [other]: readonly Argument[]) {
  const isRange = isHostObject(other) && other.type === rangeType;
  const range = isRange ? (other.target as RangeTarget) : undefined;
  if (!range || range.sheet !== target.sheet) throw invalidArgument("Range.getBoundingRect");
  return hostObject(rangeType, {
    ...target,
    range: {
      firstRow: Math.min(target.range.firstRow, range.range.firstRow),
      firstColumn: Math.min(target.range.firstColumn, range.range.firstColumn),
      lastRow: Math.max(target.range.lastRow, range.range.lastRow),
      lastColumn: Math.max(target.range.lastColumn, range.range.lastColumn),
    },
  });
}

function valueOf(cell: StoredCell | undefined): Json {
  const value = cell?.value;
  if (value === undefined) return "";
  return isErrorValue(value) ? value.error : value;
}

/** Excel.RangeValueType. Whole numbers are "Double" too: Excel keeps all numbers as such. */
function typeOfValue(cell: StoredCell | undefined): Json {
  const value = cell?.value;
  if (value === undefined) return "Empty";
  if (isErrorValue(value)) return "Error";
  return { string: "String", number: "Double", boolean: "Boolean" }[typeof value as "string"];
}

/** How Excel prints a number by its format is not known here: the page around the host prints for itself. */
function textOf(cell: StoredCell | undefined): Json {
  const value = valueOf(cell);
  if (typeof value === "number") throw notImplemented("Range.text", "of numbers is not known to this host");
  return typeof value === "boolean" ? String(value).toUpperCase() : value;
}
