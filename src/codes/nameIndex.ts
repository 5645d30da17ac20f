import { namesIn } from "./codeLists";
import type { CodeList } from "./codeLists";
import { isSameClassName, normaliseName } from "./codeName";

/** The codes of one classification by name, in one year. */
export interface NameIndex {
  /** Every code that bears the name, in ascending order; spaces, line breaks, width and brackets do not count. */
  named(name: string): readonly string[];
  /** Codes whose name is one or two slips away from a name that nothing bears, the nearest first. */
  near(name: string): readonly string[];
  /** The official name of a code in that year; undefined when the list does not have it or the year leaves it open. */
  nameOf(code: string): string | undefined;
  /** Every code of the list in that year, ascending. */
  readonly codes: readonly string[];
}

/** Names shorter than this are too alike for a slip to be told from another name. */
const SHORTEST_NEAR = 4;
/** From this length on two slips are looked for. */
const LONG_NAME = 8;

/**
 * Indexes a list of codes. Without a year every name a code ever had finds it, and nameOf gives only names that never
 * changed.
 */
export function indexNames(list: CodeList, year: number | undefined): NameIndex {
  const { kind } = list;
  const byName = new Map<string, string[]>();
  const official = new Map<string, string>();
  const add = (name: string, code: string) => {
    const known = byName.get(name);
    if (!known) byName.set(name, [code]);
    else if (!known.includes(code)) known.push(code);
  };
  for (const entry of holdsIn(list, year) ? list.entries.values() : []) {
    const names = namesIn(entry, year);
    const different = new Set(names.map(normaliseName));
    const last = names[names.length - 1];
    if (last === undefined) continue;
    if (different.size === 1) official.set(entry.code, last);
    for (const name of different) add(name, entry.code);
    // The names of functional classes are printed with and without 支出 at the end.
    if (kind !== "functional" || entry.code.length !== 3) continue;
    for (const name of different) {
      const other = name.endsWith("支出") ? name.replace(/支出$/, "") : `${name}支出`;
      if (isSameClassName(name, other)) add(other, entry.code);
    }
  }
  for (const codes of byName.values()) codes.sort();
  return {
    named: (name) => byName.get(normaliseName(name)) ?? [],
    near: (name) => nearCodes(normaliseName(name), byName),
    nameOf: (code) => official.get(code),
    codes: [...official.keys()].sort(),
  };
}

/**
 * A list that is broad or complete changes little from year to year, and its changes are known. Of one that has only part
 * of a catalogue nothing is known outside its years, in which the codes may mean something else (the procurement
 * catalogue of 2022 numbers everything anew).
 */
function holdsIn({ coverage, years }: CodeList, year: number | undefined): boolean {
  const isWide = coverage !== "partial" && coverage !== "sample";
  return isWide || year === undefined || (year >= years[0] && year <= years[1]);
}

function nearCodes(name: string, byName: ReadonlyMap<string, readonly string[]>): string[] {
  if (name.length < SHORTEST_NEAR) return [];
  const most = name.length >= LONG_NAME ? 2 : 1;
  const found = [...byName].flatMap(([other, codes]) => {
    if (Math.abs(other.length - name.length) > most) return [];
    const slips = slipsBetween(name, other, most);
    return slips <= most ? codes.map((code) => ({ code, slips })) : [];
  });
  found.sort((a, b) => a.slips - b.slips || (a.code < b.code ? -1 : 1));
  return [...new Set(found.map(({ code }) => code))];
}

/** Characters put in, left out, replaced, or exchanged with their neighbour; more than `most` is not counted out. */
function slipsBetween(a: string, b: string, most: number): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let least = Math.min(
        (above[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (above[j - 1] ?? 0) + (isSame ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    if (Math.min(...row) > most) return most + 1;
    before = above;
    above = row;
  }
  return above[b.length] ?? 0;
}
