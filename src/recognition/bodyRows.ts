import type { SheetSnapshot } from "../workbook/snapshot";
import { cellText, filledRows } from "./grid";
import type { HeaderMatch } from "./header";
import { headingRow } from "./headingRow";
import { normaliseHeading, normaliseText } from "./text";
import type { ReadSheet } from "./readSheet";

/**
 * The body: filled rows under the heading up to the closing 注 line, without headings repeated at page breaks nor the
 * rows printed again under them.
 */
export function bodyRows(sheet: ReadSheet, header: HeaderMatch, end: number): number[] {
  const below = rowsBelow(sheet, header, end);
  return header.isTotalsRow ? [header.lastRow, ...below] : below;
}

function rowsBelow(sheet: ReadSheet, header: HeaderMatch, end: number): number[] {
  const headings = headingTexts(sheet, header);
  const filled = filledRows(sheet, header.lastRow + 1, end);
  const again = new Set(filled.filter((row) => isHeadingAgain(sheet, row, headings)));
  const lastAgain = again.size > 0 ? Math.max(...again) : -1;
  // A note between two pages closes nothing.
  const note = filled.findIndex((row) => isClosingNote(sheet, row) && row > lastAgain);
  const open = note < 0 ? filled : filled.slice(0, note);
  return again.size === 0 ? open : withoutReprinted(sheet, open, again);
}

/** Rows less headings printed again, notes above those, and what is printed again under them. */
function withoutReprinted(sheet: ReadSheet, filled: readonly number[], again: ReadonlySet<number>): number[] {
  const rows: number[] = [];
  let isTopOfPage = false;
  for (const row of filled) {
    if (again.has(row)) {
      isTopOfPage = true;
      continue;
    }
    if (isClosingNote(sheet, row)) continue;
    const [first] = rows;
    if (isTopOfPage && first !== undefined && sameTexts(sheet, first, row)) continue;
    isTopOfPage = false;
    rows.push(row);
  }
  return rows;
}

/** The texts of the heading by sheet column. */
function headingTexts(sheet: ReadSheet, header: HeaderMatch): ReadonlyMap<number, ReadonlySet<string>> {
  const texts = new Map<number, Set<string>>();
  for (const row of filledRows(sheet, header.firstRow, header.lastRow))
    for (const { column, text } of headingRow(sheet, row).cells)
      texts.set(column, (texts.get(column) ?? new Set()).add(text));
  return texts;
}

/** Everything that stands in the row, two texts or more, stands in the heading of its column. */
function isHeadingAgain(
  sheet: ReadSheet,
  row: number,
  headings: ReadonlyMap<number, ReadonlySet<string>>,
): boolean {
  const cells = sheet.rows.get(row);
  if (!cells || cells.size < 2) return false;
  let found = 0;
  for (const [column, cell] of cells) {
    // Figures of a body are no headings; only column numbers are.
    const text = typeof cell.value === "number" ? cellText(cell) : normaliseHeading(cellText(cell));
    if (text === "") continue;
    if (headings.get(column)?.has(text) !== true) return false;
    found++;
  }
  return found > 1;
}

/** The total that stands first is printed again at the top of a page. */
function sameTexts(sheet: ReadSheet, one: number, other: number): boolean {
  const texts = (row: number) =>
    headingRow(sheet, row)
      .cells.map(({ text }) => text)
      .join("|");
  return texts(one) === texts(other);
}

/** True for the 注 line that closes a table. */
export function isClosingNote(sheet: SheetSnapshot, row: number): boolean {
  const first = sheet.rows.get(row)?.values().next().value;
  if (typeof first?.value !== "string" || !/[注备说]/.test(first.value)) return false;
  return /^(注|备注|说明)(:|\d|$)/.test(normaliseText(cellText(first)).replace(/^注$/, "注:"));
}
