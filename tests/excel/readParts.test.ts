import { validateAndMark } from "../../src/actions/validate";
import { reportWorkbook } from "../../src/actions/report";
import { excelPort } from "../../src/excel/excelPort";
import type { ExcelHost } from "../../workbench/host/excelHost";
import { addSheet, cellToWrite, createWorkbookStore, storeFromSnapshot } from "../../workbench/host/store";
import type { StoredSheet, WorkbookStore } from "../../workbench/host/store";
import { loadRuntime } from "../host/loadRuntime";
import { seedWorkbook, withValue } from "../support/seedWorkbook";

const LIMIT = 5 * 1024 * 1024;

/** A sheet of figures that has nothing to do with a budget. */
function addFigures(store: WorkbookStore, name: string, rows: number, columns: number): StoredSheet {
  const sheet = addSheet(store, name);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const cell = cellToWrite(sheet, row, column);
      cell.value = row * 1.25 + column;
      cell.numberFormat = "#,##0.00";
    }
  return sheet;
}

/** How large requests and answers are from now on, in bytes. */
function payloads(host: ExcelHost) {
  const sizes = { request: 0, response: 0 };
  const process = host.process.bind(host);
  jest.spyOn(host, "process").mockImplementation(async (body, flags) => {
    const answer = await process(body, flags);
    sizes.request = Math.max(sizes.request, Buffer.byteLength(body));
    sizes.response = Math.max(sizes.response, Buffer.byteLength(answer));
    return answer;
  });
  return sizes;
}

test("an extra sheet of 12,000 x 12 does not keep a budget from being checked; of it the beginning is read alone", async () => {
  const store = storeFromSnapshot(withValue(seedWorkbook(), "表1", 6, 1, 1));
  addFigures(store, "明细账", 12_000, 12);
  const { host } = loadRuntime(store);
  const sizes = payloads(host);
  const { findings, unplaced, tables } = await validateAndMark(excelPort());
  expect(tables).toHaveLength(14);
  expect(findings.some(({ severity }) => severity === "error")).toBe(true);
  expect(unplaced).toContainEqual({
    sheet: "明细账",
    reason: { key: "sheet.notWanted", args: { range: "A1:L12000" } },
  });
  expect(sizes.response).toBeLessThan(LIMIT);
  // Sheets and measures, the tables with the beginning of the ledger, marks.
  expect(host.roundTrips).toBe(4);
});

test("who wants all of it gets it, in parts", async () => {
  const store = createWorkbookStore("a.xlsx", ["表1"]);
  addFigures(store, "明细账", 12_000, 12);
  const { host } = loadRuntime(store);
  const sizes = payloads(host);
  const { sheets } = await excelPort().read();
  expect(sheets[1]?.rows.size).toBe(12_000);
  expect(sheets[1]?.rows.get(11_999)?.get(11)?.value).toBe(11_999 * 1.25 + 11);
  expect(sizes.response).toBeLessThan(LIMIT);
  expect(host.roundTrips).toBeLessThanOrEqual(2 + 3);
});

test("cells with long texts are asked for in smaller and smaller parts", async () => {
  const store = createWorkbookStore("a.xlsx", ["表1"]);
  const [sheet] = store.sheets as [StoredSheet];
  for (let row = 0; row < 150; row++) cellToWrite(sheet, row, 0).value = "说".repeat(32_767);
  loadRuntime(store);
  const [read] = (await excelPort().read()).sheets;
  expect(read?.rows.size).toBe(150);
  expect([...(read?.rows.keys() ?? [])]).toStrictEqual([...sheet.cells.keys()]);
});

test("a sheet that Excel does not hand over is named, and the others are checked", async () => {
  const store = storeFromSnapshot(withValue(seedWorkbook(), "表1", 6, 1, 1));
  const refused = store.sheets.find(({ name }) => name === "表8") as StoredSheet;
  refused.refusesCells = "GeneralException";
  loadRuntime(store);
  const { findings, tables, unplaced } = await validateAndMark(excelPort());
  expect(tables).toHaveLength(13);
  expect(unplaced.map(({ sheet, reason }) => [sheet, reason.key])).toContainEqual(["表8", "sheet.refused"]);
  expect(findings.find(({ rule }) => rule === "sheet.refused")).toMatchObject({
    severity: "warning",
    sheet: "表8",
  });
});

test("figures that were not calculated since they were changed are said to be stale", async () => {
  const store = storeFromSnapshot(seedWorkbook());
  const { host } = loadRuntime(store, { quirks: { isManual: true } });
  const { findings } = await validateAndMark(excelPort());
  expect(findings.find(({ rule }) => rule === "workbook.stale")?.severity).toBe("warning");
  store.quirks = {};
  expect((await excelPort().read()).isStale).toBeUndefined();
  expect(host.roundTrips).toBeGreaterThan(0);
});

test("a report of 3,000 rows is written in requests of less than 4 MB", async () => {
  const { host, store } = loadRuntime(createWorkbookStore());
  const sizes = payloads(host);
  const row = (index: number) => [
    { text: String(index), style: "text" as const },
    { text: "差错", style: index % 3 === 0 ? ("error" as const) : ("warning" as const) },
    { text: `C${index + 7}`, style: "link" as const, link: { sheet: "Sheet1", row: index, column: 2 } },
    { text: "总计应为 1,890.17，现为 1,890.18，差 0.01。".repeat(12), style: "text" as const },
  ];
  await excelPort().writeReport({
    kind: "writeReport",
    sheet: "校验报告",
    columnWidths: [6, 8, 12, 70],
    rows: [[{ text: "校验报告", style: "title" }], ...Array.from({ length: 3000 }, (_, index) => row(index))],
  });
  const sheet = store.sheets[1] as StoredSheet;
  expect(sheet.cells.get(3000)?.get(3)?.value).toBe("总计应为 1,890.17，现为 1,890.18，差 0.01。".repeat(12));
  expect(sheet.cells.get(3000)?.get(2)?.hyperlink?.documentReference).toBe("'Sheet1'!C3000");
  expect(sizes.request).toBeLessThan(4_000_000);
});

test("a report that Excel breaks off at is taken away again, and the earlier one stays", async () => {
  const { host, store } = loadRuntime(storeFromSnapshot(seedWorkbook()));
  const port = excelPort();
  await reportWorkbook(port, port);
  const before = store.sheets.map(({ id, name }) => [id, name]);
  for (const afterActions of [0, 40, 100]) {
    host.failNext({ code: "GeneralException", afterRoundTrips: 3 + 3, afterActions });
    await expect(reportWorkbook(port, port)).rejects.toMatchObject({ key: "host.unknown" });
    expect(store.sheets.map(({ id, name }) => [id, name])).toStrictEqual(before);
  }
});
