import type { TitleMatch } from "./title";
import type { ReadSheet } from "./readSheet";

/** Titles of tables side by side may stand so many rows apart; below a title there are a heading and a row at least. */
export const MOST_ROWS_ASKEW = 1;

/** Of tables that stand side by side, titles in one row, each has the columns up to the next one's title. */
export function beside(
  sheet: ReadSheet,
  { row, column }: TitleMatch,
  titles: readonly TitleMatch[],
): ReadSheet {
  const columns = titles
    .filter((other) => Math.abs(other.row - row) <= MOST_ROWS_ASKEW)
    .map((other) => other.column);
  if (columns.length < 2) return sheet;
  const isFirst = columns.every((other) => other >= column);
  const next = Math.min(...columns.filter((other) => other > column));
  return withColumns(sheet, isFirst ? 0 : column, next);
}

/**
 * A sheet cut at its blank columns into strips that have a title each; columns without a title go with those on their
 * left, the first with those on their right. One strip where there is nothing to cut.
 */
export function stripsOf(sheet: ReadSheet, titles: readonly TitleMatch[]): ReadSheet[] {
  const filled = new Set<number>();
  for (const cells of sheet.rows.values()) for (const column of cells.keys()) filled.add(column);
  const columns = [...filled].sort((a, b) => a - b);
  const begins = columns.filter((column, index) => index === 0 || column > (columns[index - 1] ?? 0) + 1);
  const isTitled = (from: number, to: number) => titles.some(({ column }) => column >= from && column < to);
  const titled = begins.filter((column, index) => isTitled(column, begins[index + 1] ?? Infinity));
  const cuts = titled.slice(1);
  const isCrossed = cuts.some((from, index) =>
    hasFiguresAbove(sheet, titles, from, cuts[index + 1] ?? Infinity),
  );
  if (isCrossed) return [sheet];
  return [0, ...cuts].map((from, index) => withColumns(sheet, from, cuts[index] ?? Infinity));
}

/** Figures above the first title between two columns are those of a table above, which is not to be cut. */
function hasFiguresAbove(sheet: ReadSheet, titles: readonly TitleMatch[], from: number, to: number): boolean {
  const own = titles.filter(({ column }) => column >= from && column < to);
  const first = Math.min(...own.map(({ row }) => row));
  return [...sheet.rows].some(
    ([row, cells]) =>
      row < first &&
      [...cells].some(([column, { value }]) => column >= from && column < to && typeof value === "number"),
  );
}

/** A sheet with the columns from one up to another alone. */
function withColumns(sheet: ReadSheet, from: number, to: number): ReadSheet {
  const rows = [...sheet.rows].flatMap(([at, cells]) => {
    const own = [...cells].filter(([place]) => place >= from && place < to);
    return own.length > 0 ? [[at, new Map(own)] as const] : [];
  });
  return { ...sheet, rows: new Map(rows) };
}
