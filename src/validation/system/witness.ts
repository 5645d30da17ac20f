import { eliminate, fillSolved } from "./eliminate";
import type { SolvedEquations } from "./eliminate";
import { add, compare, multiply, negate, toNumber } from "./rational";
import type { Rational } from "./rational";
import { reduceSystem, SETTLED } from "./reduce";
import type { Limits, PlainRelation, ReducedSystem } from "./reduce";
import type { ScaledSystem } from "./scale";
import type { Bounds } from "./simplex";
import { Sweeps } from "./sweeps";

/** An inequality nearer than this share of a unit to its bound is taken for an equation: sweeps keep others further off. */
const TOUCH = 0.01;

/**
 * Amounts are kept so far inside their limits, as a share of half the way between, that the exact point is inside too; where
 * there is less room, nearer.
 */
const MARGIN = 0.1;
const NARROW_MARGIN = 0.01;

/** Relations off by more than this share of what the worst is off by are named where sweeps come to nothing. */
const STRAINED = 0.3;

/** How many times amounts are taken to be at their limits. */
const MOST_TURNS = 2;

/** Parts of a unit in which amounts are tried. */
const PARTS = 4096;

/**
 * found: there are such amounts. impossible: there are none. unknown: neither could be told.
 */
export type WitnessAnswer = "found" | "impossible" | "unknown";

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
 * and every cell is checked exactly. So what it finds is proven; where it finds nothing the simplex decides.
 */
export class WitnessSearch {
  private readonly unit: number;
  /** Cells that some question was asked about so far. */
  private readonly asked = new Set<number>();
  private prepared: Prepared | undefined;
  /** Amounts with which all relations hold, in PARTS. */
  private point: readonly Rational[] | undefined;
  /** After "unknown": relations of the system that sweeps could not bring together, where the reason may lie. */
  strained: readonly number[] = [];

  constructor(private readonly system: ScaledSystem) {
    this.unit = system.cells.reduce((most, { half }) => Math.max(most, toNumber(half)), 0);
  }

  /**
   * Looks for amounts with which all relations hold while each cell keeps to its bounds, given as differences from its
   * printed figure: those of `other` where it has the cell, else what the figure stands for.
   */
  find(other: ReadonlyMap<number, Bounds>): WitnessAnswer {
    this.strained = [];
    if (this.point && this.isWithin(this.point, other)) return "found";
    const prepared = this.prepare(other.keys());
    if (!prepared) return "impossible";
    const { reduced } = prepared;
    const limits = groupLimits(reduced, this.limitsOf(other));
    if (limits.lows.some((low, group) => low > limits.highs[group]!)) return "impossible";
    const groups = this.nearby(prepared, limits) ?? this.closely(reduced.relations, limits);
    if (typeof groups === "string") return groups;
    const point = spread(groups, reduced);
    if (!this.isWithin(point, other) || !holdsExactly(this.system, point)) return "unknown";
    this.point = point;
    return "found";
  }

  private prepare(cells: Iterable<number>): Prepared | undefined {
    const before = this.asked.size;
    for (const cell of cells) this.asked.add(cell);
    if (this.prepared && this.asked.size === before) return this.prepared;
    const anything = new Map([...this.asked].map((cell) => [cell, { low: undefined, high: undefined }]));
    const reduced = reduceSystem(this.system.relations, this.limitsOf(anything));
    if (!reduced) return (this.prepared = undefined);
    const isChanging = Array.from({ length: reduced.groupCount }, () => false);
    for (const cell of this.asked) {
      const group = reduced.groupOf[cell]!;
      if (group !== SETTLED) isChanging[group] = true;
    }
    const sweeps = new Sweeps(reduced.relations, this.unit);
    return (this.prepared = { reduced, sweeps, isChanging, solved: new Map(), last: undefined });
  }

  private limitsOf(other: ReadonlyMap<number, Bounds>): Limits {
    const { cells } = this.system;
    const lows = new Float64Array(cells.length);
    const highs = new Float64Array(cells.length);
    cells.forEach(({ half }, cell) => {
      const own = other.get(cell);
      highs[cell] = toNumber(own ? (own.high ?? Infinity) : half);
      lows[cell] = own ? toNumber(own.low ?? -Infinity) : 0 - highs[cell];
    });
    return { lows, highs };
  }

  /** Amounts of the groups from where the last question ended; undefined where none are found. */
  private nearby(prepared: Prepared, limits: Limits): Rational[] | undefined {
    const { reduced, sweeps, isChanging, solved, last } = prepared;
    const inner = drawnIn(limits, MARGIN);
    const near = sweeps.run(inner, last);
    if (!near) return undefined;
    prepared.last = near;
    const touched = sweeps.touched(near, TOUCH * this.unit);
    const canMove = movable(inner);
    const moving = isChanging.flatMap((is, group) => (is && canMove(group) ? [group] : []));
    const key = `${[...touched].join()};${moving.join()}`;
    if (!solved.has(key)) solved.set(key, eliminate(equationsOf(reduced.relations, touched), canMove));
    const own = solved.get(key);
    return own && pointOf(near, own);
  }

