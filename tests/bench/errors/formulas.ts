import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { planInsert } from "../../../src/planning/insert/planInsert";
import { GUANGZHOU } from "../../../src/tables/guangzhou/pack";
import type { WriteCell } from "../../../src/workbook/edit";
import type { SheetSnapshot, WorkbookSnapshot } from "../../../src/workbook/snapshot";
import { applyEdits } from "../../../src/xlsx/patch/applyEdits";
import { readWorkbook } from "../../../src/xlsx/read/readWorkbook";
import { writeNewWorkbook } from "../../../src/xlsx/write/newWorkbook";
import { fillSeed } from "../../support/fillSeed";
import { seedOptions } from "../../support/insertedBudget";
import { Chooser, randomFrom } from "../../support/random";

/** Workbooks all of formulas, worked out by LibreOffice once and kept in a folder: name → picture. */
export function formulaWorkbooks(folder: string): Map<string, WorkbookSnapshot> {
  const made = join(folder, "out");
  if (!existsSync(made)) make(folder, made);
  return new Map(
    readdirSync(made)
      .sort()
      .map((name) => [name, readWorkbook(readFileSync(join(made, name)), name)]),
  );
}

function make(folder: string, made: string): void {
  mkdirSync(folder, { recursive: true });
  const inserted = writeNewWorkbook(planInsert(GUANGZHOU, seedOptions(5)).map(({ design }) => design));
  const { edits } = fillSeed(readWorkbook(inserted, "x.xlsx"));
  const isNumber = ({ content }: WriteCell) =>
    content && "value" in content && typeof content.value === "number" && content.value !== 0;
  const choose = new Chooser(randomFrom(7));
  const files: string[] = [];
  const add = (name: string, own: readonly WriteCell[]) => {
    const file = join(folder, `${name}.xlsx`);
    writeFileSync(file, applyEdits(inserted, own));
    files.push(file);
  };
  add("full", edits);
  const numbers = edits.filter(isNumber);
  for (let index = 0; index < 16; index++) {
    const wrong = choose.pick(numbers);
    const value = Number((wrong.content as { value: number }).value);
    add(
      `error-${index}`,
      edits.map((one) =>
        one === wrong ? { ...one, content: { value: Math.round(value * 300 + 100) / 100 } } : one,
      ),
    );
  }
  for (const share of [0.1, 0.3, 0.5, 0.7, 0.9])
    for (let index = 0; index < 3; index++)
      add(
        `half-leaves-${share}-${index}`,
        edits.filter((one) => !isNumber(one) || choose.chance(share)),
      );
  const sheets = [...new Set(edits.map(({ sheet }) => sheet))];
  for (let count = 1; count < sheets.length; count += 2)
    add(
      `half-tables-${String(count).padStart(2, "0")}`,
      edits.filter((one) => !isNumber(one) || sheets.indexOf(one.sheet) < count),
    );
  execFileSync("soffice", ["--headless", "--convert-to", "xlsx", "--outdir", made, ...files], {
    stdio: "ignore",
    timeout: 500_000,
  });
}

/** The same figures, typed. */
export function withoutFormulas(workbook: WorkbookSnapshot): WorkbookSnapshot {
  const sheets = workbook.sheets.map((sheet): SheetSnapshot => ({
    ...sheet,
    rows: new Map(
      [...sheet.rows].map(([row, cells]) => [
        row,
        new Map([...cells].map(([column, { value, numberFormat }]) => [column, { value, numberFormat }])),
      ]),
    ),
  }));
  return { ...workbook, sheets };
}
