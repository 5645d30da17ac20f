import { loadRuntime } from "./loadRuntime";

/** What Excel.run rejects with when the batch's actions are sent. */
async function failure(queue: (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown) {
  try {
    await Excel.run(async (context) => {
      queue(context.workbook.worksheets.getItem("Sheet1"), context);
      await context.sync();
    });
  } catch (error) {
    return error as OfficeExtension.Error;
  }
  throw new Error("Excel.run was expected to fail");
}

test.each<[string, (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown]>([
  [
    "Range.getSpillingToRangeOrNullObject",
    (sheet) => sheet.getRange("A1").getSpillingToRangeOrNullObject().load("address"),
  ],
  ["Worksheet.charts", (sheet) => sheet.charts.load("items/name")],
  ["Workbook.tables", (_sheet, context) => context.workbook.tables.load("items/name")],
  ["Range.autoFill", (sheet) => sheet.getRange("A1").autoFill("A1:A9")],
  ["RangeFont.superscript", (sheet) => (sheet.getRange("A1").format.font.superscript = true)],
  ["Worksheet.getRange", (sheet) => sheet.getRange("A1,C3").load("address")],
  ["Range.values", (sheet) => (sheet.getRange("A1").values = [["1-2-3-4"]])],
  ["Application.calculationMode", (_sheet, { application }) => (application.calculationMode = "Manual")],
])("%s is refused as not implemented, by its name", async (location, queue) => {
  loadRuntime();
  expect(await failure(queue)).toMatchObject({
    code: "NotImplemented",
    debugInfo: { errorLocation: location },
  });
});

test("a misspelt property fails the load, as in Excel", async () => {
  loadRuntime();
  expect(await failure((sheet) => sheet.load("nmae"))).toMatchObject({
    code: "InvalidArgument",
    debugInfo: { errorLocation: "Worksheet.load" },
  });
});

test("names that every object inherits are no members", async () => {
  loadRuntime();
  expect((await failure((sheet) => sheet.load("constructor"))).code).toBe("InvalidArgument");
});

test("a property that was not loaded cannot be read", async () => {
  loadRuntime();
  await expect(
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1").load("address");
      await context.sync();
      return range.values;
    }),
  ).rejects.toMatchObject({ code: "PropertyNotLoaded" });
});

test("what came after the level played is not found", async () => {
  loadRuntime(undefined, { level: "1.5" });
  expect(await failure((sheet) => sheet.getRange("A1").conditionalFormats.getCount())).toMatchObject({
    code: "ApiNotFound",
    debugInfo: { errorLocation: "Range.conditionalFormats" },
  });
  expect(await failure((sheet) => sheet.getRangeByIndexes(0, 0, 1, 1).load("address"))).toMatchObject({
    code: "ApiNotFound",
    debugInfo: { errorLocation: "Worksheet.getRangeByIndexes" },
  });
});

test("1.10 comes after 1.9", async () => {
  const { Office } = loadRuntime(undefined, { level: "1.10" });
  const { requirements } = Office.context;
  const supported = ["1.1", "1.9", "1.10", "1.11", "2.1"].map((set) =>
    requirements.isSetSupported("ExcelApi", set),
  );
  expect(supported).toStrictEqual([true, true, true, false, false]);
  expect(requirements.isSetSupported("WordApi", "1.1")).toBe(false);
});

test("a forced failure hits one request, and what came before it stays done", async () => {
  const { host, store } = loadRuntime();
  host.failNext({ code: "GeneralException", afterActions: 1000 });
  const error = await failure((sheet) => {
    sheet.getRange("A1").values = [[1]];
    sheet.getRange("A2").values = [[2]];
  });
  expect(error.code).toBe("GeneralException");
  expect(store.sheets[0]?.cells.get(0)?.get(0)?.value).toBe(1);
  await Excel.run((context) => context.sync());
});

test("without delayForCellEdit a request fails while a cell is being edited", async () => {
  const { host } = loadRuntime();
  host.setCellEditing(true);
  expect((await failure((sheet) => sheet.load("name"))).code).toBe("InvalidOperationInCellEditMode");
  host.setCellEditing(false);
  await Excel.run((context) => {
    context.workbook.load("name");
    return context.sync();
  });
});
