import type { StoredSheet, WorkbookStore } from "../../workbench/host/store";
import { createWorkbookStore, storedCell } from "../../workbench/host/store";
import { failure } from "./failure";
import { loadRuntime } from "./loadRuntime";

const sheetOf = (store: WorkbookStore, name: string) =>
  store.sheets.find((sheet) => sheet.name === name) as StoredSheet;

function twoSheets(): WorkbookStore {
  return loadRuntime(createWorkbookStore("预算.xlsx", ["表1", "表 2"])).store;
}

function run(act: (context: Excel.RequestContext) => unknown): Promise<void> {
  return Excel.run(async (context) => {
    act(context);
    await context.sync();
  });
}

async function codeOf(act: (context: Excel.RequestContext) => unknown): Promise<string> {
  return (
    await failure(async (context) => {
      act(context);
      await context.sync();
    })
  ).code;
}

test("formulas and names follow a sheet that is renamed, and lose one that is deleted", async () => {
  const store = twoSheets();
  await run(({ workbook: { worksheets, names } }) => {
    const first = worksheets.getItem("表1");
    first.getRange("A1:A2").formulas = [["='表 2'!B1+A2"], ['="表 2!B1"']];
    names.add("总计", worksheets.getItem("表 2").getRange("B1"));
    worksheets.getItem("表 2").name = "收入";
  });
  const formula = (row: number) => storedCell(sheetOf(store, "表1"), row, 0)?.formula;
  expect([formula(0), formula(1)]).toStrictEqual(["=收入!B1+A2", '="表 2!B1"']);
  expect(store.names).toMatchObject([{ name: "总计", sheet: "收入" }]);
  await run(({ workbook }) => workbook.worksheets.getItem("收入").delete());
  expect(formula(0)).toBe("=#REF!B1+A2");
  expect(store.names).toStrictEqual([{ name: "总计", sheet: "", formula: "=#REF!" }]);
});

test("a sheet is copied with all that is on it, to the place asked for", async () => {
  const store = twoSheets();
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const first = worksheets.getItem("表1");
    first.getRange("A1:A2").values = [[1], ["=A1*2"]];
    first.getRange("A1").conditionalFormats.add("Custom").custom.rule.formula = "=A1>0";
    first.tabColor = "#00b050";
    first.freezePanes.freezeRows(1);
    const end = first.copy("End").load("name,tabColor,position");
    const after = first.copy("After", first).load("name,position");
    await context.sync();
    expect([end.name, end.tabColor, after.name, after.position]).toStrictEqual([
      "表1 (2)",
      "#00B050",
      "表1 (3)",
      1,
    ]);
    end.getRange("A1").values = [[5]];
    await context.sync();
  });
  expect(store.sheets.map(({ name }) => name)).toStrictEqual(["表1", "表1 (3)", "表 2", "表1 (2)"]);
  const copy = sheetOf(store, "表1 (2)");
  expect([storedCell(copy, 1, 0)?.formula, copy.frozenRows]).toStrictEqual(["=A1*2", 1]);
  expect(storedCell(sheetOf(store, "表1"), 0, 0)?.value).toBe(1);
  const ids = store.sheets.flatMap(({ id, conditionalFormats }) => [
    id,
    ...conditionalFormats.map((f) => f.id),
  ]);
  expect(new Set(ids).size).toBe(ids.length);
});

test("sheets are moved, found by their neighbours, and named by Excel when no name is given", async () => {
  const store = twoSheets();
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const added = worksheets.add().load("name");
    worksheets.getItem("表1").position = 2;
    const next = worksheets.getItem("表 2").getNext().load("name");
    const last = worksheets.getItem("表1").getNextOrNullObject().load("name");
    await context.sync();
    expect([added.name, next.name, last.isNullObject]).toStrictEqual(["Sheet1", "Sheet1", true]);
  });
  expect(store.sheets.map(({ name }) => name)).toStrictEqual(["表 2", "Sheet1", "表1"]);
});

test.each(["History", " ", "表[1]", "'表1", "表1:2"])("a sheet cannot be called %j", async (name) => {
  twoSheets();
  expect(await codeOf(({ workbook }) => workbook.worksheets.add(name))).toBe("InvalidArgument");
});

