import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readWorkbook } from "../../../src/xlsx/read/readWorkbook";
import type { CellValue } from "../../../src/workbook/snapshot";
import { openWorkbook } from "../../../workbench/files/openWorkbook";
import { saveCopy } from "../../../workbench/files/saveCopy";
import { addSheet, cellToWrite } from "../../../workbench/host/store";
import type { StoredSheet } from "../../../workbench/host/store";
import { bytesOf, COMPLETE, temporaryFolder } from "../../cli/run";
import { openEngine } from "../../support/engineHost";

const hasLibreOffice = spawnSync("soffice", ["--version"]).status === 0;
const describeWithLibreOffice = hasLibreOffice || process.env["CI"] ? describe : describe.skip;
if (!hasLibreOffice) process.stdout.write("Left out: no LibreOffice (soffice) to recalculate with.\n");

/** Every value by sheet and place; figures to the twelve digits on which two ways of adding up agree. */
function valuesOf(file: string): Map<string, CellValue> {
  return new Map(
    readWorkbook(bytesOf(file), "x.xlsx").sheets.flatMap(({ name, rows }) =>
      [...rows].flatMap(([row, cells]) =>
        [...cells].map(([column, { value }]): [string, CellValue] => [
          `${name}!${row},${column}`,
          typeof value === "number" ? Number(value.toPrecision(12)) : value,
        ]),
      ),
    ),
  );
}

describeWithLibreOffice("a saved copy that LibreOffice works out anew", () => {
  test("has the same values, with formulas over the figures of the real budget", async () => {
    const original = new Uint8Array(readFileSync(COMPLETE));
    const { store } = openWorkbook(original, "baiyun-2020.xlsx");
    const [sheet] = store.sheets as [StoredSheet];
    const engine = openEngine(store);
    // Beside 表1: the sums that its totals are, a comparison, a text and a figure of another table.
    const formulas = [
      "=B6+B7+B8",
      "=SUM(D5:D26)",
      '=IF(ABS(F2-D27)<0.005,"相符","不符")',
      "=ROUND(F1/F2*100,2)",
      `=COUNTA('${store.sheets[1]?.name}'!A1:A40)`,
      '=SUMIF(C5:C26,"*科学*",D5:D26)',
    ];
    formulas.forEach((formula, row) => (cellToWrite(sheet, row, 5).formula = formula));
    cellToWrite(sheet, 4, 3).value = 1900.95;
    const added = addSheet(store, "汇总（新）");
    Object.assign(cellToWrite(added, 0, 0), { formula: `='${sheet.name}'!D5*2` });
    Object.assign(cellToWrite(added, 0, 1), { formula: "=SUM(A1:A3)", numberFormat: "#,##0.00" });
    cellToWrite(added, 1, 0).value = 0.5;
    added.notes.push({ row: 0, column: 0, content: "两倍" });
    await engine.settle();

    const folder = temporaryFolder();
    const saved = join(folder, "saved.xlsx");
    writeFileSync(saved, saveCopy(original, store).bytes);
    const anew = join(folder, "anew.xlsx");
    const script = join(__dirname, "../../../scripts/recalculate.mjs");
    const run = spawnSync(process.execPath, [script, saved, anew], { encoding: "utf8" });
    expect(run.stderr).toBe("");
    const values = valuesOf(saved);
    expect(values.get(`${sheet.name}!2,5`)).toBe("不符");
    expect(values.get("汇总（新）!0,1")).toBe(3802.4);
    const recalculated = valuesOf(anew);
    const different = [...values].filter(([place, value]) => {
      return JSON.stringify(recalculated.get(place)) !== JSON.stringify(value);
    });
    expect(different).toEqual([]);
    const { sheets } = openWorkbook(bytesOf(anew), "x.xlsx").store;
    expect(sheets.find(({ name }) => name === added.name)?.notes).toEqual([
      { row: 0, column: 0, content: "两倍" },
    ]);
  }, 150_000);
});
