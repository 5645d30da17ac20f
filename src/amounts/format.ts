import type { Decimal } from "./decimal";
import { roundToDecimals } from "./step";

/**
 * An amount as the tables print it: thousands separators, a fixed number of decimals, minus sign in front: 1890.174 →
 * "1,890.17", -0.005 → "-0.01". Rounds ties away from zero; a value that rounds to zero has no sign. Negative decimals
 * round to tens, hundreds … and print a whole number. Throws a RangeError unless `decimals` is a whole number.
 */
export function formatAmount(value: Decimal, decimals = 2): string {
  const rounded = roundToDecimals(value, decimals);
  const [whole = "", fraction] = rounded.abs().toFixed(Math.max(decimals, 0)).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${rounded.isNegative() ? "-" : ""}${grouped}${fraction === undefined ? "" : `.${fraction}`}`;
}

/** An amount with all its digits and nothing else, for JSON: "1033.38", "-0.01", never "1e+21" or "-0". */
export function plainAmount(value: Decimal): string {
  return value.isZero() ? "0" : value.toFixed();
}
