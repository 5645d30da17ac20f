/**
 * A decimal string as accountants print it: "-1033.3" → "−1,033.3". Only characters are moved, no rounding;
 * `isSigned` puts + before what is above zero.
 */
export function amountText(decimal: string, isSigned = false): string {
  const isNegative = decimal.startsWith("-");
  const [whole = "", fraction] = (isNegative ? decimal.slice(1) : decimal).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const sign = isNegative ? "−" : isSigned && /[1-9]/.test(decimal) ? "+" : "";
  return `${sign}${grouped}${fraction === undefined ? "" : `.${fraction}`}`;
}

/** A difference with its sign, as figures of two decimals are printed: "1" → "+1.00"; further decimals stay. */
export function differenceText(decimal: string): string {
  const [whole = "", fraction = ""] = decimal.split(".");
  return amountText(`${whole}.${fraction.padEnd(2, "0")}`, true);
}
