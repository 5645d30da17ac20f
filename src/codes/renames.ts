import type { CodeEntry, CodeName } from "./codeLists";
import { parseTsv } from "./tsv";

/**
 * Reads the known changes of functional codes into the entries of the 2020 list. A year may be a range ("2020 or 2021",
 * "2021 or later"): then both names are taken as right within it. Gives the entries that change or are new.
 */
export function readRenames(text: string, base: ReadonlyMap<string, CodeEntry>): CodeEntry[] {
  const changed = new Map<string, CodeEntry>();
  const put = (entry: CodeEntry) => changed.set(entry.code, entry);
  for (const {
    code = "",
    name_before: before = "",
    name_after: after = "",
    first_year_of_new: year = "",
    evidence,
    confidence,
  } of parseTsv(text)) {
    const seen = evidence === undefined || confidence === undefined ? {} : { evidence, confidence };
    const [first, last] = yearRange(year);
    const known = changed.get(code) ?? base.get(code);
    const old = withoutNote(before);
    const moved = /^moved to (\w+)$/.exec(after)?.[1];
    const isRemoved = /removed\b/.test(after);
    if (moved !== undefined || isRemoved) {
      if (last === undefined) continue;
      const names = known?.names ?? [{ name: old, firstYear: undefined, lastYear: undefined }];
      put({ ...(known ?? { code, ...seen }), names, removed: { lastYear: last - 1, movedTo: moved } });
      if (moved !== undefined && !base.has(moved)) {
        const begun = { name: old, firstYear: first, lastYear: undefined };
        put({ code: moved, ...seen, names: [evidence === undefined ? begun : { ...begun, evidence }] });
      }
      continue;
    }
    const newNames = after
      .split(/\s+\/\s+/)
      .map((name) => withoutNote(name))
      .filter((name) => !name.includes("+"))
      .map((name): CodeName => ({
        name,
        firstYear: first,
        lastYear: undefined,
        ...(evidence === undefined ? {} : { evidence }),
      }));
    if (newNames.length === 0) continue;
    const oldNames: CodeName[] =
      before === "(none)"
        ? []
        : [{ name: old, firstYear: undefined, lastYear: last === undefined ? undefined : last - 1 }];
    // The name of the 2020 list keeps its own evidence; a later name has that of the change.
    const own =
      known !== undefined && newNames.some(({ name }) => known.names.some((one) => one.name === name));
    put({ code, ...(own ? evidenceOf(known) : seen), names: [...oldNames, ...newNames] });
  }
  return [...changed.values()];
}

function evidenceOf({ evidence, confidence }: CodeEntry): Partial<CodeEntry> {
  return evidence === undefined || confidence === undefined ? {} : { evidence, confidence };
}

/** First year in which the new name may hold, and first in which only it does. */
function yearRange(text: string): [first: number, last: number | undefined] {
  const years = [...text.matchAll(/\d{4}/g)].map(([year]) => Number(year));
  const first = years[0] ?? 0;
  return [first, text.includes("later") ? undefined : (years[1] ?? first)];
}

/** "其他公共安全支出 (2049901)" → the name alone. */
function withoutNote(name: string): string {
  return name.replace(/\s+\([^)]*\)$/, "");
}