test("names stand for ranges, constants and formulas, can be hidden, and one sheet can keep its own", async () => {
  const store = twoSheets();
  await Excel.run(async (context) => {
    const { names, worksheets } = context.workbook;
    const sheet = worksheets.getItem("表1");
    const range = names
      .add("总计", sheet.getRange("B2:C3"), "合计行")
      .load("name,formula,type,value,comment");
    const text = names.add("gouji.year", "2020");
    text.visible = false;
    text.load("formula,type,value,visible");
    const reference = names.add("明细", "='表 2'!$A$1:$B$9").load("type,value");
    sheet.names.add("本表", sheet.getRange("A1"));
    const found = sheet.getRange("总计").load("address");
    const own = sheet.names.getItem("本表").load("scope");
    const none = names.getItemOrNullObject("本表").load("name");
    await context.sync();
    expect([range.name, range.formula, range.type, range.value, range.comment]).toStrictEqual([
      "总计",
      "=表1!$B$2:$C$3",
      "Range",
      "表1!B2:C3",
      "合计行",
    ]);
    expect([text.formula, text.type, text.value, text.visible]).toStrictEqual([
      '="2020"',
      "String",
      "2020",
      false,
    ]);
    expect([reference.type, reference.value]).toStrictEqual(["Range", "'表 2'!A1:B9"]);
    expect([found.address, own.scope, none.isNullObject]).toStrictEqual(["表1!B2:C3", "Worksheet", true]);
    names.getItem("gouji.year").delete();
    await context.sync();
  });
  expect(store.names.map(({ name }) => name)).toStrictEqual(["总计", "明细", "本表"]);
  expect(await codeOf(({ workbook }) => workbook.names.add("总计", "=1"))).toBe("ItemAlreadyExists");
  for (const name of ["A1", "R1C1", "合 计", "1月", ""]) {
    expect(await codeOf(({ workbook }) => workbook.names.add(name, "=1"))).toBe("InvalidArgument");
  }
});

test("rows and columns stay in sight as they are told to", async () => {
  const store = twoSheets();
  await Excel.run(async (context) => {
    const panes = context.workbook.worksheets.getItem("表1").freezePanes;
    panes.freezeAt(context.workbook.worksheets.getItem("表1").getRange("A1:B5"));
    const location = panes.getLocationOrNullObject().load("address");
    const none = context.workbook.worksheets.getItem("表 2").freezePanes.getLocationOrNullObject();
    none.load("address");
    await context.sync();
    expect([location.address, none.isNullObject]).toStrictEqual(["表1!A1:B5", true]);
  });
  expect([sheetOf(store, "表1").frozenRows, sheetOf(store, "表1").frozenColumns]).toStrictEqual([5, 2]);
  await run(({ workbook }) => workbook.worksheets.getItem("表1").freezePanes.unfreeze());
  expect(sheetOf(store, "表1").frozenRows).toBe(0);
});

test("how a sheet is printed is set and read back", async () => {
  const store = twoSheets();
  await Excel.run(async (context) => {
    const { pageLayout } = context.workbook.worksheets.getItem("表1");
    pageLayout.orientation = "Landscape";
    pageLayout.paperSize = "A3" as Excel.PaperType;
    pageLayout.centerHorizontally = true;
    pageLayout.zoom = { horizontalFitToPages: 1 };
    pageLayout.setPrintArea("A1:H40");
    pageLayout.setPrintTitleRows("$1:$5");
    pageLayout.setPrintMargins("Centimeters", { top: 2.54, left: 1.27 });
    pageLayout.headersFooters.defaultForAllPages.centerFooter = "第 &P 页 共 &N 页";
    pageLayout.load("orientation,paperSize,zoom,topMargin,headersFooters/defaultForAllPages/centerFooter");
    const titles = pageLayout.getPrintTitleRowsOrNullObject().load("address");
    await context.sync();
    expect([pageLayout.orientation, pageLayout.paperSize, pageLayout.zoom]).toStrictEqual([
      "Landscape",
      "A3",
      { horizontalFitToPages: 1 },
    ]);
    expect([pageLayout.topMargin, titles.address]).toStrictEqual([72, "表1!1:5"]);
    expect(pageLayout.headersFooters.defaultForAllPages.centerFooter).toBe("第 &P 页 共 &N 页");
  });
  expect(sheetOf(store, "表1").pageLayout).toMatchObject({
    printArea: "$A$1:$H$40",
    titleRows: "$1:$5",
    fit: { wide: 1 },
    margins: { top: 72, left: 36 },
  });
  expect(
    await codeOf(({ workbook }) => {
      workbook.worksheets.getItem("表1").pageLayout.zoom = { scale: 5 };
    }),
  ).toBe("InvalidArgument");
});

