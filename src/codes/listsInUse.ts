import { getCodeList } from "./codeLists";
import type { CodeKind, CodeList } from "./codeLists";
import { toCodeList } from "./import/importedList";
import type { ImportedList } from "./import/importedList";

/** The lists that a check goes by. */
export interface CodeLists {
  /** The list of a classification for a year; of any year when it is undefined. */
  get(kind: CodeKind, year: number | undefined): CodeList;
}

/** The lists as shipped. */
export const SHIPPED_LISTS: CodeLists = { get: (kind) => getCodeList(kind) };

/** The shipped lists, with imported ones in the place of those of their classification and year; the last one wins. */
export function withImported(imported: readonly ImportedList[]): CodeLists {
  if (imported.length === 0) return SHIPPED_LISTS;
  const own = imported.map((one) => ({ year: one.year, list: toCodeList(one) }));
  return {
    get: (kind, year) =>
      own.findLast(
        ({ list, year: ofYear }) =>
          list.kind === kind && (ofYear === undefined || year === undefined || ofYear === year),
      )?.list ?? getCodeList(kind),
  };
}
