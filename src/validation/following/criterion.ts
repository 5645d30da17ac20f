import { asText } from "./formulaValues";
import type { Scalar } from "./formulaValues";

const CRITERION = /^(<>|<=|>=|=|<|>)?(.*)$/s;

/** The test of SUMIF and SUMIFS: a code, a number, ">=5", "301*"; a number meets a text of the same digits. */
export function meetsCriterion(criterion: Scalar): (value: Scalar) => boolean {
  const [, operator = "=", wanted = ""] = CRITERION.exec(asText(criterion)) ?? [];
  const number = wanted.trim() === "" ? NaN : Number(wanted);
  if (operator === "=" || operator === "<>") {
    const pattern = patternOf(wanted);
    const isMet = (value: Scalar) =>
      Number.isNaN(number) ? pattern.test(asText(value)) : numberOf(value) === number;
    return operator === "=" ? isMet : (value) => !isMet(value);
  }
  return (value) => {
    if (typeof value !== "object" || value.isBlank || Number.isNaN(number)) return false;
    const difference = value.value - number;
    const isEqual = difference === 0 && operator.length === 2;
    return isEqual || (operator.startsWith("<") ? difference < 0 : difference > 0);
  };
}

function numberOf(value: Scalar): number {
  const text = asText(value).trim();
  return text === "" ? NaN : Number(text);
}

/** "*" and "?" stand for any letters, "~" in front of them for themselves. */
function patternOf(wanted: string): RegExp {
  const source = wanted.replace(/~([*?~])|[*?]|[.+^${}()|[\]\\]/g, (found, escaped?: string) =>
    escaped !== undefined ? `\\${escaped}` : found === "*" ? ".*" : found === "?" ? "." : `\\${found}`,
  );
  return new RegExp(`^${source}$`, "isu");
}
