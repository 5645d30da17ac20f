import { Effort } from "./effort";
import { absolute, add, compare, divide, multiply, signOf, subtract } from "./rational";
import type { Rational } from "./rational";
import { isBroken } from "./scale";
import type { ScaledRelation, ScaledSystem } from "./scale";
import { Simplex } from "./simplex";
import type { Bounds, Conflict } from "./simplex";

/** Why figures cannot be true together: these relations over these cells, all of which would have to be doubted. */
export interface Evidence {
  /** Places of relations. */
  readonly relations: readonly number[];
  /** Places of cells; changing any one of them makes this evidence void. */
  readonly cells: readonly number[];
  /** The sum that bounds rule out: factors by variable, cells by their place and relations after all cells. */
  readonly factors: Conflict;
}

/** Which part of a system is asked about; all of it where nothing is said. */
export interface Reach {
  /** Only these relations. */
  readonly only?: ReadonlySet<number>;
  /** Relations from which steps are counted. Default: all that cannot hold. */
  readonly from?: readonly number[];
  /**
   * Relations are looked at that share a cell with one so many steps away at the most. A cell that is not believed is as near
   * as the relations steps are counted from, so that its own relations are always looked at. Default: all.
   */
  readonly steps?: number;
  /** The same for relations that hold by rounding and are met by the point at hand. Default: as many steps. */
  readonly ringSteps?: number;
  /** Relations that are passed over. */
  readonly isPassed?: (relation: number) => boolean;
  /** Cells that are never believed. */
  readonly doubted?: ReadonlySet<number>;
  /**
   * Moves first the figures that fewest relations speak of, so that fewer relations are broken and looked at in turn. For those
   * who ask only whether all can hold: which proof is found, where there are several, may be another.
   */
  readonly fewestFirst?: boolean;
  /** How much may be done. Default: as much as it takes. */
  readonly effort?: Effort;
}

const FREE: Bounds = { low: undefined, high: undefined };

/**
 * Answers whether a system can hold while some of its figures are not believed. Relations are taken into the tableau only
 * as they are needed: those that cannot hold, those that the point at hand breaks, then ring by ring those around that
 * hold only by rounding. What it calls impossible is impossible; what it takes to hold does so within its reach.
 */
export class Oracle {
  /** What its questions may still take. */
  readonly effort: Effort;
  private readonly simplex: Simplex;
  /** Relations in the tableau, with how many steps away they are. */
  private readonly loaded = new Map<number, number>();
  /** Cells in the tableau, with how many steps away they are. */
  private readonly stepsTo = new Map<number, number>();
  /** Relations that do not hold in the figures as printed and are not in the tableau yet. */
  private readonly pending = new Set<number>();
  /** Cells in the tableau around which no ring was taken in yet. */
  private edge = new Set<number>();
  private free = new Set<number>();

  constructor(
    private readonly system: ScaledSystem,
    private readonly reach: Reach = {},
  ) {
    this.effort = reach.effort ?? new Effort();
    this.simplex = new Simplex(this.effort);
    for (const index of reach.only ?? system.inexact) if (this.isAsked(index)) this.pending.add(index);
    const from =
      reach.only ?? reach.from ?? system.inexact.filter((index) => isBroken(system.relation(index)));
    for (const index of from) this.load(index, 0);
    if (reach.only) this.pending.clear();
  }

  /** True when the effort was spent: "can hold" then only means that nothing was found against it. */
  get isCut(): boolean {
    return this.effort.isSpent;
  }

  /** Relations looked at closely so far that are no more than so many steps away. */
  relationsWithin(steps: number): number[] {
    return [...this.loaded].filter(([, away]) => away <= steps).map(([index]) => index);
  }

  /** Says that these figures are not believed any more. */
  doubt(cells: Iterable<number>): void {
    for (const cell of cells) {
      if (this.free.has(cell)) continue;
      this.free.add(cell);
      this.bind(cell);
      if ((this.stepsTo.get(cell) ?? 0) > 0) {
        this.stepsTo.set(cell, 0);
        this.edge.add(cell);
        this.simplex.changed.add(cell);
      }
    }
  }

