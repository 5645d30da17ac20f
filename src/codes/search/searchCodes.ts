import { CODE_KINDS } from "../codeKinds";
import type { CodeEntry, CodeKind, CodeList, CodeName } from "../codeLists";
import type { IndexedName, SearchIndex } from "./buildIndex";
import { candidates } from "./candidates";
import { BEGINS, EXACT, scoreTerm } from "./scoreTerm";
import type { Match, MatchKind } from "./scoreTerm";
import { readQuery } from "./term";
import type { Term } from "./term";
import { typoMatches } from "./typos";

/** A code found. */
export interface SearchHit {
  readonly list: CodeList;
  readonly entry: CodeEntry;
  /** The official name of the year searched in, with its years. */
  readonly official: CodeName;
  /** The name of other years that the query found, when it was not the official one. */
  readonly other: CodeName | undefined;
  /** Names of the codes above, the nearest first: tells 行政运行 of one 款 from that of another. */
  readonly above: readonly string[];
  readonly how: MatchKind;
}

export interface SearchOptions {
  /** Only these classifications; all when left out. */
  readonly kinds?: readonly CodeKind[];
  /** Codes used lately, the last one first, as `codeKey` gives them. */
  readonly recent?: readonly string[];
  /** Codes that stand in the workbook, as `codeKey` gives them. */
  readonly inWorkbook?: ReadonlySet<string>;
  readonly limit?: number;
}

const DEFAULT_LIMIT = 50;

/** The score of a word that stands only in the name of a code above: 教育 in "教育 行政运行". */
const ABOVE = 500;

/** With fewer matches than this that fit well without slips, slips of typing are looked for as well. */
const ENOUGH_MATCHES = 3;
const FITS_WELL = 500;

interface Scored {
  readonly name: IndexedName;
  readonly match: Match;
}

/**
 * Codes for what a user types: a code or its beginning, a name or a part of it, pinyin, initials, any mix of them,
 * several words of which some may stand in the names above; with slips of typing when nothing else fits. Best first:
 * whole codes and names, then codes used lately or in the workbook, then the rest.
 */
export function searchCodes(index: SearchIndex, query: string, options: SearchOptions = {}): SearchHit[] {
  const { whole, words } = readQuery(query, index.readings);
  if (whole.text === "") return [];
  const { kinds } = options;
  const isWanted = ({ list }: IndexedName) => !kinds || kinds.includes(list.kind);
  const found = new Map<CodeEntry, Scored>();
  const add = (name: IndexedName, match: Match | undefined) => {
    if (match && isWanted(name)) putBetter(found, { name, match });
  };
  const { beginning, others } = candidates(index, whole);
  for (const name of beginning) add(name, scoreTerm(whole, name));
  // Among many that begin with the word none that has it in the middle is shown, unless it is in use.
  const isFull = countOf(found.values(), BEGINS) >= (options.limit ?? DEFAULT_LIMIT);
  for (const name of others) if (!isFull || isUsed(name, options)) add(name, scoreTerm(whole, name));
  if (words.length > 0) for (const [name, match] of matchesOfWords(index, words)) add(name, match);
  if (!isEnough(found.values())) for (const [name, match] of typoMatches(index, whole)) add(name, match);
  return bestOf([...found.values()], options).map(
    ({ name: { list, entry, official, other }, name, match }) => ({
      list,
      entry,
      official,
      other,
      above: name.above.map((parent) => parent.official.name),
      how: match.kind,
    }),
  );
}

function isUsed({ key }: IndexedName, { recent, inWorkbook }: SearchOptions): boolean {
  return recent?.includes(key) === true || inWorkbook?.has(key) === true;
}

/** Keeps one match for each code of a list, the better of those by its official name and by its other names. */
function putBetter(found: Map<CodeEntry, Scored>, one: Scored): void {
  const known = found.get(one.name.entry);
  if (!known || isBetter(one, known)) found.set(one.name.entry, one);
}

