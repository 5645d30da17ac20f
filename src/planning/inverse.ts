import type { CellAddress } from "../workbook/address";
import type {
  CellContent,
  LiveEdit,
  RestoreRows,
  RowEdit,
  WriteCell,
  WriteName,
  WriteSetting,
} from "../workbook/edit";
import { editedWorkbook } from "../workbook/editedWorkbook";
import { rowShift, shiftedRow } from "../workbook/formula/rowShift";
import { shiftFormula } from "../workbook/formula/shift";
import type { Kept } from "../workbook/kept";
import { NOTHING_KEPT } from "../workbook/kept";
import type { Cell, SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot";
import { cellAt, cellAtAddress, isErrorValue } from "../workbook/snapshot";
import { mostAlikeRow } from "./rows/alikeRow";
import { toKeep } from "./toKeep";

/** What an inverse is made of. */
export type InverseEdit = WriteCell | WriteSetting | RowEdit | RestoreRows | WriteName;

/**
 * The edits that take others back: every cell written gets what the snapshot from before has there, once each, the last
 * written first, and every setting its text; rows put in go and rows taken out come back, with all that stood in them and
 * with the formulas elsewhere that had lost them. Marks are left out, since 清除标记 takes them out.
 * @param kept what the host has kept of what no snapshot holds. Without it a cell that was blank keeps the text format it
 * may have taken, and a row that comes back takes its look from the row of the sheet most like it.
 */
export function inverseEdits(
  before: WorkbookSnapshot,
  edits: readonly LiveEdit[],
  kept: Kept = NOTHING_KEPT,
): InverseEdit[] {
  const keys = new Set(edits.flatMap((edit) => (edit.kind === "writeSetting" ? [edit.key] : [])));
  const settings = [...keys].map((key): WriteSetting => {
    return { kind: "writeSetting", key, value: before.settings?.[key] ?? null };
  });
  const formats = new Map(kept.formats.map((one) => [keyOf(one), one.numberFormat]));
  const back = edits.some(isRowEdit)
    ? withRowsBack(before, edits, { kept, formats })
    : cellsBack(before, edits, formats);
  return [...back, ...settings];
}

type Formats = ReadonlyMap<string, string>;

function keyOf({ sheet, row, column }: CellAddress): string {
  return `${row},${column},${sheet}`;
}

function isRowEdit(edit: LiveEdit): edit is RowEdit {
  return edit.kind === "insertRows" || edit.kind === "deleteRows";
}

function cellsBack(before: WorkbookSnapshot, edits: readonly LiveEdit[], formats: Formats): WriteCell[] {
  const written = new Map<string, WriteCell>();
  for (const edit of edits) if (edit.kind === "writeCell") written.set(keyOf(edit), edit);
  return [...written.values()]
    .reverse()
    .map((edit): WriteCell => cellBack(edit, cellAtAddress(before, edit), formats));
}

function cellBack({ sheet, row, column }: CellAddress, cell: Cell | undefined, formats: Formats): WriteCell {
  const place = { kind: "writeCell" as const, sheet, row, column };
  if (!cell) {
    const numberFormat = formats.get(keyOf(place));
    return { ...place, content: null, ...(numberFormat !== undefined && { numberFormat }) };
  }
  return { ...place, content: contentOf(cell), numberFormat: cell.numberFormat };
}

/** An error that was typed comes back as a formula, the only way of writing one. */
function contentOf({ value, formula }: Cell): CellContent {
  if (formula !== undefined) return { formula };
  return isErrorValue(value) ? { formula: `=${value.error}` } : { value };
}

/** Rows back where they were, then every cell that still differs from before. */
function withRowsBack(
  before: WorkbookSnapshot,
  edits: readonly LiveEdit[],
  { kept, formats }: { readonly kept: Kept; readonly formats: Formats },
): (RowEdit | RestoreRows | WriteName | WriteCell)[] {
  const looks = looksBack(before, edits, kept);
  const hasLook = new Set(looks.map(({ sheet }) => sheet));
  const rows: RowEdit[] = [];
  let now = before;
  for (const edit of edits) {
    if (isRowEdit(edit)) rows.unshift(rowsBack(now, edit, hasLook.has(edit.sheet)));
    now = editedWorkbook(now, [edit]);
  }
  const back = editedWorkbook(now, rows);
  const names = namesBack([...edits.filter(isRowEdit), ...rows], kept);
  return [...rows, ...looks, ...names, ...differences(back, before, formats)];
}

/** Names that are not what they were once all rows are back: those that ended with a row that had gone. */
function namesBack(shifts: readonly RowEdit[], { names }: Kept): WriteName[] {
  return names
    .filter(({ formula }) => {
      const now = shifts.reduce((text, edit) => shiftFormula(text, "", rowShift(edit)), formula);
      return now !== formula;
    })
    .map((name) => ({ kind: "writeName", ...name }));
}

/** The looks of rows that were taken out, neighbours together, numbered as before: all rows are back by then. */
function looksBack(before: WorkbookSnapshot, edits: readonly LiveEdit[], kept: Kept): RestoreRows[] {
  const known = new Map(kept.rows.map(({ sheet, row, look }) => [`${row} ${sheet}`, look]));
  const restored: RestoreRows[] = [];
  const gone = toKeep(before, edits).rows;
  for (const { sheet, row } of [...gone].sort((a, b) => a.row - b.row)) {
    const look = known.get(`${row} ${sheet}`);
    const index = restored.findLastIndex((one) => one.sheet === sheet);
    const last = restored[index];
    if (look && last && last.row + last.looks.length === row)
      restored[index] = { ...last, looks: [...last.looks, look] };
    else if (look) restored.push({ kind: "restoreRows", sheet, row, looks: [look] });
  }
  return restored;
}

/** @param hasLook true where the look is restored afterwards */
function rowsBack(now: WorkbookSnapshot, edit: RowEdit, hasLook: boolean): RowEdit {
  const { sheet, row, count } = edit;
  if (edit.kind === "insertRows") return { kind: "deleteRows", sheet, row, count };
  if (hasLook) return { kind: "insertRows", sheet, row, count, like: null };
  const own = now.sheets.find(({ name }) => name === sheet);
  const alike = own && mostAlikeRow(own, row, (other) => shiftedRow(other, edit) !== undefined);
  const like = alike === undefined ? null : (shiftedRow(alike, edit) ?? null);
  return { kind: "insertRows", sheet, row, count, like };
}

/** What has to be written into a workbook so that its cells are those of another with the same sheets. */
export function differences(
  from: WorkbookSnapshot,
  to: WorkbookSnapshot,
  formats: ReadonlyMap<string, string> = new Map(),
): WriteCell[] {
  const others = new Map(from.sheets.map((sheet) => [sheet.name, sheet]));
  return to.sheets.flatMap((sheet) => {
    const other = others.get(sheet.name);
    return other && other !== sheet ? sheetDifferences(other, sheet, formats) : [];
  });
}

function sheetDifferences(from: SheetSnapshot, to: SheetSnapshot, formats: Formats): WriteCell[] {
  const writes: WriteCell[] = [];
  for (const row of new Set([...from.rows.keys(), ...to.rows.keys()])) {
    if (from.rows.get(row) === to.rows.get(row)) continue;
    for (const column of new Set([
      ...(from.rows.get(row)?.keys() ?? []),
      ...(to.rows.get(row)?.keys() ?? []),
    ])) {
      const wanted = cellAt(to, row, column);
      if (isSame(cellAt(from, row, column), wanted)) continue;
      const place = { sheet: to.name, row, column };
      writes.push(withResult(cellBack(place, wanted, formats), wanted));
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
