import { useState } from "react";
import type { RowsDone, RowsPlan } from "../../src/actions/rows";
import type { RowsRequest } from "../actions";
import { useIsStepThere, useServices, useWords } from "../components/PaneContext";
import { ROWS_WORDS } from "../wording/rows";
import { takenElsewhere } from "./RowsPreview";

/** What is listed: the plan, and what it was asked with. */
interface Listed {
  readonly plan: RowsPlan;
  readonly request: RowsRequest;
}

/**
 * Rows that come, go and move, as every section that does so goes about it: they are listed first, carried out in one
 * step as listed, and taken back.
 */
export function useRowsPlan() {
  const words = useWords(ROWS_WORDS);
  const { session, actions } = useServices();
  const [listed, setListed] = useState<Listed>();
  const [done, setDone] = useState<RowsDone>();
  const isStepThere = useIsStepThere(done?.step);
  return {
    /** What is listed now; undefined before anything is, and once it is carried out. */
    plan: listed?.plan,
    /** What was carried out last, while it can be taken back. */
    done: isStepThere ? done : undefined,
    /** Lists what a request comes to; it is made once the workbook is at hand, from where the user is. */
    preview: async (requestOf: () => Promise<RowsRequest>): Promise<void> => {
      const found = await session.run("rows", async (task): Promise<Listed> => {
        const request = await requestOf();
        return { request, plan: await actions.previewRows(request, task) };
      });
      if (found) setListed(found);
    },
    /** Carries out what is listed; true when it was done. */
    apply: async (): Promise<boolean> => {
      if (!listed) return false;
      const made = await session.run(
        "rows",
        (task) => actions.applyRows(listed.plan, listed.request, task),
        ({ plan: { added, removed, moved, formulas } }) =>
          words.applied(added.length, removed.length, takenElsewhere(moved), formulas.length),
      );
      if (!made) return false;
      setDone(made);
      setListed(undefined);
      return true;
    },
    /** Takes back what was carried out last. */
    undo: async (): Promise<void> => {
      if (!done) return;
      const isUndone = await session.run(
        "rows",
        (task) => actions.undoRows(done, task).then(() => true),
        () => words.undone,
      );
      if (isUndone) setDone(undefined);
    },
    /** What was asked for has become something else: the list is no longer true. */
    forget: () => setListed(undefined),
  };
}
