import type { CellRange } from "../address";
import { columnIndex, columnLetters, MAX_COLUMNS, MAX_ROWS } from "../address";

/** A reference as it stands in a formula. */
export interface Reference {
  /** The sheet named in front, without quotes, "表1:表3" for several; undefined: the sheet of the formula. */
  readonly sheet: string | undefined;
  readonly range: CellRange;
  /** Which of the four bounds have a dollar sign. */
  readonly fixed: Readonly<Record<keyof CellRange, boolean>>;
  /** "$A$1", "A1:B2", "A:C" or "1:3". */
  readonly kind: "cell" | "area" | "columns" | "rows";
}

const WORDS = String.raw`[\p{L}_\\][\p{L}\d_.\\]*`;
const SHEET = String.raw`(?:'(?:[^']|'')+'|${WORDS}(?::${WORDS})?)!`;
const CELL = String.raw`(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})`;
const COLUMNS = String.raw`(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})`;
const ROWS = String.raw`(\$?)(\d{1,7}):(\$?)(\d{1,7})`;
/** What of a formula is passed over whole: texts, what stands in brackets (tables, other workbooks), names, functions. */
const PASSED = String.raw`#REF![$:\w]*|"(?:[^"]|"")*"|\[[^\]]*\](?:[\p{L}\d_.]*![$:\p{L}\d_.]*)?|'(?:[^']|'')*'!?`;
const WORD = String.raw`[\p{L}\d_.\\?$]+!?`;
const END = String.raw`(?![\p{L}\d_.(\\!?$])`;
const TOKEN = new RegExp(
  `(${SHEET})?(?:${CELL}:${CELL}${END}|${CELL}${END}|${COLUMNS}${END}|${ROWS}${END})|${PASSED}|${WORD}`,
  "gu",
);

/**
 * Replaces each reference of a formula by what `change` gives for it: another reference, any text, or undefined, which
 * leaves it as it is written. Texts, names, functions, table references and references to other workbooks are passed
 * over.
 */
export function mapReferences(
  formula: string,
  change: (reference: Reference) => Reference | string | undefined,
): string {
  return formula.replace(TOKEN, (token: string, ...groups: (string | undefined)[]) => {
    const reference = read(groups);
    if (!reference) return token;
    const changed = change(reference);
    if (changed === undefined) return token;
    if (typeof changed === "string") return changed;
    // A sheet that stays is named as it was written, with quotes or without.
    const prefix = changed.sheet === reference.sheet ? (groups[0] ?? "") : sheetPrefix(changed);
    return prefix + withoutSheet(changed);
  });
}

/** What Excel writes for a reference whose cells are gone. */
export function goneCells(reference: Reference): string {
  return `${sheetPrefix(reference)}#REF!`;
}

/** What Excel writes for a reference whose sheet is gone. */
export function goneSheet(reference: Reference): string {
  return `#REF!${withoutSheet(reference)}`;
}

function sheetPrefix({ sheet }: Reference): string {
  return sheet === undefined ? "" : `${sheetInFormula(sheet)}!`;
}

/** A sheet name as Excel writes it into a formula: in quotes unless it is a plain word and no address. */
export function sheetInFormula(name: string): string {
  const isPlain = /^[\p{L}_][\p{L}\d_.]*$/u.test(name) && !/^([A-Za-z]{1,3}\d+|[Rr]\d*[Cc]\d*)$/.test(name);
  return isPlain ? name : `'${name.replaceAll("'", "''")}'`;
}

/** "$A$1" and the like for a rectangle of cells. */
export function absoluteAddress({ firstRow, firstColumn, lastRow, lastColumn }: CellRange): string {
  const fixed = { firstRow: true, firstColumn: true, lastRow: true, lastColumn: true };
  const range = { firstRow, firstColumn, lastRow, lastColumn };
  const isCell = firstRow === lastRow && firstColumn === lastColumn;
  const isColumns = firstRow === 0 && lastRow === MAX_ROWS - 1;
  const isRows = firstColumn === 0 && lastColumn === MAX_COLUMNS - 1;
  const kind = isCell ? "cell" : isColumns ? "columns" : isRows ? "rows" : "area";
  return withoutSheet({ sheet: undefined, range, fixed, kind });
}

function read(groups: readonly (string | undefined)[]): Reference | undefined {
  const [prefix, ...rest] = groups;
  const sheet =
    prefix === undefined ? undefined : prefix.slice(0, -1).replace(/^'|'$/g, "").replaceAll("''", "'");
  // A reference into another workbook keeps its name in brackets inside the quotes.
  if (sheet?.includes("[")) return undefined;
  const corners = (kind: Reference["kind"], [c1, col1, r1, row1]: Parts, [c2, col2, r2, row2]: Parts) =>
    reference(
      kind,
      sheet,
      [c1 === "$", columnOf(col1), r1 === "$", rowOf(row1)],
      [c2 === "$", columnOf(col2), r2 === "$", rowOf(row2)],
    );
  if (rest[1] !== undefined) return corners("area", rest.slice(0, 4), rest.slice(4, 8));
  if (rest[9] !== undefined) return corners("cell", rest.slice(8, 12), rest.slice(8, 12));
  if (rest[13] !== undefined) {
    const [c1, col1, c2, col2] = rest.slice(12, 16);
    return corners("columns", [c1, col1, "$", "1"], [c2, col2, "$", String(MAX_ROWS)]);
  }
  if (rest[17] !== undefined) {
    const [r1, row1, r2, row2] = rest.slice(16, 20);
    return corners("rows", ["$", "A", r1, row1], ["$", columnLetters(MAX_COLUMNS - 1), r2, row2]);
  }
  return undefined;
}

type Parts = readonly (string | undefined)[];
type Corner = readonly [isColumnFixed: boolean, column: number, isRowFixed: boolean, row: number];

/** Undefined for what is beyond the sheet, such as the name "ABC9999999": no reference at all. */
function reference(
  kind: Reference["kind"],
  sheet: string | undefined,
  one: Corner,
  other: Corner,
): Reference | undefined {
  const isOnSheet = [one, other].every(
    ([, column, , row]) => row >= 0 && row < MAX_ROWS && column >= 0 && column < MAX_COLUMNS,
  );
  if (!isOnSheet) return undefined;
  const [left, right] = one[1] <= other[1] ? [one, other] : [other, one];
  const [upper, lower] = one[3] <= other[3] ? [one, other] : [other, one];
  return {
    sheet,
    kind,
    range: { firstRow: upper[3], lastRow: lower[3], firstColumn: left[1], lastColumn: right[1] },
    fixed: { firstRow: upper[2], lastRow: lower[2], firstColumn: left[0], lastColumn: right[0] },
  };
}

function columnOf(letters: string | undefined): number {
  return columnIndex(letters ?? "");
}

function rowOf(digits: string | undefined): number {
  return Number(digits) - 1;
}

function withoutSheet({ kind, range, fixed }: Reference): string {
  const row = (bound: "firstRow" | "lastRow") => `${fixed[bound] ? "$" : ""}${range[bound] + 1}`;
  const column = (bound: "firstColumn" | "lastColumn") =>
    `${fixed[bound] ? "$" : ""}${columnLetters(range[bound])}`;
  switch (kind) {
    case "cell":
      return column("firstColumn") + row("firstRow");
    case "area":
      return `${column("firstColumn")}${row("firstRow")}:${column("lastColumn")}${row("lastRow")}`;
    case "columns":
      return `${column("firstColumn")}:${column("lastColumn")}`;
    case "rows":
      return `${row("firstRow")}:${row("lastRow")}`;
  }
}
