import { columnIndex, columnLetters, MAX_COLUMNS, MAX_ROWS } from "../../workbook/address";

/**
 * Files write a formula that is filled over several cells once and let the others refer to it. This gives the formula
 * as one of the others has it: relative references move along, $ ones, texts and names stay.
 */
const TOKEN =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'!?|(?<![\w.$\u0080-\uffff])(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\w.(!\u0080-\uffff])/g;

/** Moves the relative references of a formula by rows and columns. A reference that leaves the sheet becomes #REF!. */
export function moveFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(
    TOKEN,
    (token, columnFixed?: string, letters?: string, rowFixed?: string, digits?: string) => {
      if (letters === undefined || digits === undefined) return token;
      const column = columnIndex(letters) + (columnFixed ? 0 : columns);
      const row = Number(digits) - 1 + (rowFixed ? 0 : rows);
      if (column < 0 || row < 0 || column >= MAX_COLUMNS || row >= MAX_ROWS) return "#REF!";
      return `${columnFixed ?? ""}${columnLetters(column)}${rowFixed ?? ""}${row + 1}`;
    },
  );
}