  /** Says that these figures keep to what they stand for again. */
  believe(cells: Iterable<number>): void {
    for (const cell of cells) if (this.free.delete(cell)) this.bind(cell);
  }

  /** Says which figures are not believed; all others keep to what they stand for. */
  setFree(free: ReadonlySet<number>): void {
    this.believe([...this.free].filter((cell) => !free.has(cell)));
    this.doubt(free);
  }

  /** Why the relations cannot hold; undefined when they can. */
  findEvidence(): Evidence | undefined {
    for (;;) {
      const conflict = this.simplex.findPoint();
      if (conflict) return this.evidenceOf(conflict);
      if (this.isCut) return undefined;
      if (this.loadBroken() || this.loadRing()) continue;
      return undefined;
    }
  }

  /** Takes in the pending relations around those in the tableau; where steps are not counted, the first that is left at last. */
  private loadRing(): boolean {
    const cells = this.edge;
    this.edge = new Set();
    let isChanged = false;
    const { steps = Infinity, ringSteps = steps } = this.reach;
    for (const cell of this.pending.size > 0 ? cells : []) {
      const away = (this.stepsTo.get(cell) as number) + 1;
      if (away > ringSteps) continue;
      for (const index of this.system.relationsOf(cell))
        if (this.pending.has(index)) isChanged = this.load(index, away) || isChanged;
    }
    if (isChanged || steps < Infinity) return isChanged;
    const [first] = this.pending;
    return first !== undefined && this.load(first, 0);
  }

  /**
   * The amounts a cell may have while the relations hold, as differences from its printed figure; undefined on a side
   * without a limit. Only after findEvidence() has found none. Where the effort is spent, the limits are those of the
   * cell's own relations.
   */
  rangeOf(cell: number): Bounds {
    while (this.loadRing());
    if (this.findEvidence() || this.isCut) return this.outerRangeOf(cell);
    if (!this.simplex.has(cell)) return this.boundsOf(cell);
    const low = this.extreme(cell, false);
    const high = low && this.extreme(cell, true);
    return low && high ? { low: low.end, high: high.end } : this.outerRangeOf(cell);
  }

  /**
   * The amounts a free cell may have by each of its relations alone, as differences from its printed figure: no narrower
   * than rangeOf and much quicker. Relations with other free cells say nothing.
   */
  outerRangeOf(cell: number): Bounds {
    let low: Rational | undefined;
    let high: Rational | undefined;
    for (const index of this.system.relationsOf(cell)) {
      if (!this.isAsked(index)) continue;
      const relation = this.system.relation(index);
      let own: Rational = 0;
      let rest: Rational = 0;
      let isAlone = true;
      for (const [other, factor] of relation.terms) {
        if (other === cell) own = add(own, factor);
        else if (this.isFree(other)) isAlone = false;
        else rest = add(rest, multiply(absolute(factor), this.system.cell(other).half));
      }
      if (!isAlone || signOf(own) === 0) continue;
      const from = relation.low === undefined ? undefined : divide(subtract(relation.low, rest), own);
      const to = relation.high === undefined ? undefined : divide(add(relation.high, rest), own);
      const [first, last] = signOf(own) > 0 ? [from, to] : [to, from];
      if (first !== undefined && (low === undefined || compare(first, low) > 0)) low = first;
      if (last !== undefined && (high === undefined || compare(last, high) < 0)) high = last;
    }
    return { low, high };
  }

  /** Whether everything can hold with a free cell kept within these bounds, given like those of rangeOf. */
  canHoldWithin(cell: number, bounds: Bounds): boolean {
    this.enter(cell, 0);
    this.simplex.setBounds(cell, bounds);
    const canHold = !this.findEvidence();
    this.simplex.setBounds(cell, this.boundsOf(cell));
    return canHold;
  }

