import type { LiveEdit, RowEdit, WriteCell } from "../workbook/edit";
import type { ToKeep } from "../workbook/kept";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { cellAtAddress } from "../workbook/snapshot";
import { needsTextFormat } from "../workbook/textInput";

/** What edits are about to replace that the snapshot from before them does not hold: see Kept. */
export function toKeep(before: WorkbookSnapshot, edits: readonly LiveEdit[]): ToKeep {
  const done: RowEdit[] = [];
  const cells = new Map<string, ToKeep["cells"][number]>();
  const rows = new Map<string, ToKeep["rows"][number]>();
  for (const edit of edits) {
    if (edit.kind === "writeCell") {
      if (!changesFormat(edit)) continue;
      const row = originalRow(done, edit.sheet, edit.row);
      if (row === undefined) continue;
      const place = { sheet: edit.sheet, row, column: edit.column };
      if (!cellAtAddress(before, place)) cells.set(JSON.stringify(place), place);
    } else if (edit.kind === "deleteRows") {
      for (let at = edit.row; at < edit.row + edit.count; at++) {
        const row = originalRow(done, edit.sheet, at);
        if (row !== undefined) rows.set(`${row} ${edit.sheet}`, { sheet: edit.sheet, row });
      }
    }
    if (edit.kind === "deleteRows" || edit.kind === "insertRows") done.push(edit);
  }
  return { cells: [...cells.values()], rows: [...rows.values()] };
}

/** True for content that brings a number format, or takes the text format to stay a text: see WriteCell. */
function changesFormat({ content, numberFormat }: WriteCell): boolean {
  const isText = content !== null && "value" in content && typeof content.value === "string";
  return numberFormat !== undefined || (isText && needsTextFormat(content.value));
}

/** Where a row stood before rows came and went; undefined for one that has come. */
export function originalRow(done: readonly RowEdit[], sheet: string, row: number): number | undefined {
  let at = row;
  for (const edit of [...done].reverse()) {
    if (edit.sheet !== sheet || at < edit.row) continue;
    if (edit.kind === "deleteRows") at += edit.count;
    else if (at < edit.row + edit.count) return undefined;
    else at -= edit.count;
  }
  return at;
}
