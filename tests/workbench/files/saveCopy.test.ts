import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Workbook } from "exceljs";
import { checkSnapshot } from "../../../src/actions/validate";
import { MARK_SIGNATURE, MARK_STYLES } from "../../../src/workbook/edit";
import { cellAt } from "../../../src/workbook/snapshot";
import { readWorkbook } from "../../../src/xlsx/read/readWorkbook";
import { blankWorkbook } from "../../../workbench/files/blankWorkbook";
import { openWorkbook } from "../../../workbench/files/openWorkbook";
import { saveCopy } from "../../../workbench/files/saveCopy";
import { cellToWrite, newId } from "../../../workbench/host/store";
import { openEngine } from "../../support/engineHost";

const budget = () => new Uint8Array(readFileSync(join(__dirname, "../../fixtures/baiyun-2020.xlsx")));

test("a copy of the real budget without changes is the file, byte for byte", () => {
  const original = budget();
  expect(saveCopy(original, openWorkbook(original, "a.xlsx").store).bytes).toEqual(original);
});

test("a figure changed in the grid is in the copy, and the check finds it there", () => {
  const original = budget();
  const { store } = openWorkbook(original, "a.xlsx");
  const [sheet] = store.sheets;
  if (!sheet) throw new Error("no sheet");
  cellToWrite(sheet, 4, 1).value = 31600.23;
  const saved = readWorkbook(saveCopy(original, store).bytes, "a.xlsx");
  expect(saved.sheets[0] && cellAt(saved.sheets[0], 4, 1)).toEqual({
    value: 31600.23,
    numberFormat: "#,##0.00",
  });
  expect(checkSnapshot(saved).findings.length).toBeGreaterThan(
    checkSnapshot(readWorkbook(original, "a.xlsx")).findings.length,
  );
});

test("marks go into the copy and out of it again", () => {
  const original = budget();
  const { store } = openWorkbook(original, "a.xlsx");
  store.sheets[0]?.conditionalFormats.push({
    id: newId(store),
    type: "Custom",
    range: { firstRow: 4, lastRow: 4, firstColumn: 1, lastColumn: 1 },
    formula: `=AND(${MARK_SIGNATURE}x")=0,B5<>1)`,
    stopIfTrue: false,
    fill: MARK_STYLES.error.fill,
  });
  const marked = saveCopy(original, store).bytes;
  expect(readWorkbook(marked, "a.xlsx").sheets[0]?.marks).toHaveLength(1);
  const again = openWorkbook(marked, "a.xlsx").store;
  again.sheets[0]?.conditionalFormats.splice(0);
  expect(readWorkbook(saveCopy(marked, again).bytes, "a.xlsx").sheets[0]?.marks).toEqual([]);
});

test("formulas are saved with the results that the grid shows, those that follow a changed figure too", async () => {
  const workbook = new Workbook();
  const made = workbook.addWorksheet("表1");
  made.getCell("A1").value = 1;
  made.getCell("A2").value = { formula: "A1*2", result: 2 };
  made.getCell("A3").value = { formula: 'IF(A1>5,"多","少")', result: "少" };
  const original = new Uint8Array(await workbook.xlsx.writeBuffer());
  const { store } = openWorkbook(original, "a.xlsx");
  const [sheet] = store.sheets;
  if (!sheet) throw new Error("no sheet");
  const engine = openEngine(store);
  cellToWrite(sheet, 0, 0).value = 10;
  cellToWrite(sheet, 3, 0).formula = "=A2=20";
  await engine.settle();
  const [saved] = readWorkbook(saveCopy(original, store).bytes, "a.xlsx").sheets;
  const values = [0, 1, 2, 3].map((row) => saved && cellAt(saved, row, 0)?.value);
  expect(values).toEqual([10, 20, "多", true]);
});

test("a blank workbook takes texts, codes and figures, and keeps codes as text", () => {
  const original = blankWorkbook();
  const { store } = openWorkbook(original, "新建工作簿.xlsx");
  const [sheet] = store.sheets;
  if (!sheet) throw new Error("no sheet");
  Object.assign(cellToWrite(sheet, 0, 0), { value: "2010301", numberFormat: "@" });
  Object.assign(cellToWrite(sheet, 0, 1), { value: 12.5, numberFormat: "#,##0.00" });
  const [saved] = readWorkbook(saveCopy(original, store).bytes, "x.xlsx").sheets;
  expect(saved && cellAt(saved, 0, 0)).toEqual({ value: "2010301", numberFormat: "@" });
  expect(saved && cellAt(saved, 0, 1)).toEqual({ value: 12.5, numberFormat: "#,##0.00" });
});
