import type { Cell, SheetSnapshot, WorkbookSnapshot } from "../../src/workbook/snapshot";
import { storeFromSnapshot } from "../../workbench/host/store";
import { openEngine } from "./engineHost";

/** A workbook with every formula worked out anew by the engine of the page (Univer). */
export async function calculatedByUniver(workbook: WorkbookSnapshot): Promise<WorkbookSnapshot> {
  // The engine believes results that it finds: formulas come to it afterwards, as if they were typed.
  const store = storeFromSnapshot({ ...workbook, sheets: workbook.sheets.map(withoutFormulas) });
  const engine = openEngine(store);
  for (const sheet of workbook.sheets) {
    const stored = store.sheets.find(({ name }) => name === sheet.name);
    if (!stored) throw new Error(`no sheet ${sheet.name}`);
    for (const [row, cells] of sheet.rows) {
      for (const [column, { formula, numberFormat }] of cells) {
        if (formula === undefined) continue;
        const line = stored.cells.get(row) ?? new Map();
        stored.cells.set(row, line.set(column, { ...line.get(column), formula, numberFormat }));
        stored.written?.add(`${row},${column}`);
      }
    }
  }
  await engine.settle();
  const sheets = workbook.sheets.map((sheet): SheetSnapshot => {
    const stored = store.sheets.find(({ name }) => name === sheet.name);
    const rows = [...sheet.rows].map(([row, cells]) => {
      const worked = [...cells].map(([column, cell]): [number, Cell] => {
        if (cell.formula === undefined) return [column, cell];
        const value = stored?.cells.get(row)?.get(column)?.value;
        return [column, { ...cell, value: value ?? "" }];
      });
      return [row, new Map(worked)] as const;
    });
    return { ...sheet, rows: new Map(rows) };
  });
  return { ...workbook, sheets };
}

function withoutFormulas(sheet: SheetSnapshot): SheetSnapshot {
  const rows = [...sheet.rows].map(
    ([row, cells]) => [row, new Map([...cells].filter(([, { formula }]) => formula === undefined))] as const,
  );
  return { ...sheet, rows: new Map(rows) };
}
