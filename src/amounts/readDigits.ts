export type DigitsProblem =
  /** 1,03,3.38 or 1,0333: the thousands separators do not stand every three digits, so a digit may be missing. */
  | "grouping"
  /** 1.033.38 */
  | "severalPoints";

/** Digits with or without thousands separators; groups of three, one kind of separator, no leading zero. */
const WHOLE = /^(?:\d*|[1-9]\d{0,2}(?:([, ])\d{3})(?:\1\d{3})*)$/;

/**
 * Reads an unsigned figure of digits, points, commas and spaces. Gives its plain text ("1033.38") and the number of
 * digits after the point, or what is wrong with it. Commas and single spaces count as thousands separators when they
 * group by three: 0,123 is refused, because it may be a decimal comma.
 */
export function readDigits(text: string): { plain: string; decimals: number } | { problem: DigitsProblem } {
  const [whole = "", fraction = "", ...more] = text.trim().split(".");
  if (more.length > 0) return { problem: "severalPoints" };
  if (!WHOLE.test(whole) || !/^\d*$/.test(fraction)) return { problem: "grouping" };
  return { plain: `${whole.replace(/[, ]/g, "") || "0"}.${fraction || "0"}`, decimals: fraction.length };
}
