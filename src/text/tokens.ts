import { Decimal, ZERO } from "../amounts/decimal";
import { readDigits } from "../amounts/readDigits";
import type { Paragraph } from "./paragraphs";
import { AMOUNT_UNITS, COUNT_UNITS } from "./lexicon";
import type { Term } from "./lexicon";

interface At {
  /** Places in the paragraph's plain text. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A number with its unit, as written. */
export interface NumberToken extends At {
  readonly kind: "number";
  readonly value: Decimal;
  /** Digits after the point as written. */
  readonly decimals: number;
  readonly unit: string;
  /** Thousands separators that do not stand every three digits: what was meant cannot be told. */
  readonly isMalformed: boolean;
}

export type Token =
  | NumberToken
  | (At & { readonly kind: "year"; readonly year: number })
  | (At & { readonly kind: "term"; readonly term: Term })
  | (At & { readonly kind: "punctuation" })
  /** (一), 1., ①, 一是 before an item, and a code in brackets behind a name: they say nothing of a figure. */
  | (At & { readonly kind: "numbering" })
  /** Digits without a unit that counts here: numbers of lists, dates, codes. */
  | (At & { readonly kind: "digits" })
  /** Characters no word of the lexicon explains. */
  | (At & { readonly kind: "unknown" });

/** Words by their first character, longest first. */
export type WordIndex = ReadonlyMap<string, readonly (readonly [word: string, term: Term])[]>;

/** An index of words for reading; of two entries for one word the first counts. */
export function indexWords(words: Iterable<readonly [word: string, term: Term]>): WordIndex {
  const known = new Map<string, Term>();
  for (const [word, term] of words) if (word !== "" && !known.has(word)) known.set(word, term);
  const index = new Map<string, (readonly [string, Term])[]>();
  for (const entry of known) {
    const first = entry[0][0] ?? "";
    const list = index.get(first);
    if (list) list.push(entry);
    else index.set(first, [entry]);
  }
  for (const list of index.values()) list.sort(([one], [other]) => other.length - one.length);
  return index;
}

/** 万 for 万元 where no word goes on behind it, and units in brackets of their own: 12.50（万元）. */
const SHORT_UNITS = ["\\(亿元\\)", "\\(万元\\)", "\\(元\\)", "[万亿](?=[,。;、:)]|[比较增减占其]|$)"];
const UNITS = [...AMOUNT_UNITS, "个百分点", "%", "倍", ...COUNT_UNITS].map((unit) =>
  unit.replace(/[()]/g, "\\$&"),
);
const NUMBER = new RegExp(
  `[-+]?\\d(?:[\\d,]*\\d)?(?:\\.\\d+)?(?<unit>${[...UNITS, ...SHORT_UNITS].join("|")})?`,
  "y",
);
const DATE = /(?:19|20)\d{2}年\d{1,2}月(?:\d{1,2}日)?|\d{1,2}月(?:\d{1,2}日)?|\d{1,2}日/y;
const YEAR = /((?:19|20)\d{2})(年度?|-\d{4}年)/y;
const PUNCTUATION = /[,。;:!?()、《》<>~/ \t-]/;

/** Splits a paragraph into numbers, years, words of the lexicon, signs, and what is left. */
export function tokensOf({ text }: Pick<Paragraph, "text">, words: WordIndex): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    const token =
      timeAt(text, at) ??
      numberingAt(text, at) ??
      numberAt(text, at) ??
      wordAt(text, at, words) ??
      signAt(text, at);
    const last = tokens.at(-1);
    if (token.kind === "unknown" && last?.kind === "unknown") {
      tokens[tokens.length - 1] = { ...last, to: token.to, text: last.text + token.text };
    } else tokens.push(token);
    at = token.to;
  }
  return tokens;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const NUMBERING =
  /\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}[、是]|\d{1,2}[.、](?!\d)|\(\d{1,2}\)|[①-⑳]/y;
const CODE = /\(\d{3,7}\)/y;

function numberingAt(text: string, from: number): Token | undefined {
  const isFirst = from === 0 || /[。;:,(]/.test(text[from - 1] ?? "");
  const found = (isFirst ? matchAt(NUMBERING, text, from) : null) ?? matchAt(CODE, text, from);
  return found ? { kind: "numbering", from, to: from + found[0].length, text: found[0] } : undefined;
}

function timeAt(text: string, from: number): Token | undefined {
  const date = matchAt(DATE, text, from);
  if (date) return { kind: "digits", from, to: from + date[0].length, text: date[0] };
  const year = matchAt(YEAR, text, from);
  if (!year) return undefined;
  return { kind: "year", year: Number(year[1]), from, to: from + year[0].length, text: year[0] };
}

function numberAt(text: string, from: number): Token | undefined {
  if (/[-+]/.test(text[from] ?? "") && !/[\u4e00-\u9fff(:,]/.test(text[from - 1] ?? ",")) return undefined;
  const found = matchAt(NUMBER, text, from);
  if (!found) return undefined;
  const unit = found.groups?.["unit"];
  const digits = found[0].slice(0, found[0].length - (unit?.length ?? 0));
  const at = { from, to: from + found[0].length, text: found[0] };
  const read = readDigits(digits.replace(/[-+]/, ""));
  if (unit === undefined) return { kind: "digits", ...at };
  const isMalformed = "problem" in read;
  const value = isMalformed ? ZERO : new Decimal(read.plain);
  return {
    kind: "number",
    ...at,
    value: digits.startsWith("-") ? value.negated() : value,
    decimals: isMalformed ? 0 : read.decimals,
    unit: wholeUnit(unit),
    isMalformed,
  };
}

function wholeUnit(unit: string): string {
  const plain = unit.replace(/^\((.*元)\)$/, "$1");
  return /^[万亿]$/.test(plain) ? `${plain}元` : plain;
}

function wordAt(text: string, from: number, words: WordIndex): Token | undefined {
  const found = words.get(text[from] ?? "")?.find(([word]) => text.startsWith(word, from));
  if (!found) return undefined;
  const [word, term] = found;
  return { kind: "term", term, from, to: from + word.length, text: word };
}

function signAt(text: string, from: number): Token {
  const char = text[from] ?? "";
  const kind = PUNCTUATION.test(char) ? "punctuation" : "unknown";
  return { kind, from, to: from + 1, text: char };
}