  /** One end of the amounts a cell may have; none where relations come in that cannot hold beside the others. */
  private extreme(cell: number, isMaximum: boolean): { readonly end: Rational | undefined } | undefined {
    for (;;) {
      const end = this.simplex.optimise(cell, isMaximum);
      if (this.isCut) return undefined;
      if (!this.loadBroken()) return { end };
      if (this.simplex.findPoint() || this.isCut) return undefined;
    }
  }

  private bind(cell: number): void {
    if (this.simplex.has(cell)) this.simplex.setBounds(cell, this.boundsOf(cell));
  }

  private isFree(cell: number): boolean {
    return this.free.has(cell) || this.reach.doubted?.has(cell) === true;
  }

  private boundsOf(cell: number): Bounds {
    if (this.isFree(cell)) return FREE;
    const { half, bounds } = this.system.cell(cell);
    return bounds ?? { low: multiply(half, -1), high: half };
  }

  private isAsked(index: number): boolean {
    return this.reach.only?.has(index) !== false && this.reach.isPassed?.(index) !== true;
  }

  /** Puts a cell into the tableau, or takes down that it is nearer than was known. */
  private enter(cell: number, steps: number): void {
    const known = this.stepsTo.get(cell);
    const own = this.free.has(cell) ? 0 : steps;
    if (known === undefined) this.simplex.addVariable(cell, this.boundsOf(cell));
    if (known !== undefined && known <= own) return;
    this.stepsTo.set(cell, own);
    this.edge.add(cell);
    if (known !== undefined) this.simplex.changed.add(cell);
  }

  private load(index: number, steps: number): boolean {
    if (this.loaded.has(index) || !this.isAsked(index)) return false;
    const relation = this.system.relation(index);
    this.loaded.set(index, steps);
    this.pending.delete(index);
    for (const [cell] of relation.terms) this.enter(cell, steps);
    this.simplex.addRow(this.system.cellCount + index, this.inOrder(relation.terms), relation);
    return true;
  }

  private inOrder(terms: ScaledRelation["terms"]): ScaledRelation["terms"] {
    if (!this.reach.fewestFirst) return terms;
    const count = (cell: number) => this.system.relationsOf(cell).length;
    return [...terms].sort(([one], [other]) => count(one) - count(other));
  }

  /** Takes in relations within reach that the present point breaks; false when there are none. */
  private loadBroken(): boolean {
    const { steps = Infinity, only } = this.reach;
    const { changed } = this.simplex;
    const looked = new Set<number>();
    let isChanged = false;
    if (only) changed.clear();
    for (const cell of changed) {
      changed.delete(cell);
      const away = this.stepsTo.get(cell);
      if (away === undefined || away >= steps || signOf(this.simplex.valueOf(cell)) === 0) continue;
      for (const index of this.system.relationsOf(cell)) {
        if (this.loaded.has(index) || looked.has(index)) continue;
        looked.add(index);
        if (this.isAsked(index) && this.isBrokenNow(index))
          isChanged = this.load(index, away + 1) || isChanged;
      }
    }
    return isChanged;
  }

  private isBrokenNow(index: number): boolean {
    const { terms, low, high } = this.system.relation(index);
    this.effort.spend(terms.length);
    let sum: Rational = 0;
    for (const [cell, factor] of terms) {
      const value = this.simplex.valueOf(cell);
      if (value !== 0) sum = add(sum, multiply(factor, value));
    }
    return (low !== undefined && compare(sum, low) < 0) || (high !== undefined && compare(sum, high) > 0);
  }

  private evidenceOf(factors: Conflict): Evidence {
    const { cellCount } = this.system;
    const variables = [...factors.keys()];
    return {
      factors,
      relations: variables.filter((one) => one >= cellCount).map((one) => one - cellCount),
      cells: variables.filter((one) => one < cellCount),
    };
  }
}
