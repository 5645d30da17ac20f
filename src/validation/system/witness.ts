import { add, compare, divide, multiply, signOf, subtract, toNumber } from "./rational";
import type { Rational } from "./rational";
import type { ScaledSystem } from "./scale";
import type { Bounds } from "./simplex";

/** Sweeps over all relations before the search is given up. */
const MOST_SWEEPS = 800;

/** An inequality nearer than this to its bound, in half steps, is taken for an equation: sweeps keep others further off. */
const TOUCH = 0.01;

/** Sweeps that keep inequalities off their bounds; later ones let those touch that must. */
const SPARING_SWEEPS = 20;

/** How close, in half steps, a sweep must come to every relation. */
const CLOSE = 1e-3;

/** Figures are kept this far inside what they stand for, as a share of half a step, so that the exact point is inside too. */
const MARGIN = 0.1;

/** After so many sweeps they must have come closer, to this share of what was off before. */
const LOOK_BACK = 100;
const LEAST_GAIN = 0.97;

/** What is further off, in half steps, can be made good only by cells that may be as far. */
const FAR = 1000;

/** Parts of a unit in which amounts are tried. */
const PARTS = 4096;

/** Elimination stops when the equations have grown to so many times their terms. */
const MOST_GROWTH = 12;

/** An equation solved for one cell: factor · cell + Σ terms = rest. */
interface Solved {
  readonly cell: number;
  readonly factor: Rational;
  readonly terms: readonly (readonly [number, Rational])[];
  readonly rest: Rational;
}

/**
 * Looks for amounts with which a system holds, quickly and without a promise to find them: sweeps in floating point come
 * near such a point, then the equations, solved for one cell each, make it exact, and every relation and every cell is
 * checked exactly. So what it finds is proven; where it finds nothing nothing is known, and the simplex decides. Budgets
 * that agree but for rounding, with thousands of relations, are told this way in some tens of milliseconds.
 */
export class WitnessSearch {
  /** Equations solved before, by the inequalities that were taken for equations. */
  private readonly solved = new Map<string, readonly Solved[] | undefined>();

  private last: Float64Array | undefined;

  constructor(private readonly system: ScaledSystem) {}

  /**
   * True when amounts were found with which all relations hold while each cell keeps to its bounds, given as differences
   * from its printed figure.
   */
  find(boundsOf: (cell: number) => Bounds): boolean {
    const bounds = this.system.cells.map((_, cell) => boundsOf(cell));
    // Questions differ in few cells: the last answer is near the next.
    const near = sweep(this.system, bounds, this.last);
    if (!near) return false;
    this.last = near;
    const solved = this.solve(touching(this.system, near));
    return solved !== undefined && holdsExactly(this.system, bounds, exactPoint(near, solved));
  }

  private solve(touched: ReadonlyMap<number, Rational>): readonly Solved[] | undefined {
    const key = [...touched.keys()].join();
    if (!this.solved.has(key)) this.solved.set(key, eliminate(this.system, touched));
    return this.solved.get(key);
  }
}

/** Inequalities that a near point just meets, with the bound it meets: they are solved like equations. */
function touching({ cells, relations }: ScaledSystem, near: Float64Array): Map<number, Rational> {
  const unit = largestHalf(cells);
  const touched = new Map<number, Rational>();
  relations.forEach(({ terms, low, high }, index) => {
    if (low !== undefined && high !== undefined) return;
    let sum = 0;
    for (const [cell, factor] of terms) sum += toNumber(factor) * (near[cell] as number);
    const isMovable = terms.some(([cell]) => near[cell] !== 0);
    for (const bound of [low, high])
      if (bound !== undefined && isMovable && Math.abs(toNumber(bound) - sum) < TOUCH * unit)
        touched.set(index, bound);
  });
  return touched;
}

function largestHalf(cells: ScaledSystem["cells"]): number {
  return cells.reduce((most, { half }) => Math.max(most, toNumber(half)), 0);
}

