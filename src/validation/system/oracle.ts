import { absolute, add, compare, divide, multiply, signOf, subtract } from "./rational";
import type { Rational } from "./rational";
import { excessOf, isBroken } from "./scale";
import type { ScaledSystem } from "./scale";
import { Simplex } from "./simplex";
import type { Bounds } from "./simplex";
import { WitnessSearch } from "./witness";
import type { WitnessAnswer } from "./witness";

/** Why figures cannot be true together: these relations over these cells, all of which would have to be doubted. */
export interface Evidence {
  /** Places of relations. */
  readonly relations: readonly number[];
  /** Places of cells; changing any one of them makes this evidence void. */
  readonly cells: readonly number[];
}

const FREE: Bounds = { low: undefined, high: undefined };

/** Where as many relations as this may come into the tableau a quicker way is tried first. */
const FIRST_LOADED = 150;

/** The quicker way is given up once it has found nothing so often in a row: with another cell free it mostly will not either. */
const MOST_MISSES = 3;

/**
 * Answers whether a system can hold while some of its figures are not believed. Relations are taken into the tableau only
 * as they are needed: those that cannot hold, those that the point at hand breaks, then ring by ring those around that
 * hold only by rounding. A workbook of thousands of relations is mostly told by amounts that are found for it.
 */
export class Oracle {
  private readonly simplex = new Simplex();
  private readonly loaded = new Set<number>();
  private readonly cells = new Set<number>();
  /** Relations that do not hold in the figures as printed and are not in the tableau yet. */
  private readonly pending = new Set<number>();
  private readonly witness: WitnessSearch | undefined;
  private misses = 0;
  private free: ReadonlySet<number> = new Set();
  private kept: { readonly cell: number; readonly bounds: Bounds } | undefined;

  /**
   * `only` limits the question to some of the relations. Where more than `mostLoaded` relations would have to be looked
   * at together, the system is taken to hold.
   */
  constructor(
    private readonly system: ScaledSystem,
    private readonly only?: ReadonlySet<number>,
    private readonly mostLoaded = Infinity,
  ) {
    system.relations.forEach((relation, index) => {
      if (only?.has(index) === false || signOf(excessOf(relation)) === 0) return;
      if (only || isBroken(relation)) this.load(index);
      else this.pending.add(index);
    });
    this.witness = only ? undefined : new WitnessSearch(system);
  }

  /** Says which figures are not believed; all others keep to what they stand for. */
  setFree(free: ReadonlySet<number>): void {
    for (const cell of this.free) if (!free.has(cell)) this.bind(cell, this.boundsOf(cell));
    for (const cell of free) if (!this.free.has(cell)) this.bind(cell, FREE);
    this.free = new Set(free);
  }

  /** Why the relations cannot hold; undefined when they can. */
  findEvidence(): Evidence | undefined {
    return this.search(false);
  }

  private isLarge(): boolean {
    return this.loaded.size + this.pending.size >= FIRST_LOADED;
  }

  private search(isWitnessTried: boolean): Evidence | undefined {
    let isTried = isWitnessTried;
    for (;;) {
      const conflict = this.simplex.findPoint();
      if (conflict) return this.evidenceOf([...conflict.keys()]);
      if (!isTried && this.isLarge()) {
        isTried = true;
        if (this.lookForWitness() === "found") return undefined;
        continue;
      }
      if (this.loaded.size >= this.mostLoaded) return undefined;
      if (this.loadBroken()) continue;
      if (this.pending.size === 0) return undefined;
      this.loadRing();
    }
  }

  private lookForWitness(): WitnessAnswer {
    if (!this.witness || this.misses >= MOST_MISSES) return "unknown";
    const other = new Map([...this.free].map((cell) => [cell, FREE]));
    if (this.kept) other.set(this.kept.cell, this.kept.bounds);
    const answer = this.witness.find(other);
    this.misses = answer === "unknown" ? this.misses + 1 : 0;
    for (const index of this.witness.strained) this.load(index);
    return answer;
  }

