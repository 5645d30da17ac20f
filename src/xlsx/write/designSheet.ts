import { formatA1, formatRange } from "../../workbook/address";
import type { DesignCell, ListValidation, PageLayout, SheetDesign } from "../../workbook/sheetDesign";
import { encodeExcelString } from "../xml/excelString";
import { escapeAttribute, escapeText } from "../../workbook/escapeXml";
import type { FormatOf } from "./designStyles";

/** Height of a row of text at 10 points, in points. */
const USUAL_HEIGHT = 18;

/**
 * The worksheet part of a design. Formulas carry their result where it is known. Prints on A4, one page wide and as
 * many high as it takes, unless the design says how. Equal designs give equal texts.
 * @param main namespace of SpreadsheetML as the workbook writes it
 */
export function designSheetXml(design: SheetDesign, main: string, formatOf: FormatOf): string {
  const { columnWidths, merges, lists, page, filter } = design;
  const columns = columnWidths
    .map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
    .join("");
  const merged = merges.map((range) => `<mergeCell ref="${formatRange(range)}"/>`).join("");
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${main}">` +
    `${page?.print ? "" : `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`}` +
    `<sheetViews><sheetView workbookViewId="0">${paneXml(design)}</sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="${USUAL_HEIGHT}"/>` +
    `${columns && `<cols>${columns}</cols>`}<sheetData>${rowsXml(design, formatOf)}</sheetData>` +
    `${filter ? `<autoFilter ref="${formatRange(filter)}"/>` : ""}` +
    `${merged && `<mergeCells count="${merges.length}">${merged}</mergeCells>`}${listsXml(lists)}` +
    `${page ? pageXml(page) : ""}</worksheet>`
  );
}

function paneXml({ frozenRows, frozenColumns }: SheetDesign): string {
  if (frozenRows === 0 && frozenColumns === 0) return "";
  const pane = frozenRows === 0 ? "topRight" : frozenColumns === 0 ? "bottomLeft" : "bottomRight";
  return (
    `<pane${frozenColumns > 0 ? ` xSplit="${frozenColumns}"` : ""}${frozenRows > 0 ? ` ySplit="${frozenRows}"` : ""}` +
    ` topLeftCell="${formatA1(frozenRows, frozenColumns)}" activePane="${pane}" state="frozen"/>`
  );
}

function rowsXml({ cells, rowHeights }: SheetDesign, formatOf: FormatOf): string {
  const rows = new Map<number, DesignCell[]>();
  for (const cell of cells) {
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([row, own]) => {
      const height = rowHeights.get(row);
      const content = own.sort((a, b) => a.column - b.column).map((cell) => cellXml(cell, formatOf(cell)));
      // A height that is not fixed: the row grows with what is typed into it.
      const size = height === undefined ? "" : ` ht="${height}" customHeight="1"`;
      return `<row r="${row + 1}"${size}>${content.join("")}</row>`;
    })
    .join("");
}

function cellXml({ row, column, content, result }: DesignCell, format: number): string {
  const place = `r="${formatA1(row, column)}" s="${format}"`;
  if (content === null) return `<c ${place}/>`;
  if ("formula" in content) {
    const formula = `<f>${escapeText(encodeExcelString(content.formula.replace(/^=/, "")))}</f>`;
    if (result === undefined) return `<c ${place}>${formula}</c>`;
    return typeof result === "number"
      ? `<c ${place}>${formula}<v>${result}</v></c>`
      : `<c ${place} t="str">${formula}<v>${escapeText(encodeExcelString(result))}</v></c>`;
  }
  const { value } = content;
  if (typeof value === "number") return `<c ${place}><v>${value}</v></c>`;
  if (typeof value === "boolean") return `<c ${place} t="b"><v>${value ? 1 : 0}</v></c>`;
  const words = escapeText(encodeExcelString(value));
  return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${words}</t></is></c>`;
}

function listsXml(lists: readonly ListValidation[]): string {
  if (lists.length === 0) return "";
  const items = lists.map(
    ({ range, source, title, message, warns }) =>
      `<dataValidation type="list" errorStyle="warning" allowBlank="1" showInputMessage="1" showErrorMessage="${warns ? 1 : 0}"` +
      ` errorTitle="${escapeAttribute(title)}" error="${escapeAttribute(message)}" sqref="${formatRange(range)}">` +
      `<formula1>${escapeText(source)}</formula1></dataValidation>`,
  );
  return `<dataValidations count="${lists.length}">${items.join("")}</dataValidations>`;
}

/** Numbers of papers. Source: ECMA-376 part 1, 18.3.1.63. */
const PAPERS = { A3: 8, A4: 9 } as const;

function pageXml({ isLandscape, footer, isOnePage = false, print }: PageLayout): string {
  const orientation = isLandscape ? "landscape" : "portrait";
  const setup = print
    ? `paperSize="${PAPERS[print.paper]}" scale="${print.scale}" firstPageNumber="${print.firstPage}" orientation="${orientation}" useFirstPageNumber="1"`
    : `paperSize="${PAPERS.A4}" orientation="${orientation}" fitToHeight="${isOnePage ? 1 : 0}"`;
  const breaks = (print?.breaks ?? []).map((row) => `<brk id="${row}" max="16383" man="1"/>`);
  return (
    `<printOptions horizontalCentered="1"/>` +
    `<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>` +
    `<pageSetup ${setup}/>` +
    `${footer && `<headerFooter><oddFooter>${escapeText(`&C${footer}`)}</oddFooter></headerFooter>`}` +
    `${breaks.length > 0 ? `<rowBreaks count="${breaks.length}" manualBreakCount="${breaks.length}">${breaks.join("")}</rowBreaks>` : ""}`
  );
}
