import { createWorkbookStore } from "../../workbench/host/store";
import type { StoredSheet, WorkbookStore } from "../../workbench/host/store";
import { failure } from "./failure";
import { loadRuntime } from "./loadRuntime";

function firstSheet(store: WorkbookStore): StoredSheet {
  return store.sheets[0] as StoredSheet;
}

test("can be added, renamed, hidden and deleted", async () => {
  const { store } = loadRuntime();
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const report = worksheets.add("校验报告");
    const draft = worksheets.add("底稿");
    await context.sync();
    report.name = "报告";
    report.visibility = "Hidden";
    draft.delete();
    await context.sync();
  });
  expect(store.sheets.map(({ name, visibility }) => [name, visibility])).toStrictEqual([
    ["Sheet1", "Visible"],
    ["报告", "Hidden"],
  ]);
});

test("a name that is taken, in whatever case, is refused", async () => {
  loadRuntime();
  const error = await failure((context) => {
    context.workbook.worksheets.add("SHEET1");
    return context.sync();
  });
  expect(error.code).toBe("ItemAlreadyExists");
});

test.each(["", "a/b", "表".repeat(32), "'引号'"])("the name %j is refused", async (name) => {
  loadRuntime();
  const error = await failure((context) => {
    context.workbook.worksheets.getItem("Sheet1").name = name;
    return context.sync();
  });
  expect(error.code).toBe("InvalidArgument");
});

test("a sheet that is not there is a null object, or an error of Excel's own class", async () => {
  const { OfficeExtension } = loadRuntime();
  await Excel.run(async (context) => {
    const missing = context.workbook.worksheets.getItemOrNullObject("表9").load("name");
    const cell = missing.getRange("A1").load("values");
    await context.sync();
    expect([missing.isNullObject, cell.isNullObject]).toStrictEqual([true, true]);
    missing.load("name");
    await context.sync();
    expect(missing.isNullObject).toBe(true);
  });
  const error = await failure((context) => {
    context.workbook.worksheets.getItem("表9").load("name");
    return context.sync();
  });
  expect(error).toBeInstanceOf(OfficeExtension.Error);
  expect(error).toMatchObject({
    code: "ItemNotFound",
    debugInfo: { errorLocation: "WorksheetCollection.getItem" },
  });
});

test("nothing on a protected sheet can be changed", async () => {
  const { store } = loadRuntime();
  firstSheet(store).isProtected = true;
  const before = structuredClone(store);
  const error = await failure((context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange("A1").values = [[1]];
    return context.sync();
  });
  expect(error.code).toBe("AccessDenied");
  expect(store).toStrictEqual(before);
});

test("the selection is where select put it, on the sheet that is shown", async () => {
  loadRuntime(createWorkbookStore("a.xlsx", ["表1", "表2"]));
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("表2");
    sheet.activate();
    sheet.getRange("C7:D8").select();
    const selected = context.workbook.getSelectedRange().load("address");
    const cell = context.workbook.getActiveCell().load("address");
    const active = context.workbook.worksheets.getActiveWorksheet().load("name");
    await context.sync();
    expect([selected.address, cell.address, active.name]).toStrictEqual(["表2!C7:D8", "表2!C7", "表2"]);
  });
});

test("load() of nothing in particular brings all that the level has", async () => {
  loadRuntime();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.load();
    await context.sync();
    expect([sheet.name, sheet.position, sheet.visibility]).toStrictEqual(["Sheet1", 0, "Visible"]);
  });
});

test("first, last and count can leave hidden sheets out", async () => {
  const { store } = loadRuntime(createWorkbookStore("a.xlsx", ["表1", "表2", "底稿"]));
  const draft = store.sheets[2] as StoredSheet;
  draft.visibility = "Hidden";
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const sheets = [worksheets.getFirst(), worksheets.getLast(), worksheets.getLast(true)];
    for (const sheet of sheets) sheet.load("name");
    const counts = [worksheets.getCount(), worksheets.getCount(true)];
    await context.sync();
    expect(sheets.map(({ name }) => name)).toStrictEqual(["表1", "底稿", "表2"]);
    expect(counts.map(({ value }) => value)).toStrictEqual([3, 2]);
  });
});

test("deleting the sheet that is shown shows another", async () => {
  const { store } = loadRuntime(createWorkbookStore("a.xlsx", ["表1", "表2"]));
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("表1").delete();
    await context.sync();
  });
  expect(store.sheets.map(({ id }) => id)).toStrictEqual([store.activeSheet]);
});

test("a very hidden sheet cannot be deleted, as documented", async () => {
  const { store } = loadRuntime(createWorkbookStore("a.xlsx", ["表1", "底稿"]));
  const draft = store.sheets[1] as StoredSheet;
  draft.visibility = "VeryHidden";
  const error = await failure((context) => {
    context.workbook.worksheets.getItem("底稿").delete();
    return context.sync();
  });
  expect(error.code).toBe("InvalidOperation");
});

test.each<[string, (sheet: Excel.Worksheet) => void]>([
  ["showing", (sheet) => sheet.activate()],
  ["selecting on", (sheet) => sheet.getRange("A1").select()],
])("what %s a hidden sheet would do in Excel is not guessed", async (_what, act) => {
  const { store } = loadRuntime(createWorkbookStore("a.xlsx", ["表1", "底稿"]));
  const draft = store.sheets[1] as StoredSheet;
  draft.visibility = "Hidden";
  const error = await failure((context) => {
    act(context.workbook.worksheets.getItem("底稿"));
    return context.sync();
  });
  expect(error.code).toBe("NotImplemented");
});

test("names lead to their ranges", async () => {
  const { store } = loadRuntime(createWorkbookStore("a.xlsx", ["表1"]));
  const range = { firstRow: 6, lastRow: 6, firstColumn: 1, lastColumn: 3 };
  store.names.push({ name: "总计", sheet: "表1", range });
  await Excel.run(async (context) => {
    const { names } = context.workbook;
    const total = names.getItem("总计").getRange().load("address");
    const none = names.getItemOrNullObject("合计").load("name");
    names.load("items/name");
    await context.sync();
    expect(total.address).toBe("表1!B7:D7");
    expect(none.isNullObject).toBe(true);
    expect(names.items.map(({ name }) => name)).toStrictEqual(["总计"]);
  });
});
