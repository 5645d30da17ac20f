import { normaliseName } from "../codeName";
import { maskOf, prepare } from "./buildIndex";

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
  readonly mask: number;
}

const HAN = /\p{Script=Han}/u;

/** Prepares one word: width, case, brackets and spaces do not count, and v stands for ü (lv, nv). */
export function readTerm(word: string): Term {
  const plain = normaliseName(word).toLowerCase();
  const hasHan = HAN.test(plain);
  const text = hasHan ? plain : plain.replace(/([nl])v/g, "$1u");
  const isLetters = /^[a-z]+$/.test(text);
  return {
    text,
    code: /^[a-z]?\d*$/.test(plain) ? plain : "",
    hasHan,
    isMixed: hasHan && /[a-z]/.test(text),
    isLetters,
    letters: hasHan ? prepare(plain).letters : text,
    mask: maskOf(text),
  };
}

/** The whole query as one word, and its words where it has several ("教育 行政运行", "[2010301]行政运行"). */
export function readQuery(query: string): { readonly whole: Term; readonly words: readonly Term[] } {
  const words = query
    .normalize("NFKC")
    .split(/[\s[\]【】〔〕()/、,;]+/)
    .filter((word) => word !== "")
    .map(readTerm)
    .filter(({ text }) => text !== "");
  return { whole: readTerm(query.replace(/\s+/g, "")), words: words.length > 1 ? words : [] };
}
