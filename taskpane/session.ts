import type { MessageRef } from "../src/messages/messageRef";
import type { CheckResult } from "../src/validation/checkResult";
import type { CellAddress } from "../src/workbook/address";
import type { Edition, Preferences, PreferenceStore } from "./preferences";

export type Work = "check" | "clear";

/** What the pane is doing, or did last. */
export type Phase =
  | { readonly kind: "idle" }
  | { readonly kind: "running"; readonly work: Work }
  | { readonly kind: "checked" }
  | { readonly kind: "cleared"; readonly count: number }
  /** `problem` is null for a failure the host has no name for. */
  | { readonly kind: "failed"; readonly problem: MessageRef | null };

export interface PaneState {
  readonly phase: Phase;
  /** The last check; it stays while the next runs or fails. */
  readonly result: CheckResult | undefined;
  readonly preferences: Preferences;
}

/** The use cases the pane and the ribbon call, already bound to a workbook. */
export interface PaneActions {
  check(edition: Edition): Promise<CheckResult>;
  /** Gives how many marks there were. */
  clear(): Promise<number>;
  select(cell: CellAddress): Promise<void>;
}

/** The state shared by pane and ribbon; both run in one runtime. */
export interface Session {
  /** The present state; the same object until something changes. */
  getState(): PaneState;
  /** Calls back after each change; gives the function that stops it. */
  subscribe(listener: () => void): () => void;
  /** 校验 and mark. Never rejects: a failure becomes the state. While something runs, nothing else is begun. */
  check(): Promise<void>;
  /** 清除标记, likewise. */
  clear(): Promise<void>;
  /** Shows one cell in the workbook. */
  goTo(cell: CellAddress): Promise<void>;
  prefer(change: Partial<Preferences>): void;
}

/** Begins a session; `log` gets failures in the host's own words, which are not meant for users. */
export function createSession(
  actions: PaneActions,
  store: PreferenceStore,
  log: (error: unknown) => void,
): Session {
  let state: PaneState = { phase: { kind: "idle" }, result: undefined, preferences: store.load() };
  let running: Promise<void> | undefined;
  const listeners = new Set<() => void>();

  const update = (change: Partial<PaneState>) => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  const fail = (error: unknown) => {
    log(error);
    update({ phase: { kind: "failed", problem: messageOf(error) } });
  };
  const run = (work: Work, job: () => Promise<Partial<PaneState>>): Promise<void> => {
    if (running) return running;
    update({ phase: { kind: "running", work } });
    running = job()
      .then(update, fail)
      .finally(() => (running = undefined));
    return running;
  };

  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    check: () =>
      run("check", async () => ({
        result: await actions.check(state.preferences.edition),
        phase: { kind: "checked" },
      })),
    clear: () => run("clear", async () => ({ phase: { kind: "cleared", count: await actions.clear() } })),
    goTo: (cell) => actions.select(cell).catch(fail),
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
