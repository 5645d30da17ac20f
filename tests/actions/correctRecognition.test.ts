import {
  correctRecognition,
  lookAtRecognition,
  recognitionOf,
  withdrawCorrections,
} from "../../src/actions/correctRecognition";
import { checkSnapshot, validate } from "../../src/actions/validate";
import { applyEdits } from "../../src/xlsx/patch/applyEdits";
import { readWorkbook } from "../../src/xlsx/read/readWorkbook";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { MemoryPort } from "../support/memoryPort";
import { seedWorkbook } from "../support/seedWorkbook";
import { sheetOf, smallT06, workbookOf } from "../support/sheet";
import type { TestCell } from "../support/sheet";

/** 表6 under another title and headings that say nothing. */
function strangeT06(name: string, total = "甲"): ReturnType<typeof sheetOf> {
  const rows = smallT06({
    "0,0": "某局支出安排",
    "3,2": total,
    "3,3": "乙",
    "4,4": "丙",
    "4,5": "丁",
    "4,6": "戊",
    "2,0": "科目",
    "2,2": "资金",
    "3,4": "其中",
  });
  return sheetOf(name, rows);
}

const COLUMNS = { "3": 2, "4": 3, "5": 4, "6": 5, "7": 6 };

test("each sheet says which table it is, how surely, and why each column is what it is taken for", async () => {
  const { sheets, choices } = await lookAtRecognition(new MemoryPort(seedWorkbook()));
  expect(choices).toHaveLength(14);
  const sheet = sheets[5];
  expect(sheet?.tables[0]).toMatchObject({ table: "T06", isSure: true, confidence: 1 });
  expect(sheet?.tables[0]?.columns[2]).toMatchObject({
    number: 3,
    sheetColumn: 2,
    isSure: true,
    reason: { key: "reason.column.heading", args: { column: "C" } },
  });
  expect(sheet?.tables[0]?.rows[0]).toMatchObject({ text: "合计 31599.23 1033.38", kinds: ["合计"] });
});

test("a sheet that no standard table fits is read as the user says, and its figures are checked from then on", async () => {
  const port = new MemoryPort(workbookOf(strangeT06("甲表")));
  expect((await validate(port)).tables.map(({ by }) => by)).toEqual(["structure"]);
  const view = await correctRecognition(port, {
    sheet: "甲表",
    table: "T06",
    headerRows: { first: 2, last: 5 },
    columns: COLUMNS,
  });
  expect(view.sheets[0]).toMatchObject({ isCorrected: true, tables: [{ table: "T06", confidence: 1 }] });
  const checked = await validate(port);
  expect(checked.tables[0]).toMatchObject({ table: "T06", columns: { "3": 2, "7": 6 } });
  expect(checked.relations.checked).toBeGreaterThan(10);
});

test("what was said of one sheet holds for another with the same headings, and for no other", async () => {
  const port = new MemoryPort(workbookOf(strangeT06("2020"), strangeT06("2021"), strangeT06("他表", "别的")));
  await correctRecognition(port, {
    sheet: "2020",
    table: "T06",
    headerRows: { first: 2, last: 5 },
    columns: COLUMNS,
  });
  const { sheets } = await lookAtRecognition(port);
  expect(sheets.map(({ tables }) => tables.map(({ table }) => table))).toEqual([["T06"], ["T06"], []]);
});

test("a sheet with a title of its own is not taken for another table because its headings are alike", async () => {
  const t06 = sheetOf("六", smallT06());
  const t07 = sheetOf("七", smallT06({ "0,0": "政府性基金预算支出情况表", "2,2": "政府性基金预算支出" }));
  const port = new MemoryPort(workbookOf(t06, t07));
  await correctRecognition(port, { sheet: "六", table: "T03" });
  const { sheets } = await lookAtRecognition(port);
  expect(sheets.map(({ tables }) => tables.map(({ table }) => table))).toEqual([["T03"], ["T07"]]);
});

