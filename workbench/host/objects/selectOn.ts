import type { CellRange } from "../../../src/workbook/address";
import { notImplemented } from "../hostError";
import type { StoredSheet, WorkbookStore } from "../store";

/** Shows a sheet and selects on it. What Excel does with a hidden sheet has not been observed. */
export function selectOn(store: WorkbookStore, sheet: StoredSheet, range: CellRange, location: string): void {
  if (sheet.visibility !== "Visible")
    throw notImplemented(location, "on a hidden sheet is not known to this host");
  store.activeSheet = sheet.id;
  store.selection = range;
}
