import { failure } from "./failure";
import { loadRuntime } from "./loadRuntime";

test("a new one goes to the top; they are listed by what they touch", async () => {
  loadRuntime();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    for (const [address, formula] of [
      ["A1:B9", "=$A1>1"],
      ["B2", "=$A1>2"],
    ] as const) {
      const format = sheet.getRange(address).conditionalFormats.add("Custom");
      format.custom.rule.formula = formula;
      format.custom.format.fill.color = "#FFC7CE";
    }
    await context.sync();
    const both = sheet.getRange("B2:B3").conditionalFormats.load("items/id,items/type,items/priority");
    const one = sheet.getRange("A1").conditionalFormats.getCount();
    await context.sync();
    const rules = both.items.map(({ custom }) => custom.rule.load("formula"));
    await context.sync();
    expect(rules.map(({ formula }) => formula)).toStrictEqual(["=$A1>2", "=$A1>1"]);
    expect(both.items.map(({ priority }) => priority)).toStrictEqual([0, 1]);
    expect(one.value).toBe(1);
  });
});

test("types other than a formula cannot be made here", async () => {
  loadRuntime();
  const error = await failure((context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange("A1").conditionalFormats.add("ColorScale");
    return context.sync();
  });
  expect(error.code).toBe("NotImplemented");
});

test("the look and the place of a format are read back; what was never set is not guessed", async () => {
  loadRuntime();
  const queue = (context: Excel.RequestContext) => {
    const format = context.workbook.worksheets
      .getItem("Sheet1")
      .getRange("B2")
      .conditionalFormats.getItemAt(0);
    const { fill, font } = format.custom.format;
    return { format, fill, font };
  };
  await Excel.run(async (context) => {
    const added = context.workbook.worksheets
      .getItem("Sheet1")
      .getRange("A1:B9")
      .conditionalFormats.add("Custom");
    added.custom.rule.formula = "=$A1>1";
    added.custom.format.fill.color = "#FFC7CE";
    added.custom.format.font.bold = true;
    added.stopIfTrue = true;
    const { format, fill, font } = queue(context);
    format.load("type,stopIfTrue");
    fill.load("color");
    font.load("bold");
    const range = format.getRange().load("address");
    await context.sync();
    expect([format.type, format.stopIfTrue, fill.color, font.bold, range.address]).toStrictEqual([
      "Custom",
      true,
      "#FFC7CE",
      true,
      "Sheet1!A1:B9",
    ]);
  });
  const error = await failure((context) => {
    queue(context).font.load("color");
    return context.sync();
  });
  expect(error).toMatchObject({
    code: "NotImplemented",
    debugInfo: { errorLocation: "ConditionalRangeFont.color" },
  });
});

test("a format of another kind has no formula", async () => {
  const { store } = loadRuntime();
  const range = { firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 0 };
  store.sheets[0]?.conditionalFormats.push({
    id: "{scale}",
    type: "ColorScale",
    range,
    formula: "",
    stopIfTrue: false,
  });
  await Excel.run(async (context) => {
    const format = context.workbook.worksheets
      .getItem("Sheet1")
      .getRange("A1")
      .conditionalFormats.getItemAt(0);
    const custom = format.customOrNullObject;
    custom.load("rule/formula");
    await context.sync();
    expect(custom.isNullObject).toBe(true);
  });
  const error = await failure((context) => {
    const formats = context.workbook.worksheets.getItem("Sheet1").getRange("A1").conditionalFormats;
    formats.getItem("{scale}").custom.rule.load("formula");
    return context.sync();
  });
  expect(error.code).toBe("InvalidOperation");
});

test("clearing takes away what touches the range and leaves the rest", async () => {
  const { store } = loadRuntime();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    for (const address of ["A1:B9", "D4"]) {
      sheet.getRange(address).conditionalFormats.add("Custom").custom.rule.formula = "=TRUE";
    }
    sheet.getRange("B9:C9").conditionalFormats.clearAll();
    await context.sync();
  });
  expect(store.sheets[0]?.conditionalFormats.map(({ range }) => range.firstRow)).toStrictEqual([3]);
});

test.each(["$A1>1", `=${"1+".repeat(4200)}1`])(
  "a formula without '=' or too long is refused",
  async (formula) => {
    loadRuntime();
    const error = await failure((context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("A1").conditionalFormats.add("Custom").custom.rule.formula = formula;
      return context.sync();
    });
    expect(error).toMatchObject({
      code: "InvalidArgument",
      debugInfo: { errorLocation: "ConditionalFormatRule.formula" },
    });
  },
);
