import { basename } from "node:path";
import { describe } from "../messages/describe";
import type { Locale } from "../messages/describe";
import { planReport } from "../planning/report";
import type { CheckResult } from "../validation/checkResult";
import type { ReportCell } from "../workbook/edit";
import { formatA1 } from "../workbook/address";
import { separatedText } from "../workbook/textInput";
import type { FileReport } from "./fileReport";

/** What a report on paper says beside the findings. */
export interface PrintedAbout {
  /** "2026-03-01" */
  readonly date: string;
  readonly edition?: number;
}

/** The rows of a file's report, the same as on the report sheet; undefined for a file that could not be used. */
function reportRows(
  report: FileReport,
  about: PrintedAbout,
  locale: Locale,
): readonly (readonly ReportCell[])[] | undefined {
  return report.result
    ? planReport(report.result, "", locale, { file: basename(report.file), ...about }).rows
    : undefined;
}

const STYLE = `
@page { size: A4 landscape; margin: 12mm; }
body { font: 14px/1.5 "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif; color: #222; margin: 16px; }
section { break-after: page; }
section:last-child { break-after: auto; }
h1 { font-size: 20px; margin: 0 0 6px; }
p { margin: 2px 0; color: #595959; }
table { border-collapse: collapse; width: 100%; margin: 12px 0; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 1px solid #bbb; padding: 3px 6px; text-align: left; vertical-align: top; white-space: pre-line;
  overflow-wrap: anywhere; }
th { background: #d9e1f2; }
td.error { background: #ffc7ce; color: #9c0006; font-weight: bold; }
td.warning { background: #ffeb9c; color: #7a4300; }
td.quiet { color: #595959; }
.signatures { margin-top: 28px; color: #222; }
`;

/** What stands around the parts of a report of several files. */
export interface Frame {
  readonly begin: string;
  readonly between: string;
  readonly end: string;
}

/** One page for all files, which needs nothing else: prints on A4, each file on its own sheets. */
export function htmlFrame(locale: Locale): Frame {
  const title = describe({ key: "report.title", args: {} }, locale);
  return {
    begin:
      `<!doctype html>\n<html lang="${locale}">\n<head><meta charset="utf-8"><title>${escapeHtml(title)}</title>` +
      `<style>${STYLE}</style></head>\n<body>\n`,
    between: "\n",
    end: "\n</body>\n</html>\n",
  };
}

/** One file's part of that page. */
export function htmlSection(report: FileReport, about: PrintedAbout, locale: Locale): string {
  const rows = reportRows(report, about, locale);
  const problem = report.error ? `<p>${escapeHtml(describe(report.error, locale))}</p>` : "";
  return `<section>\n${rows ? sectionHtml(rows) : `<h1>${escapeHtml(report.file)}</h1>`}${problem}</section>`;
}

/** Rows until a blank one are a block: one that begins with headings is a table, anything else lines of text. */
function sectionHtml(rows: readonly (readonly ReportCell[])[]): string {
  const blocks: (readonly ReportCell[])[][] = [[]];
  for (const row of rows) {
    if (row.length === 0) blocks.push([]);
    else blocks[blocks.length - 1]?.push(row);
  }
  return blocks
    .map((block, index) => (block[0]?.[0]?.style === "heading" ? tableHtml(block) : linesHtml(block, index)))
    .join("\n");
}

/** The first title heads the page; a sentence that is no remark is the line to sign on. */
function linesHtml(block: readonly (readonly ReportCell[])[], index: number): string {
  return block
    .map(([cell]) => {
      const text = escapeHtml(cell?.text ?? "");
      if (cell?.style === "sentence") return `<p class="signatures">${text}</p>`;
      if (cell?.style !== "title") return `<p>${text}</p>`;
      return index === 0 ? `<h1>${text}</h1>` : `<h2>${text}</h2>`;
    })
    .join("\n");
}

function tableHtml([headings = [], ...body]: readonly (readonly ReportCell[])[]): string {
  const head = headings.map(({ text }) => `<th scope="col">${escapeHtml(text)}</th>`).join("");
  const lines = body.map((row) => {
    const cells = row.map(({ text, style, link }) => {
      // The place stands in the cell's title too: a page cannot jump into the workbook.
      const place = link ? ` title="${escapeHtml(`${link.sheet}!${formatA1(link.row, link.column)}`)}"` : "";
      return `<td class="${style}"${place}>${escapeHtml(text)}</td>`;
    });
    const rest = headings.length - row.length;
    if (rest > 0) cells.push(`<td colspan="${rest}"></td>`);
    return `<tr>${cells.join("")}</tr>`;
  });
  return `<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${lines.join("\n")}\n</tbody>\n</table>`;
}

/** Text as HTML shows it, in elements and in attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/**
 * The findings of all files as comma-separated text with one line of headings, for Excel to open: UTF-8 with its mark,
 * lines end in CRLF. A text that Excel would take for a formula gets an apostrophe in front.
 */
export function csvFrame(locale: Locale): Frame {
  const [headings = []] = findingTable(planReport(NOTHING, "", locale).rows);
  const file = describe({ key: "report.file", args: {} }, locale);
  return { begin: `\uFEFF${csvLine([file, ...headings])}`, between: "", end: "" };
}

/** One file's lines of that text. */
export function csvLines(report: FileReport, about: PrintedAbout, locale: Locale): string {
  const name = basename(report.file);
  const [, ...findings] = findingTable(reportRows(report, about, locale) ?? []);
  const lines = findings.map((cells) => csvLine([name, ...cells]));
  const problem = report.error ? csvLine([name, "", "", "", "", describe(report.error, locale)]) : "";
  return lines.join("") + problem;
}

const NOTHING: CheckResult = {
  tables: [],
  unplaced: [],
  relations: { checked: 0, exact: 0, rounding: 0, mismatch: 0, notApplicable: 0, cannotTell: 0 },
  untold: [],
  findings: [],
};

/** The texts of the report's first table with its headings: the findings. */
function findingTable(rows: readonly (readonly ReportCell[])[]): string[][] {
  const start = rows.findIndex((row) => row[0]?.style === "heading");
  const end = rows.findIndex((row, index) => index > start && row.length === 0);
  const table = start < 0 ? [] : rows.slice(start, end < 0 ? undefined : end);
  return table.map((row) => row.map(({ text }) => text));
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvField).join(",")}\r\n`;
}

function csvField(text: string): string {
  const safe = separatedText(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
