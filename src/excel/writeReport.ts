import type { CellRange } from "../workbook/address";
import { formatA1, formatRange, quoteSheetName } from "../workbook/address";
import { REPORT_SIGNATURE } from "../workbook/edit";
import type { ReportCell, WriteReport } from "../workbook/edit";
import { REPORT_FOOTER, REPORT_LINE, REPORT_LOOKS } from "../workbook/reportLooks";
import type { ReportLook } from "../workbook/reportLooks";
import { blocksOf } from "./blocks";
import { ExcelError, isRefusal } from "./hostError";
import { payloadBytes, payloadGroups } from "./payload";
import { columnPoints, linesOf } from "./queueSheet";
import { runBatch } from "./runBatch";
import type { RunBatch } from "./runBatch";
import { setUpPages } from "./setUpPages";

/** Excel's longest sheet name, in characters. */
const LONGEST_NAME = 31;

/** Excel's longest text in a cell. Source: Excel specifications and limits. */
const LONGEST_TEXT = 32_767;

/** A cell of the text format shows ##### in place of a longer text. Source: Microsoft support, "Excel specifications and limits". */
const LONGEST_TEXT_FORMAT = 255;

/** So many rows are written at a time. */
const ROWS_A_STEP = 200;

/** One thing to be asked for, and about how many bytes of a request it takes. */
interface Step {
  readonly bytes: number;
  queue(sheet: Excel.Worksheet): void;
}

/**
 * Writes a report as the last sheet and shows it: its own earlier report goes, a sheet of the same name that is none of
 * ours stays and the new one gets a number behind its name. Every cell is text. Four round trips and one more for each
 * 4 MB beyond the first. The earlier report goes in the last of them that writes; when Excel refuses before, the new
 * one is taken away again and nothing has changed. How it prints is set after that, where Excel can. Each is a step of
 * undo of its own where Excel has such. Throws ExcelError when Excel refuses.
 */
export async function writeReport(report: WriteReport, run: RunBatch = runBatch): Promise<void> {
  const { sheet: wanted } = report;
  const names = await run(async (context) => {
    const sheets = context.workbook.worksheets.load("items/name");
    await context.sync();
    return sheets.items.map(({ name }) => name);
  });
  const earlier = await findReports(
    run,
    names.filter((name) => name.startsWith(wanted)),
  );
  // The new sheet comes first: a workbook must never be without a visible sheet.
  const made = freeName(names, wanted);
  const name = freeName(
    names.filter((one) => !earlier.includes(one)),
    wanted,
  );
  const groups = payloadGroups(stepsOf(report), ({ bytes }) => bytes);
  try {
    for (const [index, group] of groups.entries()) {
      await run(async (context) => {
        const { worksheets } = context.workbook;
        const sheet = index === 0 ? worksheets.add(made) : worksheets.getItem(made);
        for (const step of group) step.queue(sheet);
        if (index === groups.length - 1) {
          for (const old of earlier) worksheets.getItem(old).delete();
          if (name !== made) sheet.name = name;
          sheet.activate();
        }
        await context.sync();
      });
    }
  } catch (error) {
    await takeAway(run, made);
    throw error;
  }
  await setUpPages(run, (context) => setUpPage(context.workbook.worksheets.getItem(name)));
}

/** Takes an unfinished report away; one that Excel does not let go is left, as it tells of itself. */
async function takeAway(run: RunBatch, made: string): Promise<void> {
  try {
    await run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(made).load("name");
      await context.sync();
      if (sheet.isNullObject) return;
      sheet.delete();
      await context.sync();
    });
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
}

/**
 * Sheets called like a report that carry its signature; the name alone may be anybody's. Two round trips; none is found
 * where a rule cannot be read (ItemNotFound, as in readMarks.ts), so that a sheet that is not surely ours stays.
 */
async function findReports(run: RunBatch, candidates: readonly string[]): Promise<readonly string[]> {
  if (candidates.length === 0) return [];
  try {
    return await run(async (context) => {
      const { worksheets } = context.workbook;
      const asked = candidates.map((name) => ({
        name,
        formats: worksheets.getItem(name).getRange("A1").conditionalFormats.load("items/type"),
      }));
      await context.sync();
      const rules = asked.flatMap(({ name, formats }) =>
        formats.items
          .filter(({ type }) => type === "Custom")
          .map((format) => ({ name, rule: format.custom.rule.load("formula") })),
      );
      await context.sync();
      return rules.filter(({ rule }) => rule.formula.includes(REPORT_SIGNATURE)).map(({ name }) => name);
    });
  } catch (error) {
    if (!(error instanceof ExcelError) || error.key !== "host.changed") throw error;
    return [];
  }
}

