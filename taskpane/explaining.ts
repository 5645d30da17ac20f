import type { CellExplanation } from "../src/validation/explainCell";
import type { CellAddress } from "../src/workbook/address";
import type { StopFollowing, WorkbookChange } from "../src/workbook/port";

/** What explaining needs of the actions (actions.ts). */
export interface ExplainingActions {
  activeCell(): Promise<CellAddress>;
  readExplanations(): Promise<(cell: CellAddress) => CellExplanation>;
  followSelection(listener: () => void): Promise<StopFollowing>;
  followChanges(listener: (change: WorkbookChange) => void): Promise<StopFollowing>;
}

export interface Explaining {
  /** Ends it; no call back comes afterwards. */
  stop(): void;
  /** False where the host tells nothing of selections: the user then asks for each cell. */
  readonly follows: Promise<boolean>;
  /** Explains the cell the user is in now. */
  refresh(): void;
}

/** Moving through cells with an arrow key held down explains only the last one. */
const QUIET_MS = 150;

/**
 * Explains the cell the user is in, and each further one he selects. The workbook is read again only after a change.
 * @param onFailure gets what a reading failed with; the next selection tries again
 */
export function beginExplaining(
  actions: ExplainingActions,
  onExplained: (explanation: CellExplanation) => void,
  onFailure: (error: unknown) => void,
): Explaining {
  let isOver = false;
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let explain: Promise<(cell: CellAddress) => CellExplanation> | undefined;
  let tellsChanges = false;
  const stops: StopFollowing[] = [];

  const refresh = async () => {
    const mine = ++asked;
    try {
      if (!tellsChanges) explain = undefined;
      explain ??= actions.readExplanations();
      const [cell, tell] = await Promise.all([actions.activeCell(), explain]);
      if (!isOver && mine === asked) onExplained(tell(cell));
    } catch (error) {
      explain = undefined;
      if (!isOver) onFailure(error);
    }
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void refresh(), QUIET_MS);
  };
  const keep = (stop: StopFollowing) => {
    if (isOver) void stop();
    else stops.push(stop);
  };
  const follows = (async () => {
    try {
      keep(await actions.followSelection(later));
      keep(
        await actions.followChanges(() => {
          explain = undefined;
          later();
        }),
      );
      tellsChanges = true;
      return true;
    } catch {
      // No failure to the user: the pane offers a button instead.
      return false;
    }
  })();
  void refresh();
  return {
    follows,
    refresh: () => void refresh(),
    stop: () => {
      isOver = true;
      clearTimeout(timer);
      for (const stop of stops) void stop();
    },
  };
}
