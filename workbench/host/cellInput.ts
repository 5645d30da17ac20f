import type { CellValue } from "../../src/workbook/snapshot";
import { invalidArgument, notImplemented } from "./hostError";
import type { StoredCell } from "./store";
import type { Json } from "./wire";

/** Text that Excel may read as a date, a time, a percentage, a currency amount or a grouped number. */
const MAY_BE_READ_AS_NUMBER = /^(?=.*\d)[\s\d.,%:/()+\-¥￥$€eE]+$|^\d{1,4}年/;

/**
 * Writes one element of a values or formulas array into a cell, as if typed: "" empties it, plain digits become a
 * number, TRUE and FALSE booleans, a text cell (@) and a leading apostrophe keep the text. Source: office-js-docs,
 * docs/excel/excel-add-ins-ranges-set-get-values.md and excel-add-ins-blank-null-values.md.
 * Throws NotImplemented for formulas (there is no calculation here) and for text that Excel would read by its locale.
 */
export function writeInput(cell: StoredCell, input: Json, location: string): void {
  delete cell.formula;
  const value = typed(cell, input, location);
  if (value === undefined) delete cell.value;
  else cell.value = value;
}

function typed(cell: StoredCell, input: Json, location: string): CellValue | undefined {
  if (typeof input === "number" || typeof input === "boolean") return input;
  if (typeof input !== "string") throw invalidArgument(location);
  if (input === "") return undefined;
  if (cell.numberFormat === "@") return input;
  if (input.startsWith("'")) return input.slice(1);
  if (/^[=+@]./.test(input))
    throw notImplemented(location, "with a formula needs a calculation, which this host has not");
  if (/^-?\d+(\.\d+)?$/.test(input)) return Number(input);
  if (/^(TRUE|FALSE)$/i.test(input)) return input.toUpperCase() === "TRUE";
  if (MAY_BE_READ_AS_NUMBER.test(input) || /^#[A-Z]/.test(input)) {
    throw notImplemented(location, `with the text "${input}" depends on how Excel reads it`);
  }
  return input;
}
