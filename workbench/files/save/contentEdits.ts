import type { Edit } from "../../../src/workbook/edit";
import { MARK_SIGNATURE, severityOfMark } from "../../../src/workbook/edit";
import { isSettingsXml, readSettingsXml } from "../../../src/workbook/settingsXml";
import type { Cell, SheetSnapshot, WorkbookSnapshot } from "../../../src/workbook/snapshot";
import { isErrorValue } from "../../../src/workbook/snapshot";
import type { StoredCell, StoredSheet, WorkbookStore } from "../../host/store";

/**
 * What stands in a store and otherwise in a file with the same sheets, as edits of the file: cells, marks, settings.
 * @param before the file as it is read
 */
export function contentEdits(before: WorkbookSnapshot, store: WorkbookStore): Edit[] {
  const edits: Edit[] = [];
  for (const sheet of store.sheets) {
    const known = before.sheets.find(({ name }) => name === sheet.name);
    if (known && !known.unreadable) edits.push(...cellEdits(known, sheet), ...markEdits(known, sheet));
  }
  const settings = store.customXml
    .filter(({ xml }) => isSettingsXml(xml))
    .map(({ xml }) => readSettingsXml(xml));
  const now: Readonly<Record<string, string>> = Object.assign({}, ...settings);
  for (const key of new Set([...Object.keys(now), ...Object.keys(before.settings ?? {})])) {
    if (now[key] !== before.settings?.[key])
      edits.push({ kind: "writeSetting", key, value: now[key] ?? null });
  }
  return edits;
}

function cellEdits(before: SheetSnapshot, sheet: StoredSheet): Edit[] {
  const edits: Edit[] = [];
  const rows = new Set([...before.rows.keys(), ...sheet.cells.keys()]);
  for (const row of rows) {
    const columns = new Set([
      ...(before.rows.get(row)?.keys() ?? []),
      ...(sheet.cells.get(row)?.keys() ?? []),
    ]);
    for (const column of columns) {
      const was = before.rows.get(row)?.get(column);
      const cell = sheet.cells.get(row)?.get(column);
      if (isSame(was, cell)) continue;
      const isFormatNew = cell !== undefined && cell.numberFormat !== (was?.numberFormat ?? "General");
      edits.push({
        kind: "writeCell",
        sheet: sheet.name,
        row,
        column,
        content: contentOf(cell),
        ...(isFormatNew && { numberFormat: cell.numberFormat }),
      });
    }
  }
  return edits;
}

function isSame(was: Cell | undefined, cell: StoredCell | undefined): boolean {
  if (was?.formula !== undefined || cell?.formula !== undefined) return was?.formula === cell?.formula;
  if (was === undefined || cell?.value === undefined) return was?.value === cell?.value;
  const isSameValue = JSON.stringify(was.value) === JSON.stringify(cell.value);
  return isSameValue && was.numberFormat === cell.numberFormat;
}

function contentOf(cell: StoredCell | undefined) {
  if (cell?.formula !== undefined) return { formula: cell.formula };
  if (cell?.value === undefined) return null;
  // An error that was typed can only be written as the formula that gives it.
  return isErrorValue(cell.value) ? { formula: `=${cell.value.error}` } : { value: cell.value };
}

function markEdits(before: SheetSnapshot, { name, conditionalFormats }: StoredSheet): Edit[] {
  const removed = before.marks.flatMap(({ id, kind }): Edit[] =>
    kind === "format" ? [{ kind: "removeMark", sheet: name, id, mark: kind }] : [],
  );
  const added = conditionalFormats
    .filter(({ formula }) => formula.includes(MARK_SIGNATURE))
    .map(({ formula, range }): Edit => ({
      kind: "addMark",
      sheet: name,
      row: range.firstRow,
      column: range.firstColumn,
      severity: severityOfMark(formula),
      formula,
      // Files carry no notes of marks.
      text: "",
    }));
  return [...removed, ...added];
}
