import { formatRange, parseRange } from "../../src/workbook/address";
import type { CellRange } from "../../src/workbook/address";
import type { StoredSheet, WorkbookStore } from "../../workbench/host/store";
import { cellToWrite, createWorkbookStore, storedCell } from "../../workbench/host/store";
import { failure } from "./failure";
import { loadRuntime } from "./loadRuntime";

const area = (text: string) => parseRange(text) as CellRange;
const sheetOf = (store: WorkbookStore, index = 0) => store.sheets[index] as StoredSheet;

function inSheet(act: (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown): Promise<void> {
  return Excel.run(async (context) => {
    act(context.workbook.worksheets.getItem("表1"), context);
    await context.sync();
  });
}

/** Two sheets with everything on them that follows when rows come or go. */
async function filled() {
  const { store } = loadRuntime(createWorkbookStore("预算.xlsx", ["表1", "表2"]));
  await Excel.run(async (context) => {
    const [first, second] = ["表1", "表2"].map((name) => context.workbook.worksheets.getItem(name));
    if (!first || !second) throw new Error("the sheets are there");
    first.getRange("A1:B1").merge();
    first.getRange("A1").values = [["收支总表"]];
    first.getRange("A5:B8").values = [
      ["合计", "=SUM(B6:B8)"],
      ["基本支出", 735.78],
      ["项目支出", 1164.39],
      ["结转", 0],
    ];
    first.getRange("A6:B6").format.fill.color = "#DDEBF7";
    first.getRange("6:6").format.rowHeight = 30;
    second.getRange("A1").values = [["=表1!B7*2"]];
    const mark = first.getRange("B6:B8").conditionalFormats.add("Custom");
    mark.custom.rule.formula = "=$B6>$B$5";
    first.getRange("A7:A8").dataValidation.rule = { list: { inCellDropDown: true, source: "=$D$6:$D$8" } };
    context.workbook.names.add("明细", first.getRange("B6:B8"));
    first.pageLayout.setPrintArea("A1:B8");
    first.pageLayout.setPrintTitleRows("$4:$5");
    await context.sync();
  });
  sheetOf(store).notes.push({ row: 6, column: 1, content: "【勾稽】" });
  return store;
}

// Source of what follows: office-js-docs, docs/excel/excel-add-ins-ranges-insert.md, and Microsoft, "Insert or delete
// rows, and columns": references adjust, new cells look as those above.
test("inserted rows push everything below down, and formulas, formats, names and print settings follow", async () => {
  const store = await filled();
  await inSheet((sheet) => sheet.getRange("7:8").insert("Down"));
  const sheet = sheetOf(store);
  expect(storedCell(sheet, 4, 1)?.formula).toBe("=SUM(B6:B10)");
  expect(storedCell(sheet, 8, 0)?.value).toBe("项目支出");
  expect(storedCell(sheetOf(store, 1), 0, 0)?.formula).toBe("=表1!B9*2");
  expect([storedCell(sheet, 6, 0), storedCell(sheet, 7, 1)]).toStrictEqual([
    { numberFormat: "General", fill: "#DDEBF7" },
    { numberFormat: "General", fill: "#DDEBF7" },
  ]);
  expect([...sheet.rowHeights]).toStrictEqual([
    [5, 40],
    [6, 40],
    [7, 40],
  ]);
  const [format] = sheet.conditionalFormats;
  expect([format && formatRange(format.range), format?.formula]).toStrictEqual(["B6:B10", "=$B6>$B$5"]);
  expect(sheet.validations.map(({ range, list }) => [formatRange(range), list])).toStrictEqual([
    ["A9:A10", "=$D$6:$D$10"],
  ]);
  expect(store.names.map(({ range }) => range && formatRange(range))).toStrictEqual(["B6:B10"]);
  expect(sheet.notes.map(({ row, column }) => [row, column])).toStrictEqual([[8, 1]]);
  expect([sheet.pageLayout.printArea, sheet.pageLayout.titleRows]).toStrictEqual(["$A$1:$B$10", "$4:$5"]);
  expect(sheet.merges).toStrictEqual([area("A1:B1")]);
});

test("rows put in below the last row with a list of entries have the list too, as they have its look", async () => {
  const store = await filled();
  await inSheet((sheet) => sheet.getRange("9:10").insert("Down"));
  expect(sheetOf(store).validations.map(({ range }) => formatRange(range))).toStrictEqual(["A7:A10"]);
});

test("deleted rows take what was on them along, and references to them become #REF!", async () => {
  const store = await filled();
  await inSheet((sheet) => sheet.getRange("6:7").delete("Up"));
  const sheet = sheetOf(store);
  expect(storedCell(sheet, 4, 1)?.formula).toBe("=SUM(B6:B6)");
  expect(storedCell(sheet, 5, 0)?.value).toBe("结转");
  expect(storedCell(sheetOf(store, 1), 0, 0)?.formula).toBe("=表1!#REF!*2");
  // Read from the first row that stays, as each row of it had it.
  const [format] = sheet.conditionalFormats;
  expect([format && formatRange(format.range), format?.formula]).toStrictEqual(["B6", "=$B6>$B$5"]);
  expect(sheet.validations.map(({ range }) => formatRange(range))).toStrictEqual(["A6"]);
  expect(sheet.notes).toStrictEqual([]);
  expect([...sheet.rowHeights]).toStrictEqual([]);
  await inSheet((sheetProxy) => sheetProxy.getRange("5:6").delete("Up"));
  expect(store.names).toStrictEqual([{ name: "明细", sheet: "表1", formula: "=#REF!" }]);
});

test("cells inserted to the right move their rows alone", async () => {
  const store = await filled();
  await inSheet((sheet) => sheet.getRange("B6:B7").insert("Right"));
  const sheet = sheetOf(store);
  expect([storedCell(sheet, 5, 2)?.value, storedCell(sheet, 7, 1)?.value]).toStrictEqual([735.78, 0]);
  // Only part of B6:B8 has moved: a reference stays, a format is cut up.
  expect(storedCell(sheet, 4, 1)?.formula).toBe("=SUM(B6:B8)");
  const [format] = sheet.conditionalFormats;
  const areas = format ? [format.range, ...(format.moreRanges ?? [])] : [];
  expect(areas.map(formatRange)).toStrictEqual(["C6:C7", "B8"]);
});

test("a format of several areas keeps its formula when the first of them goes", async () => {
  const store = await filled();
  sheetOf(store).conditionalFormats.splice(0, Infinity, {
    id: "{1}",
    type: "Custom",
    range: { firstRow: 6, lastRow: 6, firstColumn: 1, lastColumn: 1 },
    moreRanges: [{ firstRow: 8, lastRow: 9, firstColumn: 1, lastColumn: 1 }],
    formula: "=B7<0",
    stopIfTrue: false,
  });
  await inSheet((sheet) => sheet.getRange("7:7").delete("Up"));
  const [format] = sheetOf(store).conditionalFormats;
  expect(format).toMatchObject({ range: { firstRow: 7, lastRow: 8 }, formula: "=B8<0" });
});

test("a range the client holds follows its cells, the inserted one is what insert gives", async () => {
  await filled();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("表1");
    const held = sheet.getRange("A7:B7").load("address");
    await context.sync();
    const added = sheet.getRange("7:7").insert("Down").load("address");
    held.load("address,values");
    await context.sync();
    expect([held.address, held.values, added.address]).toStrictEqual([
      "表1!A8:B8",
      [["项目支出", 1164.39]],
      "表1!7:7",
    ]);
    sheet.getRange("8:8").delete("Up");
    await context.sync();
    held.load("values");
    await expect(context.sync()).rejects.toMatchObject({ code: "InvalidReference" });
  });
});

