/** Something between two whole numbers that goes down or up, and the figures that add it up. */
export interface Loose {
  /** Numbers of the figures. */
  readonly figures: readonly number[];
  /** 0 to 1: how far above the lower whole number it is. */
  readonly fraction: number;
  /** Only those of one block are turned against each other; all are of one block when left out. */
  readonly block?: number;
  /** Its place in the caller's list. */
  readonly index?: number;
}

/** How many of its own block each is compared with when it looks for one to be turned against. */
const PARTNERS = 150;
/** How often all are gone through; figures settle after three or four times. */
const PASSES = 6;
/** What counts as a gain: less is dust of binary fractions. */
const GAIN = 1e-9;

/**
 * What an error costs, in steps: next to nothing for a figure that is what its own sum rounds to.
 */
function costOf(error: number): number {
  const over = Math.max(0, Math.abs(error) - 0.5);
  return over * over + error * error * 0.01;
}

/** Which go up so that the figures are near their sums: one after the other first, then turned alone or in pairs. */
export function nearestUps(all: readonly Loose[], weights: readonly number[]): boolean[] {
  const errors = weights.map(() => 0);
  const up = all.map(({ figures, fraction }) => {
    const cost = (move: number) =>
      figures.reduce((sum, one) => sum + (weights[one] ?? 0) * costOf((errors[one] ?? 0) + move), 0);
    const goesUp = cost(1 - fraction) < cost(-fraction);
    for (const one of figures) errors[one] = (errors[one] ?? 0) + (goesUp ? 1 : 0) - fraction;
    return goesUp;
  });
  for (let pass = 0; pass < PASSES; pass++) {
    const alone = turnAlone(all, weights, up, errors);
    const paired = turnPairs(all, weights, up, errors);
    if (!alone && !paired) break;
  }
  return up;
}

/**
 * Turns pairs of one block, one up and one down, as long as that brings figures nearer. Changes `up`; gives the errors of
 * the figures: rounded less exact, in steps.
 */
export function turnTowards(all: readonly Loose[], weights: readonly number[], up: boolean[]): number[] {
  const errors = weights.map(() => 0);
  all.forEach(({ figures, fraction }, place) => {
    for (const one of figures) errors[one] = (errors[one] ?? 0) + (up[place] ? 1 : 0) - fraction;
  });
  for (let pass = 0; pass < PASSES; pass++) if (!turnPairs(all, weights, up, errors)) break;
  return errors;
}

/** What a figure gains by a move; negative is better. */
function gainOf(weights: readonly number[], errors: readonly number[], figure: number, move: number): number {
  const error = errors[figure] ?? 0;
  return (weights[figure] ?? 0) * (costOf(error + move) - costOf(error));
}

function turnAlone(
  all: readonly Loose[],
  weights: readonly number[],
  up: boolean[],
  errors: number[],
): boolean {
  let isChanged = false;
  all.forEach((one, place) => {
    const move = up[place] ? -1 : 1;
    const gain = one.figures.reduce((sum, figure) => sum + gainOf(weights, errors, figure, move), 0);
    if (gain >= -GAIN) return;
    turn(one, place, up, errors);
    isChanged = true;
  });
  return isChanged;
}

function turn({ figures }: Loose, place: number, up: boolean[], errors: number[]): void {
  const move = up[place] ? -1 : 1;
  for (const one of figures) errors[one] = (errors[one] ?? 0) + move;
  up[place] = !up[place];
}

function turnPairs(
  all: readonly Loose[],
  weights: readonly number[],
  up: boolean[],
  errors: number[],
): boolean {
  let isChanged = false;
  const own = weights.map(() => 0);
  const owner = weights.map(() => -1);
  all.forEach((one, place) => {
    const move = up[place] ? -1 : 1;
    let alone = 0;
    for (const figure of one.figures) {
      own[figure] = gainOf(weights, errors, figure, move);
      owner[figure] = place;
      alone += own[figure] ?? 0;
    }
    let best = -GAIN;
    let partner = -1;
    for (let other = place + 1, seen = 0; other < all.length && seen < PARTNERS; other++) {
      const second = all[other];
      if (!second || second.block !== one.block) break;
      if (up[other] === up[place]) continue;
      seen++;
      let gain = alone;
      // A figure that both are in stays as it is.
      for (const figure of second.figures)
        gain += owner[figure] === place ? -(own[figure] ?? 0) : gainOf(weights, errors, figure, -move);
      if (gain >= best) continue;
      best = gain;
      partner = other;
    }
    const chosen = all[partner];
    if (!chosen) return;
    turn(one, place, up, errors);
    turn(chosen, partner, up, errors);
    isChanged = true;
  });
  return isChanged;
}
