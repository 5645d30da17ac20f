import { Storage, StorageType } from "@microsoft/office-js-helpers/dist/office.helpers.min.js";
import { fieldsOf, keptJson } from "../src/workbook/keptJson";
import type { ListStore } from "./userLists";

/** Sets of tables that one user has learned or opened on one computer, for every workbook. */
export interface UserSets {
  /** Their texts, as files hold them. */
  load(): readonly string[];
  /** Keeps a set in the place of the one of its id; false when the browser does not let it be kept. */
  keep(text: string): boolean;
  forget(id: string): void;
}

const CONTAINER = "gouji";
const KEY = "tableSets";

/** Sets in the browser's local storage, beside the user's code lists (userLists.ts). */
export function userSets(): UserSets {
  try {
    return setsInStore(new Storage<unknown>(CONTAINER, StorageType.LocalStorage));
  } catch {
    return setsInStore(new Storage<unknown>(CONTAINER, StorageType.InMemoryStorage));
  }
}

/** The sets in a store, which may throw where the browser denies it or has no more room. */
export function setsInStore(store: ListStore): UserSets {
  const load = (): string[] => {
    try {
      const kept = store.get(KEY);
      return Array.isArray(kept) ? kept.filter((text) => typeof text === "string") : [];
    } catch {
      return [];
    }
  };
  const save = (texts: readonly string[]): boolean => {
    try {
      store.set(KEY, texts);
      return JSON.stringify(store.get(KEY)) === JSON.stringify(texts);
    } catch {
      return false;
    }
  };
  const others = (id: string) => load().filter((text) => idOf(text) !== id);
  return {
    load,
    keep: (text) => save([...others(idOf(text)), text]),
    forget: (id) => void save(others(id)),
  };
}

/** The id that a set's file names; "" for a text that names none. */
function idOf(text: string): string {
  const { id } = fieldsOf(keptJson(text));
  return typeof id === "string" ? id : "";
}
