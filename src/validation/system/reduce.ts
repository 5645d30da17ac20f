import { add, compare, multiply, negate, signOf, subtract } from "./rational";
import type { Rational } from "./rational";
import type { ScaledSystem } from "./scale";

/** A relation over groups of cells, told like a ScaledRelation. */
export interface ReducedRelation {
  readonly terms: readonly (readonly [group: number, coefficient: Rational])[];
  readonly low: Rational | undefined;
  readonly high: Rational | undefined;
}

/** What is left of a system to be decided once cells that must move together are one and settled ones are gone. */
export interface ReducedSystem {
  /** Cell → its group; SETTLED where its amount is known. */
  readonly groupOf: Int32Array;
  /** A cell's amount less its group's; the amount itself where it is settled. Whole half steps. */
  readonly offsetOf: Float64Array;
  readonly groupCount: number;
  /** Each relation once. */
  readonly relations: readonly ReducedRelation[];
}

export const SETTLED = -1;

/** Offsets beyond this are not worked with, so that sums of them stay whole. */
const MOST_OFFSET = 2 ** 48;

/**
 * Reduces a system while these cells may have any amount: a figure repeated in other tables and columns is one amount, an
 * exact zero is none, a relation at the end of its slack settles its cells. Undefined when that alone shows that the
 * system cannot hold.
 */
export function reduceSystem(system: ScaledSystem, free: ReadonlySet<number>): ReducedSystem | undefined {
  return new Reduction(system, free).run();
}

interface Sum {
  readonly groups: number[];
  readonly factors: Rational[];
  readonly low: Rational | undefined;
  readonly high: Rational | undefined;
}

class Reduction {
  /** Cell → the cell that stands for its group. */
  private readonly leader: Int32Array;
  private readonly offset: Float64Array;
  private readonly lows: Float64Array;
  private readonly highs: Float64Array;
  private readonly members: number[][];
  /** Where a group stands in the sum at hand. */
  private readonly place: Int32Array;
  private readonly isWaiting: Uint8Array;
  private readonly isDone: Uint8Array;
  private queue: number[] = [];

  constructor(
    private readonly system: ScaledSystem,
    free: ReadonlySet<number>,
  ) {
    const { cells, relations } = system;
    this.leader = Int32Array.from(cells, (_, cell) => cell);
    this.offset = new Float64Array(cells.length);
    this.lows = new Float64Array(cells.length);
    this.highs = new Float64Array(cells.length);
    this.members = cells.map((_, cell) => [cell]);
    this.place = new Int32Array(cells.length).fill(-1);
    this.isWaiting = new Uint8Array(relations.length);
    this.isDone = new Uint8Array(relations.length);
    cells.forEach(({ half }, cell) => {
      const limit = free.has(cell) || typeof half !== "number" ? Infinity : half;
      this.lows[cell] = 0 - limit;
      this.highs[cell] = limit;
      if (limit === 0) this.leader[cell] = SETTLED;
    });
  }

  run(): ReducedSystem | undefined {
    const { relations } = this.system;
    // Short relations first: most long ones are short once these are done.
    this.queue = relations
      .map((_, index) => index)
      .sort((a, b) => relations[a]!.terms.length - relations[b]!.terms.length);
    this.isWaiting.fill(1);
    while (this.queue.length > 0) {
      const wave = this.queue;
      this.queue = [];
      for (const index of wave) {
        this.isWaiting[index] = 0;
        if (this.isDone[index] === 0 && !this.simplify(index)) return undefined;
      }
    }
    return this.result();
  }

  /** The relation as a sum over groups. */
  private sumOf(index: number): Sum {
    const { terms, low, high } = this.system.relations[index]!;
    const groups: number[] = [];
    const factors: Rational[] = [];
    let shift: Rational = 0;
    for (const [cell, factor] of terms) {
      const offset = this.offset[cell]!;
      if (offset !== 0) shift = add(shift, multiply(factor, offset));
      const group = this.leader[cell]!;
      if (group === SETTLED) continue;
      const known = this.place[group]!;
      if (known >= 0) factors[known] = add(factors[known]!, factor);
      else {
        this.place[group] = groups.push(group) - 1;
        factors.push(factor);
      }
    }
    for (const group of groups) this.place[group] = -1;
    const isLeft = factors.map((factor) => signOf(factor) !== 0);
    return {
      groups: isLeft.includes(false) ? groups.filter((_, at) => isLeft[at]) : groups,
      factors: isLeft.includes(false) ? factors.filter((_, at) => isLeft[at]) : factors,
      low: low === undefined ? undefined : subtract(low, shift),
      high: high === undefined ? undefined : subtract(high, shift),
    };
  }

