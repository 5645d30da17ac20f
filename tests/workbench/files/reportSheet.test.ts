import { writeReport } from "../../../src/excel/writeReport";
import type { WriteReport } from "../../../src/workbook/edit";
import { readWorkbook } from "../../../src/xlsx/read/readWorkbook";
import { blankWorkbook } from "../../../workbench/files/blankWorkbook";
import { openWorkbook } from "../../../workbench/files/openWorkbook";
import { saveCopy } from "../../../workbench/files/saveCopy";
import type { WorkbookStore } from "../../../workbench/host/store";
import { loadRuntime } from "../../host/loadRuntime";

const report = (title: string): WriteReport => ({
  kind: "writeReport",
  sheet: "校验报告",
  columnWidths: [6, 20],
  rows: [[{ text: title, style: "title" }], [{ text: "1", style: "text" }]],
});

/** Its sheets, with what stands in A1. */
const sheetsOf = ({ sheets }: WorkbookStore) =>
  sheets.map(({ name, cells }) => [name, cells.get(0)?.get(0)?.value]);

test("a report is shown when its file is opened again, stays in copies, and gives way to a new one", async () => {
  const bytes = blankWorkbook();
  const first = openWorkbook(bytes, "新建.xlsx").store;
  loadRuntime(first);
  await writeReport(report("校验报告"));
  const saved = saveCopy(bytes, first).bytes;
  // A check leaves it out.
  expect(readWorkbook(saved, "新建.xlsx").sheets.map(({ name }) => name)).toEqual(["Sheet1"]);

  const second = openWorkbook(saved, "新建.xlsx").store;
  expect(sheetsOf(second)).toEqual([
    ["Sheet1", undefined],
    ["校验报告", "校验报告"],
  ]);
  expect(Buffer.from(saveCopy(saved, second).bytes).equals(Buffer.from(saved))).toBe(true);

  loadRuntime(second);
  await writeReport(report("再次校验"));
  const third = openWorkbook(saveCopy(saved, second).bytes, "新建.xlsx").store;
  expect(sheetsOf(third)).toEqual([
    ["Sheet1", undefined],
    ["校验报告", "再次校验"],
  ]);
});
