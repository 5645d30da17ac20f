import type { CellRange } from "../../src/workbook/address";
import type { StoredConditionalFormat, StoredSheet } from "../host/store";
import { storedCell, usedRange } from "../host/store";
import { cellView } from "./cellView";
import type { CellView, SheetView } from "./grid";
import type { CellLook, SheetLayout } from "./layout";

/**
 * A stored sheet as the grid shows it. A conditional format with a formula is drawn as if its formula held: the grid
 * takes no typing, so what was true when the format was made still is.
 */
export function sheetView(sheet: StoredSheet, layout: SheetLayout | undefined): SheetView {
  const used = usedRange(sheet, false);
  const formats = sheet.conditionalFormats.filter(({ type }) => type === "Custom");
  return {
    rowCount: (used?.lastRow ?? 0) + 1,
    columnCount: (used?.lastColumn ?? 0) + 1,
    cell: (row, column) => {
      const cell = storedCell(sheet, row, column);
      const mark = formats.find(({ range }) => isInside(range, row, column));
      const look = layout?.looks.get(`${row},${column}`);
      if (!cell && !mark) return undefined;
      return withLook(cellView(cell?.value ?? "", cell?.numberFormat ?? "General", cell?.formula), {
        ...look,
        ...cell,
        ...mark,
      });
    },
    merge: (row, column) => layout?.merges.find((range) => isInside(range, row, column)),
    width: (column) => layout?.widths.get(column),
  };
}

type Look = CellLook & Partial<Pick<StoredConditionalFormat, "fill" | "fontColor" | "isBold">>;

function withLook(view: CellView, { align, isWrapped, fill, fontColor, isBold }: Look): CellView {
  return {
    ...view,
    ...(align !== undefined && { align }),
    ...(isWrapped !== undefined && { isWrapped }),
    ...(fill !== undefined && { fill }),
    ...(fontColor !== undefined && { color: fontColor }),
    ...(isBold !== undefined && { isBold }),
  };
}

function isInside(range: CellRange, row: number, column: number): boolean {
  return (
    row >= range.firstRow && row <= range.lastRow && column >= range.firstColumn && column <= range.lastColumn
  );
}
