import type { StoredSheet, WorkbookStore } from "../../workbench/host/store";
import { storedCell } from "../../workbench/host/store";
import { failure } from "./failure";
import { loadRuntime } from "./loadRuntime";

const firstSheet = (store: WorkbookStore) => store.sheets[0] as StoredSheet;

function inSheet(act: (sheet: Excel.Worksheet) => unknown): Promise<void> {
  return Excel.run(async (context) => {
    act(context.workbook.worksheets.getItem("Sheet1"));
    await context.sync();
  });
}

/** The code of the error that a change of the sheet ends with. */
async function codeOf(act: (sheet: Excel.Worksheet) => unknown): Promise<string> {
  const error = await failure(async (context) => {
    act(context.workbook.worksheets.getItem("Sheet1"));
    await context.sync();
  });
  return error.code;
}

test("fonts, alignment, wrapping and locking are kept a cell and read back", async () => {
  const { store } = loadRuntime();
  await inSheet((sheet) => {
    const { format } = sheet.getRange("A1:B1");
    format.font.name = "宋体";
    format.font.size = 16;
    format.font.italic = true;
    format.font.underline = "Single";
    format.horizontalAlignment = "CenterAcrossSelection";
    format.verticalAlignment = "Center";
    format.wrapText = true;
    format.indentLevel = 2;
    format.protection.locked = false;
  });
  expect(storedCell(firstSheet(store), 0, 1)).toStrictEqual({
    numberFormat: "General",
    fontName: "宋体",
    fontSize: 16,
    isItalic: true,
    isUnderlined: true,
    horizontal: "centerContinuous",
    vertical: "center",
    isWrapped: true,
    indent: 2,
    isLocked: false,
  });
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    const set = sheet.getRange("A1:B1").format.load("horizontalAlignment,verticalAlignment,wrapText");
    const mixed = sheet.getRange("B1:C1").format.load("horizontalAlignment,font/size,protection/locked");
    const plain = sheet.getRange("C1").format.load("horizontalAlignment,verticalAlignment,font/underline");
    await context.sync();
    expect([set.horizontalAlignment, set.verticalAlignment, set.wrapText]).toStrictEqual([
      "CenterAcrossSelection",
      "Center",
      true,
    ]);
    // "If the values are not uniform, null will be returned": excel-add-ins-blank-null-values.md.
    expect([mixed.horizontalAlignment, mixed.font.size, mixed.protection.locked]).toStrictEqual([
      null,
      null,
      null,
    ]);
    expect([plain.horizontalAlignment, plain.verticalAlignment, plain.font.underline]).toStrictEqual([
      "General",
      "Bottom",
      "None",
    ]);
  });
});

test("borders are drawn at the edges and between cells; one line between two cells is one", async () => {
  const { store } = loadRuntime();
  await inSheet((sheet) => {
    const { borders } = sheet.getRange("A1:B2").format;
    for (const side of ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideHorizontal"] as const) {
      borders.getItem(side).style = "Continuous";
    }
    const edge = sheet.getRange("B2").format.borders.getItem("EdgeTop");
    edge.style = "Double";
    edge.color = "#FF0000";
  });
  const borders = (row: number, column: number) => storedCell(firstSheet(store), row, column)?.borders;
  expect(borders(0, 0)).toStrictEqual({
    top: { style: "thin", color: "#000000" },
    left: { style: "thin", color: "#000000" },
    bottom: { style: "thin", color: "#000000" },
  });
  expect(borders(1, 1)?.top).toStrictEqual({ style: "double", color: "#FF0000" });
  // The cell that it was set for last has it; both show it.
  expect(borders(0, 1)?.bottom).toBeUndefined();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    const seen = sheet.getRange("B1").format.borders.getItem("EdgeBottom").load("style,color");
    await context.sync();
    expect([seen.style, seen.color]).toStrictEqual(["Double", "#FF0000"]);
    const right = sheet.getRange("A1:B2").format.borders.getItem("EdgeRight").load("style,weight,color");
    const inside = sheet.getRange("A1:B2").format.borders.getItem("InsideVertical").load("style");
    const mixed = sheet.getRange("A1:B2").format.borders.getItem("InsideHorizontal").load("style");
    await context.sync();
    expect([right.style, right.weight, right.color]).toStrictEqual(["Continuous", "Thin", "#000000"]);
    expect([inside.style, mixed.style]).toStrictEqual(["None", null]);
  });
  await inSheet((sheet) => (sheet.getRange("A1:B1").format.borders.getItem("EdgeTop").style = "None"));
  expect(borders(0, 1)?.top).toBeUndefined();
});

