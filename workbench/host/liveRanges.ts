import type { CellRange } from "../../src/workbook/address";
import type { StoredSheet, WorkbookStore } from "./store";

/** A range that the client may use again: it follows its cells when others come or go. */
export interface LiveRange {
  readonly sheet: StoredSheet;
  range: CellRange;
  /** True once all its cells are gone. */
  isGone?: boolean;
}

const live = new WeakMap<WorkbookStore, Set<LiveRange>>();

/** Lets a range follow its cells from now on. */
export function followCells(store: WorkbookStore, range: LiveRange): void {
  live.set(store, (live.get(store) ?? new Set()).add(range));
}

/** Ends followCells. */
export function stopFollowing(store: WorkbookStore, range: LiveRange): void {
  live.get(store)?.delete(range);
}

/** The ranges of a sheet that follow their cells. */
export function liveRangesOn(store: WorkbookStore, sheet: StoredSheet): LiveRange[] {
  return [...(live.get(store) ?? [])].filter((range) => range.sheet === sheet);
}