test("one half of an exchange of columns is said, and the other half follows: the check is as good as with both", async () => {
  const swapped = smallT06({ "3,3": "项目支出", "3,4": "基本支出" });
  const port = new MemoryPort(workbookOf(sheetOf("表6", smallT06()), sheetOf("七", swapped)));
  const before = (await validate(port)).relations.checked;
  const view = await correctRecognition(port, { sheet: "表6", table: "T06", columns: { "4": 4 } });
  const [four, five] = (view.sheets[0]?.tables[0]?.columns ?? []).slice(3);
  expect([four?.sheetColumn, five?.sheetColumn]).toEqual([4, 3]);
  expect(five).toMatchObject({ isSure: false, reason: { key: "reason.column.exchange" } });
  expect((await validate(port)).relations.checked).toBe(before);
  const back = await correctRecognition(port, { sheet: "表6", table: "T06", columns: { "5": 4, "4": 3 } });
  expect(back.sheets[0]?.tables[0]?.columns.slice(3, 5).map(({ sheetColumn }) => sheetColumn)).toEqual([
    3, 4,
  ]);
});

test("a sheet that is corrected has not corrected another table with the same headings", async () => {
  const t06 = sheetOf("六", smallT06());
  const t07 = sheetOf("七", smallT06({ "0,0": "政府性基金预算支出情况表", "2,2": "政府性基金预算支出" }));
  const port = new MemoryPort(workbookOf(t06, t07));
  const { sheets } = await correctRecognition(port, { sheet: "六", table: "T06", columns: { "4": 4 } });
  expect(sheets.map(({ isCorrected }) => isCorrected)).toEqual([true, false]);
});

test("a sheet that the user sets aside is not checked", async () => {
  const port = new MemoryPort(workbookOf(sheetOf("旧稿", smallT06())));
  const view = await correctRecognition(port, { sheet: "旧稿", table: null });
  expect(view.sheets[0]).toMatchObject({ tables: [], reason: { key: "sheet.setAside" } });
  expect((await validate(port)).tables).toEqual([]);
});

test("a row's kind is corrected, and found again after rows were put in above", async () => {
  const rows = smallT06({ "6,1": "全部" });
  const port = new MemoryPort(workbookOf(sheetOf("表6", rows)));
  expect((await validate(port)).findings.map(({ rule }) => rule)).toContain("rows.missing");
  await correctRecognition(port, { sheet: "表6", table: "T06", rows: { "6": "合计" } });
  expect((await validate(port)).findings).toEqual([]);
  const moved: TestCell[][] = [["某局"], ...rows];
  const settings = port.settings;
  expect(checkSnapshot({ ...workbookOf(sheetOf("表6", moved)), settings }).findings).toEqual([]);
});

test("corrections add up for one table, and all are taken back at once", async () => {
  const port = new MemoryPort(workbookOf(sheetOf("表6", smallT06())));
  await correctRecognition(port, { sheet: "表6", table: "T06", columns: { "6": null } });
  const view = await correctRecognition(port, { sheet: "表6", table: "T06", columns: { "7": 5 } });
  const columns = view.sheets[0]?.tables[0]?.columns;
  expect(columns?.map(({ sheetColumn }) => sheetColumn)).toEqual([0, 1, 2, 3, 4, undefined, 5]);
  expect(columns?.[6]?.reason.key).toBe("reason.column.user");
  await withdrawCorrections(port, "表6");
  expect(port.settings).toEqual({});
});

test("a sheet that is not there cannot be corrected", async () => {
  const port = new MemoryPort(workbookOf(sheetOf("表6", smallT06())));
  await expect(correctRecognition(port, { sheet: "表7", table: null })).rejects.toThrow(RangeError);
});

test.each([
  "{",
  "[]",
  '{"sheets":[{"sheet":1}]}',
  '{"sheets":[{"sheet":"表6","shape":"","table":"T06","columns":{"3":-1}}]}',
])("kept text that cannot be understood (%s) changes nothing", (recognition) => {
  const workbook = workbookOf(sheetOf("表6", smallT06()));
  expect(recognitionOf({ ...workbook, settings: { recognition } })).toEqual(recognitionOf(workbook));
});

test("the correction travels with the file", async () => {
  const bytes = new Uint8Array(readFileSync(join(__dirname, "../fixtures/baiyun-2020.xlsx")));
  const port = new MemoryPort(readWorkbook(bytes, "a.xlsx"));
  const name = readWorkbook(bytes, "a.xlsx").sheets[13]?.name ?? "";
  await correctRecognition(port, { sheet: name, table: null });
  const [edits] = port.batches;
  const again = readWorkbook(applyEdits(bytes, edits ?? []), "a.xlsx");
  expect(checkSnapshot(again).tables).toHaveLength(13);
});
