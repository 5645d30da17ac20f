import { acceptFinding } from "../../src/actions/accept";
import { createRecheck } from "../../src/actions/recheck";
import { checkSnapshot, validateAndMark } from "../../src/actions/validate";
import { excelPort } from "../../src/excel/excelPort";
import { storeFromSnapshot } from "../../workbench/host/store";
import { seedWorkbook, withValue } from "../support/seedWorkbook";
import { loadRuntime } from "./loadRuntime";

const SPOILT = () => withValue(seedWorkbook(), "表1", 6, 1, 1);
const CELL = { firstRow: 6, firstColumn: 1, lastRow: 6, lastColumn: 1 };

/** An Excel in which the user has changed three cells. */
function edited(level: "1.15" | "1.20") {
  const store = storeFromSnapshot(SPOILT());
  const runtime = loadRuntime(store, { level });
  const sheet = store.sheets[0]?.id ?? "";
  for (let time = 0; time < 3; time++)
    runtime.host.userDid({ kind: "cells", sheet, range: CELL, change: "RangeEdited" });
  return runtime;
}

test("where a change by an add-in empties the list of undo steps, live mode writes nothing and still finds", async () => {
  const { host, store } = edited("1.15");
  const recheck = createRecheck(excelPort());
  for (const since of ["anything", "edits"] as const) {
    const { findings } = await recheck({}, since);
    expect(findings.some(({ severity }) => severity === "error")).toBe(true);
  }
  expect(host.undoSteps).toBe(3);
  expect(store.sheets.flatMap(({ conditionalFormats }) => conditionalFormats)).toEqual([]);
});

test("只列出，不标记 keeps the list of undo steps, marking there empties it", async () => {
  const { host } = edited("1.15");
  await validateAndMark(excelPort(), { isListOnly: true });
  expect(host.undoSteps).toBe(3);
  await validateAndMark(excelPort());
  expect(host.undoSteps).toBe(0);
});

test("with ExcelApi 1.20 marks leave it alone; what is kept in custom XML empties it even there", async () => {
  const { host } = edited("1.20");
  await validateAndMark(excelPort());
  expect(host.undoSteps).toBe(3);
  const [finding] = checkSnapshot(SPOILT()).findings;
  if (!finding) throw new Error("nothing to accept");
  await acceptFinding(excelPort(), finding, "已核实", "2026-03-01");
  expect(host.undoSteps).toBe(0);
});

test("even with ExcelApi 1.20 the question for merged cells empties it", async () => {
  const { host, store } = edited("1.20");
  const [first] = store.sheets;
  await Excel.run(async (context) => {
    context.workbook.worksheets
      .getItem(first?.name ?? "")
      .getRange("1:2")
      .getMergedAreasOrNullObject()
      .load("address");
    await context.sync();
  });
  expect(host.undoSteps).toBe(0);
});
