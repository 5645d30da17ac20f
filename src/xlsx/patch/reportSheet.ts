import { formatA1, quoteSheetName } from "../../workbook/address";
import { REPORT_SIGNATURE } from "../../workbook/edit";
import type { ReportCell, ReportCellStyle, WriteReport } from "../../workbook/edit";
import { REPORT_FOOTER, REPORT_LOOKS } from "../../workbook/reportLooks";
import { encodeExcelString } from "../xml/excelString";
import { escapeAttribute, escapeText } from "../../workbook/escapeXml";

/** Never true, so that it changes no look. */
const SIGNATURE_FORMULA = `${REPORT_SIGNATURE}1")=1`;

/** Excel's limits: characters in a cell, links in a sheet. Source: Excel specifications and limits. */
const LONGEST_TEXT = 32_767;
const MOST_LINKS = 65_530;

/** In points: one line of text at 11 points, the title's line at 16, and the tallest row that Excel has. */
const LINE_HEIGHT = 16.5;
const TITLE_HEIGHT = 24;
const TALLEST_ROW = 409;

/** Width of a column for which none is given, in characters. */
const USUAL_WIDTH = 8.43;

/**
 * The worksheet part of a report. Every cell is text, never a number or formula, whatever it looks like; a linked one
 * jumps inside the workbook. Prints on landscape pages as wide as the sheet. Equal reports give equal texts.
 * @param main namespace of SpreadsheetML as the workbook writes it
 * @param formats numbers of the cell formats
 */
export function reportSheetXml(
  { columnWidths, rows }: Pick<WriteReport, "columnWidths" | "rows">,
  main: string,
  formats: Readonly<Record<ReportCellStyle, number>>,
): string {
  const columns = columnWidths
    .map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
    .join("");
  const body = rows.map((row, index) => rowXml(row, index, formats, rowHeight(row, columnWidths))).join("");
  const links = rows.flatMap((row, index) => row.flatMap((cell, column) => linkXml(cell, index, column)));
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${main}">` +
    `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="${LINE_HEIGHT}"/>` +
    (columns && `<cols>${columns}</cols>`) +
    `<sheetData>${body}</sheetData>` +
    `<conditionalFormatting sqref="A1"><cfRule type="expression" priority="1">` +
    `<formula>${escapeText(SIGNATURE_FORMULA)}</formula></cfRule></conditionalFormatting>` +
    (links.length ? `<hyperlinks>${links.slice(0, MOST_LINKS).join("")}</hyperlinks>` : "") +
    `<pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>` +
    `<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>` +
    `<headerFooter><oddFooter>${escapeText(`&C${REPORT_FOOTER}`)}</oddFooter></headerFooter></worksheet>`
  );
}

function rowXml(
  row: readonly ReportCell[],
  index: number,
  formats: Readonly<Record<ReportCellStyle, number>>,
  height: number,
): string {
  const cells = row.map(({ text, style }, column) => {
    const place = `r="${formatA1(index, column)}" s="${formats[style]}"`;
    if (text === "") return `<c ${place}/>`;
    const content = escapeText(encodeExcelString(text.slice(0, LONGEST_TEXT)));
    return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${content}</t></is></c>`;
  });
  return `<row r="${index + 1}" ht="${height}" customHeight="1">${cells.join("")}</row>`;
}

/**
 * The height that a row's text needs when it breaks at the column's width. It is written because not every program
 * works it out when opening; a little too much for latin text, so that nothing is cut off.
 */
function rowHeight(row: readonly ReportCell[], columnWidths: readonly number[]): number {
  const lines = row.map(({ text, style }, column) => {
    if (!REPORT_LOOKS[style].isWrapped) return 1;
    const width = Math.max(2, (columnWidths[column] ?? USUAL_WIDTH) - 1);
    return text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / width)), 0);
  });
  const isTitle = row.some(({ style }) => style === "title");
  return Math.min(TALLEST_ROW, isTitle ? TITLE_HEIGHT : LINE_HEIGHT * Math.max(1, ...lines));
}

/** Width in digits: Chinese characters and full-width signs take two. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character < "\u0300" ? 1 : 2), 0);
}

function linkXml({ link }: ReportCell, row: number, column: number): string[] {
  if (!link) return [];
  const location = `${quoteSheetName(link.sheet)}!${formatA1(link.row, link.column)}`;
  return [
    `<hyperlink ref="${formatA1(row, column)}" location="${escapeAttribute(encodeExcelString(location))}"/>`,
  ];
}
