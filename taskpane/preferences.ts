import { Storage, StorageType } from "@microsoft/office-js-helpers/dist/office.helpers.min.js";

/** The year of the code lists that a user has fixed; "auto" goes by the year the tables name. */
export type Edition = "auto" | number;

/** The first year of which changes of names are known. */
const FIRST_EDITION = 2019;

/** The years that a user may fix on a day, up to the next one, for which budgets are made. */
export function editionsOn(day: Date): readonly Edition[] {
  const last = day.getFullYear() + 1;
  const years = Array.from({ length: last - FIRST_EDITION + 1 }, (_, index) => FIRST_EDITION + index);
  return ["auto", ...years];
}

/** What one user prefers on one computer. Nothing of a workbook is ever kept here. */
export interface Preferences {
  /** Default "auto". */
  readonly edition: Edition;
  /** 边改边校: check again after each edit. Default off. */
  readonly isLive: boolean;
  /** 只列出，不标记: a check writes nothing into the workbook. Default off. */
  readonly isListOnly: boolean;
  /** The user has been told, and has chosen, where Excel empties its list of undo steps when an add-in writes. */
  readonly isUndoTold: boolean;
  /** The tour of the first start has been seen or put away. */
  readonly isTourSeen: boolean;
}

export const DEFAULT_PREFERENCES: Preferences = {
  edition: "auto",
  isLive: false,
  isListOnly: false,
  isUndoTold: false,
  isTourSeen: false,
};

/** Where preferences are kept between sessions. */
export interface PreferenceStore {
  load(): Preferences;
  save(preferences: Preferences): void;
}

const CONTAINER = "gouji";
const KEY = "preferences";

/**
 * Preferences in the browser's local storage, through the storage helper of @microsoft/office-js-helpers. Where the
 * browser denies local storage (third-party frames of Excel on the web) they last as long as the pane.
 */
export function preferenceStore(): PreferenceStore {
  const storage = openStorage();
  return {
    load: () => readPreferences(safely(() => storage.get(KEY))),
    save: (preferences) => {
      // Full or forbidden storage must not stop a check: the choice then holds until the pane closes.
      safely(() => storage.set(KEY, preferences));
    },
  };
}

function openStorage(): Storage<unknown> {
  return (
    safely(() => new Storage<unknown>(CONTAINER, StorageType.LocalStorage)) ??
    new Storage<unknown>(CONTAINER, StorageType.InMemoryStorage)
  );
}

function safely<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Stored data may stem from another version: what is not understood falls back to its default. */
export function readPreferences(stored: unknown): Preferences {
  if (typeof stored !== "object" || stored === null) return DEFAULT_PREFERENCES;
  const { edition, isLive, isListOnly, isUndoTold, isTourSeen } = stored as Readonly<Record<string, unknown>>;
  return {
    edition: isEdition(edition) ? edition : DEFAULT_PREFERENCES.edition,
    isLive: isLive === true,
    isListOnly: isListOnly === true,
    isUndoTold: isUndoTold === true,
    isTourSeen: isTourSeen === true,
  };
}

/** A year kept once stays known, also when the clock of the computer has gone back. */
function isEdition(value: unknown): value is Edition {
  return (
    value === "auto" ||
    (typeof value === "number" && Number.isInteger(value) && value >= FIRST_EDITION && value < 2100)
  );
}
