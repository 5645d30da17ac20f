import type { CellRange } from "../workbook/address";
import { formatRange } from "../workbook/address";
import { SHEET_STYLES, USUAL_SIZE } from "../workbook/sheetDesign";
import type { DesignCell, PageLayout, SheetCellLook, SheetDesign } from "../workbook/sheetDesign";
import { blocksOf } from "./blocks";
import { keptAsText } from "./queueCells";

/** A character of the usual font takes 7 pixels and a column 5 more; a pixel is 0.75 points. */
export function columnPoints(characters: number): number {
  return (characters * 7 + 5) * 0.75;
}

/** Margins of a printed sheet, in inches; the same as in files (src/xlsx/write/designSheet.ts). */
const MARGINS = { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 };

/** Asks for all that a design says of a sheet which has just been added, but for its page; the next sync does it. */
export function queueSheet(sheet: Excel.Worksheet, design: SheetDesign): void {
  design.columnWidths.forEach((width, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = columnPoints(width);
  });
  queueLooks(sheet, design.cells);
  queueContent(sheet, design.cells);
  for (const merge of design.merges) rangeOf(sheet, merge).merge();
  for (const [row, height] of design.rowHeights) {
    sheet.getRangeByIndexes(row, 0, 1, 1).format.rowHeight = height;
  }
  queuePanes(sheet, design);
  if (design.filter) sheet.autoFilter.apply(rangeOf(sheet, design.filter));
  for (const { range, source, title, message, warns } of design.lists) {
    const { dataValidation } = rangeOf(sheet, range);
    dataValidation.rule = { list: { inCellDropDown: true, source: `=${source}` } };
    dataValidation.errorAlert = { showAlert: warns, style: "Warning", title, message };
  }
}

function rangeOf(sheet: Excel.Worksheet, range: CellRange): Excel.Range {
  return sheet.getRange(formatRange(range));
}

/** Number formats first: in a cell of the text format 2010301 stays a text. */
function queueContent(sheet: Excel.Worksheet, cells: readonly DesignCell[]): void {
  if (cells.length === 0) return;
  const rows = 1 + Math.max(...cells.map(({ row }) => row));
  const columns = 1 + Math.max(...cells.map(({ column }) => column));
  const grid = <T>(usual: T) =>
    Array.from({ length: rows }, () => Array.from({ length: columns }, () => usual));
  const formats = grid("General");
  const contents = grid<string | number | boolean>("");
  for (const { row, column, content, style } of cells) {
    const [format, line] = [formats[row], contents[row]];
    if (!format || !line) continue;
    const { numberFormat } = SHEET_STYLES[style];
    const isFormula = content !== null && "formula" in content;
    // In a cell of the text format a formula would be a text.
    format[column] = isFormula && numberFormat === "@" ? "General" : numberFormat;
    if (content !== null)
      line[column] = "formula" in content ? content.formula : keptAsText(content.value, numberFormat);
  }
  const all = sheet.getRangeByIndexes(0, 0, rows, columns);
  all.numberFormat = formats;
  all.formulas = contents;
}

/** One property of many cells at a time, so that a table of a thousand cells takes a few dozen requests. */
function queueLooks(sheet: Excel.Worksheet, cells: readonly DesignCell[]): void {
  const each = <T>(
    of: (look: SheetCellLook, cell: DesignCell) => T | undefined,
    set: (range: Excel.Range, value: T) => void,
  ) => {
    const valued = cells.map((cell) => ({
      row: cell.row,
      column: cell.column,
      value: of(SHEET_STYLES[cell.style], cell),
    }));
    for (const { range, value } of blocksOf(valued)) set(rangeOf(sheet, range), value);
  };
  each(
    () => true,
    ({ format }) => (format.verticalAlignment = "Center"),
  );
  each(
    ({ size = USUAL_SIZE }) => size,
    ({ format }, size) => (format.font.size = size),
  );
  each(
    ({ horizontal }) => HORIZONTAL[horizontal],
    ({ format }, place) => (format.horizontalAlignment = place),
  );
  each(
    ({ isWrapped }) => isWrapped,
    ({ format }, isWrapped) => (format.wrapText = isWrapped),
  );
  each(
    ({ isBold }) => isBold,
    ({ format }, isBold) => (format.font.bold = isBold),
  );
  each(
    ({ fill }) => fill,
    ({ format }, fill) => (format.fill.color = fill),
  );
  each(
    ({ color }) => color,
    ({ format }, color) => (format.font.color = color),
  );
  each(
    (_, { indent }) => indent,
    ({ format }, indent) => (format.indentLevel = indent),
  );
  const bordered = cells.map(({ row, column, style }) => ({
    row,
    column,
    value: SHEET_STYLES[style].hasBorders || undefined,
  }));
  for (const { range } of blocksOf(bordered)) queueBorders(rangeOf(sheet, range), range);
}

const HORIZONTAL = { left: "Left", center: "Center", right: "Right" } as const;

function queueBorders(cells: Excel.Range, area: CellRange): void {
  const { borders } = cells.format;
  for (const side of linesOf(area)) borders.getItem(side).style = "Continuous";
}

type Line = "EdgeTop" | "EdgeBottom" | "EdgeLeft" | "EdgeRight" | "InsideVertical" | "InsideHorizontal";

/**
 * The lines that an area has around and between its cells: Excel refuses lines between columns where there is one column
 * only, and likewise for rows.
 */
export function linesOf({ firstRow, lastRow, firstColumn, lastColumn }: CellRange): readonly Line[] {
  return [
    "EdgeTop",
    "EdgeBottom",
    "EdgeLeft",
    "EdgeRight",
    ...(lastColumn > firstColumn ? ["InsideVertical" as const] : []),
    ...(lastRow > firstRow ? ["InsideHorizontal" as const] : []),
  ];
}

function queuePanes({ freezePanes }: Excel.Worksheet, design: SheetDesign): void {
  const { frozenRows: rows, frozenColumns: columns } = design;
  if (rows > 0 && columns > 0)
    freezePanes.freezeAt(
      formatRange({ firstRow: 0, firstColumn: 0, lastRow: rows - 1, lastColumn: columns - 1 }),
    );
  else if (rows > 0) freezePanes.freezeRows(rows);
  else if (columns > 0) freezePanes.freezeColumns(columns);
}

/** Asks for A4, one page wide and as many high as it takes, or one page in all. */
export function queuePage(
  { pageLayout }: Excel.Worksheet,
  { isLandscape, isOnePage = false, titleRows, area, footer }: PageLayout,
): void {
  pageLayout.orientation = isLandscape ? "Landscape" : "Portrait";
  pageLayout.paperSize = "A4";
  pageLayout.zoom = { horizontalFitToPages: 1, ...(isOnePage ? { verticalFitToPages: 1 } : {}) };
  pageLayout.centerHorizontally = true;
  pageLayout.setPrintMargins("Inches", MARGINS);
  pageLayout.setPrintArea(formatRange(area));
  if (titleRows) pageLayout.setPrintTitleRows(`$${titleRows.first + 1}:$${titleRows.last + 1}`);
  pageLayout.headersFooters.defaultForAllPages.centerFooter = footer;
}