test.each<[string, (sheet: Excel.Worksheet) => unknown]>([
  ["tear a merged area apart", (sheet) => sheet.getRange("B1").insert("Down")],
  ["delete the first row of a merged area", (sheet) => sheet.getRange("1:1").delete("Up")],
  ["push content off the sheet", (sheet) => sheet.getRange("2:1048570").insert("Down")],
])("what would %s is refused, not guessed", async (_what, act) => {
  const store = await filled();
  sheetOf(store).merges.push(area("D1:D2"));
  const before = structuredClone(store.sheets);
  const error = await failure(async (context) => {
    act(context.workbook.worksheets.getItem("表1"));
    await context.sync();
  });
  expect(error.code).toBe("NotImplemented");
  expect(store.sheets).toStrictEqual(before);
});

test("on a protected sheet rows come and go only when its protection allows it", async () => {
  const store = await filled();
  await inSheet((sheet) => sheet.protection.protect({ allowInsertRows: true }));
  await inSheet((sheet) => sheet.getRange("7:7").insert("Down"));
  expect(storedCell(sheetOf(store), 7, 0)?.value).toBe("项目支出");
  for (const act of [
    (sheet: Excel.Worksheet) => sheet.getRange("7:7").delete("Up"),
    (sheet: Excel.Worksheet) => sheet.getRange("A7").insert("Down"),
  ]) {
    expect(
      await failure(async (context) => {
        act(context.workbook.worksheets.getItem("表1"));
        await context.sync();
      }),
    ).toMatchObject({ code: "AccessDenied" });
  }
});

