import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import { seedRows } from "./seedWorkbook";
import { sheetOf } from "./sheet";
import type { TestCell } from "./sheet";

/** Places of the columns of 表2 that the statements have lines for. */
const INCOME = { all: 2, treasury: 4, general: 5, funds: 6, other: 11, remaining: 14 } as const;

/** What a line of a statement prints, from the row 总计 of 表2; the other lines of income are 0. */
const LINES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  T01: {
    财政拨款: INCOME.treasury,
    一般公共预算: INCOME.general,
    政府性基金预算: INCOME.funds,
    其他资金: INCOME.other,
    其他收入: INCOME.remaining,
    本年收入合计: INCOME.all,
    收入总计: INCOME.all,
    本年支出合计: INCOME.all,
    支出总计: INCOME.all,
  },
  T04: {
    一般公共预算: INCOME.general,
    政府性基金预算: INCOME.funds,
    本年收入合计: INCOME.treasury,
    收入总计: INCOME.treasury,
    本年支出合计: INCOME.treasury,
    支出总计: INCOME.treasury,
  },
};

/** An invented budget with 表1 and 表4 before its tables, from what its 表2 prints. */
export function withStatements(workbook: WorkbookSnapshot): WorkbookSnapshot {
  const rows = [...(workbook.sheets.find(({ name }) => name === "表2")?.rows.values() ?? [])];
  const amounts = (row: (typeof rows)[number] | undefined, column: number) =>
    Number(row?.get(column)?.value ?? 0);
  const total = rows.find((row) => row.get(1)?.value === "总计");
  const statement = (id: "T01" | "T04", name: string, title: string, column: number) => {
    const valueOf = (line: string): number => {
      const bare = line.replace(/^(?:[一二三四五六七八九十]+、|（[一二三]）)/, "");
      const place = LINES[id]?.[bare];
      if (place !== undefined) return amounts(total, place);
      const isClass = (row: (typeof rows)[number]) =>
        /^\d{3}$/.test(String(row.get(0)?.value ?? "")) && row.get(1)?.value === bare;
      return amounts(rows.find(isClass), column);
    };
    const body = seedRows(id, "complete").map(([mark, ...texts]): TestCell[] => {
      if (mark === "#H") return texts;
      const [income = "", , spent = ""] = texts;
      return [income, income && valueOf(income), spent, spent && valueOf(spent)];
    });
    return sheetOf(name, [[title], ["单位：万元"], ...body]);
  };
  return {
    ...workbook,
    sheets: [
      statement("T01", "表1", "收支总体情况表", INCOME.all),
      statement("T04", "表4", "财政拨款收支总体情况表", INCOME.treasury),
      ...workbook.sheets,
    ],
  };
}
