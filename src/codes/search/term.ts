import { normaliseName } from "../codeName";
import { maskOf, prepare } from "./buildIndex";
import type { Readings } from "./readings";

/** One word of a query, prepared. */
export interface Term {
  /** As typed, in lower case, without what does not count. */
  readonly text: string;
  /** What a code would have to begin with, "" when the word cannot be part of one. */
  readonly code: string;
  readonly hasHan: boolean;
  /** Characters and letters together: 住房gjj. */
  readonly isMixed: boolean;
  /** All letters: pinyin or initials. */
  readonly isLetters: boolean;
  /** Its own pinyin: what a word of Chinese characters sounds like, for homophones. */
  readonly letters: string;
  /** The same with its syllables apart, as the index has them; "" for a word without Chinese characters. */
  readonly syllables: string;
  readonly mask: number;
}

/** Chinese characters, as far as words without spaces and punctuation go: told by one comparison. */
const HAN = /[\u2e80-\uffff]/;

/** Prepares one word: width, case, brackets and spaces do not count, and v stands for ü (lv, nv). */
function readTerm(word: string, readings: Readings): Term {
  const plain = normaliseName(word).toLowerCase();
  const hasHan = HAN.test(plain);
  const text = hasHan ? plain : plain.replace(/([nl])v/g, "$1u");
  const isLetters = /^[a-z]+$/.test(text);
  const sound = hasHan ? prepare(plain, readings) : undefined;
  return {
    text,
    code: /^[a-z]?\d*$/.test(plain) ? plain : "",
    hasHan,
    isMixed: hasHan && /[a-z]/.test(text),
    isLetters,
    letters: sound?.letters ?? text,
    syllables: sound?.syllables ?? "",
    mask: maskOf(text),
  };
}

/** The whole query as one word, and its words where it has several ("教育 行政运行", "[2010301]行政运行"). */
export function readQuery(
  query: string,
  readings: Readings,
): { readonly whole: Term; readonly words: readonly Term[] } {
  const words = query
    .normalize("NFKC")
    .split(/[\s[\]【】〔〕()/、,;]+/)
    .filter((word) => word !== "")
    .map((word) => readTerm(word, readings))
    .filter(({ text }) => text !== "");
  return { whole: readTerm(query.replace(/\s+/g, ""), readings), words: words.length > 1 ? words : [] };
}
