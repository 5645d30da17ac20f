import { Decimal, ONE, ZERO } from "./decimal";

/** True amounts a printed figure may stand for, both ends included. */
export interface Interval {
  readonly low: Decimal;
  readonly high: Decimal;
}

/** One printed figure of a sum. */
export interface PrintedPart {
  readonly value: Decimal;
  /** The figure's printed step u, e.g. 0.01. */
  readonly step: Decimal;
  /** How often it counts in the sum; 1 when left out. Its sign does not matter. */
  readonly coefficient?: Decimal;
}

export interface SumSlackOptions {
  /** Whether a figure printed as zero is exactly zero. Default true, as XBRL has it. */
  readonly zeroExact?: boolean;
}

/**
 * The step between two neighbouring printed figures: 10^-decimals, so 0.01 for 2 decimals and 1,000 for -3 (a format
 * that prints thousands). Throws a RangeError unless `decimals` is a whole number.
 */
export function stepOf(decimals: number): Decimal {
  if (!Number.isInteger(decimals)) throw new RangeError(`decimals must be a whole number, got ${decimals}`);
  const known = STEPS[decimals];
  return known ?? new Decimal(`1e${-decimals}`);
}

/** The steps of 0 to 15 digits after the point, asked for at every figure. */
const STEPS: readonly Decimal[] = Array.from({ length: 16 }, (_, decimals) => new Decimal(`1e${-decimals}`));

/**
 * Rounds to a multiple of 10^-decimals, ties away from zero as Excel's ROUND: -2.5 to 0 decimals is -3, 1,499 to -3 is
 * 1,000. Zero comes back without a sign. Throws a RangeError unless `decimals` is a whole number.
 */
export function roundToDecimals(value: Decimal, decimals: number): Decimal {
  const step = stepOf(decimals);
  if (decimals >= 0 && value.decimalPlaces() <= decimals) return value.isZero() ? ZERO : value;
  const rounded = value.toNearest(step);
  return rounded.isZero() ? ZERO : rounded;
}

/**
 * The amounts a figure printed with a step stands for: [d - u/2, d + u/2], and exactly [0, 0] when it is printed as
 * zero. 12.50 printed to 0.01 stands for 12.495 to 12.505. `step` must not be negative.
 *
 * Source: XBRL Calculations 1.1, rounded values and the exact zero.
 */
export function printedInterval(printed: Decimal, step: Decimal): Interval {
  if (printed.isZero()) return { low: ZERO, high: ZERO };
  const half = step.dividedBy(2);
  return { low: printed.minus(half), high: printed.plus(half) };
}

/**
 * How far a sum of printed figures may lie from zero although the true amounts add up to it: each figure is off by at
 * most half its step, so the bound is Σ |coefficient| · u / 2, figures printed as zero left out. Pass the total among
 * the parts: three parts and their total, all printed to 0.01, give 4 · 0.005 = 0.02.
 *
 * Source: XBRL Calculations 1.1. With `zeroExact: false` zeros count half a step like every other figure.
 */
export function sumSlack(parts: readonly PrintedPart[], options: SumSlackOptions = {}): Decimal {
  const { zeroExact = true } = options;
  return parts
    .filter(({ value }) => !zeroExact || !value.isZero())
    .reduce((slack, { step, coefficient }) => slack.plus(halfStep(step, coefficient)), ZERO);
}

const HALVES: ReadonlyMap<Decimal, Decimal> = new Map(STEPS.map((step) => [step, step.dividedBy(2)]));

function halfStep(step: Decimal, coefficient: Decimal | undefined): Decimal {
  const half = HALVES.get(step) ?? step.dividedBy(2);
  return coefficient && coefficient !== ONE ? half.times(coefficient.abs()) : half;
}
