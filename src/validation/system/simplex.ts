import type { Effort } from "./effort";
import { add, compare, divide, multiply, negate, signOf, subtract, toNumber } from "./rational";
import type { Rational } from "./rational";

/** Bounds of a variable; undefined on a side without one. */
export interface Bounds {
  readonly low: Rational | undefined;
  readonly high: Rational | undefined;
}

/**
 * Bounds that no point meets: variables with the factors of an equation Σ factor · variable = 0 that their bounds rule
 * out. Free variables never appear in one.
 */
export type Conflict = ReadonlyMap<number, Rational>;

/** Further than any bound of a budget, in half steps. */
const FAR: Rational = { n: 10n ** 30n, d: 1n };

/** Pivots by the shortest row, which keeps a sparse tableau sparse. */
const SPARSE_PIVOTS = 30;

/** Pivots by the shortest row and then by the largest excess, before the choice that is slow and proven to end. */
const QUICK_PIVOTS = 300;

/**
 * An exact simplex tableau for bounded variables, to which rows and bounds may be added and taken back at any time.
 * Source: Dutertre and de Moura, A fast linear-arithmetic solver for DPLL(T), 2006. Dense solvers in floating point
 * decide boundaries by a tolerance; a budget's figures lie on boundaries all the time.
 */
export class Simplex {
  /** Basic variable → its value as a sum over the others. */
  private readonly rows = new Map<number, Map<number, Rational>>();
  /** Other variable → the basic ones it counts in. */
  private readonly columns = new Map<number, Set<number>>();
  private readonly values = new Map<number, Rational>();
  private readonly bounds = new Map<number, Bounds>();
  /** Basic variables that may lie beyond a bound: all that do, and some that did. */
  private readonly doubtful = new Set<number>();
  /** Variables whose values have changed; who has looked at one takes it out. */
  readonly changed = new Set<number>();

  /** `effort` is spent by what is done; once it is, no point is looked for any more. */
  constructor(private readonly effort: Effort) {}

  /** Puts a variable in, at 0. Does nothing when it is there. Its bounds must contain 0. */
  addVariable(variable: number, bounds: Bounds): void {
    if (this.values.has(variable)) return;
    this.values.set(variable, 0);
    this.bounds.set(variable, bounds);
    this.columns.set(variable, new Set());
  }

  /** Puts in a variable that is a sum of others. */
  addRow(variable: number, terms: Iterable<readonly [number, Rational]>, bounds: Bounds): void {
    const row = new Map<number, Rational>();
    let value: Rational = 0;
    for (const [other, factor] of terms) {
      value = add(value, multiply(factor, this.valueOf(other)));
      const known = this.rows.get(other);
      if (known) for (const [inner, share] of known) addTo(row, inner, multiply(factor, share));
      else addTo(row, other, factor);
    }
    this.rows.set(variable, row);
    this.effort.spend(row.size);
    for (const other of row.keys()) this.columns.get(other)?.add(variable);
    this.values.set(variable, value);
    this.bounds.set(variable, bounds);
    this.doubtful.add(variable);
  }

  /** Variables that are in. */
  has(variable: number): boolean {
    return this.values.has(variable);
  }

  /** The present value; 0 for a variable that is not in. */
  valueOf(variable: number): Rational {
    return this.values.get(variable) ?? 0;
  }

  /** Replaces a variable's bounds; a variable outside the new ones is moved when the next point is sought. */
  setBounds(variable: number, bounds: Bounds): void {
    this.bounds.set(variable, bounds);
    if (this.rows.has(variable)) {
      this.doubtful.add(variable);
      return;
    }
    const target = this.wrongSide(variable);
    if (target !== undefined) this.move(variable, subtract(target, this.valueOf(variable)));
  }

