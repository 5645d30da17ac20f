import type { Cell, SheetSnapshot, WorkbookSnapshot } from "../../src/workbook/snapshot";
import { NOT_CALCULATED } from "../../src/workbook/snapshot";
import { storeFromSnapshot } from "../../workbench/host/store";
import { createHeadlessEngine } from "../../workbench/engine/headless";

/** A workbook with every formula worked out anew by the engine of the page (Univer). */
export async function calculatedByUniver(workbook: WorkbookSnapshot): Promise<WorkbookSnapshot> {
  // The engine believes results that it finds, and works out what has none as soon as a cell changes.
  const store = storeFromSnapshot({ ...workbook, sheets: workbook.sheets.map(withoutResults) });
  const engine = createHeadlessEngine(store);
  const [first] = store.sheets;
  if (first) {
    const at = [first.cells.size + 500, 0] as const;
    first.cells.set(at[0], new Map([[at[1], { value: 1, numberFormat: "General" }]]));
    first.written?.set(at.join(","), undefined);
  }
  await engine.settle();
  // Two engines at a time get into each other's way.
  engine.dispose();
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

function withoutResults(sheet: SheetSnapshot): SheetSnapshot {
  const rows = [...sheet.rows].map(([row, cells]) => {
    const bare = [...cells].map(([column, cell]): [number, Cell] => [
      column,
      cell.formula === undefined ? cell : { ...cell, value: { error: NOT_CALCULATED } },
    ]);
    return [row, new Map(bare)] as const;
  });
  return { ...sheet, rows: new Map(rows) };
}
