import { columnLetters, formatA1, quoteSheetName } from "../../workbook/address";

/**
 * Pieces of Excel formulas, in the functions that Excel, LibreOffice and Univer work out alike. Rows and columns count
 * from 0.
 */

/** One signed part of a sum. */
export interface FormulaTerm {
  readonly sign: 1 | -1;
  /** A cell or range of this sheet, which SUM may take, or any other expression. */
  readonly text: string;
  readonly isReference: boolean;
}

/** A reference, added. */
export function plus(text: string): FormulaTerm {
  return { sign: 1, text, isReference: true };
}

/**
 * "=SUM(D8,F8:G8)", "=SUMIF(…)-G9", "='表2'!F8". Cells go into SUM, which passes over words such as 无; undefined
 * where there is nothing to add up.
 */
export function sumFormula(terms: readonly FormulaTerm[]): string | undefined {
  const [only] = terms;
  if (!only) return undefined;
  if (terms.every(({ isReference, sign }) => isReference && sign === 1)) {
    return terms.length === 1 && !only.text.includes(":")
      ? `=${only.text}`
      : `=SUM(${terms.map(({ text }) => text).join(",")})`;
  }
  const text = terms.map((term) => (term.sign === -1 ? "-" : "+") + term.text).join("");
  return `=${text.replace(/^\+/, "")}`;
}

/** Cells of one column as SUM takes them, neighbours as one range: "D8", "D9:D11". */
export function columnRuns(rows: readonly number[], column: number): string[] {
  return runs(rows).map(([first, last]) => span(formatA1(first, column), formatA1(last, column)));
}

/** Cells of one row as SUM takes them, neighbours as one range. */
export function rowRuns(columns: readonly number[], row: number): string[] {
  return runs(columns).map(([first, last]) => span(formatA1(row, first), formatA1(row, last)));
}

function span(first: string, last: string): string {
  return first === last ? first : `${first}:${last}`;
}

function runs(numbers: readonly number[]): [first: number, last: number][] {
  const found: [number, number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const open = found.at(-1);
    if (open && number === open[1] + 1) open[1] = number;
    else found.push([number, number]);
  }
  return found;
}

/**
 * The cells of a column from below a row down to another, which is fixed. Written from the row itself, as its second
 * cell, so that a row put in right below it is inside too; the row's own cell is not, so that it may hold the formula.
 */
export function below(column: number, row: number, last: number, isFixed: boolean): string {
  const letters = columnLetters(column);
  const end = `${isFixed ? "$" : ""}${letters}$${last + 1}`;
  return `INDEX(${isFixed ? "$" : ""}${letters}${row + 1}:${end},2):${end}`;
}

/** The cells of a column strictly between two rows: rows put in anywhere between them are inside. */
export function between(column: number, row: number, next: number, isFixed: boolean): string {
  const letters = `${isFixed ? "$" : ""}${columnLetters(column)}`;
  const block = `${letters}${row + 1}:${letters}${next + 1}`;
  return `INDEX(${block},2):INDEX(${block},ROWS(${block})-1)`;
}

/** A column of another sheet between two rows, all fixed. */
export function columnOf(sheet: string, column: number, first: number, last: number): string {
  const letters = columnLetters(column);
  return `${quoteSheetName(sheet)}!$${letters}$${first + 1}:$${letters}$${last + 1}`;
}

/** A text in a formula. */
export function quoted(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}
