/**
 * Cell addresses. Inside the product rows and columns count from 0; A1 text appears only at the edges
 * (Excel, files, messages).
 */

/** The last row and column a worksheet has: 1,048,576 rows, 16,384 columns (XFD). Source: ECMA-376, Excel limits. */
export const MAX_ROWS = 1048576;
export const MAX_COLUMNS = 16384;

/** One cell of a workbook. `row` and `column` count from 0. */
export interface CellAddress {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A rectangle of one sheet, both corners included, counted from 0. */
export interface CellRange {
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** 0 → "A", 25 → "Z", 26 → "AA", 16383 → "XFD". */
export function columnLetters(column: number): string {
  return LETTERS[column] ?? spelled(column);
}

function spelled(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The letters of the columns that tables have; others are spelled each time. */
const LETTERS: readonly string[] = Array.from({ length: 256 }, (_, column) => spelled(column));

/** "A" → 0, "XFD" → 16383. Gives NaN for anything but one to three Latin letters. */
export function columnIndex(letters: string): number {
  if (!/^[A-Za-z]{1,3}$/.test(letters)) return NaN;
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** (0, 0) → "A1". */
export function formatA1(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** A range as A1 text; one cell as "B2", more as "B2:D9". */
export function formatRange(range: CellRange): string {
  const first = formatA1(range.firstRow, range.firstColumn);
  const last = formatA1(range.lastRow, range.lastColumn);
  return first === last ? first : `${first}:${last}`;
}

/** "B2", "$B$2" or "B2:D9" (a sheet name in front is ignored) → range; undefined when it is none. */
export function parseRange(text: string): CellRange | undefined {
  const match = /^(?:.*!)?\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/.exec(text);
  if (!match) return undefined;
  const [, column1 = "", row1 = "", column2 = column1, row2 = row1] = match;
  const rows = [Number(row1) - 1, Number(row2) - 1];
  const columns = [columnIndex(column1), columnIndex(column2)];
  const range = {
    firstRow: Math.min(...rows),
    firstColumn: Math.min(...columns),
    lastRow: Math.max(...rows),
    lastColumn: Math.max(...columns),
  };
  return range.firstRow >= 0 && range.lastRow < MAX_ROWS && range.lastColumn < MAX_COLUMNS
    ? range
    : undefined;
}

/** A sheet name as it stands in a formula: 'Sheet 1'! needs quotes, quotes inside are doubled. */
export function quoteSheetName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
