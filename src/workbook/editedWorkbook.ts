import { designedSheet } from "./designedSheet";
import type { Edit, RowEdit, WriteCell } from "./edit";
import { mayFollow, rowShift, shiftedRow } from "./formula/rowShift";
import { shiftFormula } from "./formula/shift";
import { changeSettings } from "./settingsXml";
import { LastMade } from "./lastMade";
import type { Cell, SheetSnapshot, WorkbookSnapshot } from "./snapshot";
import { NOT_CALCULATED } from "./snapshot";
import { needsTextFormat } from "./textInput";

/**
 * The picture of a workbook once edits are carried out, in the order given: cells written, rows put in and taken out,
 * sheets added, settings kept. Formulas follow rows as in Excel; nothing is calculated: a formula written or changed has no result yet,
 * others keep theirs. Marks and reports are passed over. Sheets that nothing touches stay the same objects.
 * Throws RangeError for a sheet that the workbook has not.
 */
export function editedWorkbook(workbook: WorkbookSnapshot, edits: readonly Edit[]): WorkbookSnapshot {
  let sheets = workbook.sheets;
  let writes: WriteCell[] = [];
  const flush = () => {
    if (writes.length > 0) sheets = withWrites(sheets, writes);
    writes = [];
  };
  for (const edit of edits) {
    if (edit.kind === "writeCell") writes.push(edit);
    else if (edit.kind === "insertRows" || edit.kind === "deleteRows") {
      flush();
      sheets = withRows(sheets, edit);
    } else if (edit.kind === "addSheet") sheets = [...sheets, designedSheet(edit.design)];
  }
  flush();
  const kept = edits.filter((edit) => edit.kind === "writeSetting");
  const settings = kept.length > 0 ? changeSettings(workbook.settings ?? {}, kept) : workbook.settings;
  return { ...workbook, sheets, ...(settings === undefined ? {} : { settings }) };
}

function requireSheet(sheets: readonly SheetSnapshot[], name: string): void {
  if (!sheets.some((sheet) => sheet.name === name))
    throw new RangeError(`the workbook has no worksheet named “${name}”`);
}

function withWrites(sheets: readonly SheetSnapshot[], writes: readonly WriteCell[]): SheetSnapshot[] {
  for (const { sheet } of writes) requireSheet(sheets, sheet);
  return sheets.map((sheet) => {
    const own = writes.filter((write) => write.sheet === sheet.name);
    return own.length > 0 ? withCells(sheet, own) : sheet;
  });
}

function withCells(sheet: SheetSnapshot, writes: readonly WriteCell[]): SheetSnapshot {
  const rows = new Map<number, ReadonlyMap<number, Cell>>(sheet.rows);
  for (const row of new Set(writes.map((write) => write.row))) {
    const cells = new Map(rows.get(row));
    for (const write of writes.filter((one) => one.row === row)) {
      const cell = writtenCell(write, cells.get(write.column)?.numberFormat ?? "General");
      if (cell) cells.set(write.column, cell);
      else cells.delete(write.column);
    }
    if (cells.size > 0) rows.set(row, new Map([...cells].sort(byNumber)));
    else rows.delete(row);
  }
  return { ...sheet, rows: new Map([...rows].sort(byNumber)) };
}

function byNumber([a]: readonly [number, unknown], [b]: readonly [number, unknown]): number {
  return a - b;
}

function writtenCell({ content, numberFormat }: WriteCell, before: string): Cell | undefined {
  if (content === null) return undefined;
  if ("formula" in content) {
    return {
      value: content.result ?? { error: NOT_CALCULATED },
      formula: content.formula,
      numberFormat: numberFormat ?? before,
    };
  }
  const isText = typeof content.value === "string" && needsTextFormat(content.value);
  return { value: content.value, numberFormat: numberFormat ?? (isText ? "@" : before) };
}

/** A plan is made of the picture that its edits make: carrying the same edits out shifts no formula once more. */
const shiftedSheets = new LastMade<readonly SheetSnapshot[], readonly SheetSnapshot[]>();

function withRows(sheets: readonly SheetSnapshot[], edit: RowEdit): readonly SheetSnapshot[] {
  return shiftedSheets.get(sheets, [edit], () => shifted(sheets, edit));
}

function shifted(sheets: readonly SheetSnapshot[], edit: RowEdit): SheetSnapshot[] {
  requireSheet(sheets, edit.sheet);
  const shift = rowShift(edit);
  return sheets.map((sheet) => {
    const isOwn = sheet.name === edit.sheet;
    let isChanged = false;
    const rows: [number, ReadonlyMap<number, Cell>][] = [];
    for (const [row, cells] of sheet.rows) {
      const place = isOwn ? shiftedRow(row, edit) : row;
      if (place === undefined) {
        isChanged = true;
        continue;
      }
      const changed: [number, Cell][] = [];
      for (const [column, cell] of cells) {
        if (cell.formula === undefined || !mayFollow(cell.formula, sheet.name, edit)) continue;
        const formula = shiftFormula(cell.formula, sheet.name, shift);
        if (formula !== cell.formula) changed.push([column, shiftedCell(cell, formula)]);
      }
      isChanged ||= place !== row || changed.length > 0;
      rows.push([place, changed.length > 0 ? new Map([...cells, ...changed]) : cells]);
    }
    return isChanged ? { ...sheet, rows: new Map(rows) } : sheet;
  });
}

/** A formula that only followed its cells still gives what it gave; one that lost some has to be worked out anew. */
function shiftedCell(cell: Cell, formula: string): Cell {
  const isLost = formula.includes("#REF!");
  return { ...cell, formula, ...(isLost ? { value: { error: "#REF!" } } : {}) };
}
