import type { Drafts } from "./drafts";

/** What is known of the edits of the workbook that is open. */
export interface Unsaved {
  /** True while there are edits that no copy saved by the user has. */
  readonly isEdited: boolean;
  /** The workbook has become another. */
  edited(): void;
  /** The user has saved a copy of it as it is. */
  saved(): void;
  /** The user wants none of it kept. */
  dropped(): void;
}

/** An automatic copy is made after this pause, in milliseconds, and at most in a twentieth of the time. */
const PAUSE = 3000;
const SHARE = 20;

export interface UnsavedOptions {
  readonly id: string;
  readonly drafts: Drafts;
  /** The workbook as a file; undefined while a command runs, when it would be half of one. */
  readonly copy: () => { readonly name: string; readonly bytes: Uint8Array } | undefined;
  /** Shows whether there are edits. */
  readonly show: (isEdited: boolean) => void;
}

/** Watches over the edits of one workbook, and keeps an automatic copy while there are any. */
export function watchEdits({ id, drafts, copy, show }: UnsavedOptions): Unsaved {
  let isEdited = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause = PAUSE;
  const keep = async () => {
    const begun = performance.now();
    const made = copy();
    if (!made) return schedule();
    pause = Math.max(PAUSE, (performance.now() - begun) * SHARE);
    await drafts.keep({ id, ...made, at: Date.now() });
  };
  // A browser that has no room left keeps nothing; the mark in the title bar still says that there is something to save.
  const schedule = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void keep().catch((error: unknown) => console.info(error)), pause);
  };
  const end = () => {
    clearTimeout(timer);
    isEdited = false;
    show(false);
    void drafts.forget(id);
  };
  show(false);
  drafts.hold(id);
  return {
    get isEdited() {
      return isEdited;
    },
    edited: () => {
      if (!isEdited) show(true);
      isEdited = true;
      schedule();
    },
    saved: end,
    dropped: end,
  };
}
