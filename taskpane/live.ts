import type { CheckResult } from "../src/validation/checkResult";
import type { Since } from "../src/actions/recheck";
import type { StopFollowing, WorkbookChange } from "../src/workbook/port";
import type { Edition } from "./preferences";
import type { Session } from "./session";

/** What live mode needs of the actions (actions.ts). */
export interface LiveActions {
  followChanges(listener: (change: WorkbookChange) => void): Promise<StopFollowing>;
  recheck(edition: Edition, since: Since, isListOnly: boolean): Promise<CheckResult>;
}

/** A check begins once the user has paused for this long: shorter than looking up, longer than the next keystroke. */
const QUIET_MS = 500;

/** After a bulk edit, or while others are typing, it waits for this long a pause. */
const LONG_QUIET_MS = 3000;

/** More cells at once than this are a paste or a fill, no typing. */
const BULK_CELLS = 50;

/** So many changes within LONG_QUIET_MS are a burst. */
const BURST_CHANGES = 8;

/**
 * 边改边校 (live mode): while the user prefers it, checks after each edit, unseen. Waits longer after bulk edits, bursts and
 * other people's changes, and does nothing while an action runs. Where the host tells nothing of changes, the preference
 * goes off again with a failure the pane shows.
 * @returns ends it
 */
export function runLiveMode(session: Session, actions: LiveActions): () => void {
  let stop: Promise<StopFollowing | undefined> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let recent: number[] = [];
  // Until a check has seen the workbook as a whole, and again after any action: marks may have come or gone.
  let since: Since = "anything";

  const check = async () => {
    const { phase, preferences } = session.getState();
    if (!preferences.isLive) return;
    const hasBegun =
      phase.kind !== "running" &&
      (await session.runUnseen(async () => {
        const seen = since;
        since = "edits";
        try {
          session.setResult(await actions.recheck(preferences.edition, seen, preferences.isListOnly));
        } catch (error) {
          since = "anything";
          throw error;
        }
      }));
    if (!hasBegun) schedule(QUIET_MS);
  };
  const schedule = (quiet: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void check(), quiet);
  };
  const onChange = ({ isRemote, cells }: WorkbookChange) => {
    if (isRemote || cells === 0) since = "anything";
    const now = Date.now();
    recent = [...recent.filter((time) => now - time < LONG_QUIET_MS), now];
    const isBulk = isRemote || cells === 0 || cells > BULK_CELLS || recent.length >= BURST_CHANGES;
    schedule(isBulk ? LONG_QUIET_MS : QUIET_MS);
  };
  const begin = () =>
    actions.followChanges(onChange).catch((error: unknown) => {
      session.prefer({ isLive: false });
      session.fail(error);
      return undefined;
    });
  const end = () => {
    clearTimeout(timer);
    since = "anything";
    void stop?.then((ended) => ended?.());
    stop = undefined;
  };
  const follow = () => {
    const { isLive } = session.getState().preferences;
    if (isLive && !stop) {
      stop = begin();
      schedule(QUIET_MS);
    } else if (!isLive && stop) end();
  };
  follow();
  const unsubscribe = session.subscribe(() => {
    if (session.getState().phase.kind === "running") since = "anything";
    follow();
  });
  return () => {
    unsubscribe();
    end();
  };
}
