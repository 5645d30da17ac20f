import type { Locale } from "../src/messages/describe";
import type { CellAddress } from "../src/workbook/address";
import type { Actions } from "./actions";
import type { Place, Session } from "./session";
import { CHECK_WORDS } from "./wording/check";

/**
 * What a section of the pane or a ribbon command may use: it calls these and knows nothing of Excel. A section gets
 * them by useServices() (components/PaneContext.ts), the present state by usePaneState(), and begins a long action by
 * `services.session.run("fill", (task) => services.actions.fill(…, task))`.
 */
export interface Services {
  readonly session: Session;
  readonly actions: Actions;
  readonly locale: Locale;
  /** 校验 and mark; the result becomes the session's. Never rejects. */
  check(): Promise<void>;
  /** 清除标记, likewise. */
  clear(): Promise<void>;
  /** Shows one cell in the workbook; a cell that cannot be shown becomes a message in the pane. */
  goTo(cell: CellAddress): Promise<void>;
  /** Opens the pane at a place, with the focus on a section of it when one is named. */
  show(place: Place, section?: string): Promise<void>;
}

/**
 * Joins session and actions.
 * @param showPane opens the pane: sentences are nowhere else to be read on a host without notes
 */
export function createServices(
  session: Session,
  actions: Actions,
  locale: Locale,
  showPane: () => Promise<void>,
): Services {
  const words = CHECK_WORDS[locale];
  return {
    session,
    actions,
    locale,
    check: async () => {
      const { edition } = session.getState().preferences;
      await session.run("check", async (task) => session.setResult(await actions.check(edition, task)));
    },
    clear: async () => {
      await session.run("clear", () => actions.clear(), words.cleared);
    },
    goTo: (cell) => actions.select(cell).catch(session.fail),
    show: async (place, section) => {
      session.show(place, section);
      await showPane();
    },
  };
}
