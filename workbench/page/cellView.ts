import { format } from "numfmt";
import { isErrorValue } from "../../src/workbook/snapshot";
import type { CellValue } from "../../src/workbook/snapshot";
import type { CellView } from "./grid";

/** A cell's value as Excel prints it: text left, numbers right, errors and booleans centred. */
export function cellView(value: CellValue, numberFormat: string, formula?: string): CellView {
  const text = printed(value, numberFormat);
  return {
    text,
    content: formula ?? (typeof value === "number" ? String(value) : text),
    align: typeof value === "string" ? "left" : typeof value === "number" ? "right" : "center",
  };
}

function printed(value: CellValue, numberFormat: string): string {
  if (isErrorValue(value)) return value.error;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return value;
  try {
    return format(numberFormat, value);
  } catch {
    // A format code that is none: Excel would not have taken it, and the value is better than nothing.
    return String(value);
  }
}
