import { Decimal } from "../amounts/decimal";
import type { Range } from "./interval";
import { both, exactly } from "./interval";

/** How a figure is typed wrong, most usual first; also the ends of keys text.why.<slip>. */
export type Slip = "digit" | "swapped" | "lost" | "extra" | "point" | "unit" | "direction";

export interface FoundSlip {
  readonly slip: Slip;
  /** What would have been right, as a figure is written: in its own unit. */
  readonly value: Decimal;
}

/**
 * Looks for one slip of the keyboard that leads from what was meant to what is written.
 * @param written the figure as written, in its own unit, with its sign
 * @param decimals digits after the point as written
 * @param meant values that would hold, in the same unit
 */
export function findSlip(
  written: Decimal,
  decimals: number,
  meant: Range,
  isMoney: boolean,
): FoundSlip | undefined {
  const fits = (value: Decimal) => both(exactly(value), meant) !== undefined;
  for (const [slip, value] of candidates(written, decimals, isMoney)) if (fits(value)) return { slip, value };
  return undefined;
}

function* candidates(written: Decimal, decimals: number, isMoney: boolean): Generator<[Slip, Decimal]> {
  const sign = written.isNegative() ? -1 : 1;
  const digits = written.abs().toFixed(decimals).replace(".", "");
  const value = (text: string) =>
    new Decimal(text === "" ? "0" : text).times(sign).times(new Decimal(10).pow(-decimals));
  yield ["direction", written.negated()];
  for (let at = 0; at < digits.length; at++) {
    for (const digit of "0123456789")
      if (digit !== digits[at]) yield ["digit", value(digits.slice(0, at) + digit + digits.slice(at + 1))];
  }
  for (let at = 0; at + 1 < digits.length; at++) {
    yield ["swapped", value(digits.slice(0, at) + digits[at + 1] + digits[at] + digits.slice(at + 2))];
  }
  for (const power of [1, 2, -1, -2]) yield ["point", written.times(new Decimal(10).pow(power))];
  if (isMoney) for (const power of [4, -4]) yield ["unit", written.times(new Decimal(10).pow(power))];
  for (let at = 0; at <= digits.length; at++) {
    for (const digit of "0123456789") yield ["lost", value(digits.slice(0, at) + digit + digits.slice(at))];
    if (at < digits.length) yield ["extra", value(digits.slice(0, at) + digits.slice(at + 1))];
  }
}
