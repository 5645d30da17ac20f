import type { Actions } from "./actions";
import type { Journalled } from "../src/actions/journal/journal";
import type { WorkbookEvents, WorkbookPort } from "../src/workbook/port";

/** What gives its answer at once cannot be loaded first: all of it is at hand, or this does not compile. */
type Immediate = {
  [Name in keyof Actions]-?: NonNullable<Actions[Name]> extends (...args: never[]) => Promise<unknown>
    ? never
    : Name;
}[keyof Actions];

/**
 * The use cases of the pane, all but the few that only ask Excel loaded with the first that is called, so that the pane opens
 * without them. A failure to load rejects that call, and the next one tries again.
 */
export function laterActions(
  port: Pick<Required<WorkbookPort>, "select" | "losesUndo"> & WorkbookEvents & Journalled,
  bind: () => Promise<Actions>,
): { readonly actions: Actions; readonly load: () => Promise<Actions> } {
  const { journal } = port;
  const atHand: Pick<Actions, Immediate> & Partial<Actions> = {
    select: (cell) => port.select(cell),
    losesUndo: () => port.losesUndo(),
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
        ? known[name as Immediate]
        : async (...args: readonly unknown[]) => {
            const work = (await load())[name] as (...given: readonly unknown[]) => unknown;
            return work(...args);
          },
  }) as Actions;
  return { actions, load };
}
