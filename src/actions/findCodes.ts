import type { CodeKind, CodeList, CodeName } from "../codes/codeLists";
import { toCodeList } from "../codes/import/importedList";
import type { ImportedList } from "../codes/import/importedList";
import { importedFor } from "../codes/listsInUse";
import { shippedLists } from "../codes/shippedLists";
import type { ShippedLists } from "../codes/shippedLists";
import { buildIndex, buildIndexInSlices } from "../codes/search/buildIndex";
import type { SearchIndex } from "../codes/search/buildIndex";
import { rowsBelow } from "../codes/search/tree";
import { CODE_KINDS } from "../codes/codeKinds";
import { searchCodes } from "../codes/search/searchCodes";
import type { SearchHit, SearchOptions } from "../codes/search/searchCodes";
import type { MatchKind } from "../codes/search/scoreTerm";

export { CODE_KINDS } from "../codes/codeKinds";

/** A code found, as plain data. */
export interface FoundCode {
  readonly kind: CodeKind;
  /** Tells its list from others of the kind. */
  readonly listId: string;
  /** What its list is called. */
  readonly list: string;
  readonly edition: number;
  readonly code: string;
  /** The official name of the year asked for, of the list's edition otherwise. */
  readonly name: string;
  /** Names of the codes above, the nearest first. */
  readonly above: readonly string[];
  /** Where the row was seen: seed, document, dataset, recall, import. */
  readonly evidence: readonly string[];
  /** high, medium, low; "" where nothing is known. */
  readonly confidence: string;
  readonly how: MatchKind;
  /** How many codes stand directly below it. */
  readonly below: number;
  /** The first and last year of the name, as far as known. */
  readonly years: Pick<CodeName, "firstYear" | "lastYear">;
  /** The name of other years that the query found. */
  readonly other: CodeName | undefined;
  /** Set when the code was taken out of the list. */
  readonly removed: { readonly lastYear: number; readonly movedTo: string | undefined } | undefined;
}

export type FindOptions = SearchOptions & {
  /** The year whose names are the official ones. */
  readonly year?: number;
};

/** Searches all shipped lists, those loaded on demand too, with imported ones in the place of those of their kind. */
export async function findCodes(
  query: string,
  options: FindOptions = {},
  imported: readonly ImportedList[] = [],
): Promise<FoundCode[]> {
  return searchIn(buildIndex(await listsWith(imported, options.year), options.year), query, options);
}

/** What is searched for before anyone types, one of each way of matching: the runtime compiles what it has run. */
const REHEARSED = [
  "z",
  "a0",
  "2010",
  "xingzh",
  "行政",
  "教育 行政运行",
  "政府办公厅(室)及",
  "zhufnaggongjijin",
  "zfgjk",
  "住房公及金",
  "机关养老保险",
  "住房gjj",
  "2010331",
];

/**
 * The index over all lists, for searching as one types; an imported list stands in for the shipped ones of its kind. It
 * is made in short slices, so that the pane goes on answering, and tried once, so that the first keystroke is answered
 * as fast as the others.
 */
export async function openCodeIndex(
  year: number | undefined,
  imported: readonly ImportedList[] = [],
  shipped?: ShippedLists,
): Promise<SearchIndex> {
  const pause = () => new Promise<void>((resolve) => setTimeout(resolve));
  const index = await buildIndexInSlices(await listsWith(imported, year, shipped), year, pause);
  for (const query of [...REHEARSED, ...REHEARSED]) {
    await pause();
    searchCodes(index, query);
  }
  return index;
}

/** All shipped lists, imported ones in the place of those of their kind. */
async function listsWith(
  imported: readonly ImportedList[],
  year: number | undefined,
  shipped: ShippedLists = shippedLists(),
): Promise<CodeList[]> {
  const large = await shipped.load();
  return CODE_KINDS.flatMap((kind): CodeList[] => {
    const own = importedFor(imported, kind, year);
    return own
      ? [toCodeList(own, shipped.list(kind))]
      : [shipped.list(kind), ...large.filter((list) => list.kind === kind)];
  });
}

/** As findCodes, in an index already opened. */
export function searchIn(index: SearchIndex, query: string, options: SearchOptions = {}): FoundCode[] {
  return searchCodes(index, query, options).map((hit) => found(index, hit));
}

/** The codes directly below one, or the top ones of the lists of a classification. */
export function treeBelow(
  index: SearchIndex,
  { kind, listId, code = "" }: { readonly kind: CodeKind; readonly listId?: string; readonly code?: string },
): FoundCode[] {
  const lists = [...new Set(index.names.map(({ list }) => list))].filter(
    (list) => list.kind === kind && (listId === undefined || list.id === listId),
  );
  return lists.flatMap((list) =>
    rowsBelow(index, list.id, code).map(({ entry, official, above }) => {
      const names = above.map((parent) => parent.official.name);
      return found(index, { list, entry, official, other: undefined, above: names, how: "code" });
    }),
  );
}

function found(index: SearchIndex, { list, entry, official, other, above, how }: SearchHit): FoundCode {
  return {
    kind: list.kind,
    listId: list.id,
    below: rowsBelow(index, list.id, entry.code).length,
    list: list.title,
    edition: list.edition,
    code: entry.code,
    name: official.name,
    above,
    evidence: entry.evidence === undefined || entry.evidence === "" ? [] : entry.evidence.split("+"),
    confidence: entry.confidence ?? "",
    how,
    years: { firstYear: official.firstYear, lastYear: official.lastYear },
    other,
    removed: entry.removed,
  };
}
