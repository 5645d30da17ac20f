import { excelPort } from "../../src/excel/excelPort";
import type { Cell, SheetSnapshot, WorkbookSnapshot } from "../../src/workbook/snapshot";
import { cellToWrite, createWorkbookStore, storeFromSnapshot } from "../../workbench/host/store";
import type { StoredSheet, WorkbookStore } from "../../workbench/host/store";
import { loadRuntime } from "../host/loadRuntime";
import { seedWorkbook } from "../support/seedWorkbook";

/** A workbook of one sheet with these cells from A1 downwards. */
function workbookOf(cells: readonly Cell[]): WorkbookSnapshot {
  const rows = new Map(cells.map((cell, row) => [row, new Map([[0, cell]])]));
  return { name: "Book1.xlsx", sheets: [sheetOf({ rows })] };
}

function sheetOf(part: Partial<SheetSnapshot>): SheetSnapshot {
  return { name: "表1", rows: new Map(), marks: [], isProtected: false, isHidden: false, ...part };
}

function firstSheet(store: WorkbookStore): StoredSheet {
  return store.sheets[0] as StoredSheet;
}

test("the 14 tables of the real budget come back as they were, in three round trips", async () => {
  const budget = seedWorkbook();
  const { host } = loadRuntime(storeFromSnapshot(budget));
  expect(await excelPort().read()).toStrictEqual(budget);
  expect(host.roundTrips).toBe(3);
  expect(host.keptReferences).toBe(0);
});

test("sixty sheets take three round trips too", async () => {
  const sheets = Array.from({ length: 60 }, (_sheet, index) =>
    sheetOf({
      name: `表${index + 1}`,
      rows: new Map([[index, new Map([[3, { value: index, numberFormat: "0" }]])]]),
    }),
  );
  const workbook = { name: "many.xlsx", sheets };
  const { host } = loadRuntime(storeFromSnapshot(workbook));
  expect(await excelPort().read()).toStrictEqual(workbook);
  expect(host.roundTrips).toBe(3);
});

test("text, numbers, booleans, errors, dates and formulas stay what they are", async () => {
  const workbook = workbookOf([
    { value: "1,033.38", numberFormat: "@" },
    { value: "#REF!", numberFormat: "@" },
    { value: { error: "#REF!" }, numberFormat: "General" },
    { value: 0, numberFormat: "#,##0.00" },
    { value: true, numberFormat: "General" },
    { value: 43831, numberFormat: "yyyy/m/d" },
    { value: 3.5, formula: "=SUM(B1:B2)", numberFormat: "0.00" },
    { value: "", formula: '=IF(B1=0,"",B1)', numberFormat: "General" },
    { value: { error: "#DIV/0!" }, formula: "=1/0", numberFormat: "General" },
    { value: "=A1+1", numberFormat: "@" },
  ]);
  loadRuntime(storeFromSnapshot(workbook));
  expect(await excelPort().read()).toStrictEqual(workbook);
});

test("cells keep their place when the filled range begins far from A1", async () => {
  const cell = { value: "总计", numberFormat: "General" };
  const workbook = { name: "a.xlsx", sheets: [sheetOf({ rows: new Map([[40, new Map([[27, cell]])]]) })] };
  loadRuntime(storeFromSnapshot(workbook));
  expect(await excelPort().read()).toStrictEqual(workbook);
});

test("blank cells are left out, formatted ones too", async () => {
  const { store } = loadRuntime();
  cellToWrite(firstSheet(store), 3, 3).fill = "#FFFFCC";
  cellToWrite(firstSheet(store), 1, 1).value = 12;
  const [sheet] = (await excelPort().read()).sheets;
  expect(sheet?.rows).toStrictEqual(new Map([[1, new Map([[1, { value: 12, numberFormat: "General" }]])]]));
});

test("hidden and protected sheets say so, and are read", async () => {
  const rows = new Map([[0, new Map([[0, { value: 1, numberFormat: "General" }]])]]);
  const workbook = {
    name: "a.xlsx",
    sheets: [
      sheetOf({ rows }),
      sheetOf({ name: "底稿", rows, isHidden: true }),
      sheetOf({ name: "锁定", rows, isProtected: true }),
    ],
  };
  loadRuntime(storeFromSnapshot(workbook));
  expect(await excelPort().read()).toStrictEqual(workbook);
});

test("a sheet filled to its last cell stays unread and says so; the others are read", async () => {
  const store = createWorkbookStore("huge.xlsx", ["满表", "表1"]);
  cellToWrite(firstSheet(store), 0, 0).value = 1;
  cellToWrite(firstSheet(store), 1048575, 16383).value = 2;
  cellToWrite(store.sheets[1] as StoredSheet, 0, 0).value = 3;
  const { host } = loadRuntime(store);
  const { sheets } = await excelPort().read();
  expect(sheets).toStrictEqual([
    sheetOf({ name: "满表", unreadable: { reason: "tooLarge", usedRange: "A1:XFD1048576" } }),
    sheetOf({ rows: new Map([[0, new Map([[0, { value: 3, numberFormat: "General" }]])]]) }),
  ]);
  expect(host.roundTrips).toBe(3);
});

test("conditional formats of the user are never taken for marks", async () => {
  const { store } = loadRuntime();
  const range = { firstRow: 0, lastRow: 9, firstColumn: 0, lastColumn: 3 };
  firstSheet(store).conditionalFormats.push(
    { id: "{scale}", type: "ColorScale", range, formula: "", stopIfTrue: false },
    { id: "{user}", type: "Custom", range, formula: "=$A1>10", stopIfTrue: true },
    { id: "{ours}", type: "Custom", range, formula: '=N("gouji-mark:error")=0', stopIfTrue: false },
  );
  const [sheet] = (await excelPort().read()).sheets;
  expect(sheet?.marks).toStrictEqual([{ id: "{ours}", kind: "format" }]);
});

test("reading works with no more than ExcelApi 1.9, which the manifest asks for", async () => {
  const budget = seedWorkbook();
  loadRuntime(storeFromSnapshot(budget), { level: "1.9" });
  expect(await excelPort().read()).toStrictEqual(budget);
});

test("an Excel without conditional formats in its interface is said to be too old", async () => {
  loadRuntime(undefined, { level: "1.5" });
  await expect(excelPort().read()).rejects.toMatchObject({ key: "host.apiNotFound" });
});

test("reading changes nothing", async () => {
  const store = storeFromSnapshot(seedWorkbook());
  const before = structuredClone(store);
  loadRuntime(store);
  await excelPort().read();
  expect(store).toStrictEqual(before);
});
