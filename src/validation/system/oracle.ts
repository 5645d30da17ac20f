import { signOf, add, compare, multiply } from "./rational";
import type { Rational } from "./rational";
import { excessOf } from "./scale";
import type { ScaledSystem } from "./scale";
import { Simplex } from "./simplex";
import type { Bounds } from "./simplex";

/** Why figures cannot be true together: these relations over these cells, all of which would have to be doubted. */
export interface Evidence {
  /** Places of relations. */
  readonly relations: readonly number[];
  /** Places of cells; changing any one of them makes this evidence void. */
  readonly cells: readonly number[];
}

const FREE: Bounds = { low: undefined, high: undefined };

/**
 * Answers whether a system can hold while some of its figures are not believed. Relations are taken into the tableau
 * only once the point at hand breaks them: what agrees to the last digit far from a mistake is never looked at.
 */
export class Oracle {
  private readonly simplex = new Simplex();
  private readonly loaded = new Set<number>();
  private readonly cells = new Set<number>();
  private free: ReadonlySet<number> = new Set();

  /** `only` limits the question to some of the relations. */
  constructor(
    private readonly system: ScaledSystem,
    private readonly only?: ReadonlySet<number>,
  ) {
    system.relations.forEach((relation, index) => {
      if (signOf(excessOf(relation)) !== 0) this.load(index);
    });
  }

  /** Says which figures are not believed; all others keep to what they stand for. */
  setFree(free: ReadonlySet<number>): void {
    for (const cell of this.free) if (!free.has(cell)) this.bind(cell, this.boundsOf(cell));
    for (const cell of free) if (!this.free.has(cell)) this.bind(cell, FREE);
    this.free = new Set(free);
  }

  /** Why the relations cannot hold; undefined when they can. */
  findEvidence(): Evidence | undefined {
    for (;;) {
      const conflict = this.simplex.findPoint();
      if (conflict) return this.evidenceOf([...conflict.keys()]);
      if (!this.loadBroken()) return undefined;
    }
  }

  /**
   * The amounts a cell may have while the relations hold, as differences from its printed figure; undefined on a side
   * without a limit. Only after findEvidence() has found none.
   */
  rangeOf(cell: number): Bounds {
    if (!this.simplex.has(cell)) return this.free.has(cell) ? FREE : this.boundsOf(cell);
    return { low: this.extreme(cell, false), high: this.extreme(cell, true) };
  }

  private extreme(cell: number, isMaximum: boolean): Rational | undefined {
    for (;;) {
      const found = this.simplex.optimise(cell, isMaximum);
      if (found === undefined) {
        // Perhaps no limit only because the relations that give it are not in yet.
        if (!this.loadAround(cell)) return undefined;
      } else if (!this.loadBroken()) return found;
      if (this.simplex.findPoint()) throw new Error("a system that could hold cannot any more");
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
        if (!this.loaded.has(index) && this.isBroken(index)) isChanged = this.load(index) || isChanged;
      }
    }
    return isChanged;
  }

  /** Takes in all relations that stand in some chain with a cell, one ring at a time; false when none is left. */
  private loadAround(cell: number): boolean {
    const seen = new Set([cell]);
    let ring = [cell];
    while (ring.length > 0) {
      const indices = ring.flatMap((one) => this.system.relationsOf[one] ?? []);
      const isChanged = indices.map((index) => this.load(index)).some(Boolean);
      if (isChanged) return true;
      const next = indices.flatMap((index) => this.system.relations[index]?.terms.map(([one]) => one) ?? []);
      ring = [...new Set(next)].filter((one) => !seen.has(one));
      ring.forEach((one) => seen.add(one));
    }
    return false;
  }

  private isBroken(index: number): boolean {
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
