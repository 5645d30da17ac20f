import type { RowEdit, WriteCell, WriteName } from "../workbook/edit";
import { queueCells } from "./queueCells";

/**
 * Asks for rows to come and go and for cells to be written, in the order given; the next sync does it.
 * @param sheets those that the edits name
 */
export function queueContent(
  sheets: ReadonlyMap<string, Excel.Worksheet>,
  edits: readonly (WriteCell | RowEdit | WriteName)[],
): void {
  for (const edit of edits) {
    if (edit.kind === "writeName") {
      const sheet = sheets.get(edit.sheet) as Excel.Worksheet;
      const names = edit.isLocal ? sheet.names : sheet.context.workbook.names;
      names.getItem(edit.name).formula = edit.formula;
    } else if (edit.kind === "writeCell") queueCells(sheets, [edit]);
    else queueRows(sheets.get(edit.sheet) as Excel.Worksheet, edit);
  }
}

function queueRows(sheet: Excel.Worksheet, edit: RowEdit): void {
  const { row, count } = edit;
  const rows = sheet.getRange(address(row, count));
  if (edit.kind === "deleteRows") {
    rows.delete("Up");
    return;
  }
  rows.insert("Down");
  // Excel gives new rows the look of the row above by itself.
  if (edit.like === null || edit.like === row - 1) return;
  const like = edit.like < row ? edit.like : edit.like + count;
  // The range itself has moved on with its cells, so it is asked for anew.
  sheet.getRange(address(row, count)).copyFrom(sheet.getRange(address(like, 1)), "Formats");
}

/** "8:9" */
function address(row: number, count: number): string {
  return `${row + 1}:${row + count}`;
}
