import type { CodeEntry, CodeKind, CodeList, CodeName } from "./codeLists";
import { isSameClassName, isSameName } from "./codeName";
import { parseTsv } from "./tsv";

/** A name as it stands in public budgets and final accounts, and the years of those. */
interface Observed {
  readonly code: string;
  readonly name: string;
  readonly printed: readonly number[];
}

/**
 * Adds to the entries of a list what public documents of other years print. A name that the list has gets the years in
 * which it was seen. One that it has not is right in the years for which nothing else is known: up to the list's first
 * year when it was seen before, unless the codes were numbered anew since, from the year after its last when it was seen later. It is a slip of a document, and left
 * out, where documents of the same years print the list's own name (30108 …养老保险费 beside …养老保险缴费).
 */
export function addObserved(
  entries: Map<string, CodeEntry>,
  { kind, years, isNumberedAnew = false }: Omit<CodeList, "entries">,
  text: string,
): void {
  const byCode = new Map<string, Observed[]>();
  for (const { system, code = "", name = "", years: seen = "" } of parseTsv(text)) {
    if (system !== kind) continue;
    const one = { code, name, printed: seen.split(" ").map(Number) };
    // Names of an older numbering are none of this one's: 30311 was 住房公积金 until 2017.
    if (isNumberedAnew && one.printed.every((year) => year < years[0])) continue;
    byCode.set(code, [...(byCode.get(code) ?? []), one]);
  }
  for (const [code, seen] of byCode) {
    const known = entries.get(code);
    const names = seen.reduce((own, one) => withName(own, one, seen, { kind, years }), known?.names ?? []);
    entries.set(
      code,
      known ? { ...known, names } : { code, evidence: "document", confidence: "medium", names },
    );
  }
}

function withName(
  names: readonly CodeName[],
  { code, name, printed }: Observed,
  seen: readonly Observed[],
  { kind, years: [first, last] }: Pick<CodeList, "kind" | "years">,
): readonly CodeName[] {
  const isSame = sameNameOf(kind, code);
  const known = names.find((one) => isSame(one.name, name));
  if (known) return names.map((one) => (one === known ? { ...one, printed } : one));
  const usual = seen.find((one) => names.some((own) => isSame(own.name, one.name)));
  if (usual && printed.every((year) => usual.printed.includes(year))) return names;
  const isFormer = printed.every((year) => year < first);
  if (isFormer)
    return [{ name, firstYear: undefined, lastYear: lastOf(printed, first, names), printed }, ...names];
  return [...names, { name, firstYear: last + 1, lastYear: undefined, printed }];
}

/** A former name beside others ends when it was last seen; one that stands alone may have held until the list begins. */
function lastOf(printed: readonly number[], first: number, names: readonly CodeName[]): number {
  return names.length > 0 ? Math.max(...printed) : first - 1;
}

/** How names of a code are compared: those of functional classes are printed with and without 支出 at the end. */
export function sameNameOf(kind: CodeKind, code: string): (a: string, b: string) => boolean {
  return kind === "functional" && code.length === 3 ? isSameClassName : isSameName;
}

/**
 * The entries of a list that was numbered anew in a year (the economic classifications in 2018): earlier years know only
 * the names that documents print then and since.
 */
export function numberedAnew(entries: Map<string, CodeEntry>, since: number): void {
  for (const entry of entries.values()) {
    const names = entry.names.map((one) =>
      one.firstYear !== undefined || one.lastYear !== undefined || one.printed?.some((year) => year < since)
        ? one
        : { ...one, firstYear: since },
    );
    entries.set(entry.code, { ...entry, names });
  }
}
