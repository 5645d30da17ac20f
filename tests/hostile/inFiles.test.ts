import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { planMarkedCopy } from "../../src/actions/markedCopy";
import { listFileText } from "../../src/actions/codeDictionary";
import type { DesignCell, SheetCellStyle, SheetDesign } from "../../src/workbook/sheetDesign";
import { SHEET_STYLES } from "../../src/workbook/sheetDesign";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import { cellAt } from "../../src/workbook/snapshot";
import { applyEdits } from "../../src/xlsx/patch/applyEdits";
import { readWorkbook } from "../../src/xlsx/read/readWorkbook";
import { writeNewWorkbook } from "../../src/xlsx/write/newWorkbook";
import { run, temporaryFolder } from "../cli/run";
import { sheetOf, smallT06, workbookOf } from "../support/sheet";
import { fileOf } from "../support/snapshotFile";
import { HOSTILE_NAMES, HOSTILE_TEXTS, strangeFormulas } from "./hostileContent";

const SPOILT = smallT06({ "10,5": 1165.39 });

function designOf(name: string, cells: readonly DesignCell[]): SheetDesign {
  return {
    name,
    cells,
    merges: [],
    columnWidths: [],
    rowHeights: new Map(),
    frozenRows: 0,
    frozenColumns: 0,
    page: undefined,
    names: [],
    lists: [],
    isHidden: false,
  };
}

/** A file in which the text of a part has been changed; fails when there was nothing to change. */
function withPart(bytes: Uint8Array, part: string, change: (text: string) => string): Uint8Array {
  const entries = unzipSync(bytes);
  const before = strFromU8(entries[part] as Uint8Array);
  const after = change(before);
  if (after === before) throw new Error(`${part} has not changed`);
  return zipSync({ ...entries, [part]: strToU8(after) });
}

const partOf = (bytes: Uint8Array, name: string) => strFromU8(unzipSync(bytes)[name] as Uint8Array);

function marked(bytes: Uint8Array) {
  const before = readWorkbook(bytes, "预算.xlsx");
  const plan = planMarkedCopy(before, { date: "2026-11-30" });
  const copy = applyEdits(bytes, plan.edits);
  return { before, plan, copy, after: readWorkbook(copy, "预算.xlsx") };
}

const rowsOf = ({ sheets }: WorkbookSnapshot, count: number) =>
  sheets.slice(0, count).map(({ name, rows }) => [name, rows]);

test.each(HOSTILE_NAMES)(
  "a table on the sheet %j is marked in a copy, and nothing else of it changes",
  (name) => {
    const { before, after, plan } = marked(fileOf(workbookOf(sheetOf(name, SPOILT))));
    expect(before.sheets.map((sheet) => sheet.name)).toEqual([name]);
    expect(rowsOf(after, 1)).toEqual(rowsOf(before, 1));
    expect(plan.result.findings.some((finding) => finding.sheet === name)).toBe(true);
    expect(after.sheets.find((sheet) => sheet.name === name)?.marks.length).toBeGreaterThan(0);
  },
);

test("texts of a new file stay the texts they are, in every style", () => {
  const styles = Object.keys(SHEET_STYLES) as SheetCellStyle[];
  const cells = styles.flatMap((style, column) =>
    HOSTILE_TEXTS.map((value, row): DesignCell => ({ row, column, style, content: { value } })),
  );
  const [sheet] = readWorkbook(writeNewWorkbook([designOf("新", cells)]), "新.xlsx").sheets;
  if (!sheet) throw new Error("the sheet is missing");
  for (const [column] of styles.entries()) {
    expect(HOSTILE_TEXTS.map((_, row) => cellAt(sheet, row, column)?.value)).toEqual(HOSTILE_TEXTS);
    expect(HOSTILE_TEXTS.map((_, row) => cellAt(sheet, row, column)?.formula)).toEqual(
      HOSTILE_TEXTS.map(() => undefined),
    );
  }
});

