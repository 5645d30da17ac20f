import type { SavedCopy } from "../files/saveCopy";
import type { GridEngine } from "../engine/gridEngine";
import type { Drafts } from "./drafts";
import { createHold } from "./hold";
import { watchEdits } from "./unsaved";

/** The workbook that is open, as to saving. */
export interface Opened {
  readonly name: string;
  readonly isEdited: boolean;
  /** True while a command of the add-in runs: in between the workbook is half-done. */
  readonly isWorking: boolean;
  /** A copy that the user takes. To be called when nothing runs. */
  save(): SavedCopy;
  /** Takes what is being typed into a cell. */
  endTyping(): void;
  /** Takes what is being typed into a cell, and resolves once no command runs. */
  settled(): Promise<void>;
  setWorking(isWorking: boolean): void;
  setCellEditing(isEditing: boolean): void;
  /** It holds edits from the start: it was restored. */
  edited(): void;
  /** The user wants none of the edits kept. */
  dropped(): void;
  /** Another takes its place. */
  close(): void;
}

export interface OpenedOptions {
  readonly engine: GridEngine;
  /** Takes no keys and clicks while a command runs: what is typed then would be written over. */
  readonly grid: HTMLElement;
  readonly name: string;
  /** Of the automatic copy that was restored; left out: one of its own. */
  readonly draft: string | undefined;
  readonly drafts: Drafts;
  readonly save: () => SavedCopy;
  readonly show: (isEdited: boolean) => void;
  /** The user has typed into the grid while a command ran: nothing of it is taken. */
  readonly onTypedInVain: () => void;
}

/** Keeps what belongs to one workbook while it is open. */
export function createOpened({
  engine,
  grid,
  name,
  draft,
  drafts,
  save,
  show,
  onTypedInVain,
}: OpenedOptions): Opened {
  let isWorking = false;
  let isTyping = false;
  let isClosed = false;
  let waiting: (() => void)[] = [];
  const edits = watchEdits({
    id: draft ?? crypto.randomUUID(),
    drafts,
    show,
    copy: () => (isWorking ? undefined : { name, bytes: save().bytes }),
  });
  engine.onEdit(() => {
    if (!isClosed) edits.edited();
  });
  const hold = createHold(grid, onTypedInVain);
  hold.drop();
  return {
    name,
    get isEdited() {
      return edits.isEdited;
    },
    get isWorking() {
      return isWorking;
    },
    save: () => {
      const saved = save();
      edits.saved();
      return saved;
    },
    endTyping: () => engine.endTyping(),
    settled: async () => {
      engine.endTyping();
      if (isWorking) await new Promise<void>((resolve) => waiting.push(resolve));
    },
    setWorking: (now) => {
      if (now === isWorking) return;
      isWorking = now;
      // Who has asked for it in the pane or on the ribbon is done with the cell; with the keyboard still in the grid, the user
      // types on, and the add-in says that it waits.
      if (now && !grid.contains(document.activeElement)) engine.endTyping();
      engine.group(now);
      if (now && !isTyping) hold.begin();
      if (now) return;
      hold.end();
      waiting.forEach((done) => done());
      waiting = [];
    },
    setCellEditing: (isEditing) => (isTyping = isEditing),
    edited: edits.edited,
    dropped: edits.dropped,
    close: () => {
      isClosed = true;
      hold.drop();
    },
  };
}
