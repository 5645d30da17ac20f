import { maskOf } from "./buildIndex";
import type { IndexedName } from "./buildIndex";
import type { Match } from "./scoreTerm";
import type { Term } from "./term";

/** Longest word that is looked for with slips: its characters are the bits of one number. */
const LONGEST = 31;

/** Gives the fewest slips (a character wrong, missing or too many) with which a text holds the pattern, or undefined. */
type Finder = (text: string) => number | undefined;

/**
 * Looks for a word with one or two slips of typing: in the name, in its pinyin and in its initials, or two neighbours
 * exchanged. Undefined for words too short to tell a slip from another word.
 */
export function typoFinder(term: Term): ((name: IndexedName) => Match | undefined) | undefined {
  const { text, letters } = term;
  if (text.length > LONGEST) return undefined;
  const inName = term.hasHan ? finder(text, slips(text.length, 3, 7)) : undefined;
  const inLetters =
    (term.hasHan || term.isLetters) && letters.length <= LONGEST
      ? finder(letters, slips(letters.length, 5, 9))
      : undefined;
  const inInitials = term.isLetters ? finder(text, slips(text.length, 4, 99)) : undefined;
  const inCode = term.code.length >= 5 ? oneSlip(term.code) : undefined;
  const swapped = text.length >= 3 && (term.hasHan || term.isLetters) ? swaps(text) : [];
  if (!inName && !inLetters && !inInitials && !inCode && swapped.length === 0) return undefined;
  const lettersMask = maskOf(letters);
  // One wrong character brings a whole syllable of other letters.
  const most = term.hasHan ? 5 : 2;
  return (name) => {
    // Letters of the word that the name does not have: each is a slip, so most names are done with here.
    const missing = countBits(lettersMask & ~name.mask);
    if (missing > most) return undefined;
    const hasSwap =
      missing === 0 &&
      swapped.some((one) => (term.hasHan ? name.plain.includes(one) : name.letters.includes(one)));
    const found = [
      score(inName?.(name.plain), text.length, name.plain.length, 200),
      score(inLetters?.(name.letters), letters.length, name.letters.length, 190),
      score(inInitials?.(name.initials), text.length, name.initials.length, 150),
      inCode?.(name.code) === true ? 200 : 0,
      hasSwap ? 180 : 0,
      missing === 0 && swapped.includes(name.initials) ? 190 : 0,
    ];
    const best = Math.max(...found);
    return best > 0 ? { kind: "typo", score: best } : undefined;
  };
}

function countBits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}

function slips(length: number, forOne: number, forTwo: number): number {
  return length >= forTwo ? 2 : length >= forOne ? 1 : 0;
}

/** Fewer slips first, then names of which less is left over. */
function score(errors: number | undefined, length: number, whole: number, base: number): number {
  if (errors === undefined) return 0;
  return base - 50 * errors + (60 * Math.min(length, whole)) / Math.max(length, whole);
}

/** The bits of `states[e]` are the beginnings of the pattern found so far with e slips (Wu and Manber's algorithm). */
function finder(pattern: string, most: number): Finder | undefined {
  if (most === 0) return undefined;
  const places = new Map<number, number>();
  for (let index = 0; index < pattern.length; index++) {
    const char = pattern.charCodeAt(index);
    places.set(char, (places.get(char) ?? 0) | (1 << index));
  }
  const latin = Int32Array.from({ length: 128 }, (_, char) => places.get(char) ?? 0);
  const accept = 1 << (pattern.length - 1);
  return (text) => {
    let best: number | undefined;
    let [exact, one, two] = [0, 1, 3];
    for (let index = 0; index < text.length; index++) {
      const char = text.charCodeAt(index);
      const here = char < 128 ? (latin[char] ?? 0) : (places.get(char) ?? 0);
      const [exactBefore, oneBefore] = [exact, one];
      exact = ((exact << 1) | 1) & here;
      one = (((one << 1) | 1) & here) | exactBefore | (exactBefore << 1) | (exact << 1) | 1;
      two = (((two << 1) | 1) & here) | oneBefore | (oneBefore << 1) | (one << 1) | 1;
      if ((exact & accept) !== 0) return 0;
      if ((one & accept) !== 0) best = 1;
      else if (most > 1 && best === undefined && (two & accept) !== 0) best = 2;
    }
    return best;
  };
}

/** The word with each two neighbours exchanged. */
function swaps(text: string): string[] {
  return Array.from({ length: text.length - 1 }, (_, index) => {
    const [a = "", b = ""] = [text[index], text[index + 1]];
    return `${text.slice(0, index)}${b}${a}${text.slice(index + 2)}`;
  }).filter((one) => one !== text);
}

/** A code of the same length with one digit other or two neighbours exchanged. */
function oneSlip(code: string): (other: string) => boolean {
  return (other) => {
    if (other.length !== code.length) return false;
    let at = 0;
    while (at < code.length && code[at] === other[at]) at++;
    const isSwap = code[at] === other[at + 1] && code[at + 1] === other[at];
    return (
      code.slice(at + 1) === other.slice(at + 1) || (isSwap && code.slice(at + 2) === other.slice(at + 2))
    );
  };
}
