import { isSameName } from "../../src/codes/codeName";
import { planFill } from "../../src/planning/fill/planFill";
import { GUANGZHOU } from "../../src/tables/guangzhou/pack";
import { cellAt } from "../../src/workbook/snapshot";
import { Chooser, randomFrom } from "../support/random";
import { randomBudget } from "../support/randomBudget";
import type { BudgetHabit, RandomBudget } from "../support/randomBudget";

const BUDGETS = 1000;

interface Tally {
  filled: number;
  asked: number;
  silent: number;
}

function habitOf(choose: Chooser): BudgetHabit {
  return {
    order: choose.pick(["tree", "shuffled", "swapped"]),
    slips: choose.pick([0, 10, 4]),
    leftOut: choose.pick([0, 0, 100]),
    blankCodes: choose.pick([100, 50, 20]),
    blankNames: choose.pick([0, 50, 100]),
  };
}

/** Rows that say the same in all their cells are one as good as the other. */
function isSameRow({ workbook }: RandomBudget, name: string, a: number, b: number): boolean {
  const sheet = workbook.sheets.find((one) => one.name === name);
  return [1, 2, 3, 4].every(
    (column) => sheet && cellAt(sheet, a, column)?.value === cellAt(sheet, b, column)?.value,
  );
}

it(`fills no cell of ${BUDGETS} invented budgets wrong`, () => {
  const tallies = new Map<string, Tally>();
  const wrong: string[] = [];
  for (let seed = 0; seed < BUDGETS; seed++) {
    const choose = new Chooser(randomFrom(seed * 7919 + 3));
    const habit = habitOf(choose);
    const budget = randomBudget(choose, habit);
    const plan = planFill(budget.workbook, GUANGZHOU);
    const title = `${habit.order}, slips ${habit.slips}, left out ${habit.leftOut} %`;
    const tally = tallies.get(title) ?? { filled: 0, asked: 0, silent: 0 };
    tallies.set(title, tally);
    const asked = new Set(plan.asked.map(({ cell: { sheet, row, column } }) => `${sheet} ${row} ${column}`));
    const filled = new Set<string>();
    for (const { cell, to, why } of plan.fills) {
      const key = `${cell.sheet} ${cell.row} ${cell.column}`;
      filled.add(key);
      const wanted = budget.blanks.get(key) ?? "";
      const twin = [...budget.blanks].some(([other, code]) => {
        const [sheet, row] = other.split(" ");
        return code === to && sheet === cell.sheet && isSameRow(budget, sheet, Number(row), cell.row);
      });
      if (isSameName(wanted, to) || twin) tally.filled++;
      else wrong.push(`${seed} ${key}: ${wanted} → ${to} ${why.map((one) => one.key).join()}`);
    }
    for (const key of budget.blanks.keys()) {
      if (filled.has(key)) continue;
      if (asked.has(key)) tally.asked++;
      else tally.silent++;
    }
  }
  for (const [title, { filled, asked, silent }] of [...tallies].sort())
    process.stdout.write(`${title.padEnd(36)} filled ${filled}  asked ${asked}  left ${silent}\n`);
  expect(wrong).toEqual([]);
  const { filled, asked } = tallies.get("tree, slips 0, left out 0 %") ?? { filled: 0, asked: 1 };
  expect(asked / (filled + asked)).toBeLessThan(0.05);
});
