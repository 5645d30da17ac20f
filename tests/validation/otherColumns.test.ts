import { checkSnapshot } from "../../src/actions/validate";
import { brief, checkSheet } from "../support/check";
import { nationalWorkbook } from "../support/nationalWorkbook";
import { smallT06 } from "../support/sheet";
import type { TestCell } from "../support/sheet";

/** 表6 with a column that it does not have, whose amounts are part of the totals. */
function withColumn(
  heading: string,
  amounts: Readonly<Record<number, TestCell>>,
  totals: Record<string, TestCell>,
) {
  return smallT06(totals).map((cells, row): TestCell[] => [...cells, row === 3 ? heading : amounts[row]]);
}

const MORE = { 6: 10, 7: 10, 8: 10, 10: 10 };
const TOTALS = { "6,2": 1900.17, "7,2": 1900.17, "8,2": 1900.17, "10,2": 1174.39 };

it("an office's own column that is part of the total makes no figure wrong", () => {
  expect(brief(checkSheet(withColumn("经营支出", MORE, TOTALS)).findings)).toEqual([]);
  expect(checkSheet(withColumn("经营支出", MORE, TOTALS)).relations.cannotTell).toBe(4);
});

it("a column that is no part of it explains nothing", () => {
  const wrong = { "10,2": 1174.39 };
  for (const amounts of [
    { 9: 10, 10: 10 },
    { 6: 3, 7: 3, 8: 3, 9: 1, 10: 10 },
  ]) {
    const found = brief(checkSheet(withColumn("另记", amounts, wrong)).findings);
    expect(found).toContain("error T06.c3=c4+c5 C11");
  }
});

it("a count of the rows, a percentage and last year's figures are no such columns", () => {
  const row = { "10,2": 1169.39 };
  const count = Object.fromEntries([6, 7, 8, 9, 10].map((at, index) => [at, index + 1]));
  expect(brief(checkSheet(withColumn("序号", count, row)).findings)).toContain("error T06.c3=c4+c5 C11");
  const lastYear = { 6: 5, 7: 5, 8: 5, 9: 0, 10: 5 };
  const found = checkSheet(
    withColumn("2019年预算", lastYear, { ...row, "0,0": "2020年一般公共预算支出预算表（按功能分类科目）" }),
  );
  expect(brief(found.findings)).toContain("error T06.c3=c4+c5 C11");
});

it("the nationwide set with the further columns of some offices has nothing to say", () => {
  const workbook = nationalWorkbook();
  const sheets = workbook.sheets.map((sheet) => {
    if (sheet.name !== "支出总表") return sheet;
    const rows = [...sheet.rows].map(([row, cells]) => {
      const more = row === 3 ? "上缴上级支出" : row > 4 ? 0 : undefined;
      const cell = more === undefined ? [] : [[7, { value: more, numberFormat: "General" }] as const];
      return [row, new Map([...cells, ...cell])] as const;
    });
    return { ...sheet, rows: new Map(rows) };
  });
  // But that no list of codes is complete for 2026.
  const { findings } = checkSnapshot({ ...workbook, sheets });
  expect(findings.map(({ rule }) => rule)).toEqual(["codes.list"]);
});
