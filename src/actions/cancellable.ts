import type { MessageRef } from "../messages/messageRef";
import type { SheetPort, WorkbookPort } from "../workbook/port";
import type { Task } from "./task";

const READING: MessageRef = { key: "progress.reading", args: {} };
const WRITING: MessageRef = { key: "progress.writing", args: {} };

/** What an action reads and writes the workbook by. */
export type ActionPort = WorkbookPort & Partial<SheetPort>;

/**
 * The workbook for an action that can be cancelled: it says when it is read and when the writing begins, and throws
 * Cancelled in place of either once the user has cancelled. After the first change nothing stops the action any more, so
 * that a cancelled one leaves nothing half-done. One for each run of an action.
 */
export function cancellable<P extends ActionPort>(port: P, task: Task): P {
  let hasBegun = false;
  const begin = async () => {
    if (!hasBegun) await task.step(WRITING);
    hasBegun = true;
  };
  const steps: ActionPort = {
    select: (cell) => port.select(cell),
    read: async (options) => {
      if (!hasBegun) await task.step(READING);
      return port.read(options);
    },
    apply: async (edits) => {
      await begin();
      await port.apply(edits);
    },
    ...(port.readContents && {
      readContents: async (options) => {
        if (!hasBegun) await task.step(READING);
        return (port as SheetPort).readContents(options);
      },
    }),
    ...(port.addSheets && {
      addSheets: async (edits, further) => {
        await begin();
        await port.addSheets?.(edits, further);
      },
    }),
    ...(port.removeSheets && {
      removeSheets: async (sheets, names) => {
        await begin();
        await port.removeSheets?.(sheets, names);
      },
    }),
  };
  return Object.assign(Object.create(port) as P, steps);
}
