import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Workbook } from "exceljs";
import { checkSnapshot } from "../../../src/actions/validate";
import { cellAt } from "../../../src/workbook/snapshot";
import { PackageDraft } from "../../../src/xlsx/patch/draft";
import { readWorkbook } from "../../../src/xlsx/read/readWorkbook";
import { blankWorkbook } from "../../../workbench/files/blankWorkbook";
import { openWorkbook } from "../../../workbench/files/openWorkbook";
import { saveCopy } from "../../../workbench/files/saveCopy";
import { cellToWrite, findSheet, storedCell } from "../../../workbench/host/store";
import type { StoredSheet, WorkbookStore } from "../../../workbench/host/store";
import { loadCalculatingRuntime } from "../../support/engineHost";

const budget = () => new Uint8Array(readFileSync(join(__dirname, "../../fixtures/baiyun-2020.xlsx")));

/** The name of the first sheet of the budget. */
const FIRST = readWorkbook(budget(), "a.xlsx").sheets[0]?.name ?? "";

function sheetOf(store: WorkbookStore, name: string): StoredSheet {
  const sheet = findSheet(store, name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** Saves what an add-in made of a file through Office.js, and opens the copy. */
async function savedAfter(
  original: Uint8Array,
  act: (context: Excel.RequestContext) => unknown,
): Promise<{ was: WorkbookStore; copy: WorkbookStore; bytes: Uint8Array; unsaved: readonly string[] }> {
  const { store } = openWorkbook(original, "a.xlsx");
  loadCalculatingRuntime(store);
  await Excel.run(async (context) => {
    await act(context);
    await context.sync();
  });
  const { bytes, unsaved } = saveCopy(original, store);
  return { was: store, copy: openWorkbook(bytes, "a.xlsx").store, bytes, unsaved };
}

/** Everything an inserted table uses. */
function addTable({ workbook }: Excel.RequestContext): void {
  const sheet = workbook.worksheets.add("表15 新表");
  sheet.getRange("A1").values = [["收支表"]];
  sheet.getRange("A1:C1").merge();
  sheet.getRange("A2:C2").numberFormat = [["@", "#,##0.00", "#,##0.00"]];
  sheet.getRange("A2:B2").values = [["2010301", 12.5]];
  sheet.getRange("C2").formulas = [["=B2*2"]];
  const { format } = sheet.getRange("A2:C2");
  format.fill.color = "#DDEBF7";
  format.font.color = "#1F4E79";
  format.font.bold = true;
  format.font.size = 10;
  format.font.name = "黑体";
  format.horizontalAlignment = "Right";
  format.verticalAlignment = "Center";
  format.wrapText = true;
  format.borders.getItem("EdgeTop").style = "Continuous";
  sheet.getRange("A:A").format.columnWidth = 105;
  sheet.getRange("1:1").format.rowHeight = 30;
  sheet.getRange("A2").format.indentLevel = 1;
  sheet.freezePanes.freezeAt(sheet.getRange("A1:A1"));
  sheet.autoFilter.apply(sheet.getRange("A2:C9"));
  sheet.showGridlines = false;
  sheet.tabColor = "#00B050";
  sheet.pageLayout.orientation = "Landscape";
  sheet.pageLayout.centerHorizontally = true;
  sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
  sheet.pageLayout.setPrintArea("A1:C9");
  sheet.pageLayout.setPrintTitleRows("$1:$2");
  sheet.pageLayout.headersFooters.defaultForAllPages.centerFooter = "第 &P 页，共 &N 页";
  sheet.getRange("A3:A9").dataValidation.rule = { list: { inCellDropDown: true, source: "类,款,项" } };
  const formats = sheet.getRange("B2:B9").conditionalFormats.add("Custom").custom;
  formats.rule.formula = "=$B2<0";
  formats.format.fill.color = "#FFC7CE";
  workbook.names.add("新表合计", sheet.getRange("C2"));
}

test("a sheet that the add-in adds is saved with content, looks, sizes, lists, names and print settings", async () => {
  const { was, copy, bytes, unsaved } = await savedAfter(budget(), addTable);
  expect(unsaved).toEqual([]);
  const [made, saved] = [sheetOf(was, "表15 新表"), sheetOf(copy, "表15 新表")];
  for (const [row, cells] of made.cells) {
    for (const [column, cell] of cells) expect(storedCell(saved, row, column)).toMatchObject(cell);
  }
  const kept = [
    "merges",
    "columnWidths",
    "rowHeights",
    "frozenRows",
    "frozenColumns",
    "hasGridlines",
  ] as const;
  for (const name of [...kept, "tabColor"] as const) expect(saved[name]).toEqual(made[name]);
  expect(saved.pageLayout).toEqual(made.pageLayout);
  expect(saved.validations).toMatchObject([{ list: "类,款,项", range: { firstRow: 2, lastRow: 8 } }]);
  expect(saved.conditionalFormats).toMatchObject([{ formula: "=$B2<0", fill: "#FFC7CE" }]);
  expect(copy.names).toEqual(was.names);
  // Other programs read it too, and the real budget beside it is as it was.
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  expect(workbook.getWorksheet("表15 新表")?.getCell("C2").result).toBe(25);
  expect(workbook.getWorksheet("表15 新表")?.autoFilter).toBe("A2:C9");
  const [checked, before] = [bytes, budget()].map((one) => checkSnapshot(readWorkbook(one, "a.xlsx")));
  expect(checked?.findings).toEqual(before?.findings);
  // What was saved is no change any more.
  expect(saveCopy(bytes, openWorkbook(bytes, "a.xlsx").store).bytes).toEqual(bytes);
});

test("a sheet that is renamed, moved or hidden is so in the copy, and formulas and print settings follow", async () => {
  const name = openWorkbook(budget(), "a.xlsx").store.sheets[1]?.name ?? "";
  const { copy, bytes } = await savedAfter(budget(), ({ workbook: { worksheets } }) => {
    const sheet = worksheets.getItem(name);
    worksheets.getFirst().getRange("H1").formulas = [[`='${name}'!A1`]];
    sheet.name = "收入 & 总表";
    sheet.position = 13;
    sheet.pageLayout.setPrintArea("A1:D9");
    worksheets.getFirst().getNext().visibility = "Hidden";
  });
  expect(copy.sheets.at(-1)?.name).toBe("收入 & 总表");
  expect(copy.sheets.at(-1)?.pageLayout.printArea).toBe("$A$1:$D$9");
  expect(copy.sheets[1]?.visibility).toBe("Hidden");
  const [first] = readWorkbook(bytes, "a.xlsx").sheets;
  expect(first && cellAt(first, 0, 7)).toMatchObject({
    formula: "='收入 & 总表'!A1",
    value: "收入总体情况表",
  });
  // Recognition does not go by sheet names or their order: the check finds what it found.
  expect(checkSnapshot(readWorkbook(bytes, "a.xlsx")).tables).toHaveLength(14);
});

test("a deleted sheet is not in the copy, nor are its names", async () => {
  const workbook = new Workbook();
  for (const name of ["甲", "乙", "丙"]) workbook.addWorksheet(name).getCell("A1").value = name;
  Object.assign(workbook.getWorksheet("丙")?.getCell("A2") ?? {}, {
    value: { formula: "乙!A1", result: "乙" },
  });
  workbook.definedNames.add("乙!$A$1", "乙值");
  const original = new Uint8Array(await workbook.xlsx.writeBuffer());
  const { copy, bytes } = await savedAfter(original, ({ workbook: { worksheets } }) =>
    worksheets.getItem("乙").delete(),
  );
  expect(copy.sheets.map(({ name }) => name)).toEqual(["甲", "丙"]);
  expect(copy.names).toEqual([{ name: "乙值", sheet: "", formula: "=#REF!" }]);
  const [, third] = readWorkbook(bytes, "a.xlsx").sheets;
  expect(third && cellAt(third, 1, 0)?.formula).toBe("=#REF!A1");
});

test("a look changed in the workbench is in the copy, and the rest of the cell's format stays", async () => {
  const workbook = new Workbook();
  const cell = workbook.addWorksheet("表1").getCell("B2");
  cell.value = 12.5;
  cell.alignment = { textRotation: 45, horizontal: "left" };
  cell.font = { name: "仿宋", size: 12, italic: true };
  const original = new Uint8Array(await workbook.xlsx.writeBuffer());
  const { bytes, copy } = await savedAfter(original, ({ workbook: { worksheets } }) => {
    const range = worksheets.getItem("表1").getRange("B2");
    range.format.fill.color = "#FFEB9C";
    range.format.font.bold = true;
    range.numberFormat = [["0.000%"]];
    worksheets.getItem("表1").getRange("D9").format.fill.color = "#00FF00";
  });
  const read = new Workbook();
  await read.xlsx.load(bytes.buffer as ArrayBuffer);
  const saved = read.getWorksheet("表1")?.getCell("B2");
  expect(saved?.alignment).toMatchObject({ textRotation: 45, horizontal: "left" });
  expect(saved?.font).toMatchObject({ name: "仿宋", size: 12, italic: true, bold: true });
  expect(saved?.numFmt).toBe("0.000%");
  expect(storedCell(sheetOf(copy, "表1"), 1, 1)).toMatchObject({ fill: "#FFEB9C", value: 12.5 });
  expect(storedCell(sheetOf(copy, "表1"), 8, 3)).toMatchObject({ fill: "#00FF00" });
});

test("rows inserted into the real budget take their looks, sizes and merged areas along", async () => {
  const { was, copy, unsaved } = await savedAfter(budget(), ({ workbook: { worksheets } }) => {
    worksheets.getFirst().getRange("5:6").insert("Down");
  });
  const [made, saved] = [was.sheets[0], copy.sheets[0]];
  if (!made || !saved) throw new Error("no sheet");
  expect(unsaved).toEqual([]);
  expect(saved.rowHeights).toEqual(made.rowHeights);
  expect(saved.merges).toEqual(made.merges);
  expect(storedCell(saved, 6, 1)).toMatchObject({ value: 31599.23, numberFormat: "#,##0.00" });
  expect(storedCell(saved, 6, 1)?.borders).toEqual(storedCell(made, 6, 1)?.borders);
});

test("names of the file are known in the workbench: formulas with them are worked out", async () => {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet("表1");
  sheet.getCell("A1").value = 2;
  sheet.getCell("A2").value = { formula: "单价*3", result: 0 };
  workbook.definedNames.add("表1!$A$1", "单价");
  const original = new Uint8Array(await workbook.xlsx.writeBuffer());
  const { bytes } = await savedAfter(original, ({ workbook: { worksheets } }) => {
    worksheets.getItem("表1").getRange("A1").values = [[5]];
  });
  const [saved] = readWorkbook(bytes, "a.xlsx").sheets;
  expect(saved && cellAt(saved, 1, 0)?.value).toBe(15);
});

test("a result that the workbench cannot work out is not made an error by saving, and is named", async () => {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet("表1");
  sheet.getCell("A1").value = 2;
  sheet.getCell("A2").value = { formula: "GOUJI.NAME(A1)", result: "教育支出" };
  const original = new Uint8Array(await workbook.xlsx.writeBuffer());
  const { bytes, unsaved } = await savedAfter(original, ({ workbook: { worksheets } }) => {
    worksheets.getItem("表1").getRange("A1").values = [[205]];
  });
  const [saved] = readWorkbook(bytes, "a.xlsx").sheets;
  expect(saved && cellAt(saved, 1, 0)?.value).toBe("教育支出");
  expect(unsaved).toEqual(["表1 有 1 个公式工作台不会算，保留原来的结果"]);
});

test("notes written, changed and taken away are so in the copy; another's note keeps its author", async () => {
  const workbook = new Workbook();
  const made = workbook.addWorksheet("表1");
  for (const cell of ["A1", "A2", "A3"]) made.getCell(cell).note = `原批注 ${cell}`;
  const original = new Uint8Array((await workbook.xlsx.writeBuffer()) as ArrayBuffer);
  const { store } = openWorkbook(original, "x.xlsx");
  const { notes } = sheetOf(store, "表1");
  notes.splice(0, notes.length, ...notes.filter(({ row }) => row !== 0));
  Object.assign(notes[0] ?? {}, { content: "改过：<教育>&_x0041_" });
  notes.push({ row: 4, column: 1, content: "核对过" });
  const { bytes, unsaved } = saveCopy(original, store);
  expect(unsaved).toEqual([]);
  expect(sheetOf(openWorkbook(bytes, "x.xlsx").store, "表1").notes).toEqual([
    { row: 1, column: 0, content: "改过：<教育>&_x0041_" },
    { row: 2, column: 0, content: "原批注 A3" },
    { row: 4, column: 1, content: "核对过" },
  ]);
  const draft = new PackageDraft(bytes);
  const boxes = draft.read("xl/drawings/vmlDrawing1.vml");
  expect(boxes.match(/<x:Row>\d+<\/x:Row>/g)).toEqual([
    "<x:Row>1</x:Row>",
    "<x:Row>2</x:Row>",
    "<x:Row>4</x:Row>",
  ]);
});

test("the first note of a sheet brings its parts along, and without notes again none is left to read", () => {
  const original = blankWorkbook();
  const { store } = openWorkbook(original, "x.xlsx");
  store.sheets[0]?.notes.push({ row: 0, column: 0, content: "核对过\n第二行" });
  const { bytes, unsaved } = saveCopy(original, store);
  expect(unsaved).toEqual([]);
  const { store: copy } = openWorkbook(bytes, "x.xlsx");
  expect(copy.sheets[0]?.notes).toEqual([{ row: 0, column: 0, content: "核对过\n第二行" }]);
  copy.sheets[0]?.notes.splice(0);
  expect(openWorkbook(saveCopy(bytes, copy).bytes, "x.xlsx").store.sheets[0]?.notes).toEqual([]);
});

test("links to addresses and into the workbook, and a password, are in the copy", async () => {
  const { bytes, unsaved } = await savedAfter(budget(), ({ workbook }) => {
    const sheet = workbook.worksheets.getItem(FIRST);
    sheet.getRange("F1").hyperlink = {
      address: "https://www.example.gov.cn/?a=1&b=2",
      screenTip: "公开网址",
      textToDisplay: "公开",
    };
    sheet.getRange("F2").hyperlink = { documentReference: `'${FIRST}'!A1`, textToDisplay: "回到表头" };
    sheet.protection.protect({ allowInsertRows: true }, "password");
  });
  expect(unsaved).toEqual([]);
  const again = new Workbook();
  await again.xlsx.load(bytes.buffer as ArrayBuffer);
  const read = again.getWorksheet(FIRST);
  expect(read?.getCell("F1").value).toMatchObject({
    text: "公开",
    hyperlink: "https://www.example.gov.cn/?a=1&b=2",
  });
  const { store } = openWorkbook(bytes, "x.xlsx");
  // 83AF is what Excel writes for this password.
  expect(sheetOf(store, FIRST).protection).toEqual({
    options: { allowInsertRows: true },
    passwordHash: "83AF",
  });
  loadCalculatingRuntime(store);
  const unprotect = (password?: string) =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem(FIRST).protection.unprotect(password);
      await context.sync();
    });
  await expect(unprotect()).rejects.toMatchObject({ code: "AccessDenied" });
  await unprotect("password");
  expect(sheetOf(store, FIRST).isProtected).toBe(false);
});

test("a sheet whose rows and cells carry no numbers takes a look and a figure at their places", () => {
  const draft = new PackageDraft(blankWorkbook());
  const cells = "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>";
  const part = "xl/worksheets/sheet1.xml";
  draft.write(part, draft.read(part).replace("<sheetData/>", `<sheetData>${cells}</sheetData>`));
  const original = draft.toBytes();
  const { store } = openWorkbook(original, "x.xlsx");
  Object.assign(cellToWrite(sheetOf(store, "Sheet1"), 0, 4), { value: 5 });
  Object.assign(cellToWrite(sheetOf(store, "Sheet1"), 0, 1), { fill: "#FFFF00" });
  const copy = sheetOf(openWorkbook(saveCopy(original, store).bytes, "x.xlsx").store, "Sheet1");
  expect(storedCell(copy, 0, 1)).toMatchObject({ value: 2, fill: "#FFFF00" });
  expect([storedCell(copy, 0, 4)?.value, storedCell(copy, 1, 0)?.value]).toEqual([5, 3]);
});
