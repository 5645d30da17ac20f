import { filledRows, lastFilledRow } from "../grid";
import { isClosingNote } from "../bodyRows";
import { isClassCode, isColumnNumberRow } from "../headingRow";
import type { ReadSheet } from "../readSheet";
import { normaliseText } from "../text";
import { rowContent } from "./content";
import { isAmountHeading, isRemarkText, isTotalWord } from "./words";

/** Where a table stands on a sheet, as its rows of words and of figures show it. */
export interface Region {
  /** The text above the heading that says what it is; undefined where none stands there. */
  readonly title: RegionTitle | undefined;
  /** Rows of headings from top to bottom, column numbers not among them. */
  readonly headingRows: readonly number[];
  /** The last row of the heading, column numbers included. */
  readonly lastHeadingRow: number;
  /** The last row that may belong to it. */
  readonly end: number;
}

export interface RegionTitle {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

const MOST_HEADING_ROWS = 6;
const MOST_ROWS_BETWEEN = 12;
const LONGEST_TITLE = 60;
const LEAST_TITLE = 4;

/** The tables of a sheet from top to bottom: rows of headings, and below them rows with figures. One pass over the cells. */
export function findRegions(sheet: ReadSheet): Region[] {
  const rows = filledRows(sheet, 0, lastFilledRow(sheet));
  const regions: Region[] = [];
  let from = 0;
  while (from < rows.length) {
    const region = regionFrom(sheet, rows, from);
    if (!region) break;
    regions.push(region);
    from = rows.findIndex((row) => row > region.end);
    if (from < 0) break;
  }
  return regions;
}

function regionFrom(sheet: ReadSheet, rows: readonly number[], from: number): Region | undefined {
  const first = firstFigures(sheet, rows, from) ?? (from === 0 ? firstTotal(sheet, rows) : undefined);
  if (first === undefined) return undefined;
  const run = wordsAbove(sheet, rows, from, first);
  const { columns, last } = figuresBelow(sheet, rows, first, run);
  const headings = headingOf(sheet, run, columns);
  const [top] = headings;
  const lowest = headings.at(-1);
  const end = rows[last] ?? 0;
  if (top === undefined || lowest === undefined)
    return { title: undefined, headingRows: [], lastHeadingRow: (rows[first] ?? 0) - 1, end };
  const numbers = rows[rows.indexOf(lowest) + 1];
  const lastHeadingRow = numbers !== undefined && isColumnNumberRow(sheet, numbers) ? numbers : lowest;
  return { title: titleAbove(sheet, rows, from, top), headingRows: headings, lastHeadingRow, end };
}

function hasFigures(sheet: ReadSheet, row: number): boolean {
  const figures = rowContent(sheet, row).filter(
    ({ content }) => content === "amount" || content === "digits",
  );
  return figures.length > 0 && !isRowOfClasses(sheet, row, figures);
}

/** Codes of economic classes under the names over amounts (302 below 商品和服务支出), beside at most 类, 款, 项. */
function isRowOfClasses(
  sheet: ReadSheet,
  row: number,
  figures: readonly { readonly text: string }[],
): boolean {
  return (
    figures.length >= 2 &&
    figures.every(({ text }) => isClassCode(text)) &&
    wordsOf(sheet, row).every(({ text }) => /^[类款项]$/.test(normaliseText(text)))
  );
}

function wordsOf(sheet: ReadSheet, row: number) {
  return rowContent(sheet, row).filter(({ content, text }) => content === "word" && !isRemarkText(text));
}

/** The place of the first row of figures that has a row of two words or more above it. */
function firstFigures(sheet: ReadSheet, rows: readonly number[], from: number): number | undefined {
  let hasHeading = false;
  for (let at = from; at < rows.length; at++) {
    const row = rows[at] ?? 0;
    if (isColumnNumberRow(sheet, row) && hasHeading) continue;
    if (!hasFigures(sheet, row)) {
      if (wordsOf(sheet, row).length >= 2) hasHeading = true;
    } else if (hasHeading) return at;
  }
  return undefined;
}

/** Of a sheet without any figure, the place of the first row of a total below a heading over amounts: a table left blank. */
function firstTotal(sheet: ReadSheet, rows: readonly number[]): number | undefined {
  const heading = rows.findIndex(
    (row) => wordsOf(sheet, row).length >= 2 && wordsOf(sheet, row).some(({ text }) => isAmountHeading(text)),
  );
  if (heading < 0) return undefined;
  const total = rows.findIndex(
    (row, at) =>
      at > heading &&
      rowContent(sheet, row).some(({ text }) => isTotalWord(text)) &&
      wordsOf(sheet, row).length === 1,
  );
  return total < 0 ? undefined : total;
}

/** The rows of words directly above the first row of figures, from top to bottom. */
function wordsAbove(sheet: ReadSheet, rows: readonly number[], from: number, first: number): number[] {
  const run: number[] = [];
  for (let at = first - 1; at >= from; at--) {
    const row = rows[at] ?? 0;
    if (isColumnNumberRow(sheet, row)) continue;
    if (hasFigures(sheet, row)) break;
    run.unshift(row);
  }
  return run;
}

/** The columns that hold figures from a row on, and the place of the last row before another heading or a closing note. */
function figuresBelow(
  sheet: ReadSheet,
  rows: readonly number[],
  first: number,
  run: readonly number[],
): { readonly columns: ReadonlySet<number>; readonly last: number } {
  const columns = new Set<number>();
  const own = new Set(run.map((row) => rowText(sheet, row)));
  let last = first;
  for (let at = first; at < rows.length; at++) {
    const row = rows[at] ?? 0;
    if (isClosingNote(sheet, row)) break;
    const cells = rowContent(sheet, row);
    if (hasFigures(sheet, row)) {
      for (const { column, content } of cells)
        if (content === "amount" || content === "digits") columns.add(column);
      last = at;
      continue;
    }
    const words = wordsOf(sheet, row).filter(({ column }) => columns.has(column));
    if (words.length >= 2 && !own.has(rowText(sheet, row))) break;
    if (at - last > MOST_ROWS_BETWEEN) break;
  }
  return { columns, last: withBlankRows(sheet, rows, last) };
}

/** Rows without figures directly below the last one belong to it: lines left blank. */
function withBlankRows(sheet: ReadSheet, rows: readonly number[], last: number): number {
  let at = last;
  const goesOn = (row: number | undefined, above: number) =>
    row === above + 1 && wordsOf(sheet, row).length > 1 && !isClosingNote(sheet, row);
  while (goesOn(rows[at + 1], rows[at] ?? 0)) at++;
  return at;
}

function rowText(sheet: ReadSheet, row: number): string {
  return rowContent(sheet, row)
    .map(({ text }) => normaliseText(text))
    .join("|");
}

/** The rows of a run that head columns of figures, with the groups above them. */
function headingOf(sheet: ReadSheet, run: readonly number[], columns: ReadonlySet<number>): number[] {
  const heads = (row: number) =>
    wordsOf(sheet, row).some(
      ({ column, text }) => columns.has(column) || (columns.size === 0 && isAmountHeading(text)),
    );
  const lowest = run.findLastIndex((row) => heads(row) && wordsOf(sheet, row).length >= 2);
  if (lowest < 0) return [];
  let top = lowest;
  while (
    top > 0 &&
    lowest - top < MOST_HEADING_ROWS - 1 &&
    isOfHeading(sheet, run[top - 1] ?? 0, run[top] ?? 0)
  )
    top--;
  // 类, 款, 项 below the heading of the code head no figures.
  const levels = run[lowest + 1];
  const isLevels =
    levels !== undefined &&
    wordsOf(sheet, levels).every(({ text }) => /^[类款项]+$/.test(normaliseText(text)));
  return run.slice(top, lowest + (isLevels ? 2 : 1));
}

function isOfHeading(sheet: ReadSheet, row: number, below: number): boolean {
  if (below - row !== 1) return false;
  const words = wordsOf(sheet, row);
  const [only] = words;
  if (words.length >= 2) return true;
  const leftmost = rowContent(sheet, below)[0]?.column ?? 0;
  return only !== undefined && only.column > leftmost && !/表$/.test(normaliseText(only.text));
}

function titleAbove(
  sheet: ReadSheet,
  rows: readonly number[],
  from: number,
  top: number,
): RegionTitle | undefined {
  const above = rows.slice(from, rows.indexOf(top)).filter((row) => top - row <= MOST_ROWS_BETWEEN);
  const candidates = above.reverse().flatMap((row) =>
    rowContent(sheet, row)
      .filter(
        ({ content, text }) => content === "word" && !isRemarkText(text) && text.length <= LONGEST_TITLE,
      )
      .map(({ column, text }) => ({ row, column, text })),
  );
  return (
    candidates.find(({ text }) => /表(\(.*\))?$/.test(normaliseText(text))) ??
    candidates.find(({ text }) => normaliseText(text).length >= LEAST_TITLE)
  );
}
