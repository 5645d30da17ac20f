import type { CellRange } from "../../../src/workbook/address";
import { recordChange } from "../changes";
import { notImplemented } from "../hostError";
import type { StoredSheet, WorkbookStore } from "../store";

/** Shows a sheet and selects on it. What Excel does with a hidden sheet has not been observed. */
export function selectOn(store: WorkbookStore, sheet: StoredSheet, range: CellRange, location: string): void {
  if (sheet.visibility !== "Visible")
    throw notImplemented(location, "on a hidden sheet is not known to this host");
  const before = store.activeSheet;
  const isMoved = before !== sheet.id || JSON.stringify(store.selection) !== JSON.stringify(range);
  store.activeSheet = sheet.id;
  store.selection = { ...range };
  if (before !== sheet.id) recordChange(store, { kind: "activated", sheet: sheet.id, before });
  if (isMoved) recordChange(store, { kind: "selection", sheet: sheet.id, range: store.selection });
}