function matchesOfWords(index: SearchIndex, words: readonly Term[]): [IndexedName, Match][] {
  const ofWords = words.map((word) => {
    const found = new Map<IndexedName, Match>();
    const { beginning, others } = candidates(index, word);
    for (const names of [beginning, others]) {
      for (const name of names) {
        const match = scoreTerm(word, name);
        if (match) found.set(name, match);
      }
    }
    return found;
  });
  const names = new Set(ofWords.flatMap((found) => [...found.keys()]));
  return [...names].flatMap((name): [IndexedName, Match][] => {
    const match = scoreWords(ofWords, name);
    return match ? [[name, match]] : [];
  });
}

/** Every word must fit the code, its name or a name above; one at least the code or its own name. */
function scoreWords(ofWords: readonly Map<IndexedName, Match>[], name: IndexedName): Match | undefined {
  let own: Match | undefined;
  let sum = 0;
  for (const found of ofWords) {
    const match = found.get(name);
    if (match) own = own ? better(own, match) : match;
    else if (!name.above.some((parent) => found.has(parent))) return undefined;
    sum += match?.score ?? ABOVE;
  }
  return own && { kind: own.kind, score: Math.min(sum / ofWords.length, EXACT - 1) };
}

function better(a: Match, b: Match): Match {
  return a.score >= b.score ? a : b;
}

function isBetter(a: Scored, b: Scored): boolean {
  return a.match.score > b.match.score || (a.match.score === b.match.score && a.name.other === undefined);
}

/** Whether so much fits well without slips that none need be looked for. */
function isEnough(found: Iterable<Scored>): boolean {
  const scored = [...found];
  return countOf(scored, EXACT) > 0 || countOf(scored, FITS_WELL) >= ENOUGH_MATCHES;
}

function countOf(found: Iterable<Scored>, least: number): number {
  let count = 0;
  for (const { match } of found) if (match.score >= least) count++;
  return count;
}

interface Ranked {
  readonly one: Scored;
  readonly group: number;
  readonly used: number;
  readonly score: number;
}

/** The best of what was found, best first, as many as asked for. */
function bestOf(
  found: readonly Scored[],
  { recent = [], inWorkbook, limit = DEFAULT_LIMIT }: SearchOptions,
): Scored[] {
  const lately = new Map(recent.map((key, place) => [key, place]));
  const best: Ranked[] = [];
  for (const one of found) {
    const { key, other } = one.name;
    const { kind, score } = one.match;
    const group = score >= EXACT ? 0 : kind === "typo" ? 2 : 1;
    // Among whole names the classification decides; one that is no longer right comes after one that is.
    const fit = group === 0 ? EXACT : score;
    const used = lately.get(key) ?? (inWorkbook?.has(key) === true ? recent.length : recent.length + 1);
    insertRanked(best, { one, group, used, score: other ? fit - 15 : fit }, limit);
  }
  return best.map(({ one }) => one);
}

/** Puts one in its place among the best; a short query finds thousands, of which only the first are wanted. */
function insertRanked(best: Ranked[], one: Ranked, limit: number): void {
  const last = best[best.length - 1];
  if (best.length >= limit && last && compareRanked(one, last) >= 0) return;
  let [from, to] = [0, best.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const other = best[middle];
    if (other && compareRanked(other, one) <= 0) from = middle + 1;
    else to = middle;
  }
  best.splice(from, 0, one);
  if (best.length > limit) best.pop();
}

function compareRanked(a: Ranked, b: Ranked): number {
  const [{ list, entry }, other] = [a.one.name, b.one.name];
  return (
    a.group - b.group ||
    a.used - b.used ||
    b.score - a.score ||
    CODE_KINDS.indexOf(list.kind) - CODE_KINDS.indexOf(other.list.kind) ||
    other.list.edition - list.edition ||
    entry.code.length - other.entry.code.length ||
    (entry.code === other.entry.code ? 0 : entry.code < other.entry.code ? -1 : 1)
  );
}
