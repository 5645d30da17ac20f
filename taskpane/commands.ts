import type { Session } from "./session";

/** The part of Office's event object that a ribbon command needs. */
export interface CommandEvent {
  /** Must be called: Excel holds back further clicks until then, for up to five minutes. */
  completed(): void;
}

export type Command = (event: CommandEvent) => Promise<void>;

/**
 * The ribbon's commands by the function names of manifest.xml. Pane and ribbon share one runtime, so a command shows
 * its result in the pane through the session.
 * @param showPane opens the pane: sentences are nowhere else to be read on a host without notes.
 */
export function ribbonCommands(
  session: Session,
  showPane: () => Promise<void>,
): Readonly<Record<"validate" | "clearMarks", Command>> {
  const command =
    (work: () => Promise<void>): Command =>
    async (event) => {
      try {
        await work();
      } finally {
        event.completed();
      }
    };
  return {
    validate: command(async () => {
      await session.check();
      await showPane();
    }),
    clearMarks: command(async () => {
      await session.clear();
      if (session.getState().phase.kind === "failed") await showPane();
    }),
  };
}
