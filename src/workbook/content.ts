import type { CellContent } from "./edit";
import type { Cell, WorkbookSnapshot } from "./snapshot";
import { isErrorValue } from "./snapshot";

/**
 * What a cell holds, as a text to compare by: its formula, else its value with its kind, so that the text 5 and the number
 * 5 differ; "" for a blank cell. Hosts write sheet names and letters of formulas in their own way; results are theirs too.
 */
export function contentKey(cell: Cell | undefined): string {
  if (!cell) return "";
  if (cell.formula !== undefined) return formulaKey(cell.formula);
  if (isErrorValue(cell.value)) return formulaKey(`=${cell.value.error}`);
  return valueKey(cell.value);
}

/** As contentKey, of what is to be written; a text of no length leaves a cell blank. */
export function writtenKey(content: CellContent | null): string {
  if (content === null) return "";
  return "formula" in content ? formulaKey(content.formula) : valueKey(content.value);
}

function valueKey(value: string | number | boolean): string {
  return value === "" ? "" : `${(typeof value).charAt(0)} ${value}`;
}

function formulaKey(formula: string): string {
  return formula.replace(/['\s]/g, "").toUpperCase();
}

/** What stands in cells without formulas of some sheets, as a text to compare by: results of formulas follow by themselves. */
export function typedText({ sheets }: WorkbookSnapshot, names: Iterable<string>): string {
  const wanted = new Set(names);
  return JSON.stringify(
    sheets
      .filter(({ name }) => wanted.has(name))
      .map(({ name, rows }) => [
        name,
        [...rows].map(([row, cells]) => [
          row,
          [...cells].flatMap(([column, { formula, value }]) =>
            formula === undefined ? [column, value] : [],
          ),
        ]),
      ]),
  );
}