// Units: Excel.RangeFormat.columnWidth and rowHeight are in points; the usual ones are 64 and 20 pixels.
test("column widths and row heights are points, null where they differ, and fit what is in them", async () => {
  const { store } = loadRuntime();
  await inSheet((sheet) => {
    sheet.getRange("B:C").format.columnWidth = 90;
    sheet.getRange("3:3").format.rowHeight = 30;
    sheet.getRange("D1:D2").values = [["功能分类科目编码"], ["表"]];
    sheet.getRange("E1").values = [["一行\n两行"]];
    sheet.getRange("E1").format.wrapText = true;
    sheet.getRange("D:D").format.autofitColumns();
    sheet.getRange("1:2").format.autofitRows();
    sheet.getRange("F:F").columnHidden = true;
  });
  const { columnWidths, rowHeights, hiddenColumns } = firstSheet(store);
  expect([...columnWidths]).toStrictEqual([
    [1, 120],
    [2, 120],
    [3, 123],
  ]);
  expect([...rowHeights]).toStrictEqual([
    [2, 40],
    [0, 38],
  ]);
  expect([...hiddenColumns]).toStrictEqual([5]);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    const same = sheet.getRange("B1:C9").load("format/columnWidth,format/rowHeight,columnHidden");
    const other = sheet.getRange("E2:F9").load("format/columnWidth,format/rowHeight,columnHidden");
    await context.sync();
    expect([same.format.columnWidth, same.format.rowHeight, same.columnHidden]).toStrictEqual([
      90,
      null,
      false,
    ]);
    expect([other.format.columnWidth, other.columnHidden]).toStrictEqual([48, null]);
  });
});

test.each<[string, (sheet: Excel.Worksheet) => unknown]>([
  ["a colour that is none", (sheet) => (sheet.getRange("A1").format.font.color = "red-ish")],
  ["a font of no size", (sheet) => (sheet.getRange("A1").format.font.size = 0)],
  [
    "an alignment that is none",
    (sheet) => (sheet.getRange("A1").format.verticalAlignment = "Middle" as "Top"),
  ],
  ["a row too high", (sheet) => (sheet.getRange("A1").format.rowHeight = 500)],
  ["an indentation too deep", (sheet) => (sheet.getRange("A1").format.indentLevel = 251)],
  ["a border that is none", (sheet) => sheet.getRange("A1").format.borders.getItem("Edge" as "EdgeTop")],
])("%s is an invalid argument", async (_what, act) => {
  loadRuntime();
  expect(await codeOf(act)).toBe("InvalidArgument");
});

test("a list of entries is set, read, given words, and taken away from part of its cells", async () => {
  const { store } = loadRuntime();
  await inSheet((sheet) => {
    const { dataValidation } = sheet.getRange("B2:B9");
    dataValidation.rule = { list: { inCellDropDown: true, source: "是,否" } };
    dataValidation.errorAlert = { message: "请选是或否", showAlert: true, style: "Warning", title: "采购" };
    dataValidation.prompt = { message: "是否政府采购", showPrompt: true, title: "" };
  });
  const [list] = firstSheet(store).validations;
  expect(list).toMatchObject({ list: "是,否", isStrict: false, message: "请选是或否", title: "采购" });
  await inSheet((sheet) => sheet.getRange("B4").dataValidation.clear());
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    const [one, gone, both] = ["B5:B9", "B4", "B2:B9"].map((address) =>
      sheet.getRange(address).dataValidation.load("type,rule,errorAlert"),
    );
    await context.sync();
    expect([one?.type, gone?.type, both?.type]).toStrictEqual(["List", "None", "MixedCriteria"]);
    expect(one?.rule).toStrictEqual({ list: { inCellDropDown: true, source: "是,否" } });
    expect(one?.errorAlert).toMatchObject({ style: "Warning", message: "请选是或否" });
  });
  expect(
    await codeOf(
      (sheet) => (sheet.getRange("A1").dataValidation.rule = { list: { inCellDropDown: true, source: "" } }),
    ),
  ).toBe("InvalidArgument");
  expect(
    await codeOf((sheet) => (sheet.getRange("A1").dataValidation.rule = { custom: { formula: "=A1>0" } })),
  ).toBe("NotImplemented");
});