/** Moves the cells of each broken relation evenly until all hold nearly. Source: Kaczmarz 1937, with bounds. */
function sweep(
  { cells, relations }: ScaledSystem,
  bounds: readonly Bounds[],
  start: Float64Array | undefined,
): Float64Array | undefined {
  const unit = largestHalf(cells);
  const [lows, highs] = insideOf(bounds);
  const amounts = Float64Array.from(cells, (_, cell) =>
    Math.max(lows[cell]!, Math.min(highs[cell]!, start?.[cell] ?? 0)),
  );
  const plain = relations.map(({ terms, low, high }): PlainRelation => {
    const movable = terms.filter(([cell]) => lows[cell]! < highs[cell]! || lows[cell] !== 0);
    return {
      places: Int32Array.from(movable, ([cell]) => cell),
      factors: Float64Array.from(movable, ([, factor]) => toNumber(factor)),
      low: low === undefined ? -Infinity : toNumber(low),
      high: high === undefined ? Infinity : toNumber(high),
      hasFree: movable.some(([cell]) => highs[cell]! - lows[cell]! > FAR * unit),
    };
  });
  const field = { amounts, lows, highs, unit };
  let before = Infinity;
  for (let count = 0; count < MOST_SWEEPS; count++) {
    const spare = !start && count < SPARING_SWEEPS ? MARGIN * unit : 0;
    let worst = 0;
    for (const relation of plain) worst = Math.max(worst, settle(relation, field, spare));
    if (spare === 0 && worst <= CLOSE * unit) return amounts;
    if (count % LOOK_BACK === LOOK_BACK - 1) {
      // Where nothing is gained there is no such point, as far as this can tell.
      if (worst > before * LEAST_GAIN) return undefined;
      before = worst;
    }
  }
  return undefined;
}

/** Bounds drawn in by the margin. */
function insideOf(bounds: readonly Bounds[]): readonly [Float64Array, Float64Array] {
  const lows = new Float64Array(bounds.length);
  const highs = new Float64Array(bounds.length);
  bounds.forEach(({ low, high }, cell) => {
    const [from, to] = [
      low === undefined ? -Infinity : toNumber(low),
      high === undefined ? Infinity : toNumber(high),
    ];
    const drawn = Number.isFinite(to - from) ? ((to - from) * MARGIN) / 2 : 0;
    lows[cell] = from + drawn;
    highs[cell] = to - drawn;
  });
  return [lows, highs];
}

interface PlainRelation {
  readonly places: Int32Array;
  readonly factors: Float64Array;
  readonly low: number;
  readonly high: number;
  readonly hasFree: boolean;
}

/** Amounts as they are moved, how far each may go, and the size by which all is measured. */
interface Field {
  readonly amounts: Float64Array;
  readonly lows: Float64Array;
  readonly highs: Float64Array;
  readonly unit: number;
}

/** Brings one relation closer, an inequality by `spare` more than needed; gives how far off it was. */
function settle(relation: PlainRelation, field: Field, spare: number): number {
  const { places, factors, low, high, hasFree } = relation;
  const { amounts, lows, highs, unit } = field;
  const own = low === high ? 0 : spare;
  let off = 0;
  for (let turn = 0; turn < 3; turn++) {
    let sum = 0;
    for (let index = 0; index < places.length; index++) sum += factors[index]! * amounts[places[index]!]!;
    const lack = sum < low + own ? low + own - sum : sum > high - own ? high - own - sum : 0;
    if (turn === 0) off = Math.max(0, low - sum, sum - high);
    if (Math.abs(lack) <= (CLOSE * unit) / 2) break;
    // What is far off can only be made good by cells that may have any amount.
    const isFar = hasFree && Math.abs(lack) > FAR * unit;
    let squares = 0;
    for (let index = 0; index < places.length; index++)
      if (canMove(relation, field, index, lack, isFar)) squares += factors[index]! ** 2;
    if (squares === 0) break;
    for (let index = 0; index < places.length; index++) {
      if (!canMove(relation, field, index, lack, isFar)) continue;
      const cell = places[index]!;
      const moved = amounts[cell]! + (lack * factors[index]!) / squares;
      amounts[cell] = Math.max(lows[cell]!, Math.min(highs[cell]!, moved));
    }
  }
  return off;
}

function canMove(
  { places, factors }: PlainRelation,
  { amounts, lows, highs, unit }: Field,
  index: number,
  lack: number,
  isFar: boolean,
): boolean {
  const cell = places[index]!;
  if (isFar && highs[cell]! - lows[cell]! <= FAR * unit) return false;
  return lack * factors[index]! > 0 ? amounts[cell]! < highs[cell]! : amounts[cell]! > lows[cell]!;
}

