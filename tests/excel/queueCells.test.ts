import { excelPort } from "../../src/excel/excelPort";
import { inverseEdits } from "../../src/planning/inverse";
import type { AddMark, CellContent, WriteCell } from "../../src/workbook/edit";
import { cellAtAddress } from "../../src/workbook/snapshot";
import { storedCell, storeFromSnapshot } from "../../workbench/host/store";
import { loadRuntime } from "../host/loadRuntime";
import { addUndoGroups } from "../host/undoClient";
import { seedWorkbook } from "../support/seedWorkbook";

function write(sheet: string, row: number, column: number, content: CellContent | null): WriteCell {
  return { kind: "writeCell", sheet, row, column, content };
}

const MARK: AddMark = {
  kind: "addMark",
  sheet: "表3",
  row: 6,
  column: 2,
  severity: "error",
  formula: '=AND(N("gouji-mark:error")=0,$C$7<>1)',
  text: "总计应为 1,890.17，现为 1,890.18，差 0.01。",
};

test("codes and figures on several sheets are one round trip and marks another, and a code stays a text", async () => {
  const { host, store } = loadRuntime(storeFromSnapshot(seedWorkbook()));
  await excelPort().apply([
    write("表2", 60, 0, { value: "2010301" }),
    write("表3", 60, 1, { value: "行政运行" }),
    { ...write("表3", 60, 2, { value: 725.78 }), numberFormat: "#,##0.00" },
    MARK,
  ]);
  expect(host.roundTrips).toBe(2);
  const [second, third] = [store.sheets[1]!, store.sheets[2]!];
  expect(storedCell(second, 60, 0)).toEqual({ value: "2010301", numberFormat: "@" });
  expect(storedCell(third, 60, 1)).toEqual({ value: "行政运行", numberFormat: "General" });
  expect(storedCell(third, 60, 2)).toEqual({ value: 725.78, numberFormat: "#,##0.00" });
  expect(third.conditionalFormats).toHaveLength(1);
});

test("the inverse of a batch of writes brings the workbook back, blank cells blank", async () => {
  loadRuntime(storeFromSnapshot(seedWorkbook()));
  const port = excelPort();
  const before = await port.read();
  const edits = [
    write("表3", 6, 0, { value: "2010399" }),
    write("表3", 6, 0, { value: "2010302" }),
    write("表3", 7, 2, null),
    write("表3", 70, 5, { value: "1-2" }),
  ];
  await port.apply(edits);
  const changed = await port.read();
  expect(cellAtAddress(changed, { sheet: "表3", row: 6, column: 0 })?.value).toBe("2010302");
  expect(cellAtAddress(changed, { sheet: "表3", row: 7, column: 2 })).toBeUndefined();
  expect(cellAtAddress(changed, { sheet: "表3", row: 70, column: 5 })?.value).toBe("1-2");
  await port.apply(inverseEdits(before, edits));
  expect(await port.read()).toEqual(before);
});

test("a protected sheet is the reason given, and its cells stay", async () => {
  const { store } = loadRuntime(storeFromSnapshot(seedWorkbook()));
  store.sheets[2]!.isProtected = true;
  await expect(excelPort().apply([write("表3", 60, 0, { value: "2010301" })])).rejects.toMatchObject({
    key: "host.protected",
  });
  // Once it has been read, Excel's refusal is said with the name of the sheet.
  const port = excelPort();
  const { sheets } = await port.read();
  expect(sheets[2]?.isProtected).toBe(true);
  await expect(port.apply([write("表3", 60, 0, { value: "2010301" })])).rejects.toMatchObject({
    key: "host.sheetProtected",
    args: { sheets: ["表3"] },
  });
  expect(storedCell(store.sheets[2]!, 60, 0)).toBeUndefined();
});

test("where Excel cannot undo a mark in a group, cells and marks are still all there once", async () => {
  const runtime = loadRuntime(storeFromSnapshot(seedWorkbook()), { level: "1.20" });
  addUndoGroups(runtime);
  const { host, store } = runtime;
  host.failNext({ code: "UndoNotSupported" });
  await excelPort().apply([write("表3", 60, 0, { value: "2010301" }), MARK]);
  expect(storedCell(store.sheets[2]!, 60, 0)?.value).toBe("2010301");
  expect(store.sheets[2]!.conditionalFormats).toHaveLength(1);
});