function freeName(names: readonly string[], wanted: string): string {
  const taken = new Set(names.map((name) => name.toLowerCase()));
  for (let number = 1; ; number++) {
    const ending = number === 1 ? "" : ` (${number})`;
    const name = wanted.slice(0, LONGEST_NAME - ending.length) + ending;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

/** What a report asks for, in the order in which it is done: texts, looks, links, sizes, and at last its signature. */
function stepsOf({ rows, columnWidths }: WriteReport): Step[] {
  const width = Math.max(1, ...rows.map((row) => row.length));
  const texts: Step[] = [];
  for (let first = 0; first < rows.length; first += ROWS_A_STEP)
    texts.push(textStep(rows.slice(first, first + ROWS_A_STEP), first, width));
  const links = rows.flatMap((row, index) =>
    row.flatMap((cell, column) => (cell.link ? [linkStep(cell, cell.link, index, column)] : [])),
  );
  return [...texts, ...lookSteps(rows), ...links, ...endSteps(rows.length, columnWidths)];
}

/** Formats first: in a cell of the text format everything stays a text; longer ones are kept by an apostrophe. */
function textStep(rows: WriteReport["rows"], first: number, width: number): Step {
  const values = rows.map((row) =>
    Array.from({ length: width }, (_, column) => (row[column]?.text ?? "").slice(0, LONGEST_TEXT - 1)),
  );
  const isLong = (text: string) => text.length > LONGEST_TEXT_FORMAT;
  return {
    bytes: 2000 + values.flat().reduce((sum, text) => sum + payloadBytes(text) + 10, 0),
    queue: (sheet) => {
      const range = sheet.getRangeByIndexes(first, 0, rows.length, width);
      range.numberFormat = values.map((row) => row.map((text) => (isLong(text) ? "General" : "@")));
      range.values = values.map((row) => row.map((text) => (isLong(text) ? `'${text}` : text)));
    },
  };
}

/** One property of as many cells at a time as stand together. */
function lookSteps(rows: WriteReport["rows"]): Step[] {
  const cells = rows.flatMap((row, index) => row.map((cell, column) => ({ row: index, column, cell })));
  const step = <T>(
    of: (look: ReportLook) => T | undefined,
    set: (format: Excel.RangeFormat, value: T, area: CellRange) => void,
  ): Step[] =>
    blocksOf(
      cells.map(({ row, column, cell }) => ({ row, column, value: of(REPORT_LOOKS[cell.style]) })),
    ).map(({ range, value }) => ({
      bytes: 2000,
      queue: (sheet) => set(sheet.getRange(formatRange(range)).format, value, range),
    }));
  return [
    ...step(
      () => true,
      (format) => (format.verticalAlignment = "Top"),
    ),
    // A title may run over the cells beside it; all else breaks inside its own.
    ...step(
      ({ isWrapped }) => isWrapped || undefined,
      (format) => (format.wrapText = true),
    ),
    ...step(
      ({ isBold }) => isBold || undefined,
      ({ font }) => (font.bold = true),
    ),
    ...step(
      ({ size }) => size,
      ({ font }, size) => (font.size = size),
    ),
    ...step(
      ({ fill: color }) => color,
      ({ fill }, color) => (fill.color = color),
    ),
    // Links have the look that Excel gives them.
    ...step(
      ({ color, isUnderlined }) => (isUnderlined ? undefined : color),
      ({ font }, color) => (font.color = color),
    ),
    ...step(({ hasBorders }) => hasBorders || undefined, queueLines),
  ];
}

function queueLines({ borders }: Excel.RangeFormat, _isWanted: true, area: CellRange): void {
  for (const side of linesOf(area)) {
    const line = borders.getItem(side);
    line.style = "Continuous";
    line.color = REPORT_LINE;
  }
}

function linkStep(
  { text }: ReportCell,
  link: NonNullable<ReportCell["link"]>,
  row: number,
  column: number,
): Step {
  const documentReference = `${quoteSheetName(link.sheet)}!${formatA1(link.row, link.column)}`;
  return {
    bytes: 1000 + payloadBytes(documentReference) + payloadBytes(text),
    queue: (sheet) => {
      sheet.getRangeByIndexes(row, column, 1, 1).hyperlink = { documentReference, textToDisplay: text };
    },
  };
}

function endSteps(rows: number, columnWidths: readonly number[]): Step[] {
  const all: CellRange = {
    firstRow: 0,
    firstColumn: 0,
    lastRow: rows - 1,
    lastColumn: Math.max(1, columnWidths.length) - 1,
  };
  return [
    {
      bytes: 2000 * (columnWidths.length + 4),
      queue: (sheet) => {
        columnWidths.forEach((width, column) => {
          sheet.getRangeByIndexes(0, column, rows, 1).format.columnWidth = columnPoints(width);
        });
        // Rows do not follow by themselves when a column becomes narrower: a sentence would be cut off on paper.
        sheet.getRange(formatRange(all)).format.autofitRows();
        sheet.showGridlines = false;
        const signature = sheet.getRange("A1").conditionalFormats.add("Custom");
        // Never true, so that it changes no look.
        signature.custom.rule.formula = `=${REPORT_SIGNATURE}1")=1`;
      },
    },
  ];
}

/** A4 across, as wide as the sheet, as many pages as it takes. */
function setUpPage({ pageLayout }: Excel.Worksheet): void {
  pageLayout.orientation = "Landscape";
  pageLayout.paperSize = "A4";
  pageLayout.zoom = { horizontalFitToPages: 1 };
  pageLayout.headersFooters.defaultForAllPages.centerFooter = REPORT_FOOTER;
}
