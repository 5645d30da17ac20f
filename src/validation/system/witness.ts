import { eliminate, fillSolved } from "./eliminate";
import type { SolvedEquations } from "./eliminate";
import { add, compare, multiply, negate, toNumber } from "./rational";
import type { Rational } from "./rational";
import { reduceSystem, SETTLED } from "./reduce";
import type { ReducedSystem } from "./reduce";
import type { ScaledSystem } from "./scale";
import type { Bounds } from "./simplex";
import { Sweeps } from "./sweeps";
import type { Limits } from "./sweeps";

/** An inequality nearer than this share of a unit to its bound is taken for an equation: sweeps keep others further off. */
const TOUCH = 0.01;

/** Amounts are kept this far inside their limits, as a share of half the way between, so that the exact point is inside too. */
const MARGIN = 0.1;

/** Parts of a unit in which amounts are tried. */
const PARTS = 4096;

/** A reduced system and what was worked out for it. */
interface Prepared {
  readonly reduced: ReducedSystem;
  readonly sweeps: Sweeps;
  /** Groups with cells whose limits change from question to question. */
  readonly isChanging: readonly boolean[];
  /** Equations solved before, by the inequalities that were taken for equations and by what could move. */
  readonly solved: Map<string, SolvedEquations | undefined>;
  /** Where the last sweeps ended: questions differ in few cells. */
  last: Float64Array | undefined;
}

/**
 * Looks for amounts with which a system holds, quickly and without a promise to find them: the system is reduced, sweeps in
 * floating point come near such amounts, then the equations, solved for one amount each, make them exact, and every relation
 * and every cell is checked exactly. So what it finds is proven; where it finds nothing nothing is known, and the simplex
 * decides.
 */
export class WitnessSearch {
  private readonly unit: number;
  /** Cells that some question was asked about so far. */
  private readonly asked = new Set<number>();
  private prepared: Prepared | undefined;
  /** Amounts with which all relations hold, in PARTS. */
  private point: readonly Rational[] | undefined;

  constructor(private readonly system: ScaledSystem) {
    this.unit = system.cells.reduce((most, { half }) => Math.max(most, toNumber(half)), 0);
  }

  /**
   * True when amounts were found with which all relations hold while each cell keeps to its bounds, given as differences
   * from its printed figure: those of `other` where it has the cell, else what the figure stands for.
   */
  find(other: ReadonlyMap<number, Bounds>): boolean {
    if (this.point && this.isWithin(this.point, other)) return true;
    const prepared = this.prepare(other.keys());
    const limits = prepared && this.limitsOf(prepared.reduced, other);
    const near = limits && prepared.sweeps.run(limits, prepared.last);
    if (!near) return false;
    prepared.last = near;
    const solved = this.solve(prepared, near, limits);
    const point = solved && exactPoint(near, solved, prepared.reduced);
    if (!point || !this.isWithin(point, other) || !holdsExactly(this.system, point)) return false;
    this.point = point;
    return true;
  }

  private prepare(cells: Iterable<number>): Prepared | undefined {
    const before = this.asked.size;
    for (const cell of cells) this.asked.add(cell);
    if (this.prepared && this.asked.size === before) return this.prepared;
    const reduced = reduceSystem(this.system, this.asked);
    if (!reduced) return (this.prepared = undefined);
    const isChanging = Array.from({ length: reduced.groupCount }, () => false);
    for (const cell of this.asked) {
      const group = reduced.groupOf[cell]!;
      if (group !== SETTLED) isChanging[group] = true;
    }
    const sweeps = new Sweeps(reduced.relations, this.unit);
    return (this.prepared = { reduced, sweeps, isChanging, solved: new Map(), last: undefined });
  }

  /** What each group may be, drawn in by the margin; undefined where there is no room. */
  private limitsOf(
    { groupOf, offsetOf, groupCount }: ReducedSystem,
    other: ReadonlyMap<number, Bounds>,
  ): Limits | undefined {
    const lows = new Float64Array(groupCount).fill(-Infinity);
    const highs = new Float64Array(groupCount).fill(Infinity);
    this.system.cells.forEach(({ half }, cell) => {
      const group = groupOf[cell]!;
      if (group === SETTLED) return;
      const own = other.get(cell);
      const low = own ? toNumber(own.low ?? -Infinity) : -toNumber(half);
      const high = own ? toNumber(own.high ?? Infinity) : toNumber(half);
      const offset = offsetOf[cell]!;
      if (low - offset > lows[group]!) lows[group] = low - offset;
      if (high - offset < highs[group]!) highs[group] = high - offset;
    });
    for (let group = 0; group < groupCount; group++) {
      const room = highs[group]! - lows[group]!;
      if (room < 0) return undefined;
      if (room === Infinity) continue;
      lows[group] = lows[group]! + (room * MARGIN) / 2;
      highs[group] = highs[group]! - (room * MARGIN) / 2;
    }
    return { lows, highs };
  }

  private solve(
    { reduced: { relations }, sweeps, isChanging, solved }: Prepared,
    near: Float64Array,
    { lows, highs }: Limits,
  ): SolvedEquations | undefined {
    const touched = sweeps.touched(near, relations, TOUCH * this.unit);
    const canMove = (group: number) => lows[group]! < highs[group]!;
    const moving = isChanging.flatMap((is, group) => (is && canMove(group) ? [group] : []));
    const key = `${[...touched].join()};${moving.join()}`;
    if (!solved.has(key)) {
      const equations = relations.flatMap(({ terms, low, high }, index) => {
        const rest = low !== undefined && high !== undefined ? low : { low, high }[touched.get(index) ?? "low"];
        const isEquation = (low !== undefined && high !== undefined) || touched.has(index);
        return isEquation && rest !== undefined ? [{ terms, rest }] : [];
      });
      solved.set(key, eliminate(equations, canMove));
    }
    return solved.get(key);
  }

  private isWithin(point: readonly Rational[], other: ReadonlyMap<number, Bounds>): boolean {
    return this.system.cells.every(({ half }, cell) => {
      const amount = point[cell]!;
      const own = other.get(cell);
      if (own) return isBetween(amount, own);
      if (typeof amount === "number" && typeof half === "number") return Math.abs(amount) <= half * PARTS;
      return isBetween(amount, { low: negate(half), high: half });
    });
  }
}

/** The near point with the solved amounts made exact, for each cell, in PARTS. */
function exactPoint(
  near: Float64Array,
  solved: SolvedEquations,
  { groupOf, offsetOf }: ReducedSystem,
): Rational[] {
  const groups: Rational[] = Array.from(near, (amount) => Math.round(amount * PARTS) + 0);
  fillSolved(groups, solved, PARTS);
  return Array.from(groupOf, (group, cell) => {
    const offset = multiply(offsetOf[cell]! + 0, PARTS);
    return group === SETTLED ? offset : add(groups[group]!, offset);
  });
}

function holdsExactly({ relations }: ScaledSystem, point: readonly Rational[]): boolean {
  return relations.every((relation) => {
    let sum: Rational = 0;
    for (const [cell, factor] of relation.terms) sum = add(sum, multiply(factor, point[cell]!));
    return isBetween(sum, relation);
  });
}

/** Whether an amount in PARTS lies between bounds in whole units. */
function isBetween(amount: Rational, { low, high }: Bounds): boolean {
  return (
    (low === undefined || compare(amount, multiply(low, PARTS)) >= 0) &&
    (high === undefined || compare(amount, multiply(high, PARTS)) <= 0)
  );
}
