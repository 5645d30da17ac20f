import { Decimal } from "../../amounts/decimal";

/** A fraction in lowest terms with a positive denominator, for whatever is no small whole number. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

/**
 * An exact rational number. Whole numbers up to 2^53 are plain numbers, because nearly every number of a budget's
 * relations is one once amounts are counted in half steps; everything else is a fraction of big integers.
 */
export type Rational = number | Fraction;

/** Below this a bigint is worth turning into a plain number. */
const SMALL = 2n ** 53n;

function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) {
    if (x < SMALL && y < SMALL) return BigInt(smallGcd(Number(x), Number(y)));
    [x, y] = [y, x % y];
  }
  return x;
}

function smallGcd(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

function fraction(n: bigint, d: bigint): Rational {
  const common = gcd(n, d) * (d < 0n ? -1n : 1n);
  const [top, bottom] = common === 1n ? [n, d] : [n / common, d / common];
  const small = Number(top);
  return bottom === 1n && Number.isSafeInteger(small) ? small : { n: top, d: bottom };
}

const top = (a: Rational) => (typeof a === "number" ? BigInt(a) : a.n);
const bottom = (a: Rational) => (typeof a === "number" ? 1n : a.d);

/** The sum, exact. */
export function add(a: Rational, b: Rational): Rational {
  if (typeof a === "number" && typeof b === "number") {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return fraction(top(a) * bottom(b) + top(b) * bottom(a), bottom(a) * bottom(b));
}

/** The number with the other sign. */
export function negate(a: Rational): Rational {
  return typeof a === "number" ? 0 - a : { n: -a.n, d: a.d };
}

/** The difference, exact. */
export function subtract(a: Rational, b: Rational): Rational {
  return add(a, negate(b));
}

/** The product, exact. */
export function multiply(a: Rational, b: Rational): Rational {
  if (a === 1) return b;
  if (typeof a === "number" && typeof b === "number") {
    const product = a * b;
    // Adding 0 turns -0 into 0.
    if (Number.isSafeInteger(product)) return product + 0;
  }
  return fraction(top(a) * top(b), bottom(a) * bottom(b));
}

/** The quotient, exact. Throws a RangeError when dividing by zero. */
export function divide(a: Rational, b: Rational): Rational {
  if (typeof a === "number" && (b === 1 || b === -1)) return a * b + 0;
  if (b === 0) throw new RangeError("division by zero");
  return fraction(top(a) * bottom(b), bottom(a) * top(b));
}

/** Negative, zero or positive as a is less than, equal to or greater than b. */
export function compare(a: Rational, b: Rational): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  const difference = top(a) * bottom(b) - top(b) * bottom(a);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** -1, 0 or 1. */
export function signOf(a: Rational): number {
  if (typeof a === "number") return a > 0 ? 1 : a < 0 ? -1 : 0;
  return a.n < 0n ? -1 : 1;
}

/** The number without its sign. */
export function absolute(a: Rational): Rational {
  return signOf(a) < 0 ? negate(a) : a;
}

/** A decimal number as it stands, exact. */
export function fromDecimal(value: Decimal): Rational {
  const small = value.toNumber();
  // A whole number that small is held by a plain number to the last digit.
  if (Number.isSafeInteger(small) && value.isInteger()) return small + 0;
  const places = Math.max(0, value.decimalPlaces());
  const digits = BigInt(value.toFixed(places).replace(".", ""));
  return fraction(digits, 10n ** BigInt(places));
}

/** As a decimal, rounded to 34 digits where the fraction has no end. */
export function toDecimal(value: Rational): Decimal {
  return typeof value === "number"
    ? new Decimal(value)
    : new Decimal(value.n.toString()).dividedBy(value.d.toString());
}

/** About as large, for choosing among numbers; never NaN. */
export function toNumber(value: Rational): number {
  if (typeof value === "number") return value;
  const quotient = Number(value.n) / Number(value.d);
  return Number.isNaN(quotient) ? 0 : quotient;
}

/** The largest whole number not above. */
export function floor(value: Rational): Rational {
  if (typeof value === "number") return value;
  const whole = value.n / value.d;
  return fraction(value.n < 0n && whole * value.d !== value.n ? whole - 1n : whole, 1n);
}

/** The smallest whole number not below. */
export function ceil(value: Rational): Rational {
  return negate(floor(negate(value)));
}
