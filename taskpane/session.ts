import type { Inserted } from "../src/actions/insertTables";
import { Cancelled } from "../src/actions/task";
import type { Written } from "../src/actions/takeBack";
import type { Task } from "../src/actions/task";
import type { MessageRef } from "../src/messages/messageRef";
import type { CheckResult } from "../src/validation/checkResult";
import type { Finding } from "../src/validation/finding";
import type { Filter } from "./groups";
import { isSameFinding } from "./groups";
import type { Preferences, PreferenceStore } from "./preferences";
import type { Work } from "./wording/works";

/** The five places of the pane, in the order of its tabs. */
export const PLACES = ["check", "codes", "tables", "notes", "settings"] as const;
export type Place = (typeof PLACES)[number];

/** What the pane is doing, or did last. */
export type Phase =
  | { readonly kind: "idle" }
  /** `progress` is the step it is at, null before the first; `isCancelling` once the user has pressed 取消. */
  | {
      readonly kind: "running";
      readonly work: Work;
      readonly progress: MessageRef | null;
      readonly isCancelling: boolean;
    }
  /** `notice` is a sentence on what it came to; null where the pane shows it anyway. */
  | { readonly kind: "done"; readonly work: Work; readonly notice: string | null }
  | { readonly kind: "cancelled"; readonly work: Work }
  /** `problem` is null for a failure the host has no name for. */
  | { readonly kind: "failed"; readonly problem: MessageRef | null };

/** Where the pane is asked to go: a place, and a section of it to put the focus on. */
export interface Destination {
  readonly place: Place;
  readonly section: string | null;
}

export interface PaneState {
  readonly phase: Phase;
  /** A new object each time the pane is asked to go somewhere. */
  readonly at: Destination;
  /** The last check; it stays while the next runs or fails. */
  readonly result: CheckResult | undefined;
  /** The finding last gone to. */
  readonly current: Finding | undefined;
  /** Gone to by 下一处 or 上一处: the keyboard, where it is in the pane, goes with it. */
  readonly isSteppedTo: boolean;
  readonly filter: Filter;
  /** The one sheet whose findings are listed (校验本表); null for all. */
  readonly sheet: string | null;
  /** True while the pane tells of each cell the user selects (解释此格). */
  readonly isExplaining: boolean;
  /** The suggestion adopted last, with what takes it back; it stays in the list where its finding was. */
  readonly mended: Mended | undefined;
  /** Ids of tables that are to be inserted but are there already: 插入标准表 asks about them. */
  readonly asked: readonly string[];
  /** The last insertion, while it can be taken back. */
  readonly inserted: Inserted | undefined;
  /** What 增行、删行 is set to. */
  readonly rowsKind: RowsKind;
  readonly preferences: Preferences;
}

/** What 采用建议 did about a finding. */
export interface Mended {
  readonly finding: Finding;
  readonly label: MessageRef;
  readonly written: Written;
  /** How high the finding stood in the list, in pixels: what stands below it is not to move under the pointer. */
  readonly height: number;
}

/** What 增行、删行 may do. */
export type RowsKind = "code" | "item" | "unit" | "delete";

/** What sections may change of the state by `set`. */
export type Settable = Pick<
  PaneState,
  | "current"
  | "isSteppedTo"
  | "filter"
  | "sheet"
  | "isExplaining"
  | "mended"
  | "asked"
  | "inserted"
  | "rowsKind"
>;

/** The state shared by pane and ribbon; both run in one runtime. It knows neither Excel nor what the works do. */
export interface Session {
  /** The present state; the same object until something changes. */
  getState(): PaneState;
  /** Calls back after each change; gives the function that stops it. */
  subscribe(listener: () => void): () => void;
  /**
   * Does one work and shows it: what it is doing, then what it came to. Never rejects: a failure becomes the state.
   * While something runs nothing else is begun; the promise then waits for the end of that. Gives undefined unless
   * the work was done.
   * @param notice the sentence on what it came to, when the pane does not show it anyway
   */
  run<T>(
    work: Work,
    job: (task: Task) => Promise<T>,
    notice?: (value: T) => string | null,
  ): Promise<T | undefined>;
  /**
   * Does a work unseen (live mode): nothing is shown of it, not even a failure, which goes to the log. A work begun
   * meanwhile waits for it. Does nothing and gives false while another runs.
   */
  runUnseen(job: () => Promise<void>): Promise<boolean>;
  /** Resolves once no work runs. */
  settled(): Promise<void>;
  /** Asks the work that runs to stop at its next step. */
  cancel(): void;
  /** True once the user has cancelled the work that runs. */
  isCancelled(): boolean;
  /** The workbook cannot be reached, or again can, because of a cell that is being edited: the work that runs says so. */
  waitForCell(isWaiting: boolean): void;
  /** Shows a failure outside any work, such as a cell that cannot be gone to. */
  fail(error: unknown): void;
  show(place: Place, section?: string): void;
  /** Takes away what was said of the last work, or of a failure that is over: the user has turned to something else. */
  quieten(over?: Phase): void;
  /** Takes the result of a check in; the current finding stays current, as found again or as it was. */
  setResult(result: CheckResult): void;
  set(change: Partial<Settable>): void;
  prefer(change: Partial<Preferences>): void;
}

