import type { IndexedName, SearchIndex } from "./buildIndex";
import { eachBeginning, eachHolding } from "./joined";
import type { Term } from "./term";

/** Rows that a word without slips can fit; the others need not be looked at. How well it fits them, scoreTerm says. */
export interface Candidates {
  /** Rows whose code, name or pinyin may begin with the word: they come before all others that are not exact. */
  readonly beginning: readonly IndexedName[];
  readonly others: readonly IndexedName[];
}

const CAN_FIT = 1;
const MAY_BEGIN = 2;

/** Finds the rows that a word can fit. */
export function candidates(index: SearchIndex, term: Term): Candidates {
  const rows = new Uint8Array(index.names.length);
  const mark = (row: number) => {
    rows[row] = Math.max(rows[row] ?? 0, CAN_FIT);
  };
  const markBeginning = (row: number) => {
    rows[row] = MAY_BEGIN;
  };
  const { text } = term;
  if (term.code !== "") eachBeginning(index.codes, text, markBeginning);
  if (term.isLetters) {
    index.byLetters.get(text.slice(0, 2))?.forEach(mark);
    eachBeginning(index.initials, text.slice(0, 1), (row) => {
      if (rows[row] === CAN_FIT) markBeginning(row);
    });
  } else {
    eachHolding(index.plains, text, mark);
    eachBeginning(index.plains, text, markBeginning);
  }
  if (term.isMixed) eachHolding(index.plains, longestHan(text), markBeginning);
  if (term.hasHan) {
    eachHolding(index.syllables, term.syllables, mark);
    rarest(index, text).forEach(mark);
  }
  return { beginning: marked(index, rows, MAY_BEGIN), others: marked(index, rows, CAN_FIT) };
}

function marked({ names }: SearchIndex, rows: Uint8Array, mark: number): IndexedName[] {
  const found: IndexedName[] = [];
  for (let row = rows.indexOf(mark); row >= 0; row = rows.indexOf(mark, row + 1)) {
    const name = names[row];
    if (name) found.push(name);
  }
  return found;
}

/** The longest run of Chinese characters in a word: it stands as it is in every name that the word can spell. */
function longestHan(text: string): string {
  const runs = text.match(/[\u2e80-\uffff]+/g) ?? [];
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest), "");
}

/** The rows with the character of a word that the fewest rows have: all names that have its characters are among them. */
function rarest({ byCharacter }: SearchIndex, text: string): readonly number[] {
  let least: readonly number[] | undefined;
  for (const character of text) {
    const rows = byCharacter.get(character) ?? [];
    if (!least || rows.length < least.length) least = rows;
  }
  return least ?? [];
}
