import { parseNumberFormat } from "./numberFormat";
import type { AmountUnit } from "./unit";

/**
 * Figures as whole numbers of a small step, for sums over many cells: 1,033.38 is 103,338 steps of 10^-2. A number holds
 * them exactly while it is a safe integer; whatever does not fit is NaN here and is read as a Decimal (decimal.ts), the one
 * other form an amount has. Where both tell a figure, they tell the same.
 */

/** A count that could not be told: the figure has to be read as a Decimal. */
export const UNTOLD = NaN;

/** Powers of ten that a number holds exactly. Source: ECMA-262, Number; 10^22 is the last. */
const POWERS: readonly number[] = Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));

/** 10 to the power of a whole number from 0 to 22; UNTOLD beyond. */
export function powerOfTen(power: number): number {
  return POWERS[power] ?? UNTOLD;
}

/** Up to here a number times a power of ten is off by far less than what parts it from the next half step. */
const MOST_SCALED = 1e12;

/** Nearer to a half step than this, how a figure rounds is told by its 15 digits and not by its binary form. */
const TIE = 0.01;

/** Counts of more digits than Excel keeps of a number. Source: Microsoft, Excel specifications and limits, number precision. */
const TOO_LARGE = 1e15;

/** A whole number of no more than 15 digits, without the sign of -0; UNTOLD for any other. */
export function safeCount(count: number): number {
  return Math.abs(count) < TOO_LARGE ? count + 0 : UNTOLD;
}

/**
 * How many steps of 10^-decimals a stored number prints as, rounded half away from zero as Excel does; UNTOLD where that
 * turns on its last digits, or is too large.
 */
export function countPrinted(stored: number, decimals: number): number {
  const power = POWERS[decimals];
  if (power === undefined) return UNTOLD;
  const count = Math.round(stored * power);
  // The nearest number to a decimal of few digits is this quotient: division is rounded correctly (IEEE 754).
  if (count / power === stored) return safeCount(count);
  const scaled = Math.abs(stored * power);
  const below = Math.floor(scaled);
  if (!(scaled < MOST_SCALED) || Math.abs(scaled - below - 0.5) < TIE) return UNTOLD;
  const size = scaled - below > 0.5 ? below + 1 : below;
  return safeCount(stored < 0 ? -size : size);
}

/** The most digits after the point looked for in a number without a format. */
const MOST_DECIMALS = 4;

/** The General format prints figures below this, with up to MOST_DECIMALS digits after the point, as they are. */
const GENERAL_LIMIT = 1e6;

/** How many digits after the point a number has that prints as it is stored; UNTOLD when they are many. */
export function ownDecimals(stored: number): number {
  if (!(Math.abs(stored) < GENERAL_LIMIT))
    return Number.isSafeInteger(stored) && Math.abs(stored) < 1e10 ? 0 : UNTOLD;
  for (let decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
    const power = POWERS[decimals] as number;
    if (Math.round(stored * power) / power === stored) return decimals;
  }
  return UNTOLD;
}

/** How a number format prints the figures of a column: with fixed digits, as they are, or in a way a Decimal has to tell. */
export type Printing = number | "general" | "other";

/**
 * The digits after the point that a format prints for every number, whatever its sign; "general" for formats that print
 * numbers as they are. "other" where it depends on the number, or no step can be told.
 */
export function printingOf(numberFormat: string): Printing {
  if (numberFormat === "General") return "general";
  const [first, second, ...rest] = parseNumberFormat(numberFormat);
  if (first?.kind === "general" && !second && !first.condition) return "general";
  if (
    first?.kind !== "digits" ||
    first.condition ||
    second?.condition ||
    rest.some(({ condition }) => condition)
  )
    return "other";
  const decimals = first.decimals + first.scale;
  const isSame =
    second === undefined || (second.kind === "digits" && second.decimals + second.scale === decimals);
  return isSame && decimals >= 0 && decimals < POWERS.length ? decimals : "other";
}

/** Digits after the point that an amount has more in 万元 than in its own unit: 0.01 元 is 10^-6 万元. */
const PLACES_IN_WAN: Readonly<Record<AmountUnit, number>> = { 元: 4, 万元: 0, 亿元: -4 };

/** Digits after the point, in 万元, of a figure that has `decimals` of them in its own unit. May be negative. */
export function placesInWan(decimals: number, unit: AmountUnit): number {
  return decimals + PLACES_IN_WAN[unit];
}
