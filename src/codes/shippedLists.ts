import type { CodeKind, CodeList } from "./codeLists";
import { aboutList, parseCodeList } from "./codeLists";
import { LARGE_LISTS, loadLargeList } from "./largeLists";
import type { LargeListAbout } from "./largeLists";

/** The lists that come with the product. Hold one as long as lists are asked for: it reads each from its data once. */
export interface ShippedLists {
  /** The list of a classification that is always at hand, read when it is first asked for. */
  list(kind: CodeKind): CodeList;
  /**
   * The lists that are loaded on demand, those of one classification when it is given. A failure to load (the add-in's
   * host is gone) rejects and is not remembered, so that the next call tries again.
   */
  load(kind?: CodeKind): Promise<readonly CodeList[]>;
  /** Those loaded on demand that are in force in a year which the list always at hand is not for, and those that failed. */
  loadFor(years: readonly number[]): Promise<LoadedLists>;
}

/** What came of loading lists; never a rejection, so that what is there can be used. */
export interface LoadedLists {
  readonly loaded: readonly CodeList[];
  /** Lists that are wanted and could not be loaded: what they would tell has to be said to be unchecked. */
  readonly failed: readonly LargeListAbout[];
}

/** The shipped lists, of which none has been read yet. */
export function shippedLists(): ShippedLists {
  const read = new Map<CodeKind, CodeList>();
  const loading = new Map<string, Promise<CodeList>>();
  const list = (kind: CodeKind) => {
    const own = read.get(kind) ?? parseCodeList(kind);
    read.set(kind, own);
    return own;
  };
  const loadOnce = (about: LargeListAbout) => {
    const known = loading.get(about.id);
    if (known) return known;
    const large = loadLargeList(about).catch((error: unknown) => {
      loading.delete(about.id);
      throw error;
    });
    loading.set(about.id, large);
    return large;
  };
  return {
    list,
    load: (kind) =>
      Promise.all(LARGE_LISTS.filter((large) => kind === undefined || large.kind === kind).map(loadOnce)),
    loadFor: async (years) => {
      const wanted = LARGE_LISTS.filter((large) =>
        years.some((year) => isWantedFor(year, large, aboutList(large.kind))),
      );
      const lists = await Promise.all(wanted.map((large) => loadOnce(large).catch(() => undefined)));
      return {
        loaded: lists.flatMap((one) => one ?? []),
        failed: wanted.filter((_, index) => lists[index] === undefined),
      };
    },
  };
}

function isWantedFor(year: number, large: LargeListAbout, usual: LargeListAbout): boolean {
  return !isFor(usual, year) && (isFor(large, year) || isNewer(large, usual, year));
}

/** Whether a list begins later than another and before the end of a year: it is in force then, as far as is known. */
export function isNewer(
  { years: [first] }: Pick<CodeList, "years">,
  than: Pick<CodeList, "years">,
  year: number,
): boolean {
  return first <= year && first > than.years[0];
}

/** Whether a list is for a year: its coverage holds in it. */
export function isFor({ years: [first, last] }: Pick<CodeList, "years">, year: number): boolean {
  return year >= first && year <= last;
}
