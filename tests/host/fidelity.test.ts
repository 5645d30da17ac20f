import type { StoredSheet, WorkbookStore } from "../../workbench/host/store";
import { cellToWrite, createWorkbookStore, storedCell } from "../../workbench/host/store";
import { failure } from "./failure";
import { loadRuntime } from "./loadRuntime";

/**
 * What breaks add-ins in Excel and not in a naive imitation. Paths of documentation are those of the repositories
 * OfficeDev/office-js-docs-pr (docs/…) and OfficeDev/office-js-docs-reference (the reference).
 */

const firstSheet = (store: WorkbookStore) => store.sheets[0] as StoredSheet;

const range = (context: Excel.RequestContext, address: string) =>
  context.workbook.worksheets.getItem("Sheet1").getRange(address);

/** What becomes of one value written into a cell of a format. */
async function written(value: unknown, numberFormat = "General") {
  const { store } = loadRuntime();
  await Excel.run(async (context) => {
    range(context, "A1").numberFormat = [[numberFormat]];
    range(context, "A1").values = [[value]];
    await context.sync();
  });
  return storedCell(firstSheet(store), 0, 0);
}

async function codeOf(act: (context: Excel.RequestContext) => unknown): Promise<string> {
  const error = await failure(async (context) => {
    act(context);
    await context.sync();
  });
  return error.code;
}

// Source: the reference, Excel.Range.values; docs/excel/excel-add-ins-blank-null-values.md ('29.96', '15-Feb' as text).
test.each([
  ["2010301", 2010301, "General"],
  ["0030201", 30201, "General"],
  ["1033.38", 1033.38, "General"],
  ["1,033.38", 1033.38, "#,##0.00"],
  ["12%", 0.12, "0%"],
  [" 12 ", 12, "General"],
  ["1E5", 100000, "0.00E+00"],
  ["12345678901234567890", 12345678901234500000, "General"],
  ["2020-01-15", 43845, "m/d/yyyy"],
  ["2020年1月15日", 43845, 'yyyy"年"m"月"d"日"'],
  ["2020年1月", 43831, 'yyyy"年"m"月"'],
  ["true", true, "General"],
  ["#N/A", { error: "#N/A" }, "General"],
])("the text %j in a General cell becomes %j with the format %s", async (text, value, numberFormat) => {
  expect(await written(text)).toStrictEqual({ value, numberFormat });
});

// A code such as 3-2 turns into a date of the current year: docs/excel/excel-add-ins-ranges-dates.md, dates are serials.
test("a code that looks like a date becomes the serial of one", async () => {
  const cell = await written("3-2");
  expect(cell?.numberFormat).toBe("d-mmm");
  expect(new Date(((cell?.value as number) - 25569) * 86400000).toISOString()).toMatch(/-03-02T00:00/);
});

test.each([
  ["'2010301", "General", "2010301"],
  ["2010301", "@", "2010301"],
  ["=A2", "@", "=A2"],
  ["'=A2", "General", "=A2"],
  ["2020年1月15日", "@", "2020年1月15日"],
  ["2020年13月1日", "General", "2020年13月1日"],
  ["一、基本支出", "General", "一、基本支出"],
])("the text %j in a cell of the format %s stays %j", async (text, numberFormat, value) => {
  expect(await written(text, numberFormat)).toStrictEqual({ value, numberFormat });
});

// Source: the reference, Excel.Range.values: "a plus, minus, or equal sign, Excel interprets this value as a formula".
test.each([
  ["=SUM(A2:A9)", "=SUM(A2:A9)"],
  ["-A2", "=-A2"],
  ["+A2+A3", "=+A2+A3"],
])("the text %j becomes the formula %s", async (text, formula) => {
  expect(await written(text)).toStrictEqual({ formula, numberFormat: "General" });
});

