import { csvFrame, csvLines, htmlFrame, htmlSection } from "../../src/cli/reportFiles";
import type { FileReport } from "../../src/cli/fileReport";
import type { Locale } from "../../src/messages/describe";
import { check } from "../support/check";
import { seedWorkbook, withValue } from "../support/seedWorkbook";
import { SaxesParser } from "saxes";

const REPORT = {
  file: "预算/改动<1>.xlsx",
  error: null,
  result: check(withValue(seedWorkbook(), "表6", 11, 5, 1165.39)),
};
const BAD = { file: "坏.xlsx", error: { key: "file.empty", args: { part: "" } }, result: null };
const ABOUT = { date: "2026-03-01" };

/** The parts of several files put together, as the command prints them. */
function toHtml(reports: readonly FileReport[], about: typeof ABOUT, locale: Locale): string {
  const { begin, between, end } = htmlFrame(locale);
  return begin + reports.map((report) => htmlSection(report, about, locale)).join(between) + end;
}

function toCsv(reports: readonly FileReport[], about: typeof ABOUT, locale: Locale): string {
  return csvFrame(locale).begin + reports.map((report) => csvLines(report, about, locale)).join("");
}

describe("gouji check --format html", () => {
  const html = toHtml([REPORT, BAD], ABOUT, "zh-CN");

  it("is one well-formed page that needs nothing else and prints on A4", () => {
    const parser = new SaxesParser();
    const problems: Error[] = [];
    parser.on("error", (error) => problems.push(error));
    parser.write(html.replace("<!doctype html>", "").replace('<meta charset="utf-8">', "")).close();
    expect(problems).toEqual([]);
    expect(html).not.toMatch(/src=|href=|http/);
    expect(html).toContain("size: A4");
  });

  it("names file, date and edition, each finding with its cell, a line to sign on, and files that failed", () => {
    expect(html).toContain("文件：改动&lt;1&gt;.xlsx；科目年度：按表上的年度；校验日期：2026-03-01");
    expect(html).toContain('title="表6!F12">F12</td>');
    expect(html).toContain('class="signatures">编制：');
    expect(html).toContain("<h1>坏.xlsx</h1>");
  });
});

describe("gouji check --format csv", () => {
  const lines = toCsv([REPORT, BAD], ABOUT, "zh-CN").split("\r\n");

  it("has one line of headings, a line for each finding and one for a file that failed", () => {
    expect(lines[0]).toBe("\uFEFF文件,序号,程度,工作表,单元格,说明,实为,应为,差额,可能错的单元格");
    expect(lines).toHaveLength(1 + REPORT.result.findings.length + 1 + 1);
    expect(lines.find((line) => line.includes(",差错,"))).toContain("表6,F12,");
    expect(lines.at(-2)).toMatch(/^坏\.xlsx,,,,,/);
  });

  it("lets no text be taken for a formula, and keeps negative amounts numbers", () => {
    const [finding] = REPORT.result.findings;
    if (!finding) throw new Error("the changed budget has findings");
    const risky = { ...finding, sheet: "=cmd()", actual: "-1234.5" };
    const csv = toCsv([{ ...REPORT, result: { ...REPORT.result, findings: [risky] } }], ABOUT, "zh-CN");
    expect(csv).toContain(",'=cmd(),");
    expect(csv).toContain('"-1,234.50"');
  });
});
