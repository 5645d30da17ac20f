import { Decimal } from "../../amounts/decimal";
import { add, divide, fromDecimal, multiply, signOf } from "../system/rational";
import type { Rational } from "../system/rational";

/** Thrown inside the reading of one formula, and caught there: it is no sum of cells. */
export class UnreadableFormula extends Error {}

/** A number of a formula and the cells it adds up, each with how often. */
export interface Amount {
  readonly value: number;
  readonly terms: ReadonlyMap<string, Rational>;
  /** Of a cell that holds nothing: 0 as a number, "" as a text. */
  readonly isBlank?: boolean;
}

export type Scalar = Amount | string | boolean;

const NONE: ReadonlyMap<string, Rational> = new Map();

/** A number that no cell bears on. */
export function constant(value: number): Amount {
  return { value, terms: NONE };
}

/** The content of a cell as an amount: what it holds, once. */
export function amountFrom(key: string, value: number | undefined): Amount {
  const terms = new Map<string, Rational>([[key, 1]]);
  return value === undefined ? { value: 0, terms, isBlank: true } : { value, terms };
}

/** A value where a formula wants a number. */
export function asAmount(value: Scalar): Amount {
  if (typeof value === "object") return value;
  if (typeof value === "boolean") return constant(value ? 1 : 0);
  throw new UnreadableFormula();
}

/** A value where a formula wants a text. */
export function asText(value: Scalar): string {
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return value.isBlank ? "" : String(value.value);
}

/** A sum that grows. */
export class Sum {
  private value = 0;
  private readonly terms = new Map<string, Rational>();

  /** Adds an amount, `factor` times. */
  add({ value, terms }: Amount, factor: 1 | -1 = 1): void {
    this.value += factor * value;
    for (const [key, times] of terms)
      this.terms.set(key, add(this.terms.get(key) ?? 0, multiply(times, factor)));
  }

  /** The sum as it stands. */
  amount(): Amount {
    return { value: this.value, terms: this.terms };
  }
}

/** A product of which one side bears on no cell; of two sums it is no sum. */
export function times(one: Amount, other: Amount): Amount {
  const [fixed, sum] = one.terms.size === 0 ? [one, other] : [other, one];
  if (fixed.terms.size > 0) throw new UnreadableFormula();
  if (fixed.value === 1) return sum;
  return scaled(sum, fixed.value, exact(fixed.value));
}

function scaled({ value, terms }: Amount, by: number, factor: Rational): Amount {
  if (signOf(factor) === 0) return constant(0);
  return {
    value: value * by,
    terms: new Map([...terms].map(([key, times]) => [key, multiply(times, factor)])),
  };
}

function exact(value: number): Rational {
  if (!Number.isFinite(value)) throw new UnreadableFormula();
  return Number.isSafeInteger(value) ? value : fromDecimal(new Decimal(value));
}

/** What an operator of Excel gives for two values. */
export function binary(operator: string, one: Scalar, other: Scalar): Scalar {
  switch (operator) {
    case "+":
    case "-": {
      const sum = new Sum();
      sum.add(asAmount(one));
      sum.add(asAmount(other), operator === "-" ? -1 : 1);
      return sum.amount();
    }
    case "*":
      return times(asAmount(one), asAmount(other));
    case "/": {
      const [top, bottom] = [asAmount(one), asAmount(other)];
      if (bottom.terms.size > 0 || bottom.value === 0) throw new UnreadableFormula();
      return scaled(top, 1 / bottom.value, divide(1, exact(bottom.value)));
    }
    case "&":
      return asText(one) + asText(other);
    default:
      return compared(operator, one, other);
  }
}

function compared(operator: string, one: Scalar, other: Scalar): boolean {
  const order = orderOf(one, other);
  switch (operator) {
    case "=":
      return order === 0;
    case "<>":
      return order !== 0;
    case "<":
      return order < 0;
    case ">":
      return order > 0;
    case "<=":
      return order <= 0;
    case ">=":
      return order >= 0;
    default:
      throw new UnreadableFormula();
  }
}

/** Numbers before texts before answers of tests; what is blank is like its other side. */
function orderOf(one: Scalar, other: Scalar): number {
  const rank = (value: Scalar) => (typeof value === "object" ? 0 : typeof value === "string" ? 1 : 2);
  const [a, b] = [likeSide(one, other), likeSide(other, one)];
  if (typeof a === "object" && typeof b === "object") return a.value - b.value;
  if (typeof a === "string" && typeof b === "string") {
    const [x, y] = [a.toLowerCase(), b.toLowerCase()];
    return x === y ? 0 : x < y ? -1 : 1;
  }
  return rank(a) - rank(b) || Number(a) - Number(b);
}

function likeSide(value: Scalar, other: Scalar): Scalar {
  if (typeof value !== "object" || !value.isBlank) return value;
  return typeof other === "string" ? "" : typeof other === "boolean" ? false : value;
}
