import type { CellRange } from "../../src/workbook/address";
import type { UserChange } from "./engine";
import type { StoredSheet, WorkbookStore } from "./store";

/** What add-ins can be told of: what users do, and what requests do. Sheets by their ids. */
export type HostChange = UserChange | { readonly kind: "added" | "deleted"; readonly sheet: string };

const pending = new WeakMap<WorkbookStore, HostChange[]>();

/** Notes what a request has just done to a store, for the events that follow its answer. */
export function recordChange(store: WorkbookStore, change: HostChange): void {
  pending.set(store, [...(pending.get(store) ?? []), change]);
}

/** As recordChange, for content of cells; the kind is what Excel.DataChangeType calls it. */
export function recordCells(
  store: WorkbookStore,
  { id }: StoredSheet,
  range: CellRange,
  change: Extract<UserChange, { kind: "cells" }>["change"] = "RangeEdited",
): void {
  recordChange(store, { kind: "cells", sheet: id, range, change });
}

/** What was noted since the last call, in order. */
export function takeChanges(store: WorkbookStore): readonly HostChange[] {
  const changes = pending.get(store) ?? [];
  pending.delete(store);
  return changes;
}
