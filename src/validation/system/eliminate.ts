import { divide, multiply, signOf, subtract } from "./rational";
import type { Rational } from "./rational";

/** Elimination stops when the equations have grown to so many times their terms. */
const MOST_GROWTH = 12;

/** Σ factor · amount = rest */
export interface PlainEquation {
  readonly terms: readonly (readonly [place: number, factor: Rational])[];
  readonly rest: Rational;
}

/** An equation solved for one amount: factor · amount + Σ terms = rest. */
interface Solved extends PlainEquation {
  readonly place: number;
  readonly factor: Rational;
}

/** Equations solved for one amount each, every one by those that were solved after it and by amounts that stay free to choose. */
export type SolvedEquations = readonly Solved[];

interface Row {
  readonly terms: Map<number, Rational>;
  rest: Rational;
}

/**
 * Solves equations for one amount each, those first that have an amount no other has. Only amounts that can move are solved
 * for; equations without one are left out. Undefined where the equations grow too much.
 */
export function eliminate(
  equations: readonly PlainEquation[],
  canMove: (place: number) => boolean,
): SolvedEquations | undefined {
  return new Elimination(equations, canMove).run();
}

/** Works out the solved amounts in a point, in parts of a unit, from the others in it. */
export function fillSolved(point: Rational[], solved: SolvedEquations, parts: number): void {
  for (let index = solved.length - 1; index >= 0; index--) {
    const { place, factor, terms, rest } = solved[index]!;
    let sum = multiply(rest, parts);
    for (const [other, share] of terms) sum = subtract(sum, multiply(share, point[other]!));
    point[place] = divide(sum, factor);
  }
}

class Elimination {
  private readonly rows = new Map<number, Row>();
  private readonly users = new Map<number, Set<number>>();
  /** Amounts that stand in one equation alone, and rows by their length, some of them out of date. */
  private readonly single: number[] = [];
  private readonly byLength: number[][] = [];
  private readonly limit: number;
  private size = 0;

  constructor(
    equations: readonly PlainEquation[],
    private readonly canMove: (place: number) => boolean,
  ) {
    equations.forEach(({ terms, rest }, index) => {
      this.rows.set(index, { terms: new Map(terms), rest });
      for (const [place] of terms) {
        const known = this.users.get(place);
        if (known) known.add(index);
        else this.users.set(place, new Set([index]));
      }
      this.size += terms.length;
      this.list(index, terms.length);
    });
    this.limit = this.size * MOST_GROWTH;
    for (const [place, own] of this.users) if (own.size === 1 && canMove(place)) this.single.push(place);
  }

  run(): SolvedEquations | undefined {
    const solved: Solved[] = [];
    while (this.rows.size > 0) {
      const alone = this.single.pop();
      const own = alone === undefined ? undefined : this.users.get(alone);
      if (alone !== undefined && own?.size !== 1) continue;
      const [index] = own ?? [this.shortest()];
      const row = this.rows.get(index!)!;
      const place = alone ?? this.rarest(row.terms);
      this.rows.delete(index!);
      for (const one of row.terms.keys()) this.release(index!, one);
      this.size -= row.terms.size;
      // Nothing of it can be moved: the check of the whole point tells whether it holds.
      if (place === undefined) continue;
      const factor = row.terms.get(place)!;
      row.terms.delete(place);
      solved.push({ place, factor, terms: [...row.terms], rest: row.rest });
      for (const other of [...this.users.get(place)!]) this.replace(other, place, factor, row);
      if (this.size > this.limit) return undefined;
    }
    return solved;
  }

  private list(index: number, length: number): void {
    (this.byLength[length] ??= []).push(index);
  }

  private shortest(): number {
    for (let length = 0; length < this.byLength.length; length++) {
      const listed = this.byLength[length];
      for (let index = listed?.pop(); index !== undefined; index = listed?.pop())
        if (this.rows.get(index)?.terms.size === length) return index;
    }
    // Every row is listed by its present length.
    throw new Error("an equation is not listed");
  }

  private rarest(terms: ReadonlyMap<number, Rational>): number | undefined {
    let found: number | undefined;
    let least = Infinity;
    for (const place of terms.keys()) {
      const count = this.users.get(place)!.size;
      if (this.canMove(place) && count < least) [found, least] = [place, count];
    }
    return found;
  }

  private release(row: number, place: number): void {
    const own = this.users.get(place)!;
    own.delete(row);
    if (own.size === 1 && this.canMove(place)) this.single.push(place);
  }

  /** Puts what an amount comes to into another equation. */
  private replace(other: number, place: number, factor: Rational, row: Row): void {
    const target = this.rows.get(other)!;
    const share = divide(target.terms.get(place)!, factor);
    this.size -= target.terms.size;
    target.terms.delete(place);
    this.release(other, place);
    target.rest = subtract(target.rest, multiply(share, row.rest));
    for (const [one, amount] of row.terms) {
      const before = target.terms.get(one);
      const sum = subtract(before ?? 0, multiply(share, amount));
      if (signOf(sum) === 0) {
        if (target.terms.delete(one)) this.release(other, one);
      } else {
        target.terms.set(one, sum);
        if (before === undefined) this.users.get(one)!.add(other);
      }
    }
    this.size += target.terms.size;
    this.list(other, target.terms.size);
  }
}
