import { formatRange, MAX_ROWS, parseRange } from "../../../workbook/address";
import type { CellRange } from "../../../workbook/address";
import type { RowEdit } from "../../../workbook/edit";
import { WorkbookFileError } from "../../fileError";
import { readSheetCells } from "../cells/sheetCells";
import { findChild, readOutline } from "../outline";

/**
 * Throws file.rowsFixed for rows that cannot come or go: inside an array formula or data table, the first row of a merged
 * area that goes on below, or so many that cells would fall off the sheet. Excel refuses these too, or loses what is in
 * them.
 */
export function refuseFixedRows(text: string, part: string, edit: RowEdit): void {
  const { rows, wideFormulas } = readSheetCells(text, part, new Set());
  for (const { kind, reference } of wideFormulas) {
    const area = kind === "area" ? parseRange(reference) : undefined;
    if (area && isCut(area, edit)) throw fixed(edit, formatRange(area), "array");
  }
  const lastRow = rows.at(-1)?.row ?? 0;
  if (edit.kind === "insertRows" && lastRow >= edit.row && lastRow + edit.count >= MAX_ROWS)
    throw fixed(edit, `${lastRow + 1}`, "full");
  if (edit.kind === "insertRows") return;
  const root = readOutline(text, part, 2, ["sheetData"]);
  for (const { attributes } of findChild(root, "mergeCells")?.children ?? []) {
    const area = parseRange(attributes["ref"] ?? "");
    if (area && area.firstRow >= edit.row && isCut(area, edit)) throw fixed(edit, formatRange(area), "merge");
  }
}

/** Throws file.rowsFixed where a table of Excel's own would lose its heading or all its rows. */
export function refuseTable(text: string, part: string, edit: RowEdit): void {
  const root = readOutline(text, part, 0);
  const area = parseRange(root.attributes["ref"] ?? "");
  if (!area || edit.kind === "insertRows") return;
  const headings = Number(root.attributes["headerRowCount"] ?? 1);
  const end = edit.row + edit.count;
  const losesHeading =
    headings > 0 && edit.row <= area.firstRow && end > area.firstRow && end <= area.lastRow;
  const losesBody = edit.row <= area.firstRow + headings && end > area.lastRow && edit.row > area.firstRow;
  if (losesHeading || losesBody) throw fixed(edit, formatRange(area), "table");
}

/** True when some rows of an area go and others stay, or new ones come between its rows. */
function isCut({ firstRow, lastRow }: CellRange, { kind, row, count }: RowEdit): boolean {
  if (firstRow === lastRow) return false;
  if (kind === "insertRows") return row > firstRow && row <= lastRow;
  const end = row + count;
  const isTouched = row <= lastRow && end > firstRow;
  return isTouched && (row > firstRow || end <= lastRow);
}

/** What holds rows in place. */
export type FixedBy = "array" | "merge" | "table" | "pivot" | "full";

/** The error for rows that cannot come or go. */
export function fixed({ sheet, row }: RowEdit, range: string, why: FixedBy): WorkbookFileError {
  const details = { sheet, row: String(row + 1), range };
  return new WorkbookFileError(`file.rowsFixed.${why}`, `rows of ${sheet}: ${why}`, details);
}
