import { insertDictionary } from "../../src/actions/codeDictionary";
import { previewFill } from "../../src/actions/fillCodes";
import { insertTables } from "../../src/actions/insertTables";
import { reportWorkbook } from "../../src/actions/report";
import { applyRows, planRowsOf } from "../../src/actions/rows";
import { checkSnapshot, clearMarks, validateAndMark } from "../../src/actions/validate";
import { excelPort } from "../../src/excel/excelPort";
import type { WriteCell } from "../../src/workbook/edit";
import type { DesignCell, SheetCellStyle } from "../../src/workbook/sheetDesign";
import { SHEET_STYLES } from "../../src/workbook/sheetDesign";
import { createWorkbookStore, storeFromSnapshot } from "../../workbench/host/store";
import type { StoredSheet, WorkbookStore } from "../../workbench/host/store";
import { joinRuntime } from "../host/loadRuntime";
import { seedWorkbook } from "../support/seedWorkbook";
import { sheetOf, smallT06, workbookOf } from "../support/sheet";
import { zeroEngine } from "../support/zeroEngine";
import { HOSTILE_NAMES, HOSTILE_TEXTS, strangeFormulas } from "./hostileContent";

/** An Excel over a workbook, formulas coming to 0. */
function open(store: WorkbookStore) {
  const { host } = joinRuntime(store, { engine: zeroEngine(store) });
  return { host, port: excelPort() };
}

const sheetNamed = ({ sheets }: WorkbookStore, name: string) =>
  sheets.find((sheet) => sheet.name === name) as StoredSheet;

const cellsOf = ({ cells }: StoredSheet) => [...cells.values()].flatMap((row) => [...row.values()]);
const textsOf = (sheet: StoredSheet) => cellsOf(sheet).map(({ value }) => value);
const formulasOf = (sheet: StoredSheet) => cellsOf(sheet).flatMap(({ formula }) => formula ?? []);

test.each(HOSTILE_NAMES)("a table on the sheet %j is checked, marked, told of and cleared", async (name) => {
  const store = storeFromSnapshot(workbookOf(sheetOf(name, smallT06({ "10,5": 1165.39 }))));
  const { port } = open(store);
  const { findings } = await validateAndMark(port);
  const [error] = findings.filter(({ severity }) => severity === "error");
  expect(error).toMatchObject({ sheet: name, rule: "T06.c5=c6+c7" });
  const sheet = sheetNamed(store, name);
  expect(sheet.conditionalFormats.length).toBeGreaterThan(0);
  await port.select({ sheet: name, row: 10, column: 4 });
  await reportWorkbook(port, port, { date: "2026-11-30" });
  const report = sheetNamed(store, "校验报告");
  const links = cellsOf(report).flatMap(({ hyperlink }) => hyperlink?.documentReference ?? []);
  expect(
    links.some((link) => link.startsWith(`'${name.replaceAll("'", "''")}'!`) || link.startsWith(`${name}!`)),
  ).toBe(true);
  expect(formulasOf(report)).toEqual([]);
  await clearMarks(port);
  expect(sheet.conditionalFormats).toEqual([]);
});

test.each(HOSTILE_NAMES)("rows come into a table on the sheet %j", async (name) => {
  const store = storeFromSnapshot(workbookOf(sheetOf(name, smallT06())));
  const { port } = open(store);
  const intention = { kind: "code", in: { sheet: name }, code: "2050803" } as const;
  await applyRows(port, planRowsOf(await port.read(), intention), intention);
  expect(textsOf(sheetNamed(store, name))).toContain("2050803");
});

test("texts written into cells stay the texts they are, whatever format the cell has", async () => {
  const store = createWorkbookStore("a.xlsx", ["表1"]);
  const { port } = open(store);
  const formats = [undefined, "@", "General", "#,##0.00"];
  const edits = formats.flatMap((numberFormat, column) =>
    HOSTILE_TEXTS.map((value, row): WriteCell => ({
      kind: "writeCell",
      sheet: "表1",
      row,
      column,
      content: { value },
      ...(numberFormat !== undefined && { numberFormat }),
    })),
  );
  await port.apply(edits);
  const { cells } = sheetNamed(store, "表1");
  for (const [column] of formats.entries())
    expect(HOSTILE_TEXTS.map((_, row) => cells.get(row)?.get(column)?.value)).toEqual(HOSTILE_TEXTS);
  expect(formulasOf(sheetNamed(store, "表1"))).toEqual([]);
});

test("texts of a sheet that is added stay the texts they are, in every style", async () => {
  const store = createWorkbookStore("a.xlsx", ["表1"]);
  const { port } = open(store);
  const styles = Object.keys(SHEET_STYLES) as SheetCellStyle[];
  const cells = styles.flatMap((style, column) =>
    HOSTILE_TEXTS.map((value, row): DesignCell => ({ row, column, style, content: { value } })),
  );
  const design = {
    name: "新",
    cells,
    merges: [],
    columnWidths: [],
    rowHeights: new Map<number, number>(),
    frozenRows: 0,
    frozenColumns: 0,
    page: undefined,
    names: [],
    lists: [],
    isHidden: false,
  };
  await port.addSheets([{ kind: "addSheet", design }]);
  const added = sheetNamed(store, "新");
  for (const [column] of styles.entries())
    expect(HOSTILE_TEXTS.map((_, row) => added.cells.get(row)?.get(column)?.value)).toEqual(HOSTILE_TEXTS);
  expect(formulasOf(added)).toEqual([]);
});

