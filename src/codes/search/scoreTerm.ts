import type { IndexedName } from "./buildIndex";
import type { Term } from "./term";

/** How a word found a code. */
export type MatchKind = "code" | "name" | "pinyin" | "parts" | "sound" | "typo";

export interface Match {
  readonly kind: MatchKind;
  /** 0 to 1000. */
  readonly score: number;
}

/** A whole code, a whole name, or all of its pinyin or initials: nothing else can have been meant. */
export const EXACT = 950;

/** What begins with a word has at least this score; what has it in the middle stays well below. */
export const BEGINS = 750;

/**
 * How well a word fits a code or one of its names without any slip of typing, undefined when it does not. In order: the
 * code, the whole name, all pinyin, all initials; beginnings; parts in the middle; characters in order with gaps; names
 * that only sound alike. Within each, the more of the name is covered the better.
 */
export function scoreTerm(term: Term, name: IndexedName): Match | undefined {
  const { text } = term;
  if (term.code !== "" && name.code.startsWith(text)) {
    // The procurement catalogue of 2022 fills its codes up with zeros: A02 is A02000000.
    const isWhole = name.code === text || (text.length > 1 && name.code === text.padEnd(9, "0"));
    return { kind: "code", score: isWhole ? 1000 : 900 - (name.code.length - text.length) };
  }
  if (!term.hasHan && !term.isLetters) {
    return name.plain.includes(text) ? inName(text, name) : undefined;
  }
  if (term.isLetters) {
    if ((term.mask & ~name.mask) !== 0) return undefined;
    if (text.length > 1 && (name.letters === text || name.initials === text)) {
      return { kind: "pinyin", score: 960 };
    }
    return spelt(text, name);
  }
  if (name.plain.includes(text)) return inName(text, name);
  return (
    (term.isMixed && (term.mask & ~name.mask) === 0 ? spelt(text, name) : undefined) ??
    inParts(text, name) ??
    soundsAlike(term, name)
  );
}

function inName(text: string, { plain }: IndexedName): Match {
  // 教育支出 is called 教育 as well.
  if (plain === text || plain === `${text}支出`) return { kind: "name", score: 1000 };
  const base = plain.startsWith(text) ? 800 : 600;
  return { kind: "name", score: base + (100 * text.length) / plain.length };
}

/** Characters, initials, whole syllables and beginnings of syllables, mixed as one likes: "zhufgjj", "住房gjj". */
function spelt(text: string, name: IndexedName): Match | undefined {
  const { plain, letters, starts } = name;
  const length = starts.length - 1;
  const first = text.charCodeAt(0);
  for (let start = 0; start < length; start++) {
    if (letters.charCodeAt(starts[start] ?? 0) !== first && plain.charCodeAt(start) !== first) continue;
    const end = spellFrom(text, 0, name, start);
    if (end < 0) continue;
    return { kind: "pinyin", score: (start === 0 ? BEGINS : 550) + (100 * (end - start)) / length };
  }
  return undefined;
}

/** Index after the last character used when `text` from `at` on can be read from character `char` on, else -1. */
function spellFrom(text: string, at: number, name: IndexedName, char: number): number {
  const { plain, letters, starts } = name;
  if (at === text.length) return char;
  if (char >= starts.length - 1) return -1;
  if (text.charCodeAt(at) === plain.charCodeAt(char)) return spellFrom(text, at + 1, name, char + 1);
  const from = starts[char] ?? 0;
  const most = Math.min((starts[char + 1] ?? from) - from, text.length - at);
  let common = 0;
  while (common < most && text.charCodeAt(at + common) === letters.charCodeAt(from + common)) common++;
  for (let used = common; used > 0; used--) {
    const end = spellFrom(text, at + used, name, char + 1);
    if (end >= 0) return end;
  }
  return -1;
}

/** Shortest word that may leave out characters of the name: 机关养老保险 for 机关事业单位基本养老保险缴费支出. */
const SHORTEST_IN_PARTS = 3;

function inParts(text: string, { plain }: IndexedName): Match | undefined {
  if (text.length < SHORTEST_IN_PARTS || text.length >= plain.length) return undefined;
  if (!plain.includes(text.slice(-1)) || !plain.includes(text.slice(0, 1))) return undefined;
  let at = 0;
  let first = -1;
  for (let char = 0; char < plain.length; char++) {
    if (plain.charCodeAt(char) !== text.charCodeAt(at)) continue;
    if (at === 0) first = char;
    if (++at === text.length) return { kind: "parts", score: 400 + (100 * text.length) / (char - first + 1) };
  }
  return undefined;
}

/** Same sound, other characters: whole syllables, wherever they stand. */
function soundsAlike({ letters, syllables }: Term, name: IndexedName): Match | undefined {
  // A word whose characters have no known reading sounds like nothing.
  if (letters === "" || !name.syllables.includes(syllables)) return undefined;
  return { kind: "sound", score: 300 + (90 * letters.length) / name.letters.length };
}
