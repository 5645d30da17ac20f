import { writeReport } from "../../src/excel/writeReport";
import type { ReportCell, WriteReport } from "../../src/workbook/edit";
import { addSheet, storedCell } from "../../workbench/host/store";
import type { StoredSheet, WorkbookStore } from "../../workbench/host/store";
import { loadRuntime } from "../host/loadRuntime";
import { addUndoGroups } from "../host/undoClient";

const text = (words: string): ReportCell => ({ text: words, style: "text" });

const REPORT: WriteReport = {
  kind: "writeReport",
  sheet: "校验报告",
  columnWidths: [6, 20],
  rows: [
    [{ text: "部门预算勾稽校验报告", style: "title" }],
    [text("=1+1"), { text: "C7", style: "link", link: { sheet: "Sheet1", row: 6, column: 2 } }],
  ],
};

const names = ({ sheets }: WorkbookStore) => sheets.map(({ name }) => name);
const sheetNamed = (store: WorkbookStore, name: string) =>
  store.sheets.find((sheet) => sheet.name === name) as StoredSheet;

test("the report stands on a sheet of its own, every cell a text, its links leading to cells, ready for A4", async () => {
  const { store } = loadRuntime();
  await writeReport(REPORT);
  expect(names(store)).toEqual(["Sheet1", "校验报告"]);
  const sheet = sheetNamed(store, "校验报告");
  expect(storedCell(sheet, 1, 0)).toMatchObject({ value: "=1+1", numberFormat: "@" });
  expect(storedCell(sheet, 1, 0)?.formula).toBeUndefined();
  expect(storedCell(sheet, 1, 1)?.hyperlink).toEqual({
    documentReference: "'Sheet1'!C7",
    textToDisplay: "C7",
  });
  expect(sheet.pageLayout).toMatchObject({ orientation: "Landscape", paperSize: "A4" });
  expect(sheet.hasGridlines).toBe(false);
  expect(store.activeSheet).toBe(sheet.id);
});

test("rows are as high as their sentences need in columns of their width", async () => {
  const { store } = loadRuntime();
  const sentence = "表2有 4 处尾差，在四舍五入的范围内，不算差错：C27、D27、E27、F27";
  await writeReport({
    ...REPORT,
    rows: [
      [text("1"), text("短")],
      [text("2"), text(sentence)],
    ],
  });
  const { rowHeights } = sheetNamed(store, "校验报告");
  expect(rowHeights.get(1)).toBeGreaterThan(40);
  expect(rowHeights.get(0) ?? 15).toBeLessThan(25);
});

test("cells of its tables have lines around them, the sentences above have none, and pages are numbered", async () => {
  const { store } = loadRuntime();
  await writeReport({ ...REPORT, rows: [...REPORT.rows, [{ text: "编制：", style: "sentence" }]] });
  const sheet = sheetNamed(store, "校验报告");
  const line = { style: "thin", color: "#BFBFBF" };
  // A line between two cells is one, and belongs to one of them.
  expect(storedCell(sheet, 1, 0)?.borders).toEqual({ top: line, bottom: line, left: line, right: line });
  expect(storedCell(sheet, 1, 1)?.borders).toMatchObject({ top: line, bottom: line, right: line });
  expect([0, 2].map((row) => storedCell(sheet, row, 0)?.borders)).toEqual([undefined, undefined]);
  expect(sheet.pageLayout.headersFooters).toMatchObject({ centerFooter: "&P / &N" });
});

test("a second report takes the place of the first", async () => {
  const { store } = loadRuntime();
  await writeReport(REPORT);
  await writeReport({ ...REPORT, rows: [[text("再次校验")]] });
  expect(names(store)).toEqual(["Sheet1", "校验报告"]);
  expect(storedCell(sheetNamed(store, "校验报告"), 0, 0)?.value).toBe("再次校验");
});

test("a sheet of the same name that is the user's own stays", async () => {
  const { store } = loadRuntime();
  addSheet(store, "校验报告");
  await writeReport(REPORT);
  expect(names(store)).toEqual(["Sheet1", "校验报告", "校验报告 (2)"]);
});

test("a second report comes where Excel cannot undo in a group that a sheet goes or is renamed", async () => {
  const runtime = loadRuntime(undefined, { level: "1.20" });
  addUndoGroups(runtime);
  await writeReport(REPORT);
  await writeReport({ ...REPORT, rows: [[text("再次校验")]] });
  expect(names(runtime.store)).toEqual(["Sheet1", "校验报告"]);
});

test("without a printer the report is written, and a text over 255 characters is not in the text format", async () => {
  const { store } = loadRuntime(undefined, { quirks: { hasNoPrinter: true } });
  const long = `=${"说".repeat(300)}`;
  await writeReport({ ...REPORT, rows: [[text(long)]] });
  const cell = storedCell(sheetNamed(store, "校验报告"), 0, 0);
  expect(cell).toMatchObject({ value: long, numberFormat: "General" });
  expect(cell?.formula).toBeUndefined();
});
