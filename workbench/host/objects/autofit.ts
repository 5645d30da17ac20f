import { format } from "numfmt";
import { isErrorValue } from "../../../src/workbook/snapshot";
import type { StoredCell } from "../store";
import { USUAL_SIZE } from "./lineSizes";
import type { RangeTarget } from "./rangeTarget";
import { requireUnprotected } from "./rangeTarget";

/** Pixels of a Latin character and of a line at 11 points; a Chinese character is as wide as its size says. */
const CHARACTER = 7;
const LINE = 18;
const USUAL_FONT_SIZE = 11;
const PADDING = { column: 5, row: 2 } as const;

/**
 * RangeFormat.autofitColumns: columns become as wide as the widest text in the range's part of them, blank ones stay.
 * Excel measures with the font itself; here characters are counted, so that widths are near Excel's, not equal.
 */
export function autofitColumns({ sheet, range }: RangeTarget): undefined {
  requireUnprotected(sheet, "RangeFormat.autofitColumns", "allowFormatColumns");
  const widths = new Map<number, number>();
  eachCell(sheet, range, (row, column, cell) => {
    const isMerged = sheet.merges.some((merge) => merge.firstRow === row && merge.firstColumn === column);
    // Neither merged nor wrapped text widens a column in Excel.
    if (isMerged || cell.isWrapped) return;
    const width = Math.max(
      ...printed(cell)
        .split("\n")
        .map((text) => pixelsWide(text, cell)),
    );
    if (width > 0) widths.set(column, Math.max(widths.get(column) ?? 0, width + PADDING.column));
  });
  for (const [column, width] of widths) sheet.columnWidths.set(column, Math.ceil(width));
  return undefined;
}

/** RangeFormat.autofitRows: rows become as high as the wrapped text in them needs, at least as high as usual. */
export function autofitRows({ sheet, range }: RangeTarget): undefined {
  requireUnprotected(sheet, "RangeFormat.autofitRows", "allowFormatRows");
  for (const [row, height] of fittedHeights(sheet, range)) {
    if (height <= USUAL_SIZE.row) sheet.rowHeights.delete(row);
    else sheet.rowHeights.set(row, height);
  }
  return undefined;
}

/**
 * Row → height in pixels that the texts of its cells need. Cells merged over columns are passed over, as in Excel
 * (Microsoft support, "Wrap text in a cell": merged cells are not fitted).
 */
export function fittedHeights(
  sheet: RangeTarget["sheet"],
  range: RangeTarget["range"],
): ReadonlyMap<number, number> {
  const heights = new Map<number, number>();
  eachCell(sheet, range, (row, column, cell) => {
    const isMerged = sheet.merges.some(
      ({ firstRow, lastRow, firstColumn, lastColumn }) =>
        firstRow <= row && row <= lastRow && firstColumn <= column && column <= lastColumn,
    );
    if (isMerged) return;
    const room = (sheet.columnWidths.get(column) ?? USUAL_SIZE.column) - PADDING.column;
    const lines = printed(cell)
      .split("\n")
      .map((text) => (cell.isWrapped ? Math.max(1, Math.ceil(pixelsWide(text, cell) / room)) : 1));
    const count = cell.isWrapped ? lines.reduce((sum, one) => sum + one, 0) : 1;
    heights.set(row, Math.max(heights.get(row) ?? 0, Math.ceil(count * LINE * scale(cell) + PADDING.row)));
  });
  return heights;
}

function eachCell(
  { cells }: RangeTarget["sheet"],
  range: RangeTarget["range"],
  see: (row: number, column: number, cell: StoredCell) => void,
): void {
  for (const [row, ofRow] of cells) {
    if (row < range.firstRow || row > range.lastRow) continue;
    for (const [column, cell] of ofRow) {
      if (column >= range.firstColumn && column <= range.lastColumn) see(row, column, cell);
    }
  }
}

function scale({ fontSize }: StoredCell): number {
  return (fontSize ?? USUAL_FONT_SIZE) / USUAL_FONT_SIZE;
}

function pixelsWide(text: string, cell: StoredCell): number {
  const chinese = scale(cell) * USUAL_FONT_SIZE * (96 / 72);
  const latin = scale(cell) * CHARACTER;
  let width = 0;
  for (const character of text) width += /[\u1100-\u115f\u2e80-\uffef]/.test(character) ? chinese : latin;
  return width;
}

function printed({ value, numberFormat }: StoredCell): string {
  if (value === undefined) return "";
  if (isErrorValue(value)) return value.error;
  if (typeof value !== "number") return String(value);
  try {
    return format(numberFormat, value);
  } catch {
    // A width is needed, not the figure: its digits are a fair measure.
    return String(value);
  }
}
