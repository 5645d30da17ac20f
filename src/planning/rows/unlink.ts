import { formatAmount } from "../../amounts/format";
import { Decimal } from "../../amounts/decimal";
import { formatA1 } from "../../workbook/address";
import type { WriteCell, WriteSetting } from "../../workbook/edit";
import { mapReferences } from "../../workbook/formula/references";
import type { Cell } from "../../workbook/snapshot";
import { cellAt, isErrorValue } from "../../workbook/snapshot";
import { keepSettings, readKept } from "../insert/keptSettings";
import { NOTE, NOTE_UNLINKED } from "../insert/sheetNotes";
import { refused, Refusal } from "./rowsPlan";
import type { ChangedFormula, RowsPlan } from "./rowsPlan";
import type { Table } from "../table";
import { sheetOf } from "./workbookModel";
import type { WorkbookModel } from "./workbookModel";

/**
 * 取消取数: every figure of a table that a formula takes from other sheets becomes the value it has now, as it is and not
 * rounded; in rows where nothing is typed yet it becomes blank. Sums of the table's own stay formulas. A table unlinked so
 * is kept in mind with the settings of the workbook, where it has such. Throws Refusal for a protected sheet and for a
 * figure whose value is not known or an error.
 */
export function planUnlink(model: WorkbookModel, table: Table): RowsPlan {
  const sheet = sheetOf(model, table);
  const writes: WriteCell[] = [];
  const formulas: ChangedFormula[] = [];
  for (let row = table.firstBodyRow; row < table.noteRow; row++) {
    for (const column of table.columns.values()) {
      const cell = cellAt(sheet, row, column);
      if (cell?.formula === undefined || !looksElsewhere(cell.formula, table.sheet)) continue;
      const place = { sheet: table.sheet, row, column };
      if (isErrorValue(cell.value))
        throw new Refusal("rows.notCalculated", { sheet: table.sheet, cell: formatA1(row, column) });
      const content = cell.value === "" ? null : { value: cell.value };
      writes.push({ kind: "writeCell", ...place, content });
      formulas.push({ cell: place, from: cell.formula, to: printed(cell) });
    }
  }
  if (writes.length === 0) return refused("rows.noLinks", { table: table.definition.label });
  if (sheet.isProtected) throw new Refusal("rows.protectedCells", { sheet: table.sheet });
  return {
    edits: [...writes, ...noteAnew(table, cellAt(sheet, table.noteRow, 0)), ...settingOf(model, table)],
    added: [],
    removed: [],
    moved: [],
    formulas,
    notes: [],
    refusal: undefined,
  };
}

/** True for a formula that takes something from another sheet of the workbook or another workbook. */
function looksElsewhere(formula: string, own: string): boolean {
  let isElsewhere = false;
  mapReferences(formula, ({ sheet }) => {
    isElsewhere ||= sheet !== undefined && sheet.toLowerCase() !== own.toLowerCase();
    return undefined;
  });
  return isElsewhere;
}

function printed({ value }: Cell): string {
  return typeof value === "number" ? formatAmount(new Decimal(value), 2) : String(value);
}

/** The note that new sheets have says what blue cells are: no longer formulas now. */
function noteAnew({ sheet, noteRow }: Table, note: Cell | undefined): WriteCell[] {
  if (note?.value !== NOTE) return [];
  return [{ kind: "writeCell", sheet, row: noteRow, column: 0, content: { value: NOTE_UNLINKED } }];
}

function settingOf({ workbook }: WorkbookModel, { definition }: Table): WriteSetting[] {
  const kept = readKept(workbook);
  if (!kept || kept.unlinked.includes(definition.id)) return [];
  return [keepSettings({ ...kept, unlinked: [...kept.unlinked, definition.id] })];
}
