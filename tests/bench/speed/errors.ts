import type { WorkbookSnapshot } from "../../../src/workbook/snapshot";
import { cellKey } from "../../../src/validation/cellKey";
import { Chooser, randomFrom } from "../../support/random";
import { KINDS, prepare, wrongValue } from "../../support/seededErrors";
import type { Prepared } from "../../support/seededErrors";
import { seedWorkbook, withValue } from "../../support/seedWorkbook";
import { formulaBudget } from "./formulas";
import type { FormulaBudget } from "./formulas";

/** Ways in which a budget goes wrong; each makes one workbook with the choices it is given. */
export const ACTS = {
  "one wrong figure": (of, choose) => withWrongFigures(of.seed, 1, choose),
  "two wrong figures": (of, choose) => withWrongFigures(of.seed, 2, choose),
  "an act over several columns": (of, choose) => withRowMoved(of.seed, choose),
  "a half filled budget": (of, choose) => of.formulas.with(halfBlank(of.formulas, choose)),
  "all formulas, one wrong figure": (of, choose) => of.formulas.with(oneWrong(of.formulas, choose)),
} as const satisfies Record<string, (of: Budgets, choose: Chooser) => WorkbookSnapshot>;
export type Act = keyof typeof ACTS;

interface Budgets {
  readonly seed: Prepared;
  readonly formulas: FormulaBudget;
}

/** How many workbooks of each kind the whole benchmark has. */
const COUNTS: Readonly<Record<Act, number>> = {
  "one wrong figure": 60,
  "two wrong figures": 40,
  "an act over several columns": 40,
  "a half filled budget": 20,
  "all formulas, one wrong figure": 40,
};

/** A share of the workbooks of each kind, at least three, the same in every run. */
export function wrongBudgets(share: number): Record<Act, WorkbookSnapshot[]> {
  const workbook = seedWorkbook();
  const budgets: Budgets = { seed: prepare(workbook), formulas: formulaBudget(workbook) };
  const made = Object.entries(ACTS).map(([name, act], index) => {
    const choose = new Chooser(randomFrom(2026 + index));
    const count = Math.max(3, Math.round(COUNTS[name as Act] * share));
    return [name, Array.from({ length: count }, () => act(budgets, choose))];
  });
  return Object.fromEntries(made) as Record<Act, WorkbookSnapshot[]>;
}

function withWrongFigures(seed: Prepared, count: number, choose: Chooser): WorkbookSnapshot {
  let workbook = seed.workbook;
  for (let made = 0; made < count;) {
    const { term } = choose.pick(seed.cells);
    const value = wrongValue(choose.pick(KINDS), term, seed, choose);
    if (!value) continue;
    const { sheet, row, column } = term.figure.address;
    workbook = withValue(workbook, sheet, row, column, value.toNumber());
    made++;
  }
  return workbook;
}

/** The figures of one row put into the row below, and that row's into it, in all columns that hold figures. */
function withRowMoved({ workbook, cells }: Prepared, choose: Chooser): WorkbookSnapshot {
  for (;;) {
    const { sheet, row } = choose.pick(cells).term.figure.address;
    const rows = workbook.sheets.find(({ name }) => name === sheet)?.rows;
    const [upper, lower] = [rows?.get(row), rows?.get(row + 1)];
    if (!upper || !lower) continue;
    const columns = new Set(
      cells.flatMap(({ term: { figure } }) =>
        figure.address.sheet === sheet && [row, row + 1].includes(figure.address.row)
          ? [figure.address.column]
          : [],
      ),
    );
    const moved = [...columns].filter(
      (column) => upper.get(column)?.value !== lower.get(column)?.value && columns.size > 1,
    );
    if (moved.length < 2) continue;
    return moved.reduce(
      (now, column) =>
        withValue(
          withValue(now, sheet, row, column, lower.get(column)?.value),
          sheet,
          row + 1,
          column,
          upper.get(column)?.value,
        ),
      workbook,
    );
  }
}

/** Half of the typed figures not yet there. */
function halfBlank({ typed }: FormulaBudget, choose: Chooser): Map<string, undefined> {
  return new Map(typed.filter(() => choose.chance(0.5)).map((cell) => [cellKey(cell), undefined]));
}

/** One typed figure ten thousand times too large, as one typed in 元 among 万元, or off by a digit. */
function oneWrong({ typed }: FormulaBudget, choose: Chooser): Map<string, number> {
  const cell = choose.pick(typed);
  return new Map([[cellKey(cell), choose.chance(0.5) ? 10_000 : 1 + choose.below(900) / 100]]);
}
