import { namesIn } from "../codeLists";
import type { CodeEntry, CodeKind, CodeList, CodeName } from "../codeLists";
import { normaliseName } from "../codeName";
import { parentCode } from "../place";
import { joinTexts } from "./joined";
import type { JoinedTexts } from "./joined";
import { readingsOf, readReadings } from "./readings";
import type { Readings } from "./readings";

/** One name of one code, prepared for matching. A code with an earlier name stands in the index twice. */
export interface IndexedName {
  /** Its place in the index. */
  readonly row: number;
  readonly list: CodeList;
  readonly entry: CodeEntry;
  /** Tells the code from others in all lists, as codeKey gives it. */
  readonly key: string;
  /** The official name of the index's year. */
  readonly official: CodeName;
  /** Code in lower case. */
  readonly code: string;
  /** The earlier or later name that this row stands for; undefined for the official one. */
  readonly other: CodeName | undefined;
  /** The name as it is compared, in lower case. */
  readonly plain: string;
  /** Its pinyin without spaces: "zhufanggongjijin". */
  readonly letters: string;
  /** Where in `letters` the reading of each character of `plain` begins; one more at the end. */
  readonly starts: readonly number[];
  /** First letter of each reading: "zfgjj". */
  readonly initials: string;
  /** Its syllables apart, with a space before and behind each: " zhu fang gong ji jin ". */
  readonly syllables: string;
  /** A bit for each of the 26 letters that `letters` has. */
  readonly mask: number;
  /** Official names of the codes above, the nearest first. */
  readonly above: readonly IndexedName[];
}

export interface SearchIndex {
  readonly year: number | undefined;
  /** How the characters of names and queries are read. */
  readonly readings: Readings;
  readonly names: readonly IndexedName[];
  readonly codes: JoinedTexts;
  readonly plains: JoinedTexts;
  readonly letters: JoinedTexts;
  readonly initials: JoinedTexts;
  readonly syllables: JoinedTexts;
  /** Rows by each character of their plain names. */
  readonly byCharacter: ReadonlyMap<string, readonly number[]>;
  /** Official rows by the list and the code they stand directly below, as childKey gives it; the top ones below "". */
  readonly children: ReadonlyMap<string, readonly IndexedName[]>;
  /** Rows by each first letter of a reading, and by it with any letter that may be typed behind it ("zh", "zf"). */
  readonly byLetters: ReadonlyMap<string, readonly number[]>;
}

/** What tells a code from others in all lists: "functional:2010301". */
export function codeKey(kind: CodeKind, code: string): string {
  return `${kind}:${code}`;
}

/**
 * Prepares lists for searching; made once and kept. Names are those of `year`, of each list's own edition without it;
 * names of other years are found too and told as such.
 */
export function buildIndex(lists: readonly CodeList[], year?: number): SearchIndex {
  const building = indexInSteps(lists, year);
  for (;;) {
    const step = building.next();
    if (step.done) return step.value;
  }
}

/** Longest time in ms that indexing keeps the pane from answering. */
const LONGEST_SLICE_MS = 8;

/**
 * As buildIndex, in slices of a few ms, between which the pane goes on answering.
 * @param pause gives way to what else is waiting
 */
export async function buildIndexInSlices(
  lists: readonly CodeList[],
  year: number | undefined,
  pause: () => Promise<void>,
): Promise<SearchIndex> {
  const building = indexInSteps(lists, year);
  let begin = performance.now();
  for (;;) {
    const step = building.next();
    if (step.done) return step.value;
    if (performance.now() - begin < LONGEST_SLICE_MS) continue;
    await pause();
    begin = performance.now();
  }
}

/** Rows prepared between two points at which indexing may be interrupted. */
const ROWS_A_STEP = 100;