test("a department called like a formula heads inserted tables as a text", async () => {
  const store = createWorkbookStore("a.xlsx", ["说明"]);
  const { port } = open(store);
  const department = '=HYPERLINK("http://example.com")';
  const settings = {
    year: 2027,
    department,
    unit: "万元" as const,
    list: "",
    codes: "",
    blankRows: 0,
    unlinked: [],
  };
  await insertTables(port, { tables: [{ id: "T06", how: "new" }], withRows: true, settings }, 2027);
  const sheet = sheetNamed(store, "表6");
  expect(textsOf(sheet).filter((text) => String(text).includes(department))).toHaveLength(1);
  expect(formulasOf(sheet).filter((formula) => formula.includes("HYPERLINK"))).toEqual([]);
});

test("names of an imported list stand in its dictionary as the texts they are", async () => {
  const store = createWorkbookStore("a.xlsx", ["说明"]);
  const { port } = open(store);
  const texts = HOSTILE_TEXTS.slice(0, -1);
  const entries = texts.map((name, index) => ({ code: `20${index + 101}`, name }));
  const list = { kind: "functional", title: "本市科目", year: 2027, isAuthoritative: true, entries } as const;
  await insertDictionary(port, { kind: "functional", codeLists: [list], year: 2027 }, "zh-CN");
  const sheet = store.sheets.at(-1) as StoredSheet;
  expect(textsOf(sheet)).toEqual(expect.arrayContaining([...texts]));
  expect(formulasOf(sheet)).toEqual([]);
});

test("a report of hostile texts, the longest that a cell takes among them, has no formula", async () => {
  const rows = HOSTILE_TEXTS.map((text, index) => [`20199${String(index + 10)}`, text, 1, 1, 0, 0, 0]);
  const store = storeFromSnapshot(workbookOf(sheetOf("表6", [...smallT06({ "10,5": 1165.39 }), ...rows])));
  const { port } = open(store);
  const { findings } = await validateAndMark(port);
  expect(findings.length).toBeGreaterThan(HOSTILE_TEXTS.length);
  await reportWorkbook(port, port, { date: "2026-11-30" });
  expect(formulasOf(sheetNamed(store, "校验报告"))).toEqual([]);
});

test("two hundred sheets are read in three round trips, and the tables among them are found", async () => {
  const budget = seedWorkbook("complete");
  const others = Array.from({ length: 186 }, (_, index) => sheetOf(`附${index}`, [["备注", index]]));
  const workbook = { ...budget, sheets: [...others.slice(0, 90), ...budget.sheets, ...others.slice(90)] };
  const { host, port } = open(storeFromSnapshot(workbook));
  const read = await port.read();
  expect(host.roundTrips).toBeLessThanOrEqual(3);
  expect(read.sheets).toHaveLength(200);
  expect(checkSnapshot(read).tables).toHaveLength(14);
});

test("a table on a sheet that is hidden from its user altogether, with filtered rows, is checked like any other", async () => {
  const store = storeFromSnapshot(
    workbookOf(sheetOf("表1", [["说明"]]), sheetOf("表6", smallT06({ "10,5": 1165.39 }))),
  );
  const sheet = sheetNamed(store, "表6");
  sheet.visibility = "VeryHidden";
  sheet.hasFilteredRows = true;
  sheet.hiddenRows.add(9).add(10);
  const { port } = open(store);
  const { findings } = await validateAndMark(port);
  expect(findings.some(({ severity, sheet: on }) => severity === "error" && on === "表6")).toBe(true);
  await expect(port.select({ sheet: "表6", row: 10, column: 4 })).rejects.toMatchObject({
    key: "host.sheetHidden",
  });
  expect(sheet.visibility).toBe("VeryHidden");
});

test("circular, volatile and external formulas are read, said nothing wrong of, and stay", async () => {
  const { formulas, t06 } = strangeFormulas("='[预算.xlsx]表6'!C7");
  const store = storeFromSnapshot(workbookOf(sheetOf("表6", t06)));
  const { port } = open(store);
  const { findings } = await validateAndMark(port);
  expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(formulasOf(sheetNamed(store, "表6"))).toEqual(formulas);
});

test("whole columns that are selected count as the table they hold", async () => {
  const store = storeFromSnapshot(workbookOf(sheetOf("表6", smallT06({ "9,0": "" }))));
  const { port } = open(store);
  const range = { firstRow: 0, lastRow: 1_048_575, firstColumn: 0, lastColumn: 2 };
  const all = await previewFill(port);
  const { fills } = await previewFill(port, { scope: { kind: "selection", sheet: "表6", range } });
  expect(fills).toEqual(all.fills);
  expect(fills.length).toBeGreaterThan(0);
});
