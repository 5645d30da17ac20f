import { add, compare, multiply, negate, signOf, subtract } from "./rational";
import type { Rational } from "./rational";

/** low ≤ Σ coefficient · amount ≤ high, amounts by their place. */
export interface PlainRelation {
  readonly terms: readonly (readonly [place: number, coefficient: Rational])[];
  readonly low: Rational | undefined;
  readonly high: Rational | undefined;
  /** Place of the relation it comes from among those of the system; its own place when left out. */
  readonly origin?: number;
}

/** Limits of amounts by their place; infinite where there are none. */
export interface Limits {
  readonly lows: Float64Array;
  readonly highs: Float64Array;
}

/** What is left to be decided once amounts that must move together are one and settled ones are gone. */
export interface ReducedSystem {
  /** Place of an amount → its group; SETTLED where it is known. */
  readonly groupOf: Int32Array;
  /** An amount less its group's; the amount itself where it is settled. Whole half steps. */
  readonly offsetOf: Float64Array;
  readonly groupCount: number;
  /** What is known of each group's limits. */
  readonly limits: Limits;
  /** Each relation once. */
  readonly relations: readonly PlainRelation[];
}

export const SETTLED = -1;

/** Offsets beyond this are not worked with, so that sums of them stay whole. */
const MOST_OFFSET = 2 ** 48;

/** Limits drawn in for each relation: two amounts can push each other on for ever. */
const MOST_NARROWINGS = 8;

/**
 * Reduces relations over amounts with limits: a figure repeated in other tables and columns is one amount, an exact zero is
 * none, a relation at the end of its slack settles its amounts. Undefined when that alone shows that they cannot hold.
 * `isThorough`: limits are drawn in by what each relation leaves, which settles more and takes longer.
 */
export function reduceSystem(
  relations: readonly PlainRelation[],
  limits: Limits,
  isThorough = false,
): ReducedSystem | undefined {
  return new Reduction(relations, limits, isThorough).run();
}

interface Sum {
  readonly groups: number[];
  readonly factors: Rational[];
  readonly low: Rational | undefined;
  readonly high: Rational | undefined;
}

class Reduction {
  /** Place → the place that stands for its group. */
  private readonly leader: Int32Array;
  private readonly offset: Float64Array;
  private readonly lows: Float64Array;
  private readonly highs: Float64Array;
  private readonly members: number[][];
  /** Place → relations it stands in. */
  private readonly users: number[][];
  /** Where a group stands in the sum at hand. */
  private readonly standing: Int32Array;
  private readonly isWaiting: Uint8Array;
  private readonly isDone: Uint8Array;
  private queue: number[] = [];
  /** How many limits may still be drawn in. */
  private narrowings: number;

  constructor(
    private readonly relations: readonly PlainRelation[],
    { lows, highs }: Limits,
    isThorough: boolean,
  ) {
    this.narrowings = isThorough ? relations.length * MOST_NARROWINGS : 0;
    this.leader = Int32Array.from(lows, (low, place) => (low === 0 && highs[place] === 0 ? SETTLED : place));
    this.offset = new Float64Array(lows.length);
    this.lows = lows.slice();
    this.highs = highs.slice();
    this.members = Array.from(lows, (_, place) => [place]);
    this.users = Array.from(lows, () => []);
    this.standing = new Int32Array(lows.length).fill(-1);
    this.isWaiting = new Uint8Array(relations.length);
    this.isDone = new Uint8Array(relations.length);
    relations.forEach(({ terms }, index) => {
      for (const [place] of terms) this.users[place]!.push(index);
    });
  }

  run(): ReducedSystem | undefined {
    const { relations } = this;
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
    const { terms, low, high } = this.relations[index]!;
    const groups: number[] = [];
    const factors: Rational[] = [];
    let shift: Rational = 0;
    for (const [place, factor] of terms) {
      const offset = this.offset[place]!;
      if (offset !== 0) shift = add(shift, multiply(factor, offset));
      const group = this.leader[place]!;
      if (group === SETTLED) continue;
      const known = this.standing[group]!;
      if (known >= 0) factors[known] = add(factors[known]!, factor);
      else {
        this.standing[group] = groups.push(group) - 1;
        factors.push(factor);
      }
    }
    for (const group of groups) this.standing[group] = -1;
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
    const [least, most] = this.rangeOf(groups, factors);
    if (most < low || least > high) return false;
    const isAtEnd = most === low || least === high;
    if (isAtEnd || (least >= low && most <= high)) this.isDone[index] = 1;
    if (!isAtEnd) return this.isDone[index] === 1 || this.narrow(groups, factors, [low, high], [least, most]);
    const isUp = most === low;
    const ends = groups.map((group, at) =>
      factors[at]! > 0 === isUp ? this.highs[group]! : this.lows[group]!,
    );
    return groups.every((group, at) => this.settle(group, ends[at]!));
  }

