import { Decimal, ZERO } from "../amounts/decimal";
import type { Interval as ClosedInterval } from "../amounts/step";
import { printedInterval } from "../amounts/step";

/** Amounts that may be meant, each end with whether it belongs to them. */
export interface Range extends ClosedInterval {
  readonly lowIn: boolean;
  readonly highIn: boolean;
}

/**
 * What a figure printed with a step stands for. Rounding is half up, away from zero, so the end away from zero does not
 * belong to it: 12.50 to 0.01 is [12.495, 12.505), −2.5 to 0.1 is (−2.55, −2.45]. A printed zero is exactly zero.
 */
export function rangeOf(printed: Decimal, step: Decimal): Range {
  const { low, high } = printedInterval(printed, step);
  const isZero = printed.isZero();
  return { low, high, lowIn: isZero || !printed.isNegative(), highIn: isZero || printed.isNegative() };
}

/** Exactly this amount. */
export function exactly(value: Decimal): Range {
  return { low: value, high: value, lowIn: true, highIn: true };
}

export function plus(one: Range, other: Range): Range {
  return {
    low: one.low.plus(other.low),
    high: one.high.plus(other.high),
    lowIn: one.lowIn && other.lowIn,
    highIn: one.highIn && other.highIn,
  };
}

export function negated({ low, high, lowIn, highIn }: Range): Range {
  return { low: high.negated(), high: low.negated(), lowIn: highIn, highIn: lowIn };
}

export function minus(one: Range, other: Range): Range {
  return plus(one, negated(other));
}

/** The amounts of both; undefined when there is none. */
export function both(one: Range, other: Range): Range | undefined {
  const low = one.low.comparedTo(other.low);
  const high = one.high.comparedTo(other.high);
  const range: Range = {
    low: low >= 0 ? one.low : other.low,
    lowIn: low > 0 ? one.lowIn : low < 0 ? other.lowIn : one.lowIn && other.lowIn,
    high: high <= 0 ? one.high : other.high,
    highIn: high < 0 ? one.highIn : high > 0 ? other.highIn : one.highIn && other.highIn,
  };
  const order = range.low.comparedTo(range.high);
  return order < 0 || (order === 0 && range.lowIn && range.highIn) ? range : undefined;
}

/** A little wider on both sides, ends included. */
export function widened({ low, high }: Range, by: Decimal): Range {
  return { low: low.minus(by), high: high.plus(by), lowIn: true, highIn: true };
}

/** All values of a function that rises or falls in each of its amounts: found at the corners, ends included. */
export function image(ranges: readonly Range[], value: (amounts: readonly Decimal[]) => Decimal): Range {
  let corners: Decimal[][] = [[]];
  for (const { low, high } of ranges)
    corners = corners.flatMap((corner) => [
      [...corner, low],
      [...corner, high],
    ]);
  const values = corners.map(value);
  return {
    low: values.reduce((least, one) => Decimal.min(least, one), values[0] ?? ZERO),
    high: values.reduce((most, one) => Decimal.max(most, one), values[0] ?? ZERO),
    lowIn: true,
    highIn: true,
  };
}

/** True when every amount is above zero. */
export function isPositive({ low, lowIn }: Range): boolean {
  return low.greaterThan(ZERO) || (low.isZero() && !lowIn);
}
