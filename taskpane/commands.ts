import type { Services } from "./services";

/** The part of Office's event object that a ribbon command needs. */
export interface CommandEvent {
  /** Must be called: Excel holds back further clicks until then, for up to five minutes. */
  completed(): void;
}

export type Command = (event: CommandEvent) => Promise<void>;

/**
 * The ribbon's commands by the function names of manifest.xml. Pane and ribbon share one runtime, so a command shows
 * its result in the pane through the services.
 */
export function ribbonCommands(services: Services): Readonly<Record<"validate" | "clearMarks", Command>> {
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
      await services.check();
      await services.show("check");
    }),
    clearMarks: command(async () => {
      await services.clear();
      if (services.session.getState().phase.kind === "failed") await services.show("check");
    }),
  };
}
