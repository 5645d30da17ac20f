import { Decimal } from "./decimal";
import { readDigits, type DigitsProblem } from "./readDigits";
import { toPlainCharacters } from "./plainCharacters";
import type { AmountUnit } from "./unit";

/** Why a text is no amount, most telling reason first. */
export type NotNumberReason =
  | DigitsProblem
  /** 12%: a share, not an amount. */
  | "percent"
  /** 2020-01-05, 2020/1/5, 2020年1月, 3月, 10:30. */
  | "dateLike"
  /** 1.03E+03: pasted from a column too narrow, its last digits are gone. */
  | "scientific"
  /** (-12.50), -(12.50): two ways of saying negative, which may mean either. */
  | "signAndBrackets"
  /** --12.50, -12.50- */
  | "severalSigns"
  /** (12.50 or 12.50) */
  | "unpairedBracket"
  /** Digits with other words: 约12, 12项. */
  | "mixedText"
  /** No digit at all: 合计, 元. */
  | "noDigits"
  /** NaN or an infinity: only a program can have put it there. */
  | "notFinite";

/** What a cell says. Blank, zero, a dash, a word and garbage are five different things. */
export type ParsedAmount =
  | {
      readonly kind: "amount";
      /** As written, not converted to any unit. */
      readonly value: Decimal;
      /** Digits after the point as written: 2 for "1.50". */
      readonly decimals: number;
      /** The unit written behind the figure, if any. */
      readonly unit?: AmountUnit;
    }
  | { readonly kind: "none"; readonly why: "blank" | "dash" | "word" }
  | { readonly kind: "notNumber"; readonly why: NotNumberReason };

/** Words that stand in an amount column for "there is none". */
const NONE_WORDS: ReadonlySet<string> = new Set(["无", "暂无", "不适用"]);

const DATE_LIKE: readonly RegExp[] = [
  /^\d{1,4}[-/]\d{1,2}([-/]\d{1,4})?$/,
  /^\d{4}\.\d{1,2}\.\d{1,2}$/,
  /^\d{2,4}年(\d{1,2}月(\d{1,2}日)?)?$/,
  /^\d{1,2}月(\d{1,2}日)?$/,
  /^\d{1,2}:\d{2}(:\d{2})?$/,
];

/**
 * Sign, currency sign and trailing sign around the digits; the currency sign may stand on either side of the sign. Each
 * space can belong to one group only: a cell padded with thousands of them is told apart at once.
 */
const SIGNED =
  /^(?<before>[-+ ]*)(?:¥(?<between>[-+ ]*))?(?<digits>[\d.,](?:[\d., ]*[\d.,])?)(?<after>[- ]*)$/;
const UNIT_BEHIND = /^(?<rest>.*?)(?<unit>亿元|万元|元)$/;
const BRACKETED = /^¥? *\((?<inside>[^()]*)\)$/;

/**
 * Reads an amount as accountants type or paste it: 1,033.38, １，０３３．３８, 1 033.38, ¥12.50, 12.50-, 1033.38万元;
 * brackets mean negative, (12.50) = -12.50. A dash (-, ——, /) and 无 say that there is none, which is not zero.
 *
 * Takes a cell's text or number. Gives the value as written and its decimals; `unit` only when one is written, and the
 * value is not converted. A number is taken as the shortest decimal that stands for it (1033.38, not
 * 1033.3800000000001). Never throws: what is no amount says why.
 */
export function parseAmount(input: string | number): ParsedAmount {
  if (typeof input === "number") return parseNumber(input);
  const text = toPlainCharacters(input).replace(/^'/, "").trim();
  if (text === "") return { kind: "none", why: "blank" };
  if (/^(-+|\/+)$/.test(text)) return { kind: "none", why: "dash" };
  if (NONE_WORDS.has(text)) return { kind: "none", why: "word" };
  const why = recognisedOtherwise(text);
  return why ? notNumber(why) : parseText(text);
}

function parseNumber(input: number): ParsedAmount {
  if (!Number.isFinite(input)) return notNumber("notFinite");
  // -0 is a zero like any other; no table prints its sign.
  const value = new Decimal(input === 0 ? 0 : input);
  return { kind: "amount", value, decimals: value.decimalPlaces() };
}

/** Texts that are something else, tested first so that 2020-01-05 is called a date and not a mixture. */
function recognisedOtherwise(text: string): NotNumberReason | undefined {
  if (!/\d/.test(text)) return "noDigits";
  if (/[%‰]/.test(text)) return "percent";
  if (DATE_LIKE.some((shape) => shape.test(text))) return "dateLike";
  if (/^[-+]?\d+(\.\d*)?e[-+]?\d+$/i.test(text)) return "scientific";
  return undefined;
}

function parseText(text: string): ParsedAmount {
  const outer = splitUnit(text);
  const inside = BRACKETED.exec(outer.rest)?.groups?.["inside"];
  if (inside === undefined && /[()]/.test(outer.rest)) return notNumber(bracketProblem(outer.rest));
  const inner = inside === undefined ? { rest: outer.rest } : splitUnit(inside.trim());
  const parts = SIGNED.exec(inner.rest)?.groups;
  if (!parts) return notNumber("mixedText");
  const signs = [parts["before"], parts["between"], parts["after"]].join("").replace(/ /g, "");
  if (inside !== undefined && signs !== "") return notNumber("signAndBrackets");
  if (signs.length > 1) return notNumber("severalSigns");
  const digits = readDigits(parts["digits"] ?? "");
  if ("problem" in digits) return notNumber(digits.problem);
  const isNegative = inside !== undefined || signs === "-";
  const unit = outer.unit ?? inner.unit;
  const value = new Decimal(digits.plain);
  return {
    kind: "amount",
    value: isNegative && !value.isZero() ? value.negated() : value,
    decimals: digits.decimals,
    ...(unit && { unit }),
  };
}

function splitUnit(text: string): { rest: string; unit?: AmountUnit } {
  const groups = UNIT_BEHIND.exec(text)?.groups;
  const unit = groups?.["unit"];
  return unit === undefined
    ? { rest: text }
    : { rest: (groups?.["rest"] ?? "").trimEnd(), unit: unit as AmountUnit };
}

/** Brackets that do not enclose the whole figure: one is missing, a sign stands outside, or they enclose a remark. */
function bracketProblem(text: string): NotNumberReason {
  if (/^[-+][ ¥]*\([\d., ]+\)$|^\([\d., ]+\) *[-+]$/.test(text)) return "signAndBrackets";
  const opening = text.split("(").length;
  return opening === text.split(")").length ? "mixedText" : "unpairedBracket";
}

function notNumber(why: NotNumberReason): ParsedAmount {
  return { kind: "notNumber", why };
}
