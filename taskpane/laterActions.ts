import type { Actions } from "./actions";
import type { Journalled } from "../src/actions/journal/journal";
import type { WorkbookEvents, WorkbookPort } from "../src/workbook/port";

type AtHand = "activeCell" | "followSelection" | "followChanges" | "select" | "journal" | "forgetStep";

/**
 * The use cases of the pane, all but the few that only ask Excel loaded with the first that is called, so that the pane opens
 * without them. A failure to load rejects that call, and the next one tries again.
 */
export function laterActions(
  port: Pick<WorkbookPort, "select"> & WorkbookEvents & Journalled,
  bind: () => Promise<Actions>,
): { readonly actions: Actions; readonly load: () => Promise<Actions> } {
  const { journal } = port;
  const atHand: Pick<Actions, AtHand> = {
    select: (cell) => port.select(cell),
    activeCell: port.activeCell,
    followSelection: port.followSelection,
    followChanges: port.followChanges,
    ...(journal && { journal }),
    forgetStep: () => {
      const step = journal?.steps().at(-1);
      if (step) journal?.drop(step.id);
    },
  };
  let bound: Promise<Actions> | undefined;
  const load = () =>
    (bound ??= bind().catch((error: unknown) => {
      bound = undefined;
      throw error;
    }));
  const actions = new Proxy(atHand, {
    get: (known, name: keyof Actions) =>
      name in known || name === "journal"
        ? known[name as AtHand]
        : async (...args: readonly unknown[]) => {
            const work = (await load())[name] as (...given: readonly unknown[]) => unknown;
            return work(...args);
          },
  }) as Actions;
  return { actions, load };
}
