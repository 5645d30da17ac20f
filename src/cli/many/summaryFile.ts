import { extname } from "node:path";
import type { Locale } from "../../messages/describe";
import { describe } from "../../messages/describe";
import { describeMany } from "../../messages/many/describeMany";
import type { DesignCell, SheetCellStyle, SheetDesign } from "../../workbook/sheetDesign";
import { writeNewWorkbook } from "../../xlsx/write/newWorkbook";
import { writeProblem } from "../files";
import { escapeHtml } from "../reportFiles";
import { writeWhole } from "../writeWhole";
import { summaryOf } from "./summary";
import type { Summary, SummaryCell } from "./summary";
import type { SummaryRow } from "./summaryRow";

/** Writes a summary as the .xlsx or .html that its name asks for. Gives the sentence for what kept it from being written. */
export async function writeSummary(
  output: string,
  rows: readonly SummaryRow[],
  locale: Locale,
): Promise<string | undefined> {
  const summary = summaryOf(rows, output, locale);
  const bytes =
    extname(output).toLowerCase() === ".html"
      ? Buffer.from(summaryHtml(summary, locale), "utf8")
      : writeNewWorkbook([summarySheet(summary, locale)]);
  try {
    await writeWhole(output, bytes);
    return undefined;
  } catch (error) {
    return describe(writeProblem(output, error), locale);
  }
}

/** Rows above the headings: title and what the summary is about. */
const TOP = 2;

/** The summary as a sheet: headings stay in sight, columns can be filtered. */
function summarySheet({ title, about, headings, lines, total }: Summary, locale: Locale): SheetDesign {
  const last = headings.length - 1;
  const text = (row: number, column: number, value: string, style: SheetCellStyle): DesignCell => ({
    row,
    column,
    content: { value },
    style,
  });
  const body = [...lines, total].flatMap((line, index) =>
    line.map((cell, column) => sheetCell(cell, TOP + 1 + index, column)),
  );
  const range = (firstRow: number, lastRow: number) => ({
    firstRow,
    lastRow,
    firstColumn: 0,
    lastColumn: last,
  });
  return {
    name: describeMany({ key: "summary.sheet", args: {} }, locale),
    cells: [
      text(0, 0, title, "title"),
      text(1, 0, about, "department"),
      ...headings.map((heading, column) => text(TOP, column, heading, "heading")),
      ...body,
    ],
    merges: [range(0, 0)],
    columnWidths: headings.map((_, column) => [6, 26, 40, 40][column] ?? (column === last ? 60 : 10)),
    rowHeights: new Map([
      [0, 30],
      [TOP, 32],
    ]),
    frozenRows: TOP + 1,
    frozenColumns: 2,
    page: {
      isLandscape: true,
      titleRows: { first: 0, last: TOP },
      area: range(0, TOP + 1 + lines.length),
      footer: "&P / &N",
    },
    names: [],
    lists: [],
    isHidden: false,
    filter: range(TOP, TOP + lines.length),
  };
}

/** Texts in formulas may be so long; a longer path stands there without a link. Source: Excel specifications and limits. */
const LONGEST_TEXT = 255;

function sheetCell({ content, isWrong, link }: SummaryCell, row: number, column: number): DesignCell {
  if (typeof content === "number")
    return { row, column, content: { value: content }, style: isWrong ? "wrong" : "count" };
  if (link === undefined || link.length > LONGEST_TEXT || content.length > LONGEST_TEXT)
    return { row, column, content: { value: content }, style: "text" };
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const formula = `=HYPERLINK(${quoted(link)},${quoted(content)})`;
  return { row, column, content: { formula }, result: content, style: "text" };
}

const STYLE = `
@page { size: A4 landscape; margin: 12mm; }
body { font: 14px/1.5 "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif; color: #222; margin: 16px; }
h1 { font-size: 20px; margin: 0 0 6px; }
p { margin: 2px 0 12px; color: #595959; }
table { border-collapse: collapse; }
th, td { border: 1px solid #bbb; padding: 3px 6px; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { background: #d9e1f2; position: sticky; top: 0; }
td.count { text-align: right; }
td.wrong { background: #ffc7ce; color: #9c0006; font-weight: bold; }
tfoot td { font-weight: bold; }
`;

/** The summary as one page that needs nothing else. */
function summaryHtml({ title, about, headings, lines, total }: Summary, locale: Locale): string {
  const head = headings.map((heading) => `<th scope="col">${escapeHtml(heading)}</th>`).join("");
  const row = (line: readonly SummaryCell[]) => `<tr>${line.map(htmlCell).join("")}</tr>`;
  return (
    `<!doctype html>\n<html lang="${locale}">\n<head><meta charset="utf-8"><title>${escapeHtml(title)}</title>` +
    `<style>${STYLE}</style></head>\n<body>\n<h1>${escapeHtml(title)}</h1>\n<p>${escapeHtml(about)}</p>\n` +
    `<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${lines.map(row).join("\n")}\n</tbody>\n` +
    `<tfoot>${row(total)}</tfoot>\n</table>\n</body>\n</html>\n`
  );
}

function htmlCell({ content, isWrong, link }: SummaryCell): string {
  const looks = [typeof content === "number" ? "count" : "", isWrong ? "wrong" : ""].filter(
    (one) => one !== "",
  );
  const words = escapeHtml(String(content));
  const href = link?.split("/").map(encodeURIComponent).join("/");
  const inside = href === undefined ? words : `<a href="${escapeHtml(href)}">${words}</a>`;
  return `<td${looks.length > 0 ? ` class="${looks.join(" ")}"` : ""}>${inside}</td>`;
}
