import type { Services } from "./services";
import type { Place, RowsKind } from "./session";

/** The part of Office's event object that a ribbon command needs. */
export interface CommandEvent {
  /** Must be called: Excel holds back further clicks until then, for up to five minutes. */
  completed(): void;
}

/** The tables that have a command of their own (insertT01 …): those of the usual set. The set itself comes when one is inserted. */
export const INSERTED_BY_COMMAND: readonly string[] = Array.from(
  { length: 14 },
  (_, index) => `T${String(index + 1).padStart(2, "0")}`,
);

export type Command = (event: CommandEvent) => Promise<void>;

/**
 * The ribbon's commands by the function names of manifest.xml. Pane and ribbon share one runtime, so a command shows
 * its result in the pane through the services.
 */
export function ribbonCommands(services: Services): Readonly<Record<string, Command>> {
  const { session } = services;
  const command =
    (work: () => Promise<void>): Command =>
    async (event) => {
      try {
        await work();
      } finally {
        event.completed();
      }
    };
  /** Does a work that is seen in the sheet, and opens the pane only when it failed: the reason stands there alone. */
  const quietly = (work: () => Promise<void>) =>
    command(async () => {
      await work();
      if (session.getState().phase.kind === "failed") await services.show("check");
    });
  const shown = (work: () => Promise<void>) =>
    command(async () => {
      await work();
      await services.show("check");
    });
  /** Inserts with what the workbook keeps of the office; where a table is there already the pane asks. */
  const inserting = (ids: readonly string[]) =>
    command(async () => {
      await services.insert({ tables: ids.map((id) => ({ id, how: "new" })), withRows: true });
      if (session.getState().phase.kind === "failed") await services.show("tables");
    });
  /** Brings the user to a part of the pane; what was told of a step elsewhere goes, as with the tabs. */
  const goTo = async (place: Place, section: string) => {
    session.quieten();
    await services.show(place, section);
  };
  const rows = (kind: RowsKind) =>
    command(async () => {
      session.set({ rowsKind: kind });
      await goTo("tables", "rows");
    });
  return {
    insertAllTables: inserting(INSERTED_BY_COMMAND),
    ...Object.fromEntries(INSERTED_BY_COMMAND.map((id) => [`insert${id}`, inserting([id])])),
    insertSomeTables: command(async () => {
      session.set({ asked: [] });
      await goTo("tables", "insert");
    }),
    insertCodeRow: rows("code"),
    insertProjectRow: rows("item"),
    insertUnitRow: rows("unit"),
    deleteTableRows: rows("delete"),
    fillCodes: command(() => goTo("codes", "fill")),
    findCode: command(() => goTo("codes", "find")),
    codeDictionary: command(() => goTo("codes", "dictionary")),
    checkSheet: shown(services.checkSheet),
    validate: shown(services.check),
    // Why the cell is found fault with stands in the pane.
    previousFinding: shown(() => services.step(-1)),
    nextFinding: shown(() => services.step(1)),
    clearMarks: quietly(services.clear),
    report: quietly(services.report),
    showPane: command(() => services.show(session.getState().at.place)),
    help: command(() => goTo("settings", "help")),
    explainCell: command(async () => {
      session.set({ isExplaining: true });
      await goTo("check", "explain");
    }),
  };
}
