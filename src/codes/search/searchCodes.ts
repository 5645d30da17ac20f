import type { CodeKind, CodeName, CodeList, CodeEntry } from "../codeLists";
import type { IndexedName, SearchIndex } from "./buildIndex";
import { EXACT, scoreTerm } from "./scoreTerm";
import type { Match, MatchKind } from "./scoreTerm";
import { readQuery } from "./term";
import type { Term } from "./term";
import { typoFinder } from "./typos";

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
  /** Default 50. */
  readonly limit?: number;
}

/** What tells a code from others in all lists: "functional:2010301". */
export function codeKey(kind: CodeKind, code: string): string {
  return `${kind}:${code}`;
}

const ORDER: readonly CodeKind[] = [
  "functional",
  "economicDepartment",
  "economicGovernment",
  "income",
  "procurement",
  "purchasedService",
];

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
  const { whole, words } = readQuery(query);
  if (whole.text === "") return [];
  const names = options.kinds
    ? index.names.filter(({ list }) => options.kinds?.includes(list.kind))
    : index.names;
  let found = scoreAll(names, (name) => best(scoreTerm(whole, name), scoreWords(words, name)));
  const exact = found.some(({ match }) => match.score >= EXACT);
  if (!exact && found.filter(({ match }) => match.score >= FITS_WELL).length < ENOUGH_MATCHES) {
    const typo = typoFinder(whole);
    if (typo) found = [...found, ...scoreAll(names, typo)];
  }
  return rank(bestOfEachCode(found), options)
    .slice(0, options.limit ?? 50)
    .map(({ name: { list, entry, official, other }, name, match }) => ({
      list,
      entry,
      official,
      other,
      above: name.above.map((parent) => parent.official.name),
      how: match.kind,
    }));
}

function scoreAll(names: readonly IndexedName[], score: (name: IndexedName) => Match | undefined): Scored[] {
  const found: Scored[] = [];
  for (const name of names) {
    const match = score(name);
    if (match) found.push({ name, match });
  }
  return found;
}

function best(a: Match | undefined, b: Match | undefined): Match | undefined {
  return a && b ? (a.score >= b.score ? a : b) : (a ?? b);
}

/** Every word must fit the code, its name or a name above; one at least the code or its own name. */
function scoreWords(words: readonly Term[], name: IndexedName): Match | undefined {
  if (words.length === 0) return undefined;
  let own: Match | undefined;
  let sum = 0;
  for (const word of words) {
    const match = scoreTerm(word, name);
    if (match) own = best(own, match);
    else if (!name.above.some((parent) => scoreTerm(word, parent))) return undefined;
    sum += match?.score ?? ABOVE;
  }
  return own && { kind: own.kind, score: Math.min(sum / words.length, EXACT - 1) };
}

/** One match for each code of a list, the better of those by its official name and by its other names. */
function bestOfEachCode(found: readonly Scored[]): Scored[] {
  const codes = new Map<CodeEntry, Scored>();
  for (const one of found) {
    const known = codes.get(one.name.entry);
    if (!known || isBetter(one, known)) codes.set(one.name.entry, one);
  }
  return [...codes.values()];
}

function isBetter(a: Scored, b: Scored): boolean {
  return a.match.score > b.match.score || (a.match.score === b.match.score && a.name.other === undefined);
}

function rank(found: readonly Scored[], { recent = [], inWorkbook }: SearchOptions): Scored[] {
  const lately = new Map(recent.map((key, place) => [key, place]));
  const ranked = found.map((one) => {
    const { list, entry, other } = one.name;
    const key = codeKey(list.kind, entry.code);
    const used = lately.get(key) ?? (inWorkbook?.has(key) === true ? recent.length : recent.length + 1);
    const { kind, score } = one.match;
    const group = score >= EXACT ? 0 : kind === "typo" ? 2 : 1;
    // Among whole names the classification decides; one that is no longer right comes after one that is.
    const fit = group === 0 ? EXACT : score;
    return { one, group, used, score: other ? fit - 15 : fit, kind: ORDER.indexOf(list.kind), entry };
  });
  ranked.sort(
    (a, b) =>
      a.group - b.group ||
      a.used - b.used ||
      b.score - a.score ||
      a.kind - b.kind ||
      b.one.name.list.edition - a.one.name.list.edition ||
      a.entry.code.length - b.entry.code.length ||
      (a.entry.code < b.entry.code ? -1 : 1),
  );
  return ranked.map(({ one }) => one);
}
