/** Digits after the point that budget tables print. */
const USUAL_DECIMALS = 2;

const PLAIN_AMOUNT = /^-?\d+(\.\d+)?$/;

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
export function differenceText(decimal: string, decimals = USUAL_DECIMALS): string {
  return amountText(withDecimals(decimal, decimals), true);
}

/** A figure as tables print theirs, with so many decimals at least: "1.8" → "1.80". */
export function figureText(decimal: string, decimals = USUAL_DECIMALS): string {
  return amountText(withDecimals(decimal, decimals));
}

/** The most decimals among amounts as printed; what is no amount has none to tell, and where none has, they are two. */
export function decimalsOf(printed: readonly string[]): number {
  const amounts = printed.filter((text) => PLAIN_AMOUNT.test(text));
  return amounts.length === 0
    ? USUAL_DECIMALS
    : Math.max(...amounts.map((text) => (text.split(".")[1] ?? "").length));
}

function withDecimals(decimal: string, decimals: number): string {
  if (!PLAIN_AMOUNT.test(decimal)) return decimal;
  const [whole = "", fraction = ""] = decimal.split(".");
  const digits = fraction.padEnd(decimals, "0");
  return digits === "" ? whole : `${whole}.${digits}`;
}
