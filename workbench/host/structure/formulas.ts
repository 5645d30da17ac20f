import type { StoredSheet, WorkbookStore } from "../store";
import { noteWritten } from "../store";

/** Changes a formula; gets it with its leading "=" and the name of the sheet it stands on. */
export type FormulaChange = (formula: string, sheet: string) => string;

/**
 * Puts every formula of a workbook through a change: cells, conditional formats, lists of validations, names. A cell
 * whose formula becomes another counts as written, so that an engine takes it over.
 */
export function changeFormulas(store: WorkbookStore, change: FormulaChange): void {
  for (const sheet of store.sheets) changeCells(sheet, change);
  changeOtherFormulas(store, change);
}

/** As changeFormulas, but for those of cells. */
export function changeOtherFormulas(store: WorkbookStore, change: FormulaChange): void {
  for (const sheet of store.sheets) {
    for (const format of sheet.conditionalFormats) {
      if (format.formula !== "") format.formula = change(format.formula, sheet.name);
    }
    sheet.validations.forEach((validation, index) => {
      if (!validation.list.startsWith("=")) return;
      sheet.validations[index] = { ...validation, list: change(validation.list, sheet.name) };
    });
  }
  store.names.forEach((name, index) => {
    if (name.formula === undefined) return;
    store.names[index] = { ...name, formula: change(name.formula, name.sheet) };
  });
}

function changeCells(sheet: StoredSheet, change: FormulaChange): void {
  for (const [row, cells] of sheet.cells) {
    for (const [column, cell] of cells) {
      if (cell.formula === undefined) continue;
      const formula = change(cell.formula, sheet.name);
      if (formula === cell.formula) continue;
      noteWritten(sheet, row, column);
      cell.formula = formula;
    }
  }
}
