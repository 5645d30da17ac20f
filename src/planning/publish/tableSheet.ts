import { formatAmount } from "../../amounts/format";
import { Decimal } from "../../amounts/decimal";
import type { CellRange } from "../../workbook/address";
import type { DesignCell, SheetCellStyle, SheetDesign } from "../../workbook/sheetDesign";
import { fittedHeights, textWidth } from "../insert/rowHeights";
import { headingAreas } from "./headingAreas";
import { pageBreaks, paperFor } from "./pages";
import type { PrintedCell, PrintedTable } from "./printedTable";

/** Heights in points: of the title, of a row of the heading, of any other. */
const HEIGHTS = { title: 30, heading: 24, usual: 18 } as const;

/** Widths in characters: of amounts and texts at least, of texts before they break, of texts in a table that is too wide. */
const WIDTHS = { amount: 9, text: 6, broken: 28, narrow: 12 } as const;

/** A printed table as a sheet of its own; its pages follow those before. */
export interface PublishedSheet {
  readonly design: SheetDesign;
  readonly pages: number;
  /** False where it is wider than the largest paper. */
  readonly fits: boolean;
}

/**
 * Lays a printed table out for paper: A4 or A3 by its width, heading repeated, pages numbered on.
 * @param name of the sheet
 * @param firstPage the number of its first page
 */
export function tableSheet(printed: PrintedTable, name: string, firstPage: number): PublishedSheet {
  const { lines, heading, body, remarks } = printed;
  const width = Math.max(1, heading[0]?.length ?? 0, ...body.slice(0, 1).map((row) => row.length));
  const headingRow = 1 + lines.length;
  const firstBodyRow = headingRow + heading.length;
  const lastRow = firstBodyRow + body.length + remarks.length - 1;
  const wide = (row: number): CellRange => ({
    firstRow: row,
    firstColumn: 0,
    lastRow: row,
    lastColumn: width - 1,
  });
  const areas = headingAreas(heading).map((area) => moved(area, headingRow));
  const cells: DesignCell[] = [
    { row: 0, column: 0, content: { value: printed.title }, style: "title" },
    ...lines.flatMap((texts, index) => lineCells(texts, index + 1, width)),
    ...heading.flatMap((texts, row) =>
      texts.map((text, column): DesignCell => ({
        row: headingRow + row,
        column,
        content: text === "" ? null : { value: text },
        style: "plainHeading",
      })),
    ),
    ...body.flatMap((row, index) =>
      Array.from({ length: width }, (_, column) => bodyCell(row[column], firstBodyRow + index, column)),
    ),
    ...remarks.map((text, index): DesignCell => ({
      row: firstBodyRow + body.length + index,
      column: 0,
      content: { value: text },
      style: "department",
    })),
  ];
  const merges = [wide(0), ...areas.filter(isLarge)].filter(isLarge);
  const usual = widthsOf(printed, width);
  const isTooWide = !paperFor(sum(usual)).fits;
  const columnWidths = isTooWide
    ? usual.map((one, column) => (isText(printed, column) ? Math.min(one, WIDTHS.narrow) : one))
    : usual;
  const usualHeights = new Map([
    [0, HEIGHTS.title],
    ...heading.map((_, row) => [headingRow + row, HEIGHTS.heading] as const),
  ]);
  const fitted = fittedHeights(usualHeights, cells, merges, columnWidths);
  const heights = Array.from({ length: lastRow + 1 }, (_, row) => fitted.get(row) ?? HEIGHTS.usual);
  const { paper, isLandscape, scale, fits, height } = paperFor(sum(columnWidths));
  const titleRows = { first: headingRow, last: firstBodyRow - 1 };
  const breaks = pageBreaks(heights, titleRows, height);
  return {
    pages: breaks.length + 1,
    fits,
    design: {
      name,
      cells,
      merges,
      columnWidths,
      rowHeights: new Map(heights.map((one, row) => [row, one])),
      frozenRows: 0,
      frozenColumns: 0,
      page: {
        isLandscape,
        titleRows,
        area: { ...wide(lastRow), firstRow: 0 },
        footer: "— &P —",
        print: { paper, scale, firstPage, breaks },
      },
      names: [],
      lists: [],
      isHidden: false,
    },
  };
}

function moved({ firstRow, firstColumn, lastRow, lastColumn }: CellRange, rows: number): CellRange {
  return { firstRow: firstRow + rows, firstColumn, lastRow: lastRow + rows, lastColumn };
}

function isLarge({ firstRow, firstColumn, lastRow, lastColumn }: CellRange): boolean {
  return lastRow > firstRow || lastColumn > firstColumn;
}

/** The first text of a line on the left, the last on the right, those between over the middle. */
function lineCells(texts: readonly string[], row: number, width: number): DesignCell[] {
  const [first = "", ...others] = texts;
  const last = others[others.length - 1];
  const isUnit = others.length === 0 && /单\s*位\s*[:：]/.test(first);
  const between = others.slice(0, -1);
  const left = [isUnit ? "" : first, ...between].filter((text) => text !== "").join("  ");
  const right = isUnit ? first : last;
  return [
    ...(left === "" ? [] : [{ row, column: 0, content: { value: left }, style: "department" as const }]),
    ...(right === undefined || width < 2
      ? []
      : [{ row, column: width - 1, content: { value: right }, style: "unit" as const }]),
  ];
}

function bodyCell(cell: PrintedCell | undefined, row: number, column: number): DesignCell {
  if (!cell) return { row, column, content: null, style: "text" };
  const { value, kind, indent = 0 } = cell;
  return {
    row,
    column,
    content: { value },
    style: styleOf(cell, kind),
    ...(indent > 0 ? { indent } : {}),
  };
}

function styleOf({ value, decimals }: PrintedCell, kind: PrintedCell["kind"]): SheetCellStyle {
  if (kind !== "amount") return kind === "code" ? "code" : typeof value === "number" ? "anyFigure" : "text";
  return decimals === 0 ? "wholeFigure" : decimals === undefined || decimals === 2 ? "figure" : "anyFigure";
}

function isText({ body }: PrintedTable, column: number): boolean {
  return body.every((row) => row[column]?.kind !== "amount" && row[column]?.kind !== "code");
}

/** Widths that hold figures and codes whole and texts in a few lines. */
function widthsOf(printed: PrintedTable, width: number): number[] {
  const { body, heading } = printed;
  const leaf = heading[heading.length - 1] ?? [];
  return Array.from({ length: width }, (_, column) => {
    let needed = 0;
    for (const row of body) {
      const cell = row[column];
      if (cell) needed = Math.max(needed, textWidth(printedText(cell)) + 2);
    }
    if (!isText(printed, column)) return Math.max(needed, WIDTHS.amount);
    const headed = Math.min(textWidth(leaf[column] ?? "") + 2, WIDTHS.narrow);
    return Math.max(Math.min(needed, WIDTHS.broken), headed, WIDTHS.text);
  });
}

function printedText({ value, decimals }: PrintedCell): string {
  return typeof value === "number" && decimals !== undefined
    ? formatAmount(new Decimal(value), decimals)
    : String(value);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