// Source: OfficeDev/office-js issue 6784 (protecting twice), 1931 (nulls in options).
test("protection refuses what it does not allow, and to be set or taken away twice", async () => {
  const store = twoSheets();
  const protection = ({ workbook }: Excel.RequestContext) => workbook.worksheets.getItem("表1").protection;
  await run((context) => {
    const { worksheets } = context.workbook;
    worksheets.getItem("表1").getRange("B2").format.protection.locked = false;
    protection(context).protect({ allowFormatCells: true }, "gouji");
  });
  const range = ({ workbook }: Excel.RequestContext, address: string) =>
    workbook.worksheets.getItem("表1").getRange(address);
  await run((context) => {
    range(context, "B2").values = [[1]];
    range(context, "A1").format.fill.color = "#FFC7CE";
  });
  expect(storedCell(sheetOf(store, "表1"), 1, 1)?.value).toBe(1);
  for (const act of [
    (context: Excel.RequestContext) => (range(context, "B2:B3").values = [[1], [2]]),
    (context: Excel.RequestContext) => range(context, "A1").merge(),
    (context: Excel.RequestContext) => (range(context, "A1").format.rowHeight = 20),
    (context: Excel.RequestContext) => protection(context).protect(),
    (context: Excel.RequestContext) => protection(context).unprotect("wrong"),
    (context: Excel.RequestContext) => range(context, "A1").dataValidation.clear(),
  ]) {
    expect(await codeOf(act)).toBe("AccessDenied");
  }
  await Excel.run(async (context) => {
    const loaded = protection(context).load("protected,options");
    await context.sync();
    expect([loaded.protected, loaded.options.allowFormatCells, loaded.options.allowSort]).toStrictEqual([
      true,
      true,
      false,
    ]);
    loaded.unprotect("gouji");
    await context.sync();
  });
  expect(await codeOf((context) => protection(context).unprotect())).toBe("AccessDenied");
  expect(
    await codeOf((context) => protection(context).protect({ allowSort: null as unknown as boolean })),
  ).toBe("InvalidArgument");
});

test("comments are added, found by their cell, and go", async () => {
  const store = twoSheets();
  await Excel.run(async (context) => {
    const { comments, worksheets } = context.workbook;
    const added = comments.add("'表 2'!B2", "应等于表1合计").load("id,content");
    const cell = worksheets.getItem("表 2").getRange("B2");
    const location = comments.getItemByCell(cell).getLocation().load("address");
    const count = worksheets.getItem("表1").comments.getCount();
    await context.sync();
    expect([added.content, location.address, count.value]).toStrictEqual(["应等于表1合计", "'表 2'!B2", 0]);
    added.content = "已核对";
    await context.sync();
    expect(sheetOf(store, "表 2").comments).toMatchObject([{ row: 1, column: 1, content: "已核对" }]);
    added.delete();
    await context.sync();
  });
  expect(sheetOf(store, "表 2").comments).toStrictEqual([]);
  expect(await codeOf(({ workbook }) => workbook.comments.add("B2", "无表名"))).toBe("InvalidArgument");
});

test("settings stay with the workbook as they were given", async () => {
  const store = twoSheets();
  await Excel.run(async (context) => {
    const { settings } = context.workbook;
    settings.add("gouji", { edition: 2020, sheets: ["表1"] });
    settings.add("gouji.old", 1);
    settings.add("gouji.old", 2);
    const read = settings.getItem("gouji").load("value");
    const none = settings.getItemOrNullObject("other").load("value");
    await context.sync();
    expect([read.value, none.isNullObject]).toStrictEqual([{ edition: 2020, sheets: ["表1"] }, true]);
    settings.getItem("gouji.old").delete();
    await context.sync();
  });
  expect(store.settings?.map(({ key }) => key)).toStrictEqual(["gouji"]);
});

test("calculation and drawing can be put off and asked for", async () => {
  twoSheets();
  await Excel.run(async (context) => {
    const { application } = context;
    application.suspendScreenUpdatingUntilNextSync();
    application.suspendApiCalculationUntilNextSync();
    application.calculate("Full");
    application.load("calculationMode");
    await context.sync();
    expect(application.calculationMode).toBe("Automatic");
  });
  expect(await codeOf(({ application }) => application.calculate("All" as "Full"))).toBe("InvalidArgument");
});

test("a filter is set on cells of its own sheet, and taken away", async () => {
  const store = twoSheets();
  await run(({ workbook }) => {
    const sheet = workbook.worksheets.getItem("表1");
    sheet.autoFilter.apply(sheet.getRange("A2:F9"));
  });
  expect(sheetOf(store, "表1").filter).toEqual({ firstRow: 1, lastRow: 8, firstColumn: 0, lastColumn: 5 });
  expect(
    await codeOf(({ workbook: { worksheets } }) =>
      worksheets.getItem("表1").autoFilter.apply(worksheets.getItem("表 2").getRange("A1:B2")),
    ),
  ).toBe("InvalidArgument");
  await run(({ workbook }) => workbook.worksheets.getItem("表1").autoFilter.remove());
  expect(sheetOf(store, "表1").filter).toBeUndefined();
});
