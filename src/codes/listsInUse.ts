import type { CodeKind, CodeList } from "./codeLists";
import { readCorrespondence } from "./correspondence";
import type { Correspondence } from "./correspondence";
import { toCodeList } from "./import/importedList";
import type { ImportedList } from "./import/importedList";
import { indexNames } from "./nameIndex";
import type { NameIndex } from "./nameIndex";
import { isFor, isNewer, shippedLists } from "./shippedLists";
import type { ShippedLists } from "./shippedLists";

/** The lists that recognising, checking, filling and the functions in cells go by. */
export interface CodeLists {
  /** The list of a classification for a year; of any year when it is undefined. */
  get(kind: CodeKind, year: number | undefined): CodeList;
  /** The codes of that list by the names they have in the year; worked out once. */
  names(kind: CodeKind, year: number | undefined): NameIndex;
  /** Which economic codes go together; read when first asked for. */
  correspondence(): Correspondence;
  /** The codes of that list by every name they ever had; worked out once. */
  namesEver(kind: CodeKind, year: number | undefined): NameIndex;
}

/** What there is to go by. */
export interface OtherLists {
  /** Imported lists, the user's own first and then the workbook's; the last one wins. */
  readonly imported?: readonly ImportedList[];
  /** Shipped ones that were loaded on demand. */
  readonly large?: readonly CodeList[];
  /** Those always at hand, which a caller with more than one use of them holds; read anew when left out. */
  readonly shipped?: ShippedLists;
}

/**
 * The list in force of each classification and year: an imported one for that year, or for any; else the shipped one, or
 * in years that only one loaded on demand is for (procurement since 2023), that. Imported lists are put together with the
 * shipped ones, and names are indexed, when they are first asked for.
 */
export function listsInUse({
  imported = [],
  large = [],
  shipped = shippedLists(),
}: OtherLists = {}): CodeLists {
  const own = new Map<ImportedList, CodeList>();
  const indexes = new Map<CodeList, Map<number | undefined, NameIndex>>();
  const get = (kind: CodeKind, year: number | undefined): CodeList => {
    const given = importedFor(imported, kind, year);
    if (!given) return shippedFor(kind, year, shipped, large);
    const list = own.get(given) ?? toCodeList(given, shippedFor(kind, given.year, shipped, large));
    own.set(given, list);
    return list;
  };
  const index = (list: CodeList, year: number | undefined): NameIndex => {
    const years = indexes.get(list) ?? new Map<number | undefined, NameIndex>();
    indexes.set(list, years);
    const known = years.get(year) ?? indexNames(list, year);
    years.set(year, known);
    return known;
  };
  let pairs: Correspondence | undefined;
  return {
    get,
    correspondence: () => (pairs ??= readCorrespondence()),
    names: (kind, year) => index(get(kind, year), year),
    namesEver: (kind, year) => index(get(kind, year), undefined),
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

/**
 * The shipped list of a classification for a year, of those always at hand and those loaded: one that is for the year, else
 * the newest that began before it, as a catalogue is in force until the next.
 */
function shippedFor(
  kind: CodeKind,
  year: number | undefined,
  shipped: ShippedLists,
  large: readonly CodeList[],
): CodeList {
  const usual = shipped.list(kind);
  if (year === undefined || isFor(usual, year)) return usual;
  const others = large.filter((list) => list.kind === kind);
  const own = others.find((list) => isFor(list, year));
  if (own) return own;
  return others.reduce((newest, list) => (isNewer(list, newest, year) ? list : newest), usual);
}
