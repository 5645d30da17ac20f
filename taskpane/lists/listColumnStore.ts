import { Storage, StorageType } from "@microsoft/office-js-helpers/dist/office.helpers.min.js";
import { fieldNamed } from "../../src/actions/fromList";
import type { ColumnCorrections, ListField } from "../../src/actions/fromList";
import type { ListStore } from "../userLists";

const CONTAINER = "gouji";
const KEY = "listColumns";

/** What the user has said of columns of lists, by their headings, kept on this computer. */
export interface ColumnStore {
  load(): ColumnCorrections;
  keep(columns: ColumnCorrections): void;
}

/** In the browser's local storage; where the browser denies it, for as long as the pane is open. */
export function columnStore(): ColumnStore {
  try {
    return columnsIn(new Storage<unknown>(CONTAINER, StorageType.LocalStorage));
  } catch {
    return columnsIn(new Storage<unknown>(CONTAINER, StorageType.InMemoryStorage));
  }
}

/** The columns in a store, which may throw. Meanings that this version does not know are left out. */
function columnsIn(store: ListStore): ColumnStore {
  return {
    load: () => {
      try {
        const kept = store.get(KEY);
        if (typeof kept !== "object" || kept === null) return {};
        const known = Object.entries(kept).flatMap(([heading, name]): [string, ListField][] => {
          const field = typeof name === "string" ? fieldNamed(name) : undefined;
          return field === undefined ? [] : [[heading, field]];
        });
        return Object.fromEntries(known);
      } catch {
        return {};
      }
    },
    keep: (columns) => {
      try {
        store.set(KEY, columns);
      } catch {
        // What the browser does not keep counts until the pane is closed.
      }
    },
  };
}
