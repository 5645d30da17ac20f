import { formatA1, quoteSheetName } from "../workbook/address";
import { MARK_STYLES, REPORT_SIGNATURE } from "../workbook/edit";
import type { ReportCell, ReportCellStyle, WriteReport } from "../workbook/edit";
import { columnPoints } from "./queueSheet";
import { runBatch } from "./runBatch";

/** Excel's longest sheet name, in characters. */
const LONGEST_NAME = 31;

/** Excel's longest text in a cell. Source: Excel specifications and limits. */
const LONGEST_TEXT = 32_767;

/**
 * Writes a report as the last sheet and shows it: its own earlier report goes, a sheet of the same name that is none of
 * ours stays and the new one gets a number behind its name. Every cell is text. Four round trips, of which the last one
 * makes all changes, as one step of undo where Excel has undo groups. Throws ExcelError when Excel refuses.
 */
export function writeReport({ sheet: wanted, rows, columnWidths }: WriteReport): Promise<void> {
  return runBatch(
    async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load("items/name,items/visibility");
      await context.sync();
      const earlier = await findReports(context, worksheets.items, wanted);
      const kept = worksheets.items.filter((sheet) => !earlier.includes(sheet));
      // The new sheet comes first: a workbook must never be without a visible sheet.
      const sheet = worksheets.add(freeName(worksheets.items, wanted));
      writeCells(sheet, rows);
      setUpPage(sheet, rows.length, columnWidths);
      for (const old of earlier) old.delete();
      const name = freeName(kept, wanted);
      if (earlier.length > 0) sheet.name = name;
      sheet.activate();
      await context.sync();
    },
    { mergeUndoGroup: true },
  );
}

/** Sheets called like a report that carry its signature; the name alone may be anybody's. Two round trips. */
async function findReports(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[],
  wanted: string,
): Promise<readonly Excel.Worksheet[]> {
  const candidates = sheets
    .filter(({ name }) => name.startsWith(wanted))
    .map((sheet) => ({
      sheet,
      formats: sheet.getRange("A1").conditionalFormats.load("items/type"),
    }));
  if (candidates.length === 0) return [];
  await context.sync();
  const rules = candidates.flatMap(({ sheet, formats }) =>
    formats.items
      .filter(({ type }) => type === "Custom")
      .map((format) => ({ sheet, rule: format.custom.rule.load("formula") })),
  );
  await context.sync();
  return rules.filter(({ rule }) => rule.formula.includes(REPORT_SIGNATURE)).map(({ sheet }) => sheet);
}

function freeName(sheets: readonly Excel.Worksheet[], wanted: string): string {
  const taken = new Set(sheets.map(({ name }) => name.toLowerCase()));
  for (let number = 1; ; number++) {
    const ending = number === 1 ? "" : ` (${number})`;
    const name = wanted.slice(0, LONGEST_NAME - ending.length) + ending;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

function writeCells(sheet: Excel.Worksheet, rows: WriteReport["rows"]): void {
  const width = Math.max(1, ...rows.map((row) => row.length));
  const all = sheet.getRangeByIndexes(0, 0, rows.length, width);
  all.numberFormat = rows.map(() => Array.from({ length: width }, () => "@"));
  all.values = rows.map((row) =>
    Array.from({ length: width }, (_, column) => (row[column]?.text ?? "").slice(0, LONGEST_TEXT)),
  );
  all.format.verticalAlignment = "Top";
  rows.forEach((row, index) => {
    row.forEach((cell, column) => {
      const range = sheet.getRangeByIndexes(index, column, 1, 1);
      // A title may run over the cells beside it; all else breaks inside its own.
      if (cell.style !== "title" && cell.style !== "muted") range.format.wrapText = true;
      STYLES[cell.style]?.(range);
      if (cell.link) range.hyperlink = hyperlink(cell, cell.link);
    });
  });
  const signature = sheet.getRange("A1").conditionalFormats.add("Custom");
  // Never true, so that it changes no look.
  signature.custom.rule.formula = `=${REPORT_SIGNATURE}1")=1`;
}

/** The same looks as in files (src/xlsx/patch/reportStyles.ts). */
const STYLES: Partial<Record<ReportCellStyle, (range: Excel.Range) => void>> = {
  title: ({ format }) => {
    format.font.bold = true;
    format.font.size = 16;
  },
  heading: ({ format }) => {
    format.font.bold = true;
    format.fill.color = "#D9E1F2";
  },
  error: ({ format }) => {
    format.fill.color = MARK_STYLES.error.fill;
    format.font.color = MARK_STYLES.error.font;
    format.font.bold = true;
  },
  warning: ({ format }) => {
    format.fill.color = MARK_STYLES.warning.fill;
    format.font.color = MARK_STYLES.warning.font;
  },
  muted: ({ format }) => {
    format.font.color = "#7F7F7F";
  },
};

function hyperlink({ text }: ReportCell, link: NonNullable<ReportCell["link"]>): Excel.RangeHyperlink {
  return {
    documentReference: `${quoteSheetName(link.sheet)}!${formatA1(link.row, link.column)}`,
    textToDisplay: text,
  };
}

/** A4 across, as wide as the sheet, as many pages as it takes. */
function setUpPage(sheet: Excel.Worksheet, rows: number, columnWidths: readonly number[]): void {
  columnWidths.forEach((width, column) => {
    sheet.getRangeByIndexes(0, column, rows, 1).format.columnWidth = columnPoints(width);
  });
  // Rows do not follow by themselves when a column becomes narrower: a sentence would be cut off on paper.
  sheet.getRangeByIndexes(0, 0, rows, Math.max(1, columnWidths.length)).format.autofitRows();
  sheet.showGridlines = false;
  sheet.pageLayout.orientation = "Landscape";
  sheet.pageLayout.paperSize = "A4";
  sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
}