// Source: Microsoft, "Merge and unmerge cells": only the data of the upper-left cell stays.
test("merging keeps the first cell's content, and writing into the area goes there", async () => {
  const { store } = loadRuntime(createWorkbookStore("预算.xlsx", ["表1"]));
  const sheet = sheetOf(store);
  await inSheet((proxy) => {
    proxy.getRange("A1:B2").values = [
      [1, 2],
      [3, 4],
    ];
    proxy.getRange("A1:B2").merge();
  });
  expect([...sheet.cells].map(([row, cells]) => [row, [...cells.keys()]])).toStrictEqual([[0, [0]]]);
  await inSheet((proxy) => (proxy.getRange("A1:C1").values = [[5, 6, 7]]));
  expect([0, 1, 2].map((column) => storedCell(sheet, 0, column)?.value)).toStrictEqual([5, undefined, 7]);
  await inSheet((proxy) => (proxy.getRange("B2:C2").values = [[8, 9]]));
  expect([storedCell(sheet, 0, 0)?.value, storedCell(sheet, 1, 1), storedCell(sheet, 1, 2)?.value]).toEqual([
    8,
    undefined,
    9,
  ]);
  await inSheet((proxy) => proxy.getRange("B2").unmerge());
  await inSheet((proxy) => proxy.getRange("D1:E3").merge(true));
  expect(sheet.merges.map(formatRange)).toStrictEqual(["D1:E1", "D2:E2", "D3:E3"]);
});

// Source: OfficeDev/office-js issue 3611: only those whose first cell is in the range.
test("merged areas are told by the ranges in which they begin", async () => {
  const { store } = loadRuntime(createWorkbookStore("预算.xlsx", ["表1"]));
  sheetOf(store).merges.push(area("A2:A4"), area("C5:D5"));
  const told = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("表1");
    const asked = ["1:5", "3:5", "6:9"].map((address) =>
      sheet.getRange(address).getMergedAreasOrNullObject().load("address"),
    );
    await context.sync();
    return asked.map((areas) => (areas.isNullObject ? null : areas.address));
  });
  expect(told).toStrictEqual(["表1!A2:A4,表1!C5:D5", "表1!C5:D5", null]);
});

// Source: Microsoft support, "Merge and unmerge cells": merging is among the formats of cells.
test("formats that are copied take merged areas along", async () => {
  const { store } = loadRuntime(createWorkbookStore("预算.xlsx", ["表1"]));
  sheetOf(store).merges.push(area("C5:D5"));
  await inSheet((sheet) => sheet.getRange("7:8").copyFrom(sheet.getRange("5:5"), "Formats"));
  expect(sheetOf(store).merges.map(formatRange)).toStrictEqual(["C5:D5", "C7:D7", "C8:D8"]);
});

// Source: Excel JavaScript API reference, Excel.ClearApplyTo.
test("clearing takes contents, looks, or everything of the cells away", async () => {
  const store = await filled();
  const sheet = sheetOf(store);
  await inSheet((proxy) => proxy.getRange("A6:B6").clear("Contents"));
  expect(storedCell(sheet, 5, 0)).toStrictEqual({ numberFormat: "General", fill: "#DDEBF7" });
  await inSheet((proxy) => proxy.getRange("B7").clear("Formats"));
  expect(sheet.conditionalFormats.flatMap(({ range, moreRanges = [] }) => [range, ...moreRanges])).toEqual([
    area("B6"),
    area("B8"),
  ]);
  expect(sheet.notes).toHaveLength(1);
  await inSheet((proxy) => proxy.getRange().clear());
  expect([sheet.cells.size, sheet.merges, sheet.validations, sheet.notes, sheet.conditionalFormats]).toEqual([
    0,
    [],
    [],
    [],
    [],
  ]);
});

test("copied cells take formulas and looks along, or values alone", async () => {
  const { store } = loadRuntime(createWorkbookStore("预算.xlsx", ["表1"]));
  const cell = cellToWrite(sheetOf(store), 0, 1);
  Object.assign(cell, { formula: "=A1*2", value: 4, fill: "#DDEBF7" });
  await inSheet((sheet) => {
    sheet.getRange("B2:B3").copyFrom("B1");
    sheet.getRange("D1").copyFrom("B1", "Values");
  });
  const at = (row: number, column: number) => storedCell(sheetOf(store), row, column);
  expect([at(1, 1), at(2, 1), at(0, 3)]).toStrictEqual([
    { formula: "=A2*2", fill: "#DDEBF7", numberFormat: "General" },
    { formula: "=A3*2", fill: "#DDEBF7", numberFormat: "General" },
    { value: 4, numberFormat: "General" },
  ]);
});
