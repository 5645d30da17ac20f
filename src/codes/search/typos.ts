import { maskOf } from "./buildIndex";
import type { IndexedName, SearchIndex } from "./buildIndex";
import { eachHolding } from "./joined";
import type { JoinedTexts } from "./joined";
import type { Match } from "./scoreTerm";
import type { Term } from "./term";

/** Longest word that is looked for with slips: its characters are the bits of one number. */
const LONGEST = 31;

/** Gives the fewest slips (a character wrong, missing or too many) with which a text holds the pattern, or undefined. */
type Finder = (text: string) => number | undefined;

/**
 * Names that hold a word with one or two slips of typing: in the name, in its pinyin and in its initials, or two
 * neighbours exchanged; codes with one wrong digit. None for words too short to tell a slip from another word.
 *
 * A word with k slips, cut into k + 1 pieces, has one of them whole: only rows with a piece are looked at closely.
 */
export function typoMatches(index: SearchIndex, term: Term): Map<IndexedName, Match> {
  const { text, letters } = term;
  const matches = new Map<IndexedName, Match>();
  if (text.length > LONGEST) return matches;
  const put = (name: IndexedName | undefined, score: number) => {
    if (name && score > (matches.get(name)?.score ?? 0)) matches.set(name, { kind: "typo", score });
  };
  const lettersMask = maskOf(letters);
  // One wrong character brings a whole syllable of other letters.
  const most = term.hasHan ? 5 : 2;
  const look = (
    joined: JoinedTexts,
    textOf: (name: IndexedName) => string,
    pattern: string,
    worth: Worth,
  ) => {
    const allowed = slips(pattern.length, worth.forOne, worth.forTwo);
    const find = pattern.length <= LONGEST ? finder(pattern, allowed) : undefined;
    if (!find) return;
    for (const row of rowsWithPiece(joined, pattern, allowed)) {
      const name = index.names[row];
      // Letters of the word that the name does not have: each is a slip, so most names are done with here.
      if (!name || countBits(lettersMask & ~name.mask) > most) continue;
      const own = textOf(name);
      put(name, scoreOf(find(own), pattern.length, own.length, worth.base));
    }
  };
  if (term.hasHan) look(index.plains, ({ plain }) => plain, text, { base: 200, forOne: 3, forTwo: 7 });
  if (term.hasHan || term.isLetters)
    look(index.letters, (name) => name.letters, letters, { base: 190, forOne: 5, forTwo: 9 });
  if (term.isLetters)
    look(index.initials, ({ initials }) => initials, text, { base: 150, forOne: 4, forTwo: 99 });
  if (term.code.length >= 5) {
    const isNear = oneSlip(term.code);
    for (const name of index.names) if (isNear(name.code)) put(name, 200);
  }
  if (text.length >= 3 && (term.hasHan || term.isLetters)) {
    for (const one of swaps(text)) {
      const hasAllLetters = (name: IndexedName | undefined) => name && (lettersMask & ~name.mask) === 0;
      const add = (score: number) => (row: number) => {
        const name = index.names[row];
        if (hasAllLetters(name)) put(name, score);
      };
      eachHolding(term.hasHan ? index.plains : index.letters, one, add(180));
      eachHolding(index.initials, one, (row) => {
        if (index.names[row]?.initials === one) add(190)(row);
      });
    }
  }
  return matches;
}

/** What finding a word in one of the texts is worth, and how long it must be for one and for two slips. */
interface Worth {
  readonly base: number;
  readonly forOne: number;
  readonly forTwo: number;
}

/** Rows that have one of the pieces of which one must be whole. */
function rowsWithPiece(joined: JoinedTexts, pattern: string, most: number): Set<number> {
  const rows = new Set<number>();
  for (let piece = 0; piece <= most; piece++) {
    const from = Math.floor((pattern.length * piece) / (most + 1));
    const to = Math.floor((pattern.length * (piece + 1)) / (most + 1));
    eachHolding(joined, pattern.slice(from, to), (row) => void rows.add(row));
  }
  return rows;
}

function countBits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}

function slips(length: number, forOne: number, forTwo: number): number {
  return length >= forTwo ? 2 : length >= forOne ? 1 : 0;
}

/** Fewer slips first, then names of which less is left over; nothing is of a name no longer than the word. */
function scoreOf(errors: number | undefined, length: number, whole: number, base: number): number {
  if (errors === undefined) return 0;
  return base - 50 * errors + 60 * Math.min(1, length / whole);
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
