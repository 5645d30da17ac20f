import type { Locale } from "../src/messages/describe";
import type { Inserted, InsertOrder } from "../src/actions/insertTables";
import type { CellAddress } from "../src/workbook/address";
import type { Finding } from "../src/validation/finding";
import type { Actions } from "./actions";
import { neighbour } from "./groups";
import type { Phase, Place, Session } from "./session";
import { CHECK_WORDS } from "./wording/check";
import { INSERT_WORDS } from "./wording/insert";
import type { InsertWords } from "./wording/insert";

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
  /**
   * Checks once more after something was done about a finding: what the list is narrowed to stays.
   * @param notice what was done, to go on standing in the status line
   */
  checkAgain(notice?: string): Promise<void>;
  /** 校验本表: checks all, since relations reach across sheets, but marks and lists only the sheet the user is in. */
  checkSheet(): Promise<void>;
  /** 清除标记, likewise. */
  clear(): Promise<void>;
  /** Shows one cell in the workbook; a cell that cannot be shown becomes a message in the pane. */
  goTo(cell: CellAddress): Promise<void>;
  /** 校验报告: checks and writes the findings to a sheet of their own, which is then shown. */
  report(): Promise<void>;
  /** Goes to a finding's cell and makes it the current one. */
  visit(finding: Finding): Promise<void>;
  /** 下一处 (+1), 上一处 (-1): visits the neighbour of the current finding; checks first when nothing is checked yet. */
  step(by: 1 | -1): Promise<void>;
  /**
   * 插入标准表: true when it was done. When a table is there already the pane opens at the question instead; what was
   * inserted becomes the session's, to be taken back.
   */
  insert(order: InsertOrder): Promise<boolean>;
  /** 撤销插入 of the last insertion; true when it was done. */
  undoInsert(): Promise<boolean>;
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
  /** What was said of a cell that could not be gone to; it is over once another has been. */
  let unreached: Phase | undefined;
  const goTo = async (cell: CellAddress) => {
    try {
      await actions.select(cell);
      if (unreached) session.quieten(unreached);
      unreached = undefined;
    } catch (error) {
      session.fail(error);
      unreached = session.getState().phase;
    }
  };
  /** Until the user has chosen, nothing is written where that would take the undo steps away. */
  const isListOnly = () => {
    const { preferences } = session.getState();
    return preferences.isListOnly || (!preferences.isUndoTold && (actions.losesUndo?.() ?? false));
  };
  const check = async () => {
    const { edition } = session.getState().preferences;
    await session.run("check", async (task) => {
      const result = await actions.check(edition, task, undefined, isListOnly());
      session.set({ sheet: null, filter: "all", mended: undefined, current: undefined });
      session.setResult(result);
    });
  };
  const checkAgain = async (notice?: string) => {
    const { preferences, sheet } = session.getState();
    await session.run(
      "check",
      async (task) =>
        session.setResult(await actions.check(preferences.edition, task, sheet ?? undefined, isListOnly())),
      () => notice ?? null,
    );
  };
  const visit = async (finding: Finding, isSteppedTo = false) => {
    session.set({ current: finding, isSteppedTo });
    if (finding.cell) await goTo(finding.cell);
  };
  const show = async (place: Place, section?: string) => {
    session.show(place, section);
    await showPane();
  };
  const insertWords = INSERT_WORDS[locale];
  return {
    session,
    actions,
    locale,
    check,
    checkAgain,
    checkSheet: async () => {
      const { edition } = session.getState().preferences;
      await session.run("check", async (task) => {
        const { sheet } = await actions.activeCell();
        const result = await actions.check(edition, task, sheet, isListOnly());
        session.set({ sheet, filter: "all", mended: undefined, current: undefined });
        session.setResult(result);
      });
    },
    clear: async () => {
      await session.run("clear", (task) => actions.clear(task), words.cleared);
    },
    report: async () => {
      const { edition } = session.getState().preferences;
      await session.run(
        "report",
        (task) => actions.report(edition, task),
        () => words.reported,
      );
    },
    goTo,
    visit,
    step: async (by) => {
      // What is next is told by the check that runs: what was mended is none any more.
      await session.settled();
      if (!session.getState().result) await check();
      const { result, filter, sheet, current } = session.getState();
      const next = result && neighbour(result, { filter, sheet }, current, by);
      // Where it leads to is told in the list.
      if (session.getState().at.place !== "check") session.show("check");
      if (next) await visit(next, true);
    },
    show,
    insert: async (order) => {
      const outcome = await session.run(
        "insert",
        (task) => actions.insert(order, task),
        (one) => (one.kind === "asks" ? null : insertedWords(one.inserted, insertWords)),
      );
      if (outcome?.kind === "inserted") session.set({ asked: [], inserted: outcome.inserted });
      if (outcome?.kind === "asks") {
        session.set({ asked: order.tables.map(({ id }) => id) });
        await show("tables", "insert");
      }
      return outcome?.kind === "inserted";
    },
    undoInsert: async () => {
      const { inserted } = session.getState();
      if (!inserted) return false;
      const isDone = await session.run(
        "insert",
        async (task) => {
          await actions.undoInsert(inserted, task);
          return true;
        },
        () => insertWords.undone,
      );
      if (isDone) session.set({ inserted: undefined });
      return isDone === true;
    },
  };
}

/** How many tables were made and how many formulas filled in, as the status line says it. */
function insertedWords({ sheets, filled }: Inserted, words: InsertWords): string {
  return words.inserted(sheets.filter(({ design }) => !design.isHidden).length, filled);
}
