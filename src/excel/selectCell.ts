import type { CellAddress } from "../workbook/address";
import { ExcelError } from "./hostError";
import { runBatch } from "./runBatch";
import type { RunBatch } from "./runBatch";

/**
 * Shows a cell's sheet and selects the cell, in two round trips. Throws host.sheetMissing or host.sheetHidden when there
 * is nothing to show: a hidden sheet is the user's to unhide.
 */
export function selectCell(
  { sheet: name, row, column }: CellAddress,
  run: RunBatch = runBatch,
): Promise<void> {
  return run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name).load("visibility");
    await context.sync();
    if (sheet.isNullObject) throw new ExcelError("host.sheetMissing", { sheet: name });
    if (sheet.visibility !== "Visible") throw new ExcelError("host.sheetHidden", { sheet: name });
    sheet.activate();
    sheet.getRangeByIndexes(row, column, 1, 1).select();
    await context.sync();
  });
}
