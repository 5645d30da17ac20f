import { planBalance } from "../../src/actions/balanceRounding";
import { checkSnapshot } from "../../src/actions/validate";
import { highsSolver } from "../../src/cli/highsSolver";
import { describe as say } from "../../src/messages/describe";
import { formatA1 } from "../../src/workbook/address";
import { seedWorkbook } from "../support/seedWorkbook";
import { sheetOf, smallT06, workbookOf } from "../support/sheet";
import type { TestCell } from "../support/sheet";
import { editedWorkbook } from "../../src/workbook/editedWorkbook";

const bookOf = (changes: Readonly<Record<string, TestCell>>) => workbookOf(sheetOf("表6", smallT06(changes)));

/** 725.78 + 1,164.38 = 1,890.16, printed 1,890.17: in 总计 of every row above the 项. */
const ROUNDED = {
  "10,2": 1164.38,
  "10,4": 1164.38,
  "10,5": 1164.38,
  "8,4": 1164.38,
  "8,5": 1164.38,
  "7,4": 1164.38,
  "7,5": 1164.38,
  "6,4": 1164.38,
  "6,5": 1164.38,
};

const changesOf = ({ changes }: Awaited<ReturnType<typeof planBalance>>) =>
  changes.map(({ row, column, from, to }) => `${formatA1(row, column)} ${from} → ${to}`).sort();

describe("rounded figures made to add up", () => {
  it("the real budget: every relation holds exactly afterwards, and no cell moved by more than a step", async () => {
    const before = seedWorkbook();
    const plan = await planBalance(before, highsSolver);
    const count = checkSnapshot(before).relations.rounding;
    expect({ removed: plan.removed, left: plan.left }).toEqual({ removed: count, left: [] });
    expect(plan.changes.length).toBeLessThanOrEqual(2 * count);
    for (const { from, to } of plan.changes) {
      const number = (text: string) => Number(text.replace(/,/g, ""));
      expect(Math.abs(number(to) - number(from))).toBeCloseTo(0.01, 6);
    }
    const { relations, findings } = checkSnapshot(editedWorkbook(before, plan.edits));
    expect(relations).toMatchObject({ rounding: 0, mismatch: 0 });
    expect(findings.filter(({ severity }) => severity === "rounding")).toEqual([]);
  });

  it("moves a part and what it adds up to, rather than the grand total", async () => {
    const plan = await planBalance(bookOf(ROUNDED), highsSolver);
    expect(changesOf(plan)).toEqual(
      ["C10", "D10", "D7", "D8", "D9"].map((cell) => `${cell} 725.78 → 725.79`),
    );
  });

  it("never touches a locked cell", async () => {
    const isLocked = ({ row, column }: { row: number; column: number }) => row === 9 && column === 3;
    const plan = await planBalance(bookOf(ROUNDED), highsSolver, { isLocked });
    expect(plan.changes.length).toBeGreaterThan(0);
    expect(plan.changes.some(isLocked)).toBe(false);
    const after = checkSnapshot(editedWorkbook(bookOf(ROUNDED), plan.edits));
    expect(after.relations.rounding).toBe(0);
  });

  it("says so when the locks leave no way", async () => {
    const plan = await planBalance(bookOf(ROUNDED), highsSolver, { isLocked: () => true });
    expect(plan.edits).toEqual([]);
    expect(plan.left.map((reason) => say(reason, "zh-CN"))).toEqual([
      expect.stringContaining("消除不了：只改一步不够，或该改的数锁定了"),
    ]);
  });

  it("leaves figures alone that are tied to a mistake", async () => {
    const plan = await planBalance(bookOf({ ...ROUNDED, "9,3": 700 }), highsSolver);
    expect(plan.edits).toEqual([]);
  });

  it("does nothing where all holds exactly", async () => {
    expect(await planBalance(bookOf({}), highsSolver)).toEqual({
      changes: [],
      edits: [],
      removed: 0,
      left: [],
    });
  });

  it("takes away the digits that formulas add up but nobody sees, and never writes over a formula", async () => {
    const hidden = (value: number): TestCell => ({ value, numberFormat: "#,##0.00" });
    const sum = (formula: string, value: number): TestCell => ({ value, formula, numberFormat: "#,##0.00" });
    const rows = Object.fromEntries([6, 7, 8].map((row) => [`${row},2`, sum(`=C${row + 2}`, 1890.17)]));
    const workbook = bookOf({
      ...ROUNDED,
      ...rows,
      "8,2": sum("=SUM(C10:C11)", 1890.168),
      "9,2": hidden(725.784),
      "10,2": hidden(1164.384),
    });
    const plan = await planBalance(workbook, highsSolver);
    expect(plan.left).toEqual([]);
    expect(
      plan.changes.filter(({ kind }) => kind === "digits").map(({ from, to }) => `${from} → ${to}`),
    ).toEqual(
      expect.arrayContaining([expect.stringMatching(/^(725\.784 → 725\.78|1164\.384 → 1,164\.38)$/)]),
    );
    expect(plan.changes.some(({ row, column }) => column === 2 && row < 9)).toBe(false);
  });
});