/** Begins a session; `log` gets failures in the host's own words, which are not meant for users. */
export function createSession(store: PreferenceStore, log: (error: unknown) => void): Session {
  let state: PaneState = {
    phase: { kind: "idle" },
    at: { place: "check", section: null },
    result: undefined,
    current: undefined,
    isSteppedTo: false,
    filter: "all",
    sheet: null,
    isExplaining: false,
    mended: undefined,
    asked: [],
    inserted: undefined,
    rowsKind: "code",
    preferences: store.load(),
  };
  let unseen: Promise<void> | undefined;
  let running: { readonly end: Promise<unknown>; isCancelled: boolean } | undefined;
  const listeners = new Set<() => void>();

  const update = (change: Partial<PaneState>) => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  const fail = (error: unknown) => {
    log(error);
    update({ phase: { kind: "failed", problem: messageOf(error) } });
  };

  // What the work was at before it had to wait for a cell.
  let interrupted: MessageRef | null = null;
  const step = async (work: Work, message: MessageRef) => {
    const isCancelled = () => running?.isCancelled ?? false;
    if (isCancelled()) throw new Cancelled();
    update({ phase: { kind: "running", work, progress: message, isCancelling: false } });
    // A task of its own for the browser: it paints the message and takes a click on 取消.
    await new Promise((resolve) => setTimeout(resolve));
    if (isCancelled()) throw new Cancelled();
  };

  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    run: async (work, job, notice = () => null) => {
      if (running) {
        await running.end;
        return undefined;
      }
      update({ phase: { kind: "running", work, progress: null, isCancelling: false } });
      const begin = () => job({ step: (message) => step(work, message) });
      const end = (unseen ? unseen.then(begin) : begin()).then(
        (value) => {
          update({ phase: { kind: "done", work, notice: notice(value) } });
          return value;
        },
        (error: unknown) => {
          const isGivenUp = running?.isCancelled && messageOf(error)?.key === "host.cellEditMode";
          if (error instanceof Cancelled || isGivenUp) update({ phase: { kind: "cancelled", work } });
          else fail(error);
          return undefined;
        },
      );
      running = { end, isCancelled: false };
      return end.finally(() => (running = undefined));
    },
    runUnseen: async (job) => {
      if (running || unseen) return false;
      unseen = job()
        .catch(log)
        .finally(() => (unseen = undefined));
      await unseen;
      return true;
    },
    settled: async () => {
      await running?.end;
    },
    cancel: () => {
      if (!running || state.phase.kind !== "running") return;
      running.isCancelled = true;
      update({ phase: { ...state.phase, isCancelling: true } });
    },
    isCancelled: () => running?.isCancelled ?? false,
    waitForCell: (isWaiting) => {
      const { phase } = state;
      if (phase.kind !== "running") return;
      if (isWaiting) interrupted = phase.progress;
      update({
        phase: { ...phase, progress: isWaiting ? { key: "progress.cellEdit", args: {} } : interrupted },
      });
    },
    fail,
    show: (place, section) => update({ at: { place, section: section ?? null } }),
    quieten: (over) => {
      const { kind } = state.phase;
      if (kind === "done" || kind === "cancelled" || state.phase === over)
        update({ phase: { kind: "idle" } });
    },
    setResult: (result) => {
      const { current } = state;
      // One that is gone says where 下一处 goes on from.
      update({
        result,
        current: current && (result.findings.find((one) => isSameFinding(one, current)) ?? current),
      });
    },
    set: update,
    prefer: (change) => {
      const preferences = { ...state.preferences, ...change };
      store.save(preferences);
      update({ preferences });
    },
  };
}

/** Errors of the product carry a message key and arguments; anything else has no wording. */
function messageOf(error: unknown): MessageRef | null {
  if (typeof error !== "object" || error === null) return null;
  const { key, args } = error as Partial<MessageRef>;
  return typeof key === "string" && typeof args === "object" ? { key, args } : null;
}
