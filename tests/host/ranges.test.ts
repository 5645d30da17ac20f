import { cellToWrite, createWorkbookStore, storedCell } from "../../workbench/host/store";
import type { StoredSheet, WorkbookStore } from "../../workbench/host/store";
import { failure } from "./failure";
import { loadRuntime } from "./loadRuntime";

function firstSheet(store: WorkbookStore): StoredSheet {
  return store.sheets[0] as StoredSheet;
}

test("values written are read back, with their types, place and number formats", async () => {
  loadRuntime();
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange("B2:D3");
    range.numberFormat = [
      ["@", "#,##0.00", "General"],
      ["General", "General", "General"],
    ];
    range.values = [
      ["2010101", 1033.38, true],
      ["总计", "", "12"],
    ];
    range.load("values,valueTypes,formulas,numberFormat,address,rowIndex,columnIndex,cellCount");
    await context.sync();
    expect(range.values).toStrictEqual([
      ["2010101", 1033.38, true],
      ["总计", "", 12],
    ]);
    expect(range.valueTypes).toStrictEqual([
      ["String", "Double", "Boolean"],
      ["String", "Empty", "Double"],
    ]);
    expect(range.formulas).toStrictEqual(range.values);
    expect(range.numberFormat[0]).toStrictEqual(["@", "#,##0.00", "General"]);
    expect([range.address, range.rowIndex, range.columnIndex, range.cellCount]).toStrictEqual([
      "Sheet1!B2:D3",
      1,
      1,
      6,
    ]);
  });
});

test("text is what the cell holds, numbers as their format prints them", async () => {
  const { store } = loadRuntime();
  const values = ["总计", { error: "#REF!" }, true, undefined, 1033.375];
  values.forEach((value, row) => {
    const cell = cellToWrite(firstSheet(store), row, 0);
    if (value !== undefined) cell.value = value;
  });
  cellToWrite(firstSheet(store), 4, 0).numberFormat = "#,##0.00";
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:A5").load("text");
    await context.sync();
    expect(range.text).toStrictEqual([["总计"], ["#REF!"], ["TRUE"], [""], ["1,033.38"]]);
  });
});

test("one value fills every cell, null leaves a cell as it is", async () => {
  const { store } = loadRuntime();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1:B2").values = 7 as unknown as number[][];
    sheet.getRange("A1:B1").values = [[null, 8]];
    await context.sync();
  });
  const values = [0, 1].map((row) =>
    [0, 1].map((column) => storedCell(firstSheet(store), row, column)?.value),
  );
  expect(values).toStrictEqual([
    [7, 8],
    [7, 7],
  ]);
});

test("an array of another size than the range is an invalid argument", async () => {
  loadRuntime();
  const error = await failure((context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange("A1:B2").values = [[1]];
    return context.sync();
  });
  expect(error).toMatchObject({ code: "InvalidArgument", debugInfo: { errorLocation: "Range.values" } });
});

test("arrays that the client cuts into slices arrive whole", async () => {
  const { store, host } = loadRuntime();
  const values = Array.from({ length: 1000 }, (_row, row) => [row, row * 2, `第${row}行`]);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange("A1:C1000").values = values;
    await context.sync();
  });
  expect(firstSheet(store).cells.size).toBe(1000);
  expect(storedCell(firstSheet(store), 999, 2)?.value).toBe("第999行");
  expect(host.roundTrips).toBe(1);
  expect(host.keptReferences).toBe(0);
});

test("fills and fonts are kept a cell; where cells differ the answer is null", async () => {
  loadRuntime();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1").format.fill.color = "#ffc7ce";
    sheet.getRange("A1:B1").format.font.bold = true;
    const one = sheet.getRange("A1").load("format/fill/color");
    const both = sheet.getRange("A1:B1").load("format/fill/color,format/font/bold");
    await context.sync();
    expect(one.format.fill.color).toBe("#FFC7CE");
    expect(both.format.fill.color).toBeNull();
    expect(both.format.font.bold).toBe(true);
  });
});

test("the used range of values leaves formatted blanks out; a blank sheet has none", async () => {
  const { store } = loadRuntime(createWorkbookStore("a.xlsx", ["Sheet1", "空表"]));
  cellToWrite(firstSheet(store), 9, 9).fill = "#FFFFCC";
  cellToWrite(firstSheet(store), 2, 1).value = 0;
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const values = worksheets.getItem("Sheet1").getUsedRangeOrNullObject(true).load("address");
    const all = worksheets.getItem("Sheet1").getUsedRange().load("address");
    const none = worksheets.getItem("空表").getUsedRangeOrNullObject(true).load("address");
    const corner = worksheets.getItem("空表").getUsedRange().load("address");
    await context.sync();
    expect(values.address).toBe("Sheet1!B3");
    expect(all.address).toBe("Sheet1!B3:J10");
    expect(none.isNullObject).toBe(true);
    expect(corner.address).toBe("空表!A1");
  });
});

test("more than five million cells are not handed over, and there is no error", async () => {
  loadRuntime();
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:F1000000").load("values");
    await context.sync();
    expect(range.values).toBeNull();
  });
});

test("parts of a range are counted from its own corner", async () => {
  loadRuntime();
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange("B2:D9");
    const parts = [range.getCell(1, 1), range.getRow(2), range.getRow(0).getBoundingRect(range.getRow(1))];
    const sheet = range.worksheet.load("name");
    for (const part of parts) part.load("address");
    await context.sync();
    expect(parts.map(({ address }) => address)).toStrictEqual(["Sheet1!C3", "Sheet1!B4:D4", "Sheet1!B2:D3"]);
    expect(sheet.name).toBe("Sheet1");
  });
});

test("a place off the sheet is an invalid argument", async () => {
  loadRuntime();
  const error = await failure((context) => {
    context.workbook.worksheets.getItem("Sheet1").getRangeByIndexes(1048575, 0, 2, 1).load("address");
    return context.sync();
  });
  expect(error.code).toBe("InvalidArgument");
});

test("a fill can be taken away again", async () => {
  const { store } = loadRuntime();
  await Excel.run(async (context) => {
    const { format } = context.workbook.worksheets.getItem("Sheet1").getRange("A1");
    format.fill.color = "#FFC7CE";
    format.font.color = "#9C0006";
    format.fill.clear();
    format.load("fill/color,font/color");
    await context.sync();
    expect([format.fill.color, format.font.color]).toStrictEqual(["#FFFFFF", "#9C0006"]);
  });
  expect(storedCell(firstSheet(store), 0, 0)).toStrictEqual({
    numberFormat: "General",
    fontColor: "#9C0006",
  });
});

test("text that Excel itself would take as typed is taken so; an apostrophe keeps text", async () => {
  const { store } = loadRuntime();
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:D1");
    range.values = [["true", "'=B1", "-1.50", "第1行"]];
    await context.sync();
  });
  expect([0, 1, 2, 3].map((column) => storedCell(firstSheet(store), 0, column)?.value)).toStrictEqual([
    true,
    "=B1",
    -1.5,
    "第1行",
  ]);
});
