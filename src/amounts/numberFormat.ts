/**
 * What an Excel number format says about the figures it prints: only the facts the printed value depends on. Colours,
 * currency signs, padding and separators are skipped.
 *
 * Source: ECMA-376 part 1, 18.8.31 numFmts; Microsoft, Number format codes.
 */

/** Which numbers a section is for, e.g. [>=10000]. */
export interface SectionCondition {
  readonly operator: "<" | "<=" | ">" | ">=" | "=" | "<>";
  readonly operand: number;
}

export type FormatSection = { readonly condition?: SectionCondition } & (
  | {
      readonly kind: "digits";
      /** Digit places after the point. */
      readonly decimals: number;
      /** The power of ten a figure is multiplied by before it is printed: 2 for percent, -3 for each scaling comma. */
      readonly scale: number;
    }
  /** General, @ or nothing at all in the whole format. */
  | { readonly kind: "general" }
  /** Only words or signs such as "-", or nothing: the figure itself is not shown. */
  | { readonly kind: "words" }
  /** Dates, fractions and powers of ten: what they print cannot be read as a number with a fixed step. */
  | { readonly kind: "other" }
);

/** One character or run that Excel takes together. `{4}` of a currency is one modifier; ! escapes as \ does. */
const TOKEN = /General|G\/通用格式|"[^"]*"?|\[[^\]]*\]?|[\\!_*][^]?|[0#?]|[^]/giu;
const CONDITION = /^\[(?<operator><=|>=|<>|<|>|=)(?<operand>[^\]]+)\]$/;
const ELAPSED_TIME = /^\[(h+|m+|s+)\]$/i;

/**
 * Splits a format at its semicolons and reads each section. Takes the code in its English form ("" counts as General).
 * Gives at least one section and never throws: a code Excel would refuse gives sections of kind "other" or "words". The
 * section for text (the fourth, or the last one when it holds @) is left out.
 */
export function parseNumberFormat(code: string): readonly FormatSection[] {
  // What most cells have is not taken apart.
  return code === "General" ? GENERAL : readFormat(code);
}

const GENERAL: readonly FormatSection[] = [{ kind: "general" }];

function readFormat(code: string): readonly FormatSection[] {
  if (code.trim() === "") return GENERAL;
  const sections: string[][] = [[]];
  for (const token of code.match(TOKEN) ?? []) {
    if (token === ";") sections.push([]);
    else sections.at(-1)?.push(token);
  }
  const forNumbers = sections.slice(0, 3);
  if (forNumbers.length > 1 && forNumbers.at(-1)?.includes("@")) forNumbers.pop();
  return forNumbers.map(readSection);
}

function readSection(tokens: readonly string[]): FormatSection {
  const condition = tokens.map(readCondition).find((found) => found !== undefined);
  return { ...readKind(tokens), ...(condition && { condition }) };
}

function readCondition(token: string): SectionCondition | undefined {
  const { operator, operand } = CONDITION.exec(token)?.groups ?? {};
  const number = Number(operand);
  if (operator === undefined || Number.isNaN(number)) return undefined;
  return { operator: operator as SectionCondition["operator"], operand: number };
}

function readKind(tokens: readonly string[]): FormatSection {
  if (tokens.some((token) => /^(General|G\/通用格式|@)$/i.test(token))) return { kind: "general" };
  // Excel refuses bare Latin letters other than those of dates and powers of ten, so any of them makes it one of these.
  if (tokens.some((token) => /^[a-z]$/i.test(token) || ELAPSED_TIME.test(token))) return { kind: "other" };
  const lastDigit = tokens.findLastIndex(isDigitPlace);
  if (lastDigit < 0) return { kind: "words" };
  if (tokens.includes("/")) return { kind: "other" };
  const point = tokens.indexOf(".");
  const decimals = point < 0 ? 0 : tokens.slice(point).filter(isDigitPlace).length;
  const percents = tokens.filter((token) => token === "%").length;
  return { kind: "digits", decimals, scale: 2 * percents - 3 * countScalingCommas(tokens, point, lastDigit) };
}

/** Commas right behind the last digit place of the whole number or of the section divide by a thousand each. */
function countScalingCommas(tokens: readonly string[], point: number, lastDigit: number): number {
  const beforePoint = point < 0 ? 0 : countCommasBack(tokens, point);
  return beforePoint + countCommasOn(tokens, lastDigit + 1);
}

function countCommasOn(tokens: readonly string[], start: number): number {
  const end = tokens.findIndex((token, index) => index >= start && token !== ",");
  return (end < 0 ? tokens.length : end) - start;
}

function countCommasBack(tokens: readonly string[], end: number): number {
  const last = tokens.findLastIndex((token, index) => index < end && token !== ",");
  return last >= 0 && isDigitPlace(tokens[last]) ? end - last - 1 : 0;
}

function isDigitPlace(token: string | undefined): boolean {
  return token === "0" || token === "#" || token === "?";
}