test("a formula that is open somewhere is an invalid argument", async () => {
  loadRuntime();
  for (const formula of ["=SUM(A1", '="收入', "=A1+", "=A1)"]) {
    expect(await codeOf((context) => (range(context, "B1").formulas = [[formula]]))).toBe("InvalidArgument");
  }
});

// Source: OfficeDev/office-js issue 6687: a text that begins with "=" is read without its apostrophe.
test("a text that looks like a formula is one once it is written back", async () => {
  const { store } = loadRuntime();
  await Excel.run(async (context) => {
    range(context, "A1").values = [["'=B1"]];
    const read = range(context, "A1").load("formulas");
    await context.sync();
    expect(read.formulas).toStrictEqual([["=B1"]]);
    range(context, "A1").formulas = read.formulas;
    await context.sync();
  });
  expect(storedCell(firstSheet(store), 0, 0)?.formula).toBe("=B1");
});

test("the value of a formula that nothing has calculated is not made up", async () => {
  loadRuntime();
  expect(
    await codeOf((context) => {
      range(context, "A1").formulas = [["=1+1"]];
      range(context, "A1").load("values");
    }),
  ).toBe("NotImplemented");
});

// Source: docs/excel/excel-add-ins-blank-null-values.md.
test("null is no value for a whole property, blank resets it", async () => {
  const { store } = loadRuntime();
  cellToWrite(firstSheet(store), 0, 0).value = 5;
  cellToWrite(firstSheet(store), 0, 0).numberFormat = "0.00";
  for (const act of [
    (context: Excel.RequestContext) => (range(context, "A1").values = null as unknown as unknown[][]),
    (context: Excel.RequestContext) => (range(context, "A1").format.fill.color = null as unknown as string),
  ]) {
    expect(await codeOf(act)).toBe("InvalidArgument");
  }
  await Excel.run(async (context) => {
    range(context, "A1").values = "" as unknown as unknown[][];
    range(context, "A1").numberFormat = "" as unknown as string[][];
    await context.sync();
  });
  expect(storedCell(firstSheet(store), 0, 0) ?? { numberFormat: "General" }).toStrictEqual({
    numberFormat: "General",
  });
});

// Source: docs/excel/excel-add-ins-ranges-unbounded.md.
test("of whole columns and rows values are null, and cannot be set", async () => {
  loadRuntime();
  await Excel.run(async (context) => {
    const columns = range(context, "A:B").load("address,cellCount,values,formulas,numberFormat");
    const rows = range(context, "2:3").load("address,values");
    await context.sync();
    expect([columns.address, columns.cellCount]).toStrictEqual(["Sheet1!A:B", 2097152]);
    expect([columns.values, columns.formulas, columns.numberFormat]).toStrictEqual([null, null, null]);
    expect([rows.address, rows.values]).toStrictEqual(["Sheet1!2:3", null]);
  });
  expect(await codeOf((context) => (range(context, "A:B").values = "合计" as unknown as unknown[][]))).toBe(
    "InvalidArgument",
  );
});

// Source: the reference, Excel.Range.values ("Cells that contain an error will return the error string") and valueTypes.
test("an error value reads as its text, and only the value type tells it from text", async () => {
  const { store } = loadRuntime();
  cellToWrite(firstSheet(store), 0, 0).value = { error: "#DIV/0!" };
  cellToWrite(firstSheet(store), 0, 1).value = "#DIV/0!";
  await Excel.run(async (context) => {
    const read = range(context, "A1:B1").load("values,valueTypes");
    await context.sync();
    expect(read.values).toStrictEqual([["#DIV/0!", "#DIV/0!"]]);
    expect(read.valueTypes).toStrictEqual([["Error", "String"]]);
  });
});

