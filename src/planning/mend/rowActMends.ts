import { Decimal } from "../../amounts/decimal";
import type { Act, GoneRow } from "../../validation/finding";
import { typedText } from "../../workbook/content";
import type { Edit, RowEdit, WriteCell } from "../../workbook/edit";
import { editedWorkbook } from "../../workbook/editedWorkbook";
import type { WorkbookSnapshot } from "../../workbook/snapshot";
import { contentText, hasFormulas } from "./mendedCell";
import type { Mend, MendedCell } from "./mend";

/** Acts whose mend takes a row out, or moves one. */
const MOVED: ReadonlySet<Act["kind"]> = new Set(["rowMoved"]);

/**
 * The rows of an act put right: one too many taken out, one under the wrong unit moved. Undefined where rows would be put in among
 * formulas, as one at the end of a sum is not counted by it, and where a formula would lose a cell that it names.
 */
export function rowActMend({ kind, edits = [] }: Act, workbook: WorkbookSnapshot): Mend | undefined {
  const [first] = edits;
  const taken = edits.find((edit) => edit.kind === "deleteRows");
  if (!first || !taken || !isPossible(edits, workbook)) return undefined;
  const { sheet } = first;
  const inserted = edits.find((edit) => edit.kind === "insertRows");
  // Where it stands now: rows that are put in above it come first.
  const row = inserted && inserted.row <= taken.row ? taken.row - inserted.count : taken.row;
  const args = { sheet, row: String(row + 1), to: inserted ? String(inserted.row + 1) : "" };
  const cells = inserted
    ? cellsIn(
        editedWorkbook(workbook, [...edits]),
        sheet,
        inserted.row > taken.row ? inserted.row - 1 : inserted.row,
      )
    : cellsIn(workbook, sheet, row).map((cell): MendedCell => ({ ...cell, from: cell.to, to: "" }));
  return {
    label: { key: MOVED.has(kind) ? "mend.rowMoved" : "mend.rowOut", args },
    cells,
    edits,
    typed: typedText(workbook, [sheet]),
  };
}

/**
 * Rows that a table has lost put in where the act says, with their codes and amounts: where codes alone do not tell, as under units.
 * What else the rows held nobody knows.
 */
export function goneRowsMend({ edits = [], gone = [] }: Act, workbook: WorkbookSnapshot): Mend | undefined {
  const places = edits.flatMap((edit) => (edit.kind === "insertRows" ? [edit] : []));
  const [first] = places;
  const [code] = gone;
  if (!first || !code || places.length !== gone.length || !isPossible(edits, workbook)) return undefined;
  const { sheet } = first;
  const planned = places.flatMap((place, index) => {
    const row = gone[index] as GoneRow;
    return [place, ...wordsOf(row, place.row, edits), ...amountsOf(row, sheet, place.row)];
  });
  const after = editedWorkbook(workbook, planned);
  const open = gone.filter(({ amounts }) => amounts.length === 0).length;
  const key = `mend.row${gone.length > 1 ? "s" : ""}${open > 0 ? ".open" : ""}`;
  const label = `${code.code}${code.name === "" ? "" : ` ${code.name}`}`;
  return {
    label: {
      key,
      args: { sheet, row: String(first.row + 1), label, count: String(gone.length), open: String(open) },
    },
    cells: places.flatMap(({ row }) => cellsIn(after, sheet, row)),
    edits: planned,
    typed: typedText(workbook, [sheet]),
  };
}

/** The code and the name of a row as the act writes them; other words are those of the row it was made like. */
function wordsOf({ code, name }: GoneRow, row: number, edits: readonly (WriteCell | RowEdit)[]): WriteCell[] {
  const isOwn = (edit: WriteCell | RowEdit): edit is WriteCell => {
    if (edit.kind !== "writeCell" || edit.row !== row || !edit.content || !("value" in edit.content))
      return false;
    const text = String(edit.content.value);
    return text === code || (name !== "" && text === name);
  };
  return edits.filter(isOwn);
}

function amountsOf({ amounts }: GoneRow, sheet: string, row: number): WriteCell[] {
  return amounts.map(({ column, value }) => ({
    kind: "writeCell",
    sheet,
    row,
    column,
    content: { value: new Decimal(value).toNumber() },
  }));
}

function isPossible(edits: readonly (WriteCell | RowEdit)[], workbook: WorkbookSnapshot): boolean {
  const [sheet, ...others] = new Set(edits.map((edit) => edit.sheet));
  const isAdding = edits.some(({ kind }) => kind === "insertRows");
  if (sheet === undefined || others.length > 0) return false;
  if (isAdding && (hasFormulas(sheet, workbook) || isReferredTo(sheet, workbook))) return false;
  return !losesReferences(edits, workbook);
}

/** Whether formulas of other sheets speak of a sheet: a row at the end of their sums would not be counted. */
function isReferredTo(sheet: string, { sheets }: WorkbookSnapshot): boolean {
  const names = [`${sheet}!`, `${sheet.replaceAll("'", "''")}'!`];
  for (const { name, rows } of sheets)
    for (const cells of name === sheet ? [] : rows.values())
      for (const { formula } of cells.values())
        if (formula !== undefined && names.some((own) => formula.includes(own))) return true;
  return false;
}

/** Whether a formula would lose a cell that it names, were these edits carried out. */
export function losesReferences(edits: readonly Edit[], workbook: WorkbookSnapshot): boolean {
  return lostReferences(editedWorkbook(workbook, [...edits])) > lostReferences(workbook);
}

function lostReferences({ sheets }: WorkbookSnapshot): number {
  let count = 0;
  for (const { rows } of sheets)
    for (const cells of rows.values())
      for (const { formula } of cells.values()) if (formula?.includes("#REF!")) count++;
  return count;
}

function cellsIn({ sheets }: WorkbookSnapshot, sheet: string, row: number): MendedCell[] {
  const cells = sheets.find(({ name }) => name === sheet)?.rows.get(row);
  return [...(cells ?? [])].flatMap(([column, cell]) => {
    const to = contentText(cell);
    const isAmount = typeof cell.value === "number" && cell.formula === undefined;
    return to === ""
      ? []
      : [{ sheet, row, column, from: "", to, ...(isAmount && { isAmount: true as const }) }];
  });
}