  /** Takes in the pending relations around those in the tableau; where there are none, the first that is left. */
  private loadRing(): void {
    const around = new Set<number>();
    for (const cell of this.cells)
      for (const index of this.system.relationsOf[cell] ?? []) if (this.pending.has(index)) around.add(index);
    const [first] = this.pending;
    if (around.size === 0 && first !== undefined) around.add(first);
    for (const index of around) this.load(index);
  }

  /**
   * The amounts a cell may have while the relations hold, as differences from its printed figure; undefined on a side
   * without a limit. Only after findEvidence() has found none. Where the system was taken to hold because it is large,
   * the limits are those of the cell's own relations.
   */
  rangeOf(cell: number): Bounds {
    if (this.loaded.size + this.pending.size > this.mostLoaded) return this.outerRangeOf(cell);
    for (const index of this.pending) this.load(index);
    if (this.findEvidence()) return this.outerRangeOf(cell);
    if (!this.simplex.has(cell)) return this.free.has(cell) ? FREE : this.boundsOf(cell);
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
    for (const index of this.system.relationsOf[cell] ?? []) {
      const relation = this.system.relations[index];
      if (!relation || this.only?.has(index) === false) continue;
      let own: Rational = 0;
      let rest: Rational = 0;
      let isAlone = true;
      for (const [other, factor] of relation.terms) {
        if (other === cell) own = add(own, factor);
        else if (this.free.has(other)) isAlone = false;
        else rest = add(rest, multiply(absolute(factor), this.system.cells[other]?.half ?? 0));
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
    if (!this.simplex.has(cell)) {
      this.cells.add(cell);
      this.simplex.addVariable(cell, FREE);
    }
    this.simplex.setBounds(cell, bounds);
    this.kept = { cell, bounds };
    const answer = this.isLarge() ? this.lookForWitness() : "unknown";
    const canHold = answer === "unknown" ? !this.search(true) : answer === "found";
    this.kept = undefined;
    this.simplex.setBounds(cell, FREE);
    return canHold;
  }

  /** One end of the amounts a cell may have; none where relations come in that cannot hold beside the others. */
  private extreme(cell: number, isMaximum: boolean): { readonly end: Rational | undefined } | undefined {
    for (;;) {
      const end = this.simplex.optimise(cell, isMaximum);
      if (!this.loadBroken()) return { end };
      if (this.loaded.size > this.mostLoaded || this.simplex.findPoint()) return undefined;
    }
  }

  private bind(cell: number, bounds: Bounds): void {
    if (this.simplex.has(cell)) this.simplex.setBounds(cell, bounds);
  }

  private boundsOf(cell: number): Bounds {
    const half = this.system.cells[cell]?.half ?? 0;
    return { low: multiply(half, -1), high: half };
  }

  private load(index: number): boolean {
    const relation = this.system.relations[index];
    if (!relation || this.loaded.has(index) || this.only?.has(index) === false) return false;
    this.loaded.add(index);
    this.pending.delete(index);
    for (const [cell] of relation.terms) {
      this.cells.add(cell);
      this.simplex.addVariable(cell, this.free.has(cell) ? FREE : this.boundsOf(cell));
    }
    this.simplex.addRow(this.system.cells.length + index, relation.terms, relation);
    return true;
  }

  /** Takes in relations that the present point breaks; false when there are none. */
  private loadBroken(): boolean {
    let isChanged = false;
    for (const cell of [...this.cells]) {
      if (signOf(this.simplex.valueOf(cell)) === 0) continue;
      for (const index of this.system.relationsOf[cell] ?? []) {
        if (!this.loaded.has(index) && this.isBrokenNow(index)) isChanged = this.load(index) || isChanged;
      }
    }
    return isChanged;
  }

  private isBrokenNow(index: number): boolean {
    const relation = this.system.relations[index];
    if (!relation) return false;
    let sum: Rational = 0;
    for (const [cell, factor] of relation.terms) sum = add(sum, multiply(factor, this.simplex.valueOf(cell)));
    const { low, high } = relation;
    return (low !== undefined && compare(sum, low) < 0) || (high !== undefined && compare(sum, high) > 0);
  }

  private evidenceOf(variables: readonly number[]): Evidence {
    const count = this.system.cells.length;
    return {
      relations: variables.filter((one) => one >= count).map((one) => one - count),
      cells: variables.filter((one) => one < count),
    };
  }
}