  /** Draws in the limits of each amount by what the others of its relation leave; false where nothing is left. */
  private narrow(
    groups: readonly number[],
    factors: readonly number[],
    [low, high]: readonly [number, number],
    [least, most]: readonly [number, number],
  ): boolean {
    for (let at = 0; at < groups.length && this.narrowings > 0; at++) {
      const group = groups[at]!;
      const [from, to] = [this.lows[group]!, this.highs[group]!];
      const isUp = factors[at] === 1;
      // Quotients might not be exact.
      if (!isUp && factors[at] !== -1) continue;
      const others = this.rangeWithout(at, groups, factors, [least, most]);
      const [lower, upper] = isUp ? [low - others[1], high - others[0]] : [others[0] - high, others[1] - low];
      const [first, last] = [Math.max(lower, from), Math.min(upper, to)];
      if (first > last) return false;
      if ((first > from && Number.isInteger(first)) || (last < to && Number.isInteger(last))) {
        if (Number.isInteger(first)) this.lows[group] = first;
        if (Number.isInteger(last)) this.highs[group] = last;
        this.narrowings--;
        for (const place of this.members[group]!) this.wait(place);
        if (this.lows[group] === this.highs[group]) return this.settle(group, first);
      }
    }
    return true;
  }

  /** What the others of a relation can come to. */
  private rangeWithout(
    at: number,
    groups: readonly number[],
    factors: readonly number[],
    [least, most]: readonly [number, number],
  ): readonly [number, number] {
    const isUp = factors[at]! > 0;
    const [from, to] = [this.lows[groups[at]!]!, this.highs[groups[at]!]!];
    if (from > -Infinity && to < Infinity)
      return isUp ? [least - from, most - to] : [least + to, most + from];
    return this.rangeOf(
      groups.filter((_, other) => other !== at),
      factors.filter((_, other) => other !== at),
    );
  }

  /** The least and the most that a sum can come to. */
  private rangeOf(groups: readonly number[], factors: readonly number[]): readonly [number, number] {
    let least = 0;
    let most = 0;
    groups.forEach((group, at) => {
      const factor = factors[at]!;
      least += factor * (factor > 0 ? this.lows[group]! : this.highs[group]!);
      most += factor * (factor > 0 ? this.highs[group]! : this.lows[group]!);
    });
    return [least, most];
  }

  private settle(group: number, amount: number): boolean {
    if (amount < this.lows[group]! || amount > this.highs[group]!) return false;
    for (const place of this.members[group]!) {
      this.offset[place] = this.offset[place]! + amount;
      this.leader[place] = SETTLED;
      this.wait(place);
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
    if (isNarrower) for (const place of this.members[kept]!) this.wait(place);
    for (const place of this.members[gone]!) {
      this.offset[place] = this.offset[place]! + apart;
      this.leader[place] = kept;
      this.members[kept]!.push(place);
      this.wait(place);
    }
    this.lows[kept] = low;
    this.highs[kept] = high;
    return low < high || this.settle(kept, low);
  }

  private wait(place: number): void {
    for (const index of this.users[place]!) {
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
    const distinct = new Map<string, PlainRelation>();
    this.isDone.forEach((isDone, index) => {
      if (isDone === 1) return;
      const own = ordered(this.sumOf(index), numberOf, this.relations[index]!.origin ?? index);
      const key = own.terms.map(([group, factor]) => `${group}*${textOf(factor)}`).join();
      const known = distinct.get(key);
      distinct.set(key, known ? narrower(known, own) : own);
    });
    const lows = Float64Array.from(numbers.keys(), (group) => this.lows[group]!);
    const highs = Float64Array.from(numbers.keys(), (group) => this.highs[group]!);
    return {
      groupOf,
      offsetOf,
      groupCount: numbers.size,
      limits: { lows, highs },
      relations: [...distinct.values()],
    };
  }
}

/** The relation with its groups in order and its first factor above 0, so that the same ones look the same. */
function ordered(
  { groups, factors, low, high }: Sum,
  numberOf: (group: number) => number,
  origin: number,
): PlainRelation {
  const terms = groups
    .map((group, at): [number, Rational] => [numberOf(group), factors[at]!])
    .sort(([a], [b]) => a - b);
  const isUp = signOf(terms[0]?.[1] ?? 1) > 0;
  if (isUp) return { terms, low, high, origin };
  return {
    terms: terms.map(([group, factor]) => [group, negate(factor)]),
    low: high === undefined ? undefined : negate(high),
    high: low === undefined ? undefined : negate(low),
    origin,
  };
}

function textOf(factor: Rational): string {
  return typeof factor === "number" ? String(factor) : `${factor.n}/${factor.d}`;
}

function narrower(a: PlainRelation, b: PlainRelation): PlainRelation {
  const low = a.low === undefined || (b.low !== undefined && compare(b.low, a.low) > 0) ? b.low : a.low;
  const high =
    a.high === undefined || (b.high !== undefined && compare(b.high, a.high) < 0) ? b.high : a.high;
  return { ...a, low, high };
}
