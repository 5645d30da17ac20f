import type { Cell } from "../workbook/snapshot";
import { cellText } from "./grid";
import { normaliseHeading, yearIn } from "./text";
import type { ReadSheet } from "./readSheet";

/** Headings of a code that is written in three columns: 类 201, 款 03, 项 01. */
export const CODE_LEVELS: readonly string[] = ["类", "款", "项"];

/** A cell of a row as a heading would be read. */
export interface HeadingCell {
  readonly column: number;
  /** For comparing (normaliseHeading); never "". */
  readonly text: string;
  /** The year it names. */
  readonly year: number | undefined;
}

interface HeadingRow {
  /** Cells that hold more than blanks, from left to right. */
  readonly cells: readonly HeadingCell[];
  readonly hasNumbers: boolean;
}

/** Stands for a year that is not named but is another than the table's: 上年预算数. */
const YEAR_BEFORE = -1;

function isYearBefore(heading: string): boolean {
  return /^(上年|去年|上年度)(预算|执行|决算|完成|实际)?数$/.test(heading);
}

const NO_ROW: HeadingRow = { cells: [], hasNumbers: false };

/** A sheet row as a row of headings, whatever it is; read once, since every table of every set is tried on it. */
export function headingRow(sheet: ReadSheet, row: number): HeadingRow {
  const cells = sheet.rows.get(row);
  return cells ? sheet.facts.of(cells, readRow) : NO_ROW;
}

function readRow(cells: ReadonlyMap<number, Cell>): HeadingRow {
  let hasNumbers = false;
  const read: HeadingCell[] = [];
  for (const [column, cell] of cells) {
    if (typeof cell.value === "number") hasNumbers = true;
    const written = cellText(cell);
    const text = normaliseHeading(written);
    if (text !== "") read.push({ column, text, year: isYearBefore(text) ? YEAR_BEFORE : yearIn(written) });
  }
  return { cells: read.sort((a, b) => a.column - b.column), hasNumbers };
}

/**
 * At least `least` known headings and no amounts; half of what stands there known, or a third where it is two or more:
 * columns of an office's own may stand among them.
 */
export function isHeadingRow(
  sheet: ReadSheet,
  row: number,
  isKnown: (text: string) => boolean,
  least: number,
): boolean {
  const { cells, hasNumbers } = headingRow(sheet, row);
  if (hasNumbers || cells.length < least || isLoneTotal(cells)) return false;
  const known = cells.filter(({ text }) => isKnown(text)).length;
  return known >= least && known * (known > 1 ? 3 : 2) >= cells.length;
}

/** A row of words directly above a heading that has one known heading at least. */
export function isGroupRow(sheet: ReadSheet, row: number, isKnown: (text: string) => boolean): boolean {
  const { cells, hasNumbers } = headingRow(sheet, row);
  return !hasNumbers && !isLoneTotal(cells) && cells.some(({ text }) => isKnown(text));
}

/** A last heading row of 类, 款, 项 under the heading of the code. */
export function isLevelRow(sheet: ReadSheet, row: number, isKnown: (text: string) => boolean): boolean {
  const texts = headingRow(sheet, row)
    .cells.map(({ text }) => text)
    .filter((text) => !isAmountText(text));
  return texts.includes("类") && texts.includes("款") && texts.filter(isKnown).length * 2 >= texts.length;
}

/** True for a heading row that is the total's row as well: 类 款 项 | 合计 | 2,946.25. */
export function isTotalsRowToo(sheet: ReadSheet, row: number): boolean {
  const { cells } = headingRow(sheet, row);
  return (
    cells.some(({ text }) => /^(合计|总计)$/.test(text)) &&
    cells.some(({ text }) => isAmountText(text)) &&
    !isColumnNumberRow(sheet, row)
  );
}

/** The code of a class of economic expenditure (类, 经济分类): 3xx of departments, 5xx of government. */
export function isClassCode(text: string): boolean {
  return /^(30|31|39|50|51|59)\d$/.test(text);
}

/** A figure as it is printed; 类 and its like are words. */
function isAmountText(text: string): boolean {
  return /^-?[\d,]+(\.\d+)?$/.test(text);
}

/** A remark among the headings, such as the unit of amounts: one or two cells of words, none of them a heading. */
export function isAside(sheet: ReadSheet, row: number): boolean {
  const { cells, hasNumbers } = headingRow(sheet, row);
  return !hasNumbers && cells.length <= 2 && !cells.some(({ text }) => /^[\d.,-]+$/.test(text));
}

/** True for the words of a total alone: the first row of a body whose figures are left blank. */
function isLoneTotal(cells: readonly HeadingCell[]): boolean {
  return cells.length === 1 && /^(合计|总计|小计)$/.test(cells[0]?.text ?? "");
}

/**
 * A row of 1, 2, 3 … (numbers or text), the printed column numbers 栏次: 甲, 乙 or A, B may stand over words, and a sum may
 * be written out (3=4+5). They need not begin with 1 where the first columns have none.
 * @param isAnyOrder columns may have been moved or taken out with their numbers: each stands there once, in any order
 */
export function isColumnNumberRow(sheet: ReadSheet, row: number, isAnyOrder = false): boolean {
  const numbers = headingRow(sheet, row)
    .cells.map(({ text }) => text.replace(/^\((\d+)\)$/, "$1").replace(/^(\d+)=[\d+\-()]+$/, "$1"))
    .filter((text) => !/^(栏次|行次|[甲乙丙丁ABCD])$/.test(text));
  const first = Number(numbers[0]);
  const least = first === 1 ? 2 : 3;
  const isInOrder =
    first >= 1 && first <= 3 && numbers.every((text, index) => text === String(first + index));
  if (numbers.length >= least && isInOrder) return true;
  return isAnyOrder && numbers.length >= 3 && areColumnNumbers(numbers) && !hasDecimals(sheet, row);
}

/** How many columns may have been taken out of a table whose column numbers still stand there. */
const MOST_TAKEN_OUT = 3;

/** Small whole numbers, each there once. */
function areColumnNumbers(numbers: readonly string[]): boolean {
  const most = numbers.length + MOST_TAKEN_OUT;
  return (
    new Set(numbers).size === numbers.length &&
    numbers.every((text) => /^[1-9]\d?$/.test(text) && Number(text) <= most)
  );
}

/** Amounts are printed with digits after the point, also those that have none. */
function hasDecimals(sheet: ReadSheet, row: number): boolean {
  return [...(sheet.rows.get(row)?.values() ?? [])].some(
    ({ value, numberFormat }) => typeof value === "number" && /\.0/.test(numberFormat),
  );
}
