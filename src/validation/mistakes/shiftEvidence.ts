import { ZERO } from "../../amounts/decimal";
import type { Decimal } from "../../amounts/decimal";
import type { Figure } from "../../recognition/recognised";
import { cellKey } from "../cellKey";
import type { Reading } from "./reading";
import { isWithin } from "./tableGrid";
import type { Block, TableGrid } from "./tableGrid";

/** Amounts that a block has to carry where it has written over as many cells or more. */
const LEAST_MOVED = 2;

/** Where a block has gone from where it belongs. */
export interface BlockShift {
  readonly block: Block;
  readonly down: number;
  readonly across: number;
}

/**
 * Whether amounts other than zero are gone from where they belong, several of them, and stand where they do not. One that
 * is right where it stands has not moved: beside a wrong part its total looks like the part's own amount. `settled` is
 * what cells hold under the reading.
 */
export function hasMoved(
  grid: TableGrid,
  settled: ReadonlyMap<string, Figure>,
  { block, down, across }: BlockShift,
  { lost }: Reading,
): boolean {
  // What cannot be worked out any more is not known to stay.
  const stays = (figure: Figure) => (lost.includes(figure) ? undefined : figure);
  const gone = homesOf(grid, block).flatMap(({ row, column, home }) => {
    const own = amountIn(settled.get(cellKey(home.address)));
    if (!own || own.equals(amountIn(home) ?? ZERO)) return [];
    const landing = grid.figureAt(row + down, column + across);
    const right = landing && (settled.get(cellKey(landing.address)) ?? stays(landing));
    return [{ isOff: !right || !own.equals(amountIn(right) ?? ZERO) }];
  });
  return gone.length >= Math.min(LEAST_MOVED, lost.length) && gone.some(({ isOff }) => isOff);
}

/**
 * Cells that a block has left and that hold another amount: neither their own (copied, not cut) nor that of the cell
 * before them (which then has moved as well).
 */
export function unexplainedCount(
  grid: TableGrid,
  settled: ReadonlyMap<string, Figure>,
  { block, down, across }: BlockShift,
): number {
  return homesOf(grid, block).filter(({ row, column, home }) => {
    const present = amountIn(home);
    if (!present || isWithin(block, row - down, column - across)) return false;
    return ![settled.get(cellKey(home.address)), grid.figureAt(row - down, column - across)].some((figure) =>
      amountIn(figure)?.equals(present),
    );
  }).length;
}

/** The cells where the figures of a block belong, as they stand. */
function homesOf(
  { figureAt }: TableGrid,
  { top, bottom, left, right }: Block,
): { readonly row: number; readonly column: number; readonly home: Figure }[] {
  const homes = [];
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++) {
      const home = figureAt(row, column);
      if (home) homes.push({ row, column, home });
    }
  return homes;
}

/** The amount of a figure; undefined where it holds none or zero, which stands for any shift. */
function amountIn(figure: Figure | undefined): Decimal | undefined {
  return figure?.kind === "amount" && !figure.value.isZero() ? figure.value : undefined;
}
