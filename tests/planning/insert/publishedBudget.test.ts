import { checkSnapshot } from "../../../src/actions/validate";
import { planInsert } from "../../../src/planning/insert/planInsert";
import { GUANGZHOU } from "../../../src/tables/guangzhou/pack";
import type { WorkbookSnapshot } from "../../../src/workbook/snapshot";
import { cellAtAddress } from "../../../src/workbook/snapshot";
import { applyEdits } from "../../../src/xlsx/patch/applyEdits";
import { readWorkbook } from "../../../src/xlsx/read/readWorkbook";
import { writeNewWorkbook } from "../../../src/xlsx/write/newWorkbook";
import { fillSeed } from "../../support/fillSeed";
import type { Placed } from "../../support/fillSeed";
import { editedWorkbook } from "../../../src/workbook/editedWorkbook";
import { calculatedByUniver } from "../../support/calculated";
import { brief } from "../../support/check";
import { insertedWorkbook } from "../../support/insertedWorkbook";
import { seedOptions } from "../../support/insertedBudget";
import { hasLibreOffice, recalculated } from "../../support/libreOffice";

jest.setTimeout(240_000);

const NAME = "插入的2020年预算.xlsx";

/** Figures further from what was published than by a slack in 万元, as "T06 合计 c4 1033.38 1033.39". */
function differences(workbook: WorkbookSnapshot, placed: readonly Placed[], slack: number): string[] {
  return placed.flatMap(({ table, name, column, printed, sheet, row, sheetColumn }) => {
    const value = cellAtAddress(workbook, { sheet, row, column: sheetColumn })?.value;
    const shown = typeof value === "number" ? Number(value.toFixed(2)) : NaN;
    const isNear = Math.abs(shown - printed) <= slack;
    return isNear ? [] : [`${table} ${name} c${column} ${printed.toFixed(2)} ${String(value)}`];
  });
}

describe("the workbench's engine (Univer): the published 2020 budget, typed into inserted tables", () => {
  it("gives every printed figure of the 14 tables but for its known rounding", async () => {
    const inserted = insertedWorkbook(seedOptions(20));
    const { edits, placed } = fillSeed(inserted);
    const workbook = await calculatedByUniver(editedWorkbook(inserted, edits));
    expect(placed.length).toBeGreaterThan(1500);
    expect(differences(workbook, placed, 0.025)).toEqual([]);
    expect(differences(workbook, placed, 0).length).toBeLessThan(70);
    const { findings, relations } = checkSnapshot(workbook);
    expect(brief(findings.filter(({ severity }) => severity === "error"))).toEqual([]);
    expect(relations.mismatch).toBe(0);
    expect(relations.checked).toBeGreaterThan(1200);
  });
});

(hasLibreOffice ? describe : describe.skip)(
  "LibreOffice: the published 2020 budget, typed into inserted tables",
  () => {
    it("gives every printed figure of the 14 tables but for its known rounding", () => {
      const inserted = writeNewWorkbook(planInsert(GUANGZHOU, seedOptions(20)).map(({ design }) => design));
      const { edits, placed } = fillSeed(readWorkbook(inserted, NAME));
      const workbook = readWorkbook(recalculated(applyEdits(inserted, edits)), NAME);
      expect(placed.length).toBeGreaterThan(1500);
      expect(differences(workbook, placed, 0.025)).toEqual([]);
      // What differs by a cent or two is what the published figures were rounded by: no relation fails over it.
      expect(differences(workbook, placed, 0).length).toBeLessThan(70);
      const { findings, relations } = checkSnapshot(workbook);
      expect(brief(findings.filter(({ severity }) => severity === "error"))).toEqual([]);
      expect(relations.mismatch).toBe(0);
      expect(relations.checked).toBeGreaterThan(1200);
    });
  },
);
