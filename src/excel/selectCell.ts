import type { CellAddress } from "../workbook/address";
import { columnLetters } from "../workbook/address";
import { ExcelError } from "./hostError";
import { runBatch } from "./runBatch";
import type { RunBatch } from "./runBatch";

/**
 * Shows a cell's sheet and selects the cell, in two round trips. Throws host.sheetMissing or host.sheetHidden when there
 * is nothing to show, and host.rowHidden or host.columnHidden when the cell is selected and yet not to be seen: what is hidden
 * is the user's to unhide.
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
    const cell = sheet.getRangeByIndexes(row, column, 1, 1).load("rowHidden,columnHidden");
    cell.select();
    await context.sync();
    if (cell.rowHidden) throw new ExcelError("host.rowHidden", { sheet: name, row: String(row + 1) });
    if (cell.columnHidden)
      throw new ExcelError("host.columnHidden", { sheet: name, column: columnLetters(column) });
  });
}
