import type { MessageRef } from "../../messages/messageRef";
import type { AddSheet, LiveEdit } from "../../workbook/edit";
import type { Kept } from "../../workbook/kept";
import type { WorkbookSnapshot } from "../../workbook/snapshot";

/** One change of the workbook by one command: what was done, and all that takes it back. Plain data. */
export interface Step {
  readonly id: number;
  /** What was done, in words: 填充编码 12 处. */
  readonly label: MessageRef;
  /** True from before the first change until the host has confirmed the last: it may be half done. */
  readonly isOpen: boolean;
  /** Rows, cells and settings in their order; marks are in no step, as 清除标记 takes them away. */
  readonly edits: readonly LiveEdit[];
  /** Sheets added before them. */
  readonly sheets: readonly AddSheet[];
  /** What the edits touch of the workbook from before them (touchedPart). */
  readonly before: WorkbookSnapshot;
  readonly kept: Kept;
}

/** Where steps outlive the pane. Either may fail silently, as browsers may forbid it: steps then last as long as the pane. */
export interface StepStore {
  load(): readonly Step[];
  save(steps: readonly Step[]): void;
}

/** What commands have done to the workbook, newest last, for 撤销. */
export interface Journal {
  /** The same list until something changes. */
  steps(): readonly Step[];
  /** Notes what is about to be done; gives the id of the step. */
  open(step: Omit<Step, "id" | "isOpen">): number;
  /** All of a step has been done. */
  close(id: number): void;
  /** A step is no more: taken back, or nothing of it was done. */
  drop(id: number): void;
  /** Calls back after each change; gives the function that stops it. */
  subscribe(listener: () => void): () => void;
}

/** A workbook whose changes are noted; those of a port without a journal are not. */
export interface Journalled {
  readonly journal?: Journal;
}

/** So many steps can be taken back, as many as Excel's own list has. Source: Excel specifications and limits. */
const MOST_STEPS = 100;

/** Begins a journal with the steps that were kept. */
export function createJournal(store: StepStore = { load: () => [], save: () => {} }): Journal {
  let steps = store.load();
  const listeners = new Set<() => void>();
  const become = (next: readonly Step[]) => {
    steps = next.slice(-MOST_STEPS);
    store.save(steps);
    for (const listener of listeners) listener();
  };
  return {
    steps: () => steps,
    open: (step) => {
      const id = 1 + Math.max(0, ...steps.map((one) => one.id));
      become([...steps, { ...step, id, isOpen: true }]);
      return id;
    },
    close: (id) => become(steps.map((one) => (one.id === id ? { ...one, isOpen: false } : one))),
    drop: (id) => become(steps.filter((one) => one.id !== id)),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
