import { applyBalance, lockFigures, planBalance, previewBalance } from "../../src/actions/balanceRounding";
import type { RoundingPlan } from "../../src/actions/balanceRounding";
import { takeBack } from "../../src/actions/takeBack";
import { checkSnapshot } from "../../src/actions/validate";
import { highsSolver } from "../../src/cli/highsSolver";
import { describe as say } from "../../src/messages/describe";
import { formatA1 } from "../../src/workbook/address";
import { cellAtAddress } from "../../src/workbook/snapshot";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import { MemoryPort } from "../support/memoryPort";
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

const planOf = async (workbook: WorkbookSnapshot, locks: readonly string[] = []): Promise<RoundingPlan> => {
  const { plan } = await planBalance(workbook, highsSolver, locks);
  if (!plan) throw new Error("a lock was not understood");
  return plan;
};

const changesOf = ({ changes }: RoundingPlan) =>
  changes.map(({ row, column, from, to }) => `${formatA1(row, column)} ${from} → ${to}`).sort();

describe("rounded figures made to add up", () => {
  it("the real budget: every relation holds exactly afterwards, and no cell moved by more than a step", async () => {
    const before = seedWorkbook();
    const plan = await planOf(before);
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
    const plan = await planOf(bookOf(ROUNDED));
    expect(changesOf(plan)).toEqual(
      ["C10", "D10", "D7", "D8", "D9"].map((cell) => `${cell} 725.78 → 725.79`),
    );
  });

  it("never touches a locked cell", async () => {
    const isLocked = ({ row, column }: { row: number; column: number }) => row === 9 && column === 3;
    const plan = await planOf(bookOf(ROUNDED), ["表6!D10"]);
    expect(plan.changes.length).toBeGreaterThan(0);
    expect(plan.changes.some(isLocked)).toBe(false);
    const after = checkSnapshot(editedWorkbook(bookOf(ROUNDED), plan.edits));
    expect(after.relations.rounding).toBe(0);
  });

  it("says so when the locks leave no way", async () => {
    const plan = await planOf(bookOf(ROUNDED), ["表6"]);
    expect(plan.edits).toEqual([]);
    expect(plan.left.map((reason) => say(reason, "zh-CN"))).toEqual([
      expect.stringContaining("消除不了：末位加 1 或减 1 不够，或该改的数锁定了"),
    ]);
  });

  it("leaves figures alone that are tied to a mistake", async () => {
    const plan = await planOf(bookOf({ ...ROUNDED, "9,3": 700 }));
    expect(plan.edits).toEqual([]);
  });

  it("does nothing where all holds exactly", async () => {
    expect(await planOf(bookOf({}))).toEqual({
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
    const plan = await planOf(workbook);
    expect(plan.left).toEqual([]);
    expect(
      plan.changes.filter(({ kind }) => kind === "digits").map(({ from, to }) => `${from} → ${to}`),
    ).toEqual(
      expect.arrayContaining([expect.stringMatching(/^(725\.784 → 725\.78|1164\.384 → 1,164\.38)$/)]),
    );
    expect(plan.changes.some(({ row, column }) => column === 2 && row < 9)).toBe(false);
  });
});

describe("舍位平衡 in a live workbook", () => {
  it("keeps with the workbook what must stay, and plans around it the next time", async () => {
    const port = new MemoryPort(bookOf(ROUNDED));
    await lockFigures(port, highsSolver, ["表6!C10", "表6!C10"]);
    const { plan, locks } = await previewBalance(port, highsSolver);
    expect(locks).toEqual(["表6!C10"]);
    expect(plan && changesOf(plan).some((change) => change.startsWith("C10 "))).toBe(false);
    expect(plan?.left).toEqual([]);
    await lockFigures(port, highsSolver, []);
    expect(port.settings).toEqual({});
  });

  it("plans nothing while a lock cannot be read: its sheet may have been renamed", async () => {
    const port = new MemoryPort(bookOf(ROUNDED));
    await lockFigures(port, highsSolver, ["旧表!C10"]);
    expect(await previewBalance(port, highsSolver)).toMatchObject({ plan: undefined, unknown: ["旧表!C10"] });
  });

  it("changes as one step, and is taken back but for a cell changed since", async () => {
    const port = new MemoryPort(bookOf(ROUNDED));
    const valueAt = async (row: number, column: number) =>
      cellAtAddress(await port.read(), { sheet: "表6", row, column })?.value;
    const { plan, workbook } = await previewBalance(port, highsSolver);
    if (!plan) throw new Error("no plan");
    const written = await applyBalance(port, plan, workbook);
    expect(port.batches).toHaveLength(1);
    expect(checkSnapshot(await port.read()).relations).toMatchObject({ rounding: 0, mismatch: 0 });

    await port.apply([{ kind: "writeCell", sheet: "表6", row: 9, column: 2, content: { value: 800 } }]);
    expect(await takeBack(port, written)).toBe(plan.edits.length - 1);
    expect(await valueAt(9, 2)).toBe(800);
    expect(await valueAt(9, 3)).toBe(725.78);
  });

  it("writes nothing once a figure of the preview has been changed", async () => {
    const port = new MemoryPort(bookOf(ROUNDED));
    const { plan, workbook } = await previewBalance(port, highsSolver);
    if (!plan) throw new Error("no plan");
    await port.apply([{ kind: "writeCell", sheet: "表6", row: 9, column: 2, content: { value: 800 } }]);
    await expect(applyBalance(port, plan, workbook)).rejects.toThrow("have changed since");
    expect(port.batches).toHaveLength(1);
  });
});