  /**
   * Looks for a point within all bounds. Gives undefined when the present values are one, else why there is none; undefined
   * as well once the effort is spent.
   */
  findPoint(): Conflict | undefined {
    for (let pivots = 0; !this.effort.isSpent; pivots++) {
      const isQuick = pivots < QUICK_PIVOTS;
      const leaving = this.chooseWrong(pivots);
      if (leaving === undefined) return undefined;
      const target = this.wrongSide(leaving) as Rational;
      const row = this.rows.get(leaving) as Map<number, Rational>;
      const up = compare(this.valueOf(leaving), target) < 0;
      if (isQuick && this.moveLeaves(leaving, row, target)) continue;
      const entering = this.chooseMovable(row, up, isQuick);
      if (entering === undefined) {
        const conflict = new Map([...row].map(([other, factor]) => [other, negate(factor)] as const));
        return conflict.set(leaving, 1);
      }
      const step = divide(subtract(target, this.valueOf(leaving)), row.get(entering) as Rational);
      this.move(entering, step);
      this.pivot(leaving, entering);
    }
    return undefined;
  }

  /**
   * From a point within all bounds: the largest (or smallest) value the variable can take, and moves there. Where there
   * is no limit it moves far along, so that rows not put in yet show whether they limit it, and gives undefined.
   */
  optimise(variable: number, isMaximum: boolean): Rational | undefined {
    for (;;) {
      const entering = this.chooseImproving(variable, isMaximum);
      if (!entering || this.effort.isSpent) return this.valueOf(variable);
      const [other, isUp] = entering;
      const limit = this.findLimit(other, isUp);
      if (!limit) {
        this.move(other, isUp ? FAR : negate(FAR));
        return undefined;
      }
      this.move(other, limit.step);
      if (limit.basic !== undefined) this.pivot(limit.basic, other);
    }
  }

  /** The bound that a variable lies beyond. */
  private wrongSide(variable: number): Rational | undefined {
    const { low, high } = this.bounds.get(variable) as Bounds;
    const value = this.valueOf(variable);
    if (low !== undefined && compare(value, low) < 0) return low;
    return high !== undefined && compare(value, high) > 0 ? high : undefined;
  }

  private chooseWrong(pivots: number): number | undefined {
    let chosen: number | undefined;
    let least = Infinity;
    this.effort.spend(this.doubtful.size);
    for (const variable of this.doubtful) {
      const row = this.rows.get(variable);
      const target = row && this.wrongSide(variable);
      if (!row || target === undefined) {
        this.doubtful.delete(variable);
        continue;
      }
      const rank =
        pivots < SPARSE_PIVOTS
          ? row.size
          : pivots < QUICK_PIVOTS
            ? -Math.abs(toNumber(subtract(target, this.valueOf(variable))))
            : variable;
      if (chosen === undefined || rank < least || (rank === least && variable < chosen))
        [chosen, least] = [variable, rank];
    }
    return chosen;
  }

  /**
   * Moves a basic variable towards a value by those of its row that count in no other row, within their bounds: nothing
   * else changes, so it saves a pivot for each. True when that was enough.
   */
  private moveLeaves(basic: number, row: ReadonlyMap<number, Rational>, target: Rational): boolean {
    let rest = subtract(target, this.valueOf(basic));
    const sign = signOf(rest);
    for (const [other, factor] of row) {
      if ((this.columns.get(other) as Set<number>).size > 1) continue;
      const { low, high } = this.bounds.get(other) as Bounds;
      const isUp = signOf(factor) > 0 === sign > 0;
      const end = isUp ? high : low;
      const before = this.valueOf(other);
      const wanted = add(before, divide(rest, factor));
      const isBeyond = end !== undefined && (isUp ? compare(wanted, end) > 0 : compare(wanted, end) < 0);
      const after = isBeyond ? end : wanted;
      if (compare(after, before) === 0) continue;
      this.values.set(other, after);
      this.changed.add(other);
      rest = subtract(rest, multiply(factor, subtract(after, before)));
      if (signOf(rest) === 0) break;
    }
    this.values.set(basic, subtract(target, rest));
    this.changed.add(basic);
    return signOf(rest) === 0;
  }

  private canMove(variable: number, isUp: boolean): boolean {
    const { low, high } = this.bounds.get(variable) as Bounds;
    const limit = isUp ? high : low;
    return limit === undefined || compare(this.valueOf(variable), limit) !== 0;
  }

  private chooseMovable(row: Map<number, Rational>, up: boolean, isQuick: boolean): number | undefined {
    let chosen: number | undefined;
    let size = Infinity;
    for (const [other, factor] of row) {
      if (!this.canMove(other, signOf(factor) > 0 === up)) continue;
      const rank = isQuick ? (this.columns.get(other) as Set<number>).size : other;
      if (rank < size) [chosen, size] = [other, rank];
    }
    return chosen;
  }