  /** Draws from one relation what it settles or makes one; false when it cannot hold. */
  private simplify(index: number): boolean {
    const { groups, factors, low, high } = this.sumOf(index);
    if (groups.length === 0) {
      this.isDone[index] = 1;
      return (low === undefined || compare(low, 0) <= 0) && (high === undefined || compare(high, 0) >= 0);
    }
    if (typeof low === "object" || typeof high === "object") return true;
    if (!factors.every((factor) => typeof factor === "number")) return true;
    const [first = 0, second = 0] = factors;
    const rest = low !== undefined && low === high ? low / first : NaN;
    if (Number.isInteger(rest) && Math.abs(rest) < MOST_OFFSET) {
      const isOne = groups.length === 1;
      if (isOne || (groups.length === 2 && first === -second)) {
        this.isDone[index] = 1;
        return isOne ? this.settle(groups[0]!, rest) : this.join(groups[0]!, groups[1]!, rest);
      }
    }
    return this.weigh(index, groups, factors, low ?? -Infinity, high ?? Infinity);
  }

  /** What the limits of its cells say of a relation: that it cannot hold, that it always holds, that they must all be at an end. */
  private weigh(
    index: number,
    groups: readonly number[],
    factors: readonly number[],
    low: number,
    high: number,
  ): boolean {
    let least = 0;
    let most = 0;
    groups.forEach((group, at) => {
      const factor = factors[at]!;
      least += factor * (factor > 0 ? this.lows[group]! : this.highs[group]!);
      most += factor * (factor > 0 ? this.highs[group]! : this.lows[group]!);
    });
    if (most < low || least > high) return false;
    const isAtEnd = most === low || least === high;
    if (isAtEnd || (least >= low && most <= high)) this.isDone[index] = 1;
    if (!isAtEnd) return true;
    const isUp = most === low;
    const ends = groups.map((group, at) => (factors[at]! > 0 === isUp ? this.highs[group]! : this.lows[group]!));
    return groups.every((group, at) => this.settle(group, ends[at]!));
  }

  private settle(group: number, amount: number): boolean {
    if (amount < this.lows[group]! || amount > this.highs[group]!) return false;
    for (const cell of this.members[group]!) {
      this.offset[cell] = this.offset[cell]! + amount;
      this.leader[cell] = SETTLED;
      this.wait(cell);
    }
    return true;
  }

  /** Makes two groups one: the amount of the first is the amount of the second and `offset`. */
  private join(first: number, second: number, offset: number): boolean {
    const isSwapped = this.members[first]!.length > this.members[second]!.length;
    const [gone, kept, apart] = isSwapped ? [second, first, -offset] : [first, second, offset];
    const low = Math.max(this.lows[kept]!, this.lows[gone]! - apart);
    const high = Math.min(this.highs[kept]!, this.highs[gone]! - apart);
    if (low > high) return false;
    const isNarrower = low > this.lows[kept]! || high < this.highs[kept]!;
    if (isNarrower) for (const cell of this.members[kept]!) this.wait(cell);
    for (const cell of this.members[gone]!) {
      this.offset[cell] = this.offset[cell]! + apart;
      this.leader[cell] = kept;
      this.members[kept]!.push(cell);
      this.wait(cell);
    }
    this.lows[kept] = low;
    this.highs[kept] = high;
    return low < high || this.settle(kept, low);
  }

  private wait(cell: number): void {
    for (const index of this.system.relationsOf[cell]!) {
      if (this.isWaiting[index] === 1 || this.isDone[index] === 1) continue;
      this.isWaiting[index] = 1;
      this.queue.push(index);
    }
  }

  private result(): ReducedSystem {
    const { leader, offset: offsetOf } = this;
    const numbers = new Map<number, number>();
    const numberOf = (group: number) => {
      const known = numbers.get(group);
      if (known !== undefined) return known;
      numbers.set(group, numbers.size);
      return numbers.size - 1;
    };
    const groupOf = leader.map((group) => (group === SETTLED ? SETTLED : numberOf(group)));
    const distinct = new Map<string, ReducedRelation>();
    this.isDone.forEach((isDone, index) => {
      if (isDone === 1) return;
      const own = ordered(this.sumOf(index), numberOf);
      const key = own.terms.map(([group, factor]) => `${group}*${textOf(factor)}`).join();
      const known = distinct.get(key);
      distinct.set(key, known ? narrower(known, own) : own);
    });
    return { groupOf, offsetOf, groupCount: numbers.size, relations: [...distinct.values()] };
  }
}

/** The relation with its groups in order and its first factor above 0, so that the same ones look the same. */
function ordered({ groups, factors, low, high }: Sum, numberOf: (group: number) => number): ReducedRelation {
  const terms = groups
    .map((group, at): [number, Rational] => [numberOf(group), factors[at]!])
    .sort(([a], [b]) => a - b);
  const isUp = signOf(terms[0]?.[1] ?? 1) > 0;
  if (isUp) return { terms, low, high };
  return {
    terms: terms.map(([group, factor]) => [group, negate(factor)]),
    low: high === undefined ? undefined : negate(high),
    high: low === undefined ? undefined : negate(low),
  };
}

function textOf(factor: Rational): string {
  return typeof factor === "number" ? String(factor) : `${factor.n}/${factor.d}`;
}

function narrower(a: ReducedRelation, b: ReducedRelation): ReducedRelation {
  const low = a.low === undefined || (b.low !== undefined && compare(b.low, a.low) > 0) ? b.low : a.low;
  const high = a.high === undefined || (b.high !== undefined && compare(b.high, a.high) < 0) ? b.high : a.high;
  return { terms: a.terms, low, high };
}
