import type { CellRange } from "../../workbook/address";
import { parseRange } from "../../workbook/address";

/** How often a plain sum adds a cell: −1 where it takes it off. Keys are "row,column" on the formula's own sheet. */
export type AddedCells = ReadonlyMap<string, number>;

/** A sum over more cells than this is not followed cell by cell. */
const MOST_CELLS = 20_000;

const TERM = /^([+-]?)(?:SUM\(([^()]*)\)|(\$?[A-Z]{1,3}\$?\d+))/i;

/**
 * The cells that a formula made of SUM, + and − alone adds up: =SUM(C8:C20), =C8+C12-C15, =SUM(C8,C12:C14)+C20.
 * Undefined for any other formula, for one with numbers typed in, and for one that reaches to other sheets.
 */
export function addedCells(formula: string): AddedCells | undefined {
  let rest = formula.replace(/^=/, "").replace(/\s+/g, "");
  const cells = new Map<string, number>();
  if (rest === "") return undefined;
  while (rest !== "") {
    const match = TERM.exec(rest);
    // Terms but the first need a sign between them.
    if (!match || (cells.size > 0 && match[1] === "")) return undefined;
    const [whole, sign, list, single] = match;
    for (const reference of (list ?? single ?? "").split(",")) {
      const range = ownRange(reference);
      if (!range || sizeOf(range) + cells.size > MOST_CELLS) return undefined;
      add(cells, range, sign === "-" ? -1 : 1);
    }
    rest = rest.slice(whole.length);
  }
  return cells;
}

function ownRange(reference: string): CellRange | undefined {
  return reference.includes("!") ? undefined : parseRange(reference);
}

function sizeOf({ firstRow, lastRow, firstColumn, lastColumn }: CellRange): number {
  return (lastRow - firstRow + 1) * (lastColumn - firstColumn + 1);
}

function add(cells: Map<string, number>, range: CellRange, times: number): void {
  for (let row = range.firstRow; row <= range.lastRow; row++) {
    for (let column = range.firstColumn; column <= range.lastColumn; column++) {
      const key = `${row},${column}`;
      cells.set(key, (cells.get(key) ?? 0) + times);
    }
  }
}