  /**
   * Amounts of the groups once what these limits settle is taken out too, for questions that leave little room. Where they
   * leave none, amounts that come to lie at a limit are taken to be there, and the rest is looked for again.
   */
  private closely(
    relations: readonly PlainRelation[],
    limits: Limits,
    turns = 0,
  ): Rational[] | WitnessAnswer {
    const reduced = reduceSystem(relations, limits, true);
    if (!reduced) return turns === 0 ? "impossible" : "unknown";
    const sweeps = new Sweeps(reduced.relations, this.unit);
    for (const margin of [NARROW_MARGIN, 0]) {
      const inner = drawnIn(reduced.limits, margin);
      const near = sweeps.run(inner, undefined);
      if (!near) {
        const most = sweeps.offs.reduce((a, b) => Math.max(a, b), 0);
        this.strained = reduced.relations.flatMap(({ origin }, index) =>
          origin !== undefined && sweeps.offs[index]! > most * STRAINED ? [origin] : [],
        );
        continue;
      }
      const touched = sweeps.touched(near, TOUCH * this.unit);
      const solved = eliminate(equationsOf(reduced.relations, touched), movable(inner));
      const point = solved && pointOf(near, solved);
      if (point && isInside(point, reduced.limits)) return spread(point, reduced);
      if (turns === MOST_TURNS) continue;
      const atEnds = snapped(near, reduced.limits, TOUCH * this.unit);
      const rest = this.closely(reduced.relations, atEnds, turns + 1);
      if (typeof rest === "object") return spread(rest, reduced);
    }
    return "unknown";
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

/** What each group may be. */
function groupLimits({ groupOf, offsetOf, groupCount }: ReducedSystem, { lows, highs }: Limits): Limits {
  const own = {
    lows: new Float64Array(groupCount).fill(-Infinity),
    highs: new Float64Array(groupCount).fill(Infinity),
  };
  groupOf.forEach((group, place) => {
    if (group === SETTLED) return;
    own.lows[group] = Math.max(own.lows[group]!, lows[place]! - offsetOf[place]!);
    own.highs[group] = Math.min(own.highs[group]!, highs[place]! - offsetOf[place]!);
  });
  return own;
}

/** Limits that leave a margin on both sides, as a share of half the way between them. */
function drawnIn({ lows, highs }: Limits, margin: number): Limits {
  const inset = lows.map((low, place) =>
    highs[place]! - low < Infinity ? ((highs[place]! - low) * margin) / 2 : 0,
  );
  return {
    lows: lows.map((low, place) => low + inset[place]!),
    highs: highs.map((high, place) => high - inset[place]!),
  };
}

/** Limits with those amounts settled that lie about at one. */
function snapped(near: Float64Array, { lows, highs }: Limits, within: number): Limits {
  const isLow = near.map((amount, place) => Number(amount - lows[place]! < within));
  const isHigh = near.map((amount, place) => Number(highs[place]! - amount < within));
  return {
    lows: lows.map((low, place) => (isHigh[place] === 1 && isLow[place] === 0 ? highs[place]! : low)),
    highs: highs.map((high, place) => (isLow[place] === 1 ? lows[place]! : high)),
  };
}

/** About, which is enough to choose by: what is found is checked exactly in the end. */
function isInside(point: readonly Rational[], { lows, highs }: Limits): boolean {
  return point.every((amount, place) => {
    const about = toNumber(amount);
    return about >= lows[place]! * PARTS && about <= highs[place]! * PARTS;
  });
}

function movable({ lows, highs }: Limits) {
  return (place: number) => lows[place]! < highs[place]!;
}

function equationsOf(relations: readonly PlainRelation[], touched: ReadonlyMap<number, "low" | "high">) {
  return relations.flatMap(({ terms, low, high }, index) => {
    const isEquation = low !== undefined && high !== undefined && compare(low, high) === 0;
    const side = isEquation ? "low" : touched.get(index);
    const rest = side && { low, high }[side];
    return rest === undefined ? [] : [{ terms, rest }];
  });
}

/** The near point with the solved amounts made exact, in PARTS. */
function pointOf(near: Float64Array, solved: SolvedEquations): Rational[] {
  const point: Rational[] = Array.from(near, (amount) => Math.round(amount * PARTS) + 0);
  fillSolved(point, solved, PARTS);
  return point;
}

/** The amounts that groups stand for, in PARTS. */
function spread(groups: readonly Rational[], { groupOf, offsetOf }: ReducedSystem): Rational[] {
  return Array.from(groupOf, (group, place) => {
    const offset = multiply(offsetOf[place]! + 0, PARTS);
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