// Source: docs/excel/excel-add-ins-ranges-dates.md.
test("dates are serial numbers, shown by their format", async () => {
  const { store } = loadRuntime();
  const cell = cellToWrite(firstSheet(store), 0, 0);
  Object.assign(cell, { value: 43845, numberFormat: "yyyy/m/d" });
  await Excel.run(async (context) => {
    const read = range(context, "A1").load("values,text,valueTypes");
    await context.sync();
    expect([read.values, read.text, read.valueTypes]).toStrictEqual([
      [[43845]],
      [["2020/1/15"]],
      [["Double"]],
    ]);
  });
});

// Source: docs/concepts/resource-limits-and-performance-optimization.md (5 MB on the web); Excel.ErrorCodes.
test("requests and responses beyond 5 MB are refused, and nothing of such a request is done", async () => {
  const { store } = loadRuntime();
  const long = "支".repeat(30000);
  expect(
    await codeOf((context) => {
      range(context, "A1:A60").values = Array.from({ length: 60 }, () => [long]);
    }),
  ).toBe("RequestPayloadSizeLimitExceeded");
  expect(firstSheet(store).cells.size).toBe(0);
  for (let row = 0; row < 60; row++) cellToWrite(firstSheet(store), row, 0).value = long;
  expect(await codeOf((context) => range(context, "A1:A60").load("values"))).toBe(
    "ResponsePayloadSizeLimitExceeded",
  );
  await Excel.run(async (context) => {
    const some = range(context, "A1:A20").load("values");
    await context.sync();
    expect(some.values).toHaveLength(20);
  });
});

// Source: docs/develop/specify-api-requirements-runtime.md; docs/testing/application-specific-api-error-handling.md.
test.each(["1.9", "1.12", "1.14", "1.15"] as const)(
  "Excel with ExcelApi %s says so and has no more",
  async (level) => {
    const { Office } = loadRuntime(createWorkbookStore(), { level });
    const minor = Number(level.slice(2));
    const sets = [minor - 1, minor, minor + 1].map((number) =>
      Office.context.requirements.isSetSupported("ExcelApi", `1.${number}`),
    );
    expect(sets).toStrictEqual([true, true, false]);
    const comments = await Excel.run(async (context) => {
      context.workbook.comments.load("items/content");
      await context.sync();
    }).catch((error: OfficeExtension.Error) => error.code);
    expect(comments).toBe(minor < 10 ? "ApiNotFound" : undefined);
  },
);

// Any round trip can be told to fail or to be slow.
test("a later round trip fails when it is told to, and those around it do not", async () => {
  const { host, store } = loadRuntime();
  host.failNext({ code: "ServiceNotAvailable", afterRoundTrips: 1 });
  const codes: string[] = [];
  for (const row of [1, 2, 3]) {
    await Excel.run(async (context) => {
      range(context, `A${row}`).values = [[row]];
      await context.sync();
    }).catch((error: OfficeExtension.Error) => codes.push(error.code));
  }
  expect(codes).toStrictEqual(["ServiceNotAvailable"]);
  expect([...firstSheet(store).cells.keys()]).toStrictEqual([0, 2]);
});

test("round trips are slow when they are told to be", async () => {
  const { host } = loadRuntime();
  host.delayNext({ milliseconds: 60, roundTrips: 2 });
  const took: number[] = [];
  for (let round = 0; round < 3; round++) {
    const start = performance.now();
    await Excel.run(async (context) => {
      context.workbook.load("name");
      await context.sync();
    });
    took.push(performance.now() - start);
  }
  expect(took.map((time) => time >= 55)).toStrictEqual([true, true, false]);
});

// Source: docs/excel/excel-add-ins-delay-in-cell-edit.md.
test("with delayForCellEdit a batch waits until the user has left the cell", async () => {
  const { host } = loadRuntime();
  host.setCellEditing(true);
  let isDone = false;
  const waiting = Excel.run({ delayForCellEdit: true }, async (context) => {
    range(context, "A1").values = [[1]];
    await context.sync();
    isDone = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(isDone).toBe(false);
  host.setCellEditing(false);
  await waiting;
  expect(isDone).toBe(true);
});