function* indexInSteps(lists: readonly CodeList[], year: number | undefined): Generator<void, SearchIndex> {
  const names: OpenRow[] = [];
  const readings = readReadings();
  const byCharacter = new Map<string, number[]>();
  const byLetters = new Map<string, number[]>();
  for (const list of lists) {
    const official = new Map<string, IndexedName>();
    const first = names.length;
    let untilStep = ROWS_A_STEP;
    for (const entry of list.entries.values()) {
      for (const row of rowsOf({ list, year, readings }, entry, names.length)) {
        names.push(row);
        if (!row.other) official.set(row.entry.code, row);
        addTo(byCharacter, row.plain, row.row);
        addTo(byLetters, beginningsOf(row), row.row);
      }
      if (--untilStep > 0) continue;
      untilStep = ROWS_A_STEP;
      yield;
    }
    for (const row of names.slice(first)) {
      for (let code = parentCode(row.entry.code); code !== undefined; code = parentCode(code)) {
        const parent = official.get(code);
        if (parent) row.above.push(parent);
      }
    }
    yield;
  }
  const joined = (text: (name: IndexedName) => string) => joinTexts(names.map(text));
  return {
    year,
    readings,
    names,
    codes: joined(({ code }) => code),
    plains: joined(({ plain }) => plain),
    letters: joined(({ letters }) => letters),
    initials: joined(({ initials }) => initials),
    syllables: joined(({ syllables }) => syllables),
    children: childrenOf(names),
    byCharacter,
    byLetters,
  };
}

function childrenOf(names: readonly IndexedName[]): Map<string, IndexedName[]> {
  const children = new Map<string, IndexedName[]>();
  for (const row of names) {
    if (row.other) continue;
    const key = childKey(row.list.id, row.above[0]?.entry.code ?? "");
    const rows = children.get(key);
    if (rows) rows.push(row);
    else children.set(key, [row]);
  }
  return children;
}

/** The key of what stands directly below a code of a list. */
export function childKey(list: string, code: string): string {
  return `${list} ${code}`;
}

function addTo(rows: Map<string, number[]>, keys: Iterable<string>, row: number): void {
  for (const key of keys) {
    const known = rows.get(key);
    if (!known) rows.set(key, [row]);
    else if (known[known.length - 1] !== row) known.push(row);
  }
}

/**
 * The first letter of each reading, and it with what may be typed behind it: the second letter of the same reading or
 * the first of the next. Readings that are not known are passed over.
 */
function beginningsOf({ letters, starts }: IndexedName): string[] {
  return starts.slice(0, -1).flatMap((from, char) => {
    const end = starts[char + 1] ?? from;
    const first = letters[from];
    if (end === from || first === undefined) return [];
    const pairs = [first];
    if (end < letters.length) pairs.push(first + (letters[end] ?? ""));
    if (from + 1 < end) pairs.push(first + (letters[from + 1] ?? ""));
    return pairs;
  });
}

/** A row whose codes above are still being filled in. */
type OpenRow = IndexedName & { readonly above: IndexedName[] };

function rowsOf(
  { list, year, readings }: { list: CodeList; year: number | undefined; readings: Readings },
  entry: CodeEntry,
  firstRow: number,
): OpenRow[] {
  const rightNames = namesIn(entry, year ?? list.edition);
  const newest = entry.names[entry.names.length - 1];
  const official = entry.names.findLast(({ name }) => rightNames.includes(name)) ?? newest;
  if (!official) return [];
  return entry.names.map((name, index) => ({
    row: firstRow + index,
    list,
    entry,
    key: codeKey(list.kind, entry.code),
    official,
    code: entry.code.toLowerCase(),
    other: name === official ? undefined : name,
    ...prepare(name.name, readings),
    above: [],
  }));
}

/** A text as the index compares it: plain characters and their readings. */
export function prepare(
  name: string,
  readings: Readings,
): Pick<IndexedName, "plain" | "letters" | "starts" | "initials" | "syllables" | "mask"> {
  const plain = normaliseName(name).toLowerCase();
  const syllables = readingsOf(readings, [...plain]);
  const starts = [0];
  for (const [index, reading] of syllables.entries()) starts.push((starts[index] ?? 0) + reading.length);
  const letters = syllables.join("");
  return {
    plain,
    letters,
    starts,
    initials: syllables.map((one) => one[0] ?? "").join(""),
    syllables: ` ${syllables.join(" ")} `,
    mask: maskOf(letters),
  };
}

/** A bit for each of the letters a to z that a text has. */
export function maskOf(text: string): number {
  let mask = 0;
  for (let index = 0; index < text.length; index++) {
    const letter = text.charCodeAt(index) - 97;
    if (letter >= 0 && letter < 26) mask |= 1 << letter;
  }
  return mask;
}
