import { getCodeList } from "./codeLists";
import type { CodeKind, CodeList } from "./codeLists";
import { toCodeList } from "./import/importedList";
import type { ImportedList } from "./import/importedList";

/** The lists that checking and filling go by. */
export interface CodeLists {
  /** The list of a classification for a year; of any year when it is undefined. */
  get(kind: CodeKind, year: number | undefined): CodeList;
}

/** The lists as shipped, without those that are loaded on demand. */
export const SHIPPED_LISTS: CodeLists = { get: (kind) => getCodeList(kind) };

/** What there is besides the lists that are always at hand. */
export interface OtherLists {
  /** Imported ones, the user's own first and then the workbook's; the last one wins. */
  readonly imported?: readonly ImportedList[];
  /** Shipped ones that were loaded on demand. */
  readonly large?: readonly CodeList[];
}

/**
 * The list in force of each classification and year: an imported one for that year, or for any; else the shipped one, or
 * in years that only one loaded on demand is for (procurement since 2023), that.
 */
export function listsInUse({ imported = [], large = [] }: OtherLists): CodeLists {
  if (imported.length === 0 && large.length === 0) return SHIPPED_LISTS;
  const shipped = (kind: CodeKind, year: number | undefined) => shippedFor(kind, year, large);
  const own = new Map(imported.map((one) => [one, toCodeList(one, shipped(one.kind, one.year))]));
  return {
    get: (kind, year) => {
      const given = importedFor(imported, kind, year);
      return (given && own.get(given)) ?? shipped(kind, year);
    },
  };
}

/** The imported list of a classification that counts in a year: the last one that is for it, or for any. */
export function importedFor(
  imported: readonly ImportedList[],
  kind: CodeKind,
  year: number | undefined,
): ImportedList | undefined {
  return imported.findLast(
    (one) => one.kind === kind && (one.year === undefined || year === undefined || one.year === year),
  );
}

/** As listsInUse, with imported lists alone. */
export function withImported(imported: readonly ImportedList[]): CodeLists {
  return listsInUse({ imported });
}

/** The shipped list of a classification for a year, of those always at hand and those loaded. */
export function shippedFor(kind: CodeKind, year: number | undefined, large: readonly CodeList[]): CodeList {
  const usual = getCodeList(kind);
  if (year === undefined || isFor(usual, year)) return usual;
  return large.find((list) => list.kind === kind && isFor(list, year)) ?? usual;
}

function isFor({ years: [first, last] }: CodeList, year: number): boolean {
  return year >= first && year <= last;
}
