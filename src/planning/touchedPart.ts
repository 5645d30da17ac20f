import type { LiveEdit, RowEdit } from "../workbook/edit";
import { mayFollow } from "../workbook/formula/rowShift";
import type { Cell, SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot";

/**
 * The part of a workbook by which edits can be taken back: the cells written; where rows come or go the whole sheet, and
 * of all others the formulas that speak of it. Every sheet is there, if blank, so that it is known which there were.
 */
export function touchedPart(before: WorkbookSnapshot, edits: readonly LiveEdit[]): WorkbookSnapshot {
  const rowEdits = edits.filter((edit) => edit.kind === "insertRows" || edit.kind === "deleteRows");
  const shifted = new Set(rowEdits.map(({ sheet }) => sheet));
  const written = new Map<string, Set<string>>();
  for (const edit of edits) {
    if (edit.kind !== "writeCell") continue;
    const places = written.get(edit.sheet) ?? new Set<string>();
    written.set(edit.sheet, places.add(`${edit.row},${edit.column}`));
  }
  const keys = new Set(edits.flatMap((edit) => (edit.kind === "writeSetting" ? [edit.key] : [])));
  const settings = Object.entries(before.settings ?? {}).filter(([key]) => keys.has(key));
  return {
    name: before.name,
    sheets: before.sheets.map((sheet) =>
      shifted.has(sheet.name)
        ? { ...sheet, marks: [] }
        : partOf(sheet, written.get(sheet.name) ?? new Set(), rowEdits),
    ),
    ...(settings.length > 0 && { settings: Object.fromEntries(settings) }),
  };
}

function partOf(
  sheet: SheetSnapshot,
  written: ReadonlySet<string>,
  rowEdits: readonly RowEdit[],
): SheetSnapshot {
  const follows = ({ formula }: Cell) =>
    formula !== undefined && rowEdits.some((edit) => mayFollow(formula, sheet.name, edit));
  const rows = new Map<number, ReadonlyMap<number, Cell>>();
  for (const [row, cells] of sheet.rows) {
    const own = [...cells].filter(([column, cell]) => written.has(`${row},${column}`) || follows(cell));
    if (own.length > 0) rows.set(row, new Map(own));
  }
  return { ...sheet, rows, marks: [] };
}