describe("a report of hostile texts", () => {
  const rows = HOSTILE_TEXTS.map((text, index) => [`20199${String(index + 10)}`, text, 1, 1, 0, 0, 0]);
  const MARKUP = "<img src=x onerror=alert(1)>";
  const bytesWith = (sheet: string) => fileOf(workbookOf(sheetOf(sheet, [...SPOILT, ...rows])));
  const check = async (format: string, sheet: string) => {
    const file = `${temporaryFolder({ "=1+1 <i>.xlsx": bytesWith(sheet) })}/=1+1 <i>.xlsx`;
    return (await run(["check", file, "--format", format])).out;
  };

  it("is no formula anywhere in a marked copy", () => {
    const { copy } = marked(bytesWith("=表6<b>"));
    expect(partOf(copy, "xl/workbook.xml")).toContain('name="校验报告"');
    const sheets = Object.keys(unzipSync(copy)).filter((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name));
    expect(sheets).toHaveLength(2);
    for (const name of sheets) expect(partOf(copy, name)).not.toMatch(/<f[\s>]/);
  });

  it("has no markup of theirs in HTML", async () => {
    const html = await check("html", MARKUP);
    expect(html).toContain("&lt;img src=x onerror=alert(1)&gt;");
    const tags = new Set([...html.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, tag]) => tag?.toLowerCase()));
    for (const tag of ["img", "script", "i", "b"]) expect([...tags]).not.toContain(tag);
  });

  it("has no field in CSV that a formula begins in", async () => {
    const csv = await check("csv", "=表6<b>");
    const fields = csv.split(/,|\r\n/).filter((field) => !/^-?[\d,]+(\.\d+)?$/.test(field));
    expect(fields.filter((field) => /^"?[=+\-@]/.test(field))).toEqual([]);
    expect(csv).toContain("'=表6<b>");
  });
});

test.each(["csv", "tsv"] as const)("a list is written as %s without a formula", (format) => {
  const entries = HOSTILE_TEXTS.filter((text) => !/[\n\t]/.test(text)).map((name, index) => ({
    code: `20${index + 101}`,
    name,
  }));
  const text = listFileText(entries, format, "zh-CN");
  const names = text.split("\r\n").map((line) => line.split(format === "csv" ? "," : "\t")[1] ?? "");
  expect(names.filter((name) => /^"?[=+\-@]/.test(name))).toEqual([]);
});

test("what a copy does not have to change stays to the byte: very hidden, filtered, grouped, 1904, apostrophes, links", () => {
  const plain = fileOf(workbookOf(sheetOf("表1", [["'带撇号", "说明"]]), sheetOf("表6", SPOILT)));
  const hidden = withPart(plain, "xl/workbook.xml", (xml) =>
    xml
      .replace(/<workbookPr[^>]*\/>|(?=<bookViews|<sheets)/, '<workbookPr date1904="1"/>')
      .replace('name="表1"', 'name="表1" state="veryHidden"'),
  );
  const grouped = withPart(hidden, "xl/worksheets/sheet2.xml", (xml) =>
    xml
      .replace('<row r="10"', '<row r="10" outlineLevel="1" hidden="1"')
      .replace("</sheetData>", '</sheetData><autoFilter ref="A6:G11"/>'),
  );
  const { before, after, copy, plan } = marked(grouped);
  expect(plan.result.findings.some(({ severity }) => severity === "error")).toBe(true);
  expect(rowsOf(after, 2)).toEqual(rowsOf(before, 2));
  expect(partOf(copy, "xl/workbook.xml")).toMatch(/date1904="1"[\s\S]*name="表1" state="veryHidden"/);
  const sheet = partOf(copy, "xl/worksheets/sheet2.xml");
  expect(sheet).toMatch(/<row r="10" outlineLevel="1" hidden="1"/);
  expect(sheet).toContain('<autoFilter ref="A6:G11"/>');
  expect(partOf(copy, "xl/worksheets/sheet1.xml")).toBe(partOf(grouped, "xl/worksheets/sheet1.xml"));
});

test("circular, volatile and external formulas stay in a copy as they were, and nothing wrong is said of them", () => {
  const { formulas, t06 } = strangeFormulas("='[1]表6'!C7");
  const bytes = writeNewWorkbook([
    designOf(
      "表6",
      t06.flatMap((cells, row) =>
        cells.flatMap((cell, column): DesignCell[] => {
          if (cell === undefined || cell === "") return [];
          if (typeof cell !== "object" || !("numberFormat" in cell))
            return [{ row, column, style: "figure", content: { value: cell as string | number } }];
          return [
            {
              row,
              column,
              style: "figure",
              content: { formula: cell.formula ?? "" },
              result: cell.value as number,
            },
          ];
        }),
      ),
    ),
  ]);
  const { plan, after } = marked(bytes);
  expect(plan.result.findings.filter(({ severity }) => severity === "error")).toEqual([]);
  const [sheet] = after.sheets;
  expect(formulas.map((_, index) => sheet && cellAt(sheet, 6 + index, 2)?.formula)).toEqual(formulas);
});
