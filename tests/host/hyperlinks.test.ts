import type { StoredSheet } from "../../workbench/host/store";
import { storedCell } from "../../workbench/host/store";
import { failure } from "./failure";
import { loadRuntime } from "./loadRuntime";

test("a link to a cell is kept, read back, and shows its text", async () => {
  const { store } = loadRuntime();
  const link = { documentReference: "'表6'!C7", textToDisplay: "C7" };
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("B2").hyperlink = link;
    const linked = sheet.getRange("B2").load("hyperlink,values");
    const plain = sheet.getRange("B3").load("hyperlink");
    await context.sync();
    expect(linked.hyperlink).toMatchObject(link);
    expect(linked.values).toEqual([["C7"]]);
    expect(plain.hyperlink).toBeNull();
  });
  expect(storedCell(store.sheets[0] as StoredSheet, 1, 1)?.hyperlink).toEqual(link);
});

test("a link with a part that Excel does not know is an invalid argument", async () => {
  loadRuntime();
  const error = await failure(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("B2").hyperlink = { documentReference: 7 } as unknown as Excel.RangeHyperlink;
    await context.sync();
  });
  expect(error.code).toBe("InvalidArgument");
});
