import { describe as say } from "../../src/messages/describe";
import { checkSnapshot } from "../../src/actions/validate";
import { generatedBudget } from "../support/generatedBudget";
import { Chooser, randomFrom } from "../support/random";
import { seedWorkbook, withValue } from "../support/seedWorkbook";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot";

/** Figures all over a workbook changed by amounts of their own. */
function changed(workbook: WorkbookSnapshot, choose: Chooser, share: number): WorkbookSnapshot {
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => ({
      ...sheet,
      rows: new Map(
        [...sheet.rows].map(([row, cells]) => [
          row,
          new Map(
            [...cells].map(([column, cell]) => [
              column,
              typeof cell.value === "number" && choose.chance(share)
                ? { ...cell, value: cell.value + choose.below(9000) / 100 + 0.01 }
                : cell,
            ]),
          ),
        ]),
      ),
    })),
  };
}

it("where more is wrong than a check searches it says so, with how many differences have no cell named", () => {
  const choose = new Chooser(randomFrom(7));
  const { findings } = checkSnapshot(changed(generatedBudget(300, choose), choose, 0.6));
  const silent = findings.filter(
    ({ severity, suspects, act }) => severity === "error" && suspects.length === 0 && !act,
  );
  expect(silent.length).toBeGreaterThan(0);
  const note = findings.find(({ rule }) => rule === "search.cut");
  expect(note?.severity).toBe("info");
  expect(note && say(note.message, "zh-CN")).toMatch(/有 \d+ 处不平没有查出是哪一格错/);
});

it("where one figure is wrong nothing is left unsaid", () => {
  const { findings } = checkSnapshot(withValue(seedWorkbook(), "表6", 13, 3, 1));
  expect(findings.some(({ severity }) => severity === "error")).toBe(true);
  expect(findings.filter(({ rule }) => rule.startsWith("search."))).toEqual([]);
});