  /** A variable whose move takes `variable` further, and the direction; the one with the lowest number, so that it ends. */
  private chooseImproving(variable: number, isMaximum: boolean): readonly [number, boolean] | undefined {
    const row = this.rows.get(variable);
    if (!row) return this.canMove(variable, isMaximum) ? [variable, isMaximum] : undefined;
    let chosen: readonly [number, boolean] | undefined;
    for (const [other, factor] of row) {
      const isUp = signOf(factor) > 0 === isMaximum;
      if ((!chosen || other < chosen[0]) && this.canMove(other, isUp)) chosen = [other, isUp];
    }
    return chosen;
  }

  /** How far a variable can move until it or a basic one meets a bound. */
  private findLimit(
    variable: number,
    isUp: boolean,
  ): { step: Rational; basic: number | undefined } | undefined {
    const own = this.bounds.get(variable) as Bounds;
    const end = isUp ? own.high : own.low;
    let found: { step: Rational; basic: number | undefined } | undefined =
      end === undefined ? undefined : { step: subtract(end, this.valueOf(variable)), basic: undefined };
    for (const basic of this.columns.get(variable) as Set<number>) {
      const factor = (this.rows.get(basic) as Map<number, Rational>).get(variable) as Rational;
      const { low, high } = this.bounds.get(basic) as Bounds;
      const limit = signOf(factor) > 0 === isUp ? high : low;
      if (limit === undefined) continue;
      const step = divide(subtract(limit, this.valueOf(basic)), factor);
      const order = found ? compare(step, found.step) * (isUp ? 1 : -1) : -1;
      const isFirst = found?.basic !== undefined && basic < found.basic;
      if (order < 0 || (order === 0 && isFirst)) found = { step, basic };
    }
    return found;
  }

  private move(variable: number, step: Rational): void {
    if (signOf(step) === 0) return;
    const users = this.columns.get(variable) as Set<number>;
    this.effort.spend(users.size);
    this.values.set(variable, add(this.valueOf(variable), step));
    this.changed.add(variable);
    for (const basic of users) {
      const factor = (this.rows.get(basic) as Map<number, Rational>).get(variable) as Rational;
      this.values.set(basic, add(this.valueOf(basic), multiply(factor, step)));
      this.changed.add(basic);
      this.doubtful.add(basic);
    }
  }

  /** Exchanges a basic variable for another; no value changes. */
  private pivot(leaving: number, entering: number): void {
    const row = this.rows.get(leaving) as Map<number, Rational>;
    const factor = row.get(entering) as Rational;
    row.delete(entering);
    this.rows.delete(leaving);
    for (const [other, share] of row) {
      row.set(other, negate(divide(share, factor)));
      (this.columns.get(other) as Set<number>).delete(leaving);
    }
    row.set(leaving, divide(1, factor));
    const users = this.columns.get(entering) as Set<number>;
    users.delete(leaving);
    this.columns.delete(entering);
    this.columns.set(leaving, new Set());
    for (const basic of users) this.substitute(basic, entering, row);
    this.rows.set(entering, row);
    this.doubtful.add(entering);
    for (const other of row.keys()) (this.columns.get(other) as Set<number>).add(entering);
  }

  private substitute(basic: number, entering: number, row: ReadonlyMap<number, Rational>): void {
    const target = this.rows.get(basic) as Map<number, Rational>;
    const factor = target.get(entering) as Rational;
    this.effort.spend(row.size);
    target.delete(entering);
    for (const [other, share] of row) {
      const users = this.columns.get(other) as Set<number>;
      if (addTo(target, other, multiply(factor, share))) users.add(basic);
      else users.delete(basic);
    }
  }
}

/** Adds to one factor of a row; false when it comes to nothing and is taken out. */
function addTo(row: Map<number, Rational>, variable: number, factor: Rational): boolean {
  const before = row.get(variable);
  const sum = before === undefined ? factor : add(before, factor);
  if (signOf(sum) === 0) {
    row.delete(variable);
    return false;
  }
  row.set(variable, sum);
  return true;
}
