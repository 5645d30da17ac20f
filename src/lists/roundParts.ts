import { ZERO } from "../amounts/decimal";
import type { Decimal } from "../amounts/decimal";
import type { ListPart } from "./listPart";
import type { TableParts } from "./listSums";
import { nearestUps, turnTowards } from "./nearestUps";
import type { Loose } from "./nearestUps";

/** Rounded amounts of all parts, and how far that takes the figures. */
export interface RoundedParts {
  /** In whole steps, by the part's place. */
  readonly steps: readonly number[];
  /** Parts that are no whole steps: 0 where nothing had to be rounded. */
  readonly rounded: number;
  /** Figures that are not what their own sum would round to, and by how many steps at the most. */
  readonly moved: number;
  readonly most: number;
}

/** Figures that add up the same parts, which are one as far as rounding goes. */
interface Figure {
  readonly members: readonly number[];
  readonly count: number;
  /** In the total row of a table. */
  readonly isTotal: boolean;
  /** The total of a whole table: readers compare it with the list. */
  readonly isWhole: boolean;
}

/** How many other figures may be off before the total of a whole table is. */
const WEIGHT_OF_WHOLE = 50;

/** Steps by which a figure may be off and still be what its own sum rounds to; the rest is dust of binary fractions. */
const HALF = 0.5 + 1e-9;

/**
 * Rounds the parts to whole steps (0.01 万元 is 100 元) so that figures that add them up are near their exact sums (舍位平衡).
 * All tables add up the same rounded parts: they agree with each other to the last digit whatever is rounded. Each part
 * goes down or up to the next whole step, never further. First it is settled how many parts of those that share all their
 * totals go up, so that totals are what they round to by themselves; then which of them, so that the figures below are.
 * @param step in 元
 */
export function roundParts(
  parts: readonly ListPart[],
  tables: readonly TableParts[],
  step: Decimal,
): RoundedParts {
  const whole = parts.map(({ amount }) => amount.dividedBy(step).floor());
  const rest = parts.map(({ amount }, index) =>
    amount
      .dividedBy(step)
      .minus(whole[index] ?? ZERO)
      .toNumber(),
  );
  const loose = parts.filter(({ index }) => rest[index] !== 0).map(({ index }) => index);
  const steps = whole.map((one) => one.toNumber());
  if (loose.length === 0) return { steps, rounded: 0, moved: 0, most: 0 };
  const figures = figuresOf(tables, new Set(loose));
  const own = parts.map((): number[] => []);
  figures.forEach(({ members }, figure) => members.forEach((index) => own[index]?.push(figure)));
  const blocks = blocksOf(loose, own, figures, rest);
  const weights = figures.map(({ count, isWhole }) => (isWhole ? count * WEIGHT_OF_WHOLE : count));
  const ups = nearestUps(
    blocks.map(({ figures: totals, sum }) => ({ figures: totals, fraction: sum - Math.floor(sum) })),
    weights,
  );
  const pool: Loose[] = [];
  const up: boolean[] = [];
  blocks.forEach(({ members, sum }, block) => {
    const count = Math.floor(sum) + (ups[block] === true ? 1 : 0);
    // 最大余数法: those nearest to the next step go up.
    const ordered = [...members].sort((a, b) => (rest[b] ?? 0) - (rest[a] ?? 0) || a - b);
    ordered.forEach((index, place) => {
      pool.push({ figures: own[index] ?? [], fraction: rest[index] ?? 0, block, index });
      up.push(place < count);
    });
  });
  const errors = turnTowards(pool, weights, up);
  pool.forEach(({ index = 0 }, place) => {
    if (up[place]) steps[index] = (steps[index] ?? 0) + 1;
  });
  return {
    steps,
    rounded: loose.length,
    moved: figures.reduce(
      (sum, { count }, figure) => sum + (Math.abs(errors[figure] ?? 0) > HALF ? count : 0),
      0,
    ),
    most: errors.reduce((most, error) => Math.max(most, Math.abs(error)), 0),
  };
}

/** The figures of all tables by the parts in them that are rounded. */
function figuresOf(tables: readonly TableParts[], loose: ReadonlySet<number>): Figure[] {
  const found = new Map<string, Figure>();
  for (const { figures } of tables) {
    // The total row of a column adds up the most; lists of one row may have several such figures.
    const most = new Map<string, number>();
    for (const [key, members] of figures) {
      const column = key.slice(0, key.indexOf("\n"));
      most.set(column, Math.max(most.get(column) ?? 0, members.length));
    }
    const all = Math.max(0, ...most.values());
    for (const [key, members] of figures) {
      const own = members.map(({ index }) => index).filter((index) => loose.has(index));
      if (own.length === 0) continue;
      const isTotal = members.length === most.get(key.slice(0, key.indexOf("\n")));
      const name = own.join(" ");
      const known = found.get(name);
      found.set(name, {
        members: own,
        count: (known?.count ?? 0) + 1,
        isTotal: isTotal || known?.isTotal === true,
        isWhole: members.length === all || known?.isWhole === true,
      });
    }
  }
  return [...found.values()];
}

interface Block {
  readonly members: readonly number[];
  /** The totals they are all in. */
  readonly figures: readonly number[];
  /** Of what they are above whole steps. */
  readonly sum: number;
}

/** Parts that share all their totals: which of them goes up is nothing to the totals. */
function blocksOf(
  loose: readonly number[],
  own: readonly (readonly number[])[],
  figures: readonly Figure[],
  rest: readonly number[],
): Block[] {
  const blocks = new Map<string, { members: number[]; figures: number[]; sum: number }>();
  for (const index of loose) {
    const totals = (own[index] ?? []).filter((figure) => figures[figure]?.isTotal);
    const name = totals.join(" ");
    const block = blocks.get(name) ?? { members: [], figures: totals, sum: 0 };
    block.members.push(index);
    block.sum += rest[index] ?? 0;
    blocks.set(name, block);
  }
  return [...blocks.values()];
}
