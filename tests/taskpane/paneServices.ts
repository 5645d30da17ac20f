import { NO_DEFAULTS } from "../../src/actions/officeDefaults";
import type { Actions, Surroundings } from "../../taskpane/actions";
import { DEFAULT_PREFERENCES } from "../../taskpane/preferences";
import type { Preferences } from "../../taskpane/preferences";
import { createServices } from "../../taskpane/services";
import { createSession } from "../../taskpane/session";
import { checkResult } from "./findings";

/**
 * Services over actions that answer at once; a test gives those it is about. An action it does not give fails by not
 * being there. Whatever is called is listed in `calls`.
 */
export function paneServices(actions: Partial<Actions> = {}, locale: "zh-CN" | "en-US" = "zh-CN") {
  const calls: unknown[] = [];
  const logged: unknown[] = [];
  let saved: Preferences = { ...DEFAULT_PREFERENCES, isTourSeen: true };
  const session = createSession(
    { load: () => saved, save: (preferences) => void (saved = preferences) },
    (error) => void logged.push(error),
  );
  const given: Partial<Actions> = {
    check: async (edition) => {
      calls.push(["check", edition]);
      return checkResult([]);
    },
    clear: async () => {
      calls.push(["clear"]);
      return 0;
    },
    findMends: async () => [],
    officeDefaults: async () => NO_DEFAULTS,
    keptLists: async () => [],
    ownSets: async () => ({ sets: [], problems: [] }),
    activeCell: async () => ({ sheet: "表6", row: 6, column: 2 }),
    followSelection: () => Promise.reject(new Error("not supported")),
    followChanges: () => Promise.reject(new Error("not supported")),
    select: async (cell) => void calls.push(["select", cell]),
    ...actions,
  };
  const services = createServices(session, given as Actions, locale, async () => void calls.push(["pane"]));
  return { services, session, calls, logged, saved: () => saved };
}

/** A user without lists of codes, who reads and writes no files. */
export const NO_LISTS: Surroundings = {
  office: NO_DEFAULTS,
  lists: { load: () => [], keep: () => false, forget: () => undefined },
  sets: { load: () => [], keep: () => false, forget: () => undefined },
  workbookLists: async () => [],
  listsChanged: () => undefined,
  readListFile: () => Promise.reject(new Error("not asked")),
  writeSheet: () => Promise.reject(new Error("not asked")),
};
