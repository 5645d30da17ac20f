import type { CellContent, LiveEdit, RowEdit, WriteCell, WriteSetting } from "../workbook/edit";
import { editedWorkbook } from "../workbook/editedWorkbook";
import { shiftedRow } from "../workbook/formula/rowShift";
import type { Cell, SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot";
import { cellAt, cellAtAddress, isErrorValue } from "../workbook/snapshot";
import { needsTextFormat } from "../workbook/textInput";
import { mostAlikeRow } from "./rows/alikeRow";

/**
 * The edits that take others back: every cell written gets what the snapshot from before has there, once each, the last
 * written first, and every setting its text; rows put in go and rows taken out come back, with all that stood in them and
 * with the formulas elsewhere that had lost them. Marks are left out, since 清除标记 takes them out. A cell that was
 * blank becomes blank; the text format it may have taken with its content stays, as a snapshot does not hold the formats
 * of blank cells. A row that comes back takes its look from the row of the sheet most like it.
 */
export function inverseEdits(
  before: WorkbookSnapshot,
  edits: readonly LiveEdit[],
): (WriteCell | WriteSetting | RowEdit)[] {
  const keys = new Set(edits.flatMap((edit) => (edit.kind === "writeSetting" ? [edit.key] : [])));
  const settings = [...keys].map((key): WriteSetting => {
    return { kind: "writeSetting", key, value: before.settings?.[key] ?? null };
  });
  return [...(edits.some(isRowEdit) ? withRowsBack(before, edits) : cellsBack(before, edits)), ...settings];
}

function isRowEdit(edit: LiveEdit): edit is RowEdit {
  return edit.kind === "insertRows" || edit.kind === "deleteRows";
}

function cellsBack(before: WorkbookSnapshot, edits: readonly LiveEdit[]): WriteCell[] {
  const written = new Map<string, WriteCell>();
  for (const edit of edits) {
    if (edit.kind === "writeCell") written.set(`${edit.row},${edit.column},${edit.sheet}`, edit);
  }
  return [...written.values()].reverse().map(({ sheet, row, column }): WriteCell => {
    return cellBack(sheet, row, column, cellAtAddress(before, { sheet, row, column }));
  });
}

function cellBack(sheet: string, row: number, column: number, cell: Cell | undefined): WriteCell {
  const place = { kind: "writeCell" as const, sheet, row, column };
  if (!cell) return { ...place, content: null };
  const content = contentOf(cell);
  // A text such as 2010301 in an ordinary cell would come back as a number: it gets the text format instead.
  const isRisky = typeof cell.value === "string" && "value" in content && needsTextFormat(cell.value);
  return { ...place, content, numberFormat: isRisky ? "@" : cell.numberFormat };
}

/** An error that was typed comes back as a formula, the only way of writing one. */
function contentOf({ value, formula }: Cell): CellContent {
  if (formula !== undefined) return { formula };
  return isErrorValue(value) ? { formula: `=${value.error}` } : { value };
}

/** Rows back where they were, then every cell that still differs from before. */
function withRowsBack(before: WorkbookSnapshot, edits: readonly LiveEdit[]): (RowEdit | WriteCell)[] {
  const rows: RowEdit[] = [];
  let now = before;
  for (const edit of edits) {
    if (isRowEdit(edit)) rows.unshift(rowsBack(now, edit));
    now = editedWorkbook(now, [edit]);
  }
  const back = editedWorkbook(now, rows);
  return [...rows, ...differences(back, before)];
}

function rowsBack(now: WorkbookSnapshot, edit: RowEdit): RowEdit {
  const { sheet, row, count } = edit;
  if (edit.kind === "insertRows") return { kind: "deleteRows", sheet, row, count };
  const own = now.sheets.find(({ name }) => name === sheet);
  const alike = own && mostAlikeRow(own, row, (other) => shiftedRow(other, edit) !== undefined);
  const like = alike === undefined ? null : (shiftedRow(alike, edit) ?? null);
  return { kind: "insertRows", sheet, row, count, like };
}

/** What has to be written into a workbook so that its cells are those of another with the same sheets. */
export function differences(from: WorkbookSnapshot, to: WorkbookSnapshot): WriteCell[] {
  return to.sheets.flatMap((sheet) => {
    const other = from.sheets.find(({ name }) => name === sheet.name);
    return other && other !== sheet ? sheetDifferences(other, sheet) : [];
  });
}

function sheetDifferences(from: SheetSnapshot, to: SheetSnapshot): WriteCell[] {
  const writes: WriteCell[] = [];
  for (const row of new Set([...from.rows.keys(), ...to.rows.keys()])) {
    if (from.rows.get(row) === to.rows.get(row)) continue;
    for (const column of new Set([
      ...(from.rows.get(row)?.keys() ?? []),
      ...(to.rows.get(row)?.keys() ?? []),
    ])) {
      const wanted = cellAt(to, row, column);
      if (isSame(cellAt(from, row, column), wanted)) continue;
      writes.push(withResult(cellBack(to.name, row, column, wanted), wanted));
    }
  }
  return writes;
}

/** A formula with what it gives there, for hosts that do not calculate. */
function withResult(write: WriteCell, cell: Cell | undefined): WriteCell {
  const { content } = write;
  if (!cell || !content || !("formula" in content) || typeof cell.value === "boolean") return write;
  return isErrorValue(cell.value) ? write : { ...write, content: { ...content, result: cell.value } };
}

function isSame(a: Cell | undefined, b: Cell | undefined): boolean {
  if (!a || !b) return a === b;
  if (a.formula !== b.formula || a.numberFormat !== b.numberFormat) return false;
  return a.formula !== undefined || JSON.stringify(a.value) === JSON.stringify(b.value);
}
