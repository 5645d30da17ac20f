import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { SheetSnapshot, WorkbookSnapshot } from "../../src/workbook/snapshot";
import { sheetOf } from "./sheet";
import type { TestCell } from "./sheet";

/**
 * The 14 tables of the real 2020 budget as its printed pages have them: title, unit, headings and total again on every
 * page, names cut at line ends and at page ends. The long prose of 表10 is cut to （略）.
 */
function printedLines(): string[][] {
  const text = readFileSync(join(__dirname, "../fixtures/seed/printed-pages.tsv"), "utf8");
  return text
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t"));
}

/** A field as Excel takes it over from pasted text; codes are kept as text, as one tells Excel to do. */
function pasted(field: string): TestCell {
  const isAmount = /^-?[\d,]+\.\d+$/.test(field);
  return isAmount ? { value: Number(field.replace(/,/g, "")), numberFormat: "#,##0.00" } : field;
}

/** All pages on one sheet, one below the other. */
export function printedOnOneSheet(): WorkbookSnapshot {
  const sheet = sheetOf(
    "公开稿",
    printedLines().map((fields) => fields.map(pasted)),
  );
  return { name: "baiyun-2020.xlsx", sheets: [sheet] };
}

/** Every page on a sheet of its own: Page 1, Page 2 …, as programs that turn PDF into Excel make them. */
export function printedOnPages(): WorkbookSnapshot {
  const pages: string[][][] = [];
  for (const fields of printedLines()) {
    const isTitle = fields.length === 1 && /表(（[^）]*）)?$/.test(fields[0] ?? "");
    if (isTitle || pages.length === 0) pages.push([]);
    pages[pages.length - 1]?.push(fields);
  }
  const sheets = pages.map((lines, index): SheetSnapshot =>
    sheetOf(
      `Page ${index + 1}`,
      lines.map((fields) => fields.map(pasted)),
    ),
  );
  return { name: "baiyun-2020.xlsx", sheets };
}
