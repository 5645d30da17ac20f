import { validateAndMark } from "../../src/actions/validate";
import { excelPort } from "../../src/excel/excelPort";
import { readCells } from "../../src/excel/readCells";
import { cellToWrite, storeFromSnapshot } from "../../workbench/host/store";
import type { StoredSheet } from "../../workbench/host/store";
import { loadRuntime } from "../host/loadRuntime";
import { sheetOf, smallT06, workbookOf } from "../support/sheet";

/** An Excel with the small 表6, in which some cells hold what shows a text and gives #VALUE! for a value. */
function openExcel(shown: Readonly<Record<string, string>>, level: `1.${number}` = "1.16") {
  const store = storeFromSnapshot(workbookOf(sheetOf("表6", smallT06())));
  for (const [place, text] of Object.entries(shown)) {
    const [row = 0, column = 0] = place.split(",").map(Number);
    Object.assign(cellToWrite(store.sheets[0] as StoredSheet, row, column), {
      value: { error: "#VALUE!" },
      ...(text !== "#VALUE!" && { dataType: text }),
    });
  }
  return loadRuntime(store, { level });
}

const findings = async () =>
  (await validateAndMark(excelPort())).findings.map(({ rule, message }) => [rule, message.args["text"]]);

test("a cell with a data type is the text that it shows, also where all is read at once", async () => {
  const { host } = openExcel({ "9,1": "行政运行", "11,1": "贵州茅台", "12,1": "" });
  const port = excelPort();
  const before = host.roundTrips;
  const rows = (await port.read()).sheets[0]?.rows;
  expect(host.roundTrips - before).toBe(4);
  const again = (await port.readContents()).sheets[0]?.rows;
  for (const read of [rows, again]) {
    expect([read?.get(9)?.get(1)?.value, read?.get(11)?.get(1)?.value]).toEqual(["行政运行", "贵州茅台"]);
    // A picture in a cell without a text of its own.
    expect(read?.get(12)?.get(1)?.value).toBe("");
  }
});

test("a data type in place of a name is no error, one in place of an amount is said to be no amount", async () => {
  openExcel({ "9,1": "行政运行" });
  expect(await findings()).toEqual([]);
  openExcel({ "9,3": "贵州茅台" });
  expect(await findings()).toContainEqual(["cell.not-amount", "贵州茅台"]);
});

test.each(["Error", "RichValue"])("what Excel calls %s is no text for having the value #VALUE!", (type) => {
  const [values, numberFormat, valueTypes] = [[["#VALUE!"]], [["General"]], [[type]]];
  const rows = readCells({ rowIndex: 9, columnIndex: 3, values, formulas: values, numberFormat, valueTypes });
  expect(rows.get(9)?.get(3)?.value).toEqual({ error: "#VALUE!" });
});

test("a real error stays one, also where its column is too narrow for it", async () => {
  openExcel({ "9,3": "#VALUE!", "10,3": "####" });
  const rows = (await excelPort().read()).sheets[0]?.rows;
  for (const row of [9, 10]) expect(rows?.get(row)?.get(3)?.value).toEqual({ error: "#VALUE!" });
});

test("an Excel that knows no data types is not asked for them", async () => {
  const { host } = openExcel({ "9,3": "#VALUE!" }, "1.14");
  await excelPort().read();
  expect(host.roundTrips).toBe(3);
});

test("where Excel does not tell the texts, the rest is checked all the same", async () => {
  const { host } = openExcel({ "9,3": "贵州茅台" });
  host.failNext({ code: "GeneralException", afterRoundTrips: 3 });
  const { findings: found } = await validateAndMark(excelPort());
  expect(found.map(({ rule }) => rule)).toContain("cell.error");
});
