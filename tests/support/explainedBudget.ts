import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import { generatedBudget } from "./generatedBudget";
import type { Chooser } from "./random";
import { seedRows } from "./seedWorkbook";
import { sheetOf } from "./sheet";
import type { TestCell } from "./sheet";
import { withStatements } from "./statementSheets";

/** An invented budget with what a text explains, and that of the year before. */
export interface ExplainedBudget {
  readonly now: WorkbookSnapshot;
  readonly last: WorkbookSnapshot;
}

/** Two consistent budgets of Guangzhou's set: 表2, 3, 6, 7, 8, 10 (generatedBudget), 表1 and 4, 表12 and 13. */
export function explainedBudget(choose: Chooser): ExplainedBudget {
  const rows = 40 + choose.below(60);
  return {
    now: withStatements(withTopics(generatedBudget(rows, choose), choose)),
    last: withStatements(withTopics(generatedBudget(rows, choose), choose)),
  };
}

const round = (value: number) => Math.round(value * 100) / 100;

/** A budget with 表12 and 表13 of its own. */
export function withTopics(workbook: WorkbookSnapshot, choose: Chooser): WorkbookSnapshot {
  const amount = (most: number) => (choose.chance(0.8) ? round(choose.below(most * 100) / 100) : 0);
  const [abroad, bought, run, guests] = [amount(40), amount(90), amount(60), amount(20)];
  const cars = round(bought + run);
  const lines: readonly (readonly [string, number])[] = [
    ["行政经费", amount(900)],
    ["“三公”经费总额", round(abroad + cars + guests)],
    ["其中：（一）因公出国（境）费", abroad],
    ["（二）公务用车购置及运行维护费", cars],
    ["1. 公务用车购置费", bought],
    ["2. 公务用车运行维护费", run],
    ["（三）公务接待费", guests],
  ];
  const kinds: readonly (readonly [string, number])[] = [
    ["其中：货物类", amount(500)],
    ["工程类", amount(9000)],
    ["服务类", amount(3000)],
  ];
  const bySort = round(kinds.reduce((sum, [, value]) => sum + value, 0));
  const purchases = [["合 计", bySort] as const, ...kinds].map(([name, value], index): TestCell[] => [
    index === 0 ? "" : "-",
    name,
    "无",
    "无",
    "无",
    "无",
    "无",
    value,
    value,
    value,
    0,
    0,
    0,
    0,
  ]);
  return {
    ...workbook,
    sheets: [
      ...workbook.sheets,
      sheet(
        "T12",
        "表12",
        "财政拨款安排的行政经费及“三公”经费预算表",
        lines.map(([name, value]) => [name, value, value, 0, 0]),
      ),
      sheet("T13", "表13", "政府采购预算表", purchases),
    ],
  };
}

function sheet(id: string, name: string, title: string, rows: readonly (readonly TestCell[])[]) {
  const headings = seedRows(id, "complete")
    .filter(([mark]) => mark === "#H")
    .map(([, ...texts]) => texts);
  return sheetOf(name, [[title], ["单位：万元"], ...headings, ...rows]);
}
