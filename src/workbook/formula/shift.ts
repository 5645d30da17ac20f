import type { CellRange } from "../address";
import { MAX_COLUMNS, MAX_ROWS } from "../address";
import { goneCells, mapReferences } from "./references";

/** Cells that come or go, moving those below or to the right of them. */
export interface Shift {
  /** The name of the sheet on which it happens. */
  readonly sheet: string;
  readonly kind: "insert" | "delete";
  readonly range: CellRange;
  /** Along which way the others move: down and up, or right and left. */
  readonly axis: "rows" | "columns";
}

interface Axis {
  readonly first: "firstRow" | "firstColumn";
  readonly last: "lastRow" | "lastColumn";
  readonly end: number;
}

const ROWS: Axis = { first: "firstRow", last: "lastRow", end: MAX_ROWS - 1 };
const COLUMNS: Axis = { first: "firstColumn", last: "lastColumn", end: MAX_COLUMNS - 1 };

function axesOf({ axis }: Shift): readonly [along: Axis, across: Axis] {
  return axis === "rows" ? [ROWS, COLUMNS] : [COLUMNS, ROWS];
}

/** True when all of a range lies in the strip of cells that move. */
export function isInStrip(range: CellRange, shift: Shift): boolean {
  const [, across] = axesOf(shift);
  return range[across.first] >= shift.range[across.first] && range[across.last] <= shift.range[across.last];
}

/** True when all cells that move are whole rows, or whole columns. */
export function isWhole(shift: Shift): boolean {
  const [, across] = axesOf(shift);
  return shift.range[across.first] === 0 && shift.range[across.last] === across.end;
}

/**
 * Where a range of the sheet is afterwards: further on, longer, shorter, or gone (undefined). One that lies only partly
 * in the strip that moves stays, as references in Excel do.
 */
export function shiftRange(range: CellRange, shift: Shift): CellRange | undefined {
  if (!isInStrip(range, shift)) return range;
  const [{ first, last, end }] = axesOf(shift);
  // Whole rows and columns have no end that could move.
  if (range[first] === 0 && range[last] === end) return range;
  const from = shift.range[first];
  const to = shift.range[last];
  const count = to - from + 1;
  if (shift.kind === "insert") {
    const start = range[first] >= from ? range[first] + count : range[first];
    const stop = Math.min(range[last] >= from ? range[last] + count : range[last], end);
    return start > end ? undefined : { ...range, [first]: start, [last]: stop };
  }
  if (range[first] >= from && range[last] <= to) return undefined;
  const moved = (place: number, ifGone: number) =>
    place < from ? place : place <= to ? ifGone : place - count;
  return { ...range, [first]: moved(range[first], from), [last]: moved(range[last], from - 1) };
}

/** As shiftRange, for areas of a format: what lies outside the strip stays, what lies inside moves, each on its own. */
export function shiftArea(range: CellRange, shift: Shift): CellRange[] {
  const [along, across] = axesOf(shift);
  const isTouched =
    range[along.last] >= shift.range[along.first] &&
    range[across.first] <= shift.range[across.last] &&
    range[across.last] >= shift.range[across.first];
  if (!isTouched) return [range];
  const before = { ...range, [across.last]: shift.range[across.first] - 1 };
  const inside = {
    ...range,
    [across.first]: Math.max(range[across.first], shift.range[across.first]),
    [across.last]: Math.min(range[across.last], shift.range[across.last]),
  };
  const behind = { ...range, [across.first]: shift.range[across.last] + 1 };
  const moved = shiftRange(inside, shift);
  return [before, ...(moved ? [moved] : []), behind].filter(
    (part) => part[across.first] <= part[across.last],
  );
}

/** A formula on `sheet` after a shift: its references go along, those to cells that are gone become #REF!. */
export function shiftFormula(formula: string, sheet: string, shift: Shift): string {
  return mapReferences(formula, (reference) => {
    if ((reference.sheet ?? sheet).toLowerCase() !== shift.sheet.toLowerCase()) return undefined;
    const range = shiftRange(reference.range, shift);
    if (range === reference.range) return undefined;
    return range ? { ...reference, range } : goneCells(reference);
  });
}

/** A formula as it reads when copied by so many rows and columns: references without dollar signs move along. */
export function moveFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return mapReferences(formula, (reference) => {
    const { range, fixed } = reference;
    const moved = {
      firstRow: range.firstRow + (fixed.firstRow ? 0 : rows),
      lastRow: range.lastRow + (fixed.lastRow ? 0 : rows),
      firstColumn: range.firstColumn + (fixed.firstColumn ? 0 : columns),
      lastColumn: range.lastColumn + (fixed.lastColumn ? 0 : columns),
    };
    const isOnSheet =
      Math.min(moved.firstRow, moved.lastRow, moved.firstColumn, moved.lastColumn) >= 0 &&
      Math.max(moved.firstRow, moved.lastRow) < MAX_ROWS &&
      Math.max(moved.firstColumn, moved.lastColumn) < MAX_COLUMNS;
    return isOnSheet ? { ...reference, range: moved } : goneCells(reference);
  });
}
