import { PLACE } from "../figureGrid";
import type { FigureGrid } from "../figureGrid";

/** A place of a grid: row and column. */
export type Place = readonly [row: number, column: number];

/** How often a sum was borne out, and how often not; where nothing stands it is neither. */
export interface Borne {
  held: number;
  failed: number;
}

/** What a sum comes to. bare: a single part is not nothing, so that the total is no more than that figure again. */
export type SumOutcome = "holds" | "bare" | "fails" | "empty";

/**
 * Whether a figure is the sum of others, as printed: within half a step for each figure that is not zero, the rule of
 * validation/outcome. Figures that are no amounts make it fail.
 */
export function sumOutcome(grid: FigureGrid, total: Place, parts: readonly Place[]): SumOutcome {
  let deviation = 0;
  let twiceSlack = 0;
  let filled = 0;
  const add = ([row, column]: Place, sign: number): void => {
    if (column < 0) return;
    const count = grid.countAt(row, column);
    if (grid.kindAt(row, column) === PLACE.bad) deviation = Number.NaN;
    if (count === 0) return;
    deviation += sign * count;
    twiceSlack += grid.stepAt(row, column);
    if (sign < 0) filled++;
  };
  add(total, 1);
  const isBlank = deviation === 0;
  for (const part of parts) add(part, -1);
  if (isBlank && filled === 0) return "empty";
  if (!(2 * Math.abs(deviation) <= twiceSlack)) return "fails";
  return filled > 1 ? "holds" : "bare";
}
