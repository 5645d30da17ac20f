import { format } from "numfmt";
import type { CellRange } from "../../../src/workbook/address";
import { isErrorValue } from "../../../src/workbook/snapshot";
import { writeInput } from "../cellInput";
import { recordCells } from "../changes";
import { HostError, invalidArgument, notImplemented } from "../hostError";
import type { Scalar } from "../objectType";
import type { StoredCell, StoredSheet } from "../store";
import { cellToWrite } from "../store";
import type { Json } from "../wire";
import type { RangeTarget } from "./rangeTarget";
import { isUnbounded, readGrid, requireSize, requireUnlocked, writeGrid } from "./rangeTarget";

/**
 * What cells hold. Source: Excel JavaScript API reference, Excel.Range; office-js-docs,
 * docs/excel/excel-add-ins-ranges-set-get-values.md.
 */
export const rangeContent: Readonly<Record<string, Scalar<RangeTarget>>> = {
  values: {
    get: (target) => {
      const { refusesCells } = target.sheet;
      if (refusesCells !== undefined)
        throw new HostError(refusesCells, `Forced: ${refusesCells}`, "Range.values");
      return readGrid(target, (cell) => valueOf(cell, "Range.values"));
    },
    set: (target, value) => writeContent(target, value, "Range.values"),
  },
  formulas: {
    get: (target) => readGrid(target, (cell) => cell?.formula ?? valueOf(cell, "Range.formulas")),
    set: (target, value) => writeContent(target, value, "Range.formulas"),
  },
  numberFormat: {
    get: (target) => readGrid(target, (cell) => cell?.numberFormat ?? "General"),
    set: (target, value) =>
      writeGrid(bounded(target, "Range.numberFormat"), value, "Range.numberFormat", (cell, one) => {
        if (typeof one !== "string") throw invalidArgument("Range.numberFormat");
        cell.numberFormat = one === "" ? "General" : one;
      }),
  },
  text: { get: (target) => readGrid(target, textOf) },
  valueTypes: { get: (target) => readGrid(target, typeOfValue) },
};

/**
 * Writes values or formulas. Of a merged area only the first cell can hold anything: what is written to the others goes
 * nowhere when the first is written too, and into the first when it is not.
 */
function writeContent(target: RangeTarget, value: Json, location: string): void {
  const { store, sheet, range } = bounded(target, location);
  requireUnlocked(target, location);
  const at = requireSize(target, value, location);
  const redirected = new Set<CellRange>();
  for (let row = range.firstRow; row <= range.lastRow; row++) {
    for (let column = range.firstColumn; column <= range.lastColumn; column++) {
      const element = at(row, column);
      if (element === null) continue;
      const merge = mergeAt(sheet, row, column);
      const isCovered = merge && (merge.firstRow !== row || merge.firstColumn !== column);
      if (!isCovered) writeCell(sheet, row, column, element, location);
      else if (!contains(range, merge.firstRow, merge.firstColumn) && !redirected.has(merge)) {
        redirected.add(merge);
        writeCell(sheet, merge.firstRow, merge.firstColumn, element, location);
      }
    }
  }
  recordCells(store, sheet, range);
}

function bounded(target: RangeTarget, location: string): RangeTarget {
  if (isUnbounded(target)) throw invalidArgument(location);
  return target;
}

/** A blank cell without a look of its own is not kept: the used range would reach for it. */
function writeCell(sheet: StoredSheet, row: number, column: number, input: Json, location: string): void {
  const cell = cellToWrite(sheet, row, column);
  writeInput(cell, input, location);
  forgetIfPlain(sheet, row, column, cell);
}

/** Drops a cell that is blank and looks like any other. */
export function forgetIfPlain(sheet: StoredSheet, row: number, column: number, cell: StoredCell): void {
  if (Object.keys(cell).length > 1 || cell.numberFormat !== "General") return;
  const cells = sheet.cells.get(row);
  cells?.delete(column);
  if (cells?.size === 0) sheet.cells.delete(row);
}

function mergeAt({ merges }: StoredSheet, row: number, column: number): CellRange | undefined {
  return merges.find((merge) => contains(merge, row, column));
}

function contains(range: CellRange, row: number, column: number): boolean {
  return (
    row >= range.firstRow && row <= range.lastRow && column >= range.firstColumn && column <= range.lastColumn
  );
}

/** What a formula comes to is an engine's to say; without one its value is not made up. */
function valueOf(cell: StoredCell | undefined, location: string): Json {
  const value = cell?.value;
  if (value === undefined && cell?.formula !== undefined) {
    throw notImplemented(location, `of the formula ${cell.formula} needs an engine that calculates`);
  }
  if (value === undefined) return "";
  return isErrorValue(value) ? value.error : value;
}

/** Excel.RangeValueType. Whole numbers are "Double" too: Excel keeps all numbers as such. */
function typeOfValue(cell: StoredCell | undefined): Json {
  const value = cell?.value;
  if (value === undefined && cell?.formula !== undefined) valueOf(cell, "Range.valueTypes");
  if (value === undefined) return "Empty";
  if (isErrorValue(value)) return "Error";
  return { string: "String", number: "Double", boolean: "Boolean" }[typeof value as "string"];
}

/** As printed in a column that is wide enough; Excel prints ##### in one that is not. */
function textOf(cell: StoredCell | undefined): Json {
  if (cell?.dataType !== undefined) return cell.dataType;
  const value = valueOf(cell, "Range.text");
  if (typeof value === "boolean") return String(value).toUpperCase();
  if (typeof value !== "number") return value;
  try {
    return format(cell?.numberFormat ?? "General", value, { locale: "zh-CN" });
  } catch {
    throw notImplemented(
      "Range.text",
      `of the number format ${cell?.numberFormat} is not known to this host`,
    );
  }
}