/** Solves the equations for one cell each, those first that have a cell no other has; undefined where they grow too much. */
function eliminate(
  { cells, relations }: ScaledSystem,
  touched: ReadonlyMap<number, Rational>,
): Solved[] | undefined {
  const rows = new Map<number, { terms: Map<number, Rational>; rest: Rational }>();
  const users = new Map<number, Set<number>>();
  let size = 0;
  relations.forEach(({ terms, low, high }, index) => {
    const rest = low !== undefined && high !== undefined ? low : touched.get(index);
    if (rest === undefined) return;
    rows.set(index, { terms: new Map(terms), rest });
    for (const [cell] of terms) {
      const known = users.get(cell);
      if (known) known.add(index);
      else users.set(cell, new Set([index]));
    }
    size += terms.length;
  });
  const limit = size * MOST_GROWTH;
  const solved: Solved[] = [];
  const canPivot = (cell: number) => signOf(cells[cell]?.half ?? 0) !== 0;
  const single = [...users].flatMap(([cell, own]) => (own.size === 1 && canPivot(cell) ? [cell] : []));
  const release = (row: number, cell: number) => {
    const own = users.get(cell) as Set<number>;
    own.delete(row);
    if (own.size === 1 && canPivot(cell)) single.push(cell);
  };
  while (rows.size > 0) {
    const alone = single.pop();
    const own = alone === undefined ? undefined : users.get(alone);
    if (alone !== undefined && own?.size !== 1) continue;
    const index = alone === undefined ? shortest(rows) : ([...(own ?? [])][0] as number);
    const row = rows.get(index) as { terms: Map<number, Rational>; rest: Rational };
    const cell = alone ?? rarest(row.terms, users, canPivot);
    rows.delete(index);
    for (const one of row.terms.keys()) release(index, one);
    size -= row.terms.size;
    // Nothing of it can be moved: the check of the whole point tells whether it holds.
    if (cell === undefined) continue;
    const factor = row.terms.get(cell) as Rational;
    row.terms.delete(cell);
    solved.push({ cell, factor, terms: [...row.terms], rest: row.rest });
    for (const other of [...(users.get(cell) as Set<number>)]) {
      const target = rows.get(other) as { terms: Map<number, Rational>; rest: Rational };
      const share = divide(target.terms.get(cell) as Rational, factor);
      size -= target.terms.size;
      target.terms.delete(cell);
      release(other, cell);
      target.rest = subtract(target.rest, multiply(share, row.rest));
      for (const [one, amount] of row.terms) {
        const sum = subtract(target.terms.get(one) ?? 0, multiply(share, amount));
        if (signOf(sum) === 0) {
          if (target.terms.delete(one)) release(other, one);
        } else {
          target.terms.set(one, sum);
          (users.get(one) as Set<number>).add(other);
        }
      }
      size += target.terms.size;
    }
    if (size > limit) return undefined;
  }
  return solved;
}

function shortest(rows: ReadonlyMap<number, { readonly terms: ReadonlyMap<number, Rational> }>): number {
  let found = -1;
  let least = Infinity;
  for (const [index, { terms }] of rows) if (terms.size < least) [found, least] = [index, terms.size];
  return found;
}

function rarest(
  terms: ReadonlyMap<number, Rational>,
  users: ReadonlyMap<number, ReadonlySet<number>>,
  canPivot: (cell: number) => boolean,
): number | undefined {
  let found: number | undefined;
  let least = Infinity;
  for (const cell of terms.keys()) {
    const count = users.get(cell)?.size ?? 0;
    if (canPivot(cell) && count < least) [found, least] = [cell, count];
  }
  return found;
}

/** The near point with the solved cells made exact, in PARTS of a unit. */
function exactPoint(near: Float64Array, solved: readonly Solved[]): Rational[] {
  const point: Rational[] = Array.from(near, (amount) => Math.round(amount * PARTS) + 0);
  for (let index = solved.length - 1; index >= 0; index--) {
    const { cell, factor, terms, rest } = solved[index] as Solved;
    let sum = multiply(rest, PARTS);
    for (const [other, amount] of terms) sum = subtract(sum, multiply(amount, point[other] as Rational));
    point[cell] = divide(sum, factor);
  }
  return point;
}

function holdsExactly(
  { relations }: ScaledSystem,
  bounds: readonly Bounds[],
  point: readonly Rational[],
): boolean {
  const isWithin = (value: Rational, { low, high }: Bounds) =>
    (low === undefined || compare(value, multiply(low, PARTS)) >= 0) &&
    (high === undefined || compare(value, multiply(high, PARTS)) <= 0);
  return (
    bounds.every((own, cell) => isWithin(point[cell] as Rational, own)) &&
    relations.every((relation) => {
      let sum: Rational = 0;
      for (const [cell, factor] of relation.terms) sum = add(sum, multiply(factor, point[cell] as Rational));
      return isWithin(sum, relation);
    })
  );
}
