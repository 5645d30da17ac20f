import { Storage, StorageType } from "@microsoft/office-js-helpers/dist/office.helpers.min.js";
import { readImported, writeImported } from "../src/codes/import/importedList";
import type { ImportedList } from "../src/codes/import/importedList";

/** Code lists that one user has imported on one computer, one a classification, for every workbook that has none itself. */
export interface UserLists {
  load(): readonly ImportedList[];
  /** Keeps a list in the place of the one of its classification; false when the browser does not let it be kept. */
  keep(list: ImportedList): boolean;
  forget(kind: ImportedList["kind"]): void;
}

const CONTAINER = "gouji";
const KEY = "codeLists";

/**
 * Lists in the browser's local storage, beside the preferences: it is the one place of a user's own that Excel 2016 and
 * later, the web and closed networks all have. The 4,300 codes of the procurement catalogue take about 400 KB of 5 MB.
 */
export function userLists(): UserLists {
  try {
    return listsIn(new Storage<unknown>(CONTAINER, StorageType.LocalStorage));
  } catch {
    return listsIn(new Storage<unknown>(CONTAINER, StorageType.InMemoryStorage));
  }
}

/** Where the lists are kept; both may throw where the browser denies its storage or has no more room. */
export interface ListStore {
  get(key: string): unknown;
  set(key: string, value: unknown): unknown;
}

/** The lists in a store. */
export function listsIn(store: ListStore): UserLists {
  const safely = <T>(work: () => T, otherwise: T): T => {
    try {
      return work();
    } catch {
      return otherwise;
    }
  };
  const texts = (): string[] => {
    const kept = safely(() => store.get(KEY), undefined);
    return Array.isArray(kept) ? kept.filter((text) => typeof text === "string") : [];
  };
  const load = () => texts().flatMap((text) => readImported(text) ?? []);
  const save = (lists: readonly ImportedList[]) => {
    const written = lists.map(writeImported);
    // Some browsers take it and keep nothing: only what can be read again is kept.
    return safely(() => {
      store.set(KEY, written);
      return JSON.stringify(store.get(KEY)) === JSON.stringify(written);
    }, false);
  };
  return {
    load,
    keep: (list) => save([...load().filter(({ kind }) => kind !== list.kind), list]),
    forget: (kind) => void save(load().filter((one) => one.kind !== kind)),
  };
}
