import type { CellAddress } from "../../src/workbook/address";
import type { Cell, WorkbookSnapshot } from "../../src/workbook/snapshot";

/** The workbook with each of its cells as `change` has it; those it gives undefined for are gone. */
export function withCells(
  workbook: WorkbookSnapshot,
  change: (address: CellAddress, cell: Cell) => Cell | undefined,
): WorkbookSnapshot {
  const sheets = workbook.sheets.map((sheet) => {
    const rows = [...sheet.rows].map(([row, own]) => {
      const cells = [...own].flatMap(([column, cell]): [number, Cell][] => {
        const now = change({ sheet: sheet.name, row, column }, cell);
        return now ? [[column, now]] : [];
      });
      return [row, new Map(cells)] as const;
    });
    return { ...sheet, rows: new Map(rows) };
  });
  return { ...workbook, sheets };
}
