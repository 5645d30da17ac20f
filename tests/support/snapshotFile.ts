import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import { isErrorValue } from "../../src/workbook/snapshot";
import type { DesignCell, SheetCellStyle } from "../../src/workbook/sheetDesign";
import { writeNewWorkbook } from "../../src/xlsx/write/newWorkbook";

/** A file with the contents of a workbook, amounts looking as such, for another program to work out. */
export function fileOf(workbook: WorkbookSnapshot): Uint8Array {
  return writeNewWorkbook(
    workbook.sheets.map(({ name, rows, isHidden }) => ({
      name,
      cells: [...rows].flatMap(([row, cells]) =>
        [...cells].flatMap(([column, { value, formula, numberFormat }]): DesignCell[] => {
          const style: SheetCellStyle = numberFormat === "@" ? "text" : "input";
          if (formula !== undefined) return [{ row, column, content: { formula }, style }];
          return isErrorValue(value) ? [] : [{ row, column, content: { value }, style }];
        }),
      ),
      merges: [],
      columnWidths: [],
      rowHeights: new Map(),
      frozenRows: 0,
      frozenColumns: 0,
      page: undefined,
      names: [],
      lists: [],
      isHidden,
    })),
  );
}
