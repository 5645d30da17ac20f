import { parseAmount } from "../amounts/parseAmount";
import type { Cell, CellValue, SheetSnapshot } from "../workbook/snapshot";
import type { ReadSheet } from "./readSheet";
import { saysNothing } from "./text";

type Cells = ReadonlyMap<number, Cell>;

/**
 * A sheet in which merged cells of titles, remarks and headings were taken apart and each filled with the same text, as
 * it was before: only the first of neighbours that say the same keeps it. Rows with amounts stay as they are; a sheet
 * without such cells is given back itself.
 */
export function withoutFilledMerges(sheet: ReadSheet): ReadSheet {
  const rows = sheet.facts.of(sheet.rows, mergeRows);
  return rows === sheet.rows ? sheet : { ...sheet, rows };
}

function mergeRows(rows: SheetSnapshot["rows"]): SheetSnapshot["rows"] {
  const changed = new Map<number, Cells>();
  // Every row of a workbook comes by here: most are those of a body, of which the first number tells.
  rows.forEach((cells, row) => {
    if (!isOfTexts(cells) || !hasTwins(cells) || !isOfWords(cells)) return;
    const above = rows.get(row - 1);
    const headings = above && isOfWords(above) ? (changed.get(row - 1) ?? above) : undefined;
    const around = { above, below: rows.get(row + 1), headings };
    const kept = [...cells].filter(([column]) => !goesOn(cells, column, around));
    if (kept.length < cells.size) changed.set(row, new Map(kept));
  });
  return changed.size === 0 ? rows : new Map([...rows, ...changed]);
}

/** Two neighbours that say the same. */
function hasTwins(cells: Cells): boolean {
  let before: CellValue | undefined;
  let place = -2;
  for (const [column, { value }] of cells) {
    if (value === before && column === place + 1 && typeof value === "string") return true;
    before = value;
    place = column;
  }
  return false;
}

function isOfTexts(cells: Cells): boolean {
  for (const { value } of cells.values()) if (typeof value !== "string") return false;
  return true;
}

/** Words alone: titles, remarks and headings, and rows of a body whose figures are blank. */
function isOfWords(cells: Cells): boolean {
  return [...cells.values()].every(
    ({ value }) => typeof value === "string" && !saysNothing(value) && parseAmount(value).kind !== "amount",
  );
}

interface Around {
  readonly above: Cells | undefined;
  readonly below: Cells | undefined;
  /** The row above, where it may be one of headings, its own repeats taken out. */
  readonly headings: Cells | undefined;
}

/**
 * Tells whether a cell goes on with the one on its left. A merged area is a rectangle under one heading: neighbours that
 * reach up or down differently, as 合计 over two rows beside 合计 under a group, or under different headings are two. A
 * row that says one thing from its first column on is one area, whatever stands above.
 */
function goesOn(cells: Cells, column: number, { above, below, headings }: Around): boolean {
  const text = cells.get(column)?.value;
  if (cells.get(column - 1)?.value !== text) return false;
  if (isOneText(cells) && firstColumn(cells) <= firstColumn(above)) return true;
  const goesTo = (row: Cells | undefined, at: number) => row?.get(at)?.value === text;
  return (
    goesTo(above, column) === goesTo(above, column - 1) &&
    goesTo(below, column) === goesTo(below, column - 1) &&
    headings?.has(column) !== true
  );
}

function isOneText(cells: Cells): boolean {
  return new Set([...cells.values()].map(({ value }) => value)).size === 1;
}

function firstColumn(cells: Cells | undefined): number {
  return cells ? Math.min(...cells.keys()) : Infinity;
}
