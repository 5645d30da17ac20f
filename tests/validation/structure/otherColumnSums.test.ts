import { describe as wordingOf } from "../../../src/messages/describe";
import { NATIONAL } from "../../../src/tables/national/pack";
import { checkWorkbook } from "../../../src/validation/check";
import type { Finding } from "../../../src/validation/finding";
import { formatA1 } from "../../../src/workbook/address";
import { sheetOf, workbookOf } from "../../support/sheet";
import type { TestCell } from "../../support/sheet";

/** 支出总表 of the nationwide set as some offices print it: 基本支出 divided into two columns that the set does not have. */
const ROWS: readonly (readonly TestCell[])[] = [
  ["2026年部门支出总表"],
  ["", "", "", "", "", "单位：万元"],
  ["科目编码", "科目名称", "合计", "基本支出", "", "", "项目支出"],
  ["", "", "", "小计", "人员经费", "日常公用经费"],
  ["", "合计", 1651.4, 1201.1, 999.9, 201.2, 450.3],
  ["201", "一般公共服务支出", 1250.35, 900.05, 698.85, 201.2, 350.3],
  ["20103", "政府办公厅（室）及相关机构事务", 1250.35, 900.05, 698.85, 201.2, 350.3],
  ["2010301", "行政运行", 900.05, 900.05, 698.85, 201.2, ""],
  ["2010302", "一般行政管理事务", 350.3, "", "", "", 350.3],
  ["208", "社会保障和就业支出", 401.05, 301.05, 301.05, "", 100],
  ["20805", "行政事业单位养老支出", 401.05, 301.05, 301.05, "", 100],
  ["2080501", "行政单位离退休", 100.9, 100.9, 100.9, "", ""],
  ["2080505", "机关事业单位基本养老保险缴费支出", 200.15, 200.15, 200.15, "", ""],
  ["2080599", "其他行政事业单位养老支出", 100, "", "", "", 100],
];

/** What is found once figures are changed, by row and column counted from 0. */
function found(changes: Readonly<Record<string, number>> = {}): Finding[] {
  const rows = ROWS.map((cells, row) =>
    cells.map((cell, column): TestCell => changes[`${row},${column}`] ?? cell),
  );
  const { tables, findings } = checkWorkbook(workbookOf(sheetOf("支出总表", rows)), NATIONAL).result;
  expect(tables.map(({ table }) => table)).toEqual(["N03"]);
  return findings.filter(({ severity }) => severity === "error" || severity === "warning");
}

const told = (changes?: Readonly<Record<string, number>>) =>
  found(changes).map(
    ({ severity, rule, suspects }) =>
      `${severity} ${rule} ${suspects.map((one) => `${formatA1(one.row, one.column)} ${one.suggested}`).join()}`,
  );

describe("columns that a set does not have", () => {
  it("give no finding while they add up", () => {
    expect(told()).toEqual([]);
  });

  it.each([
    ["in the row of a 项", { "7,4": 689.85 }, "E8 698.85"],
    ["in the row of a 款", { "10,4": 310.05 }, "E11 301.05"],
    ["in the total", { "4,5": 210.2 }, "F5 201.2"],
  ])("a wrong figure %s is told once, with what it should be", (_, changes, suspect) => {
    expect(told(changes)).toEqual([`warning N03.other ${suspect}`]);
  });

  it("say by how many places that is borne out", () => {
    const [finding] = found({ "7,4": 689.85 });
    expect(finding && wordingOf(finding.message, "zh-CN")).toMatch(
      /^支出总表 [DE]\d+（.*应等于其各组成数之和 .*，[多少] 9 万元，请核对/,
    );
    expect(finding && wordingOf(finding.message, "zh-CN")).toMatch(/（按表头推断，\d+ 处中 \d+ 处成立）$/);
  });

  it("say nothing more of a wrong figure of a column that the set has", () => {
    expect(told({ "7,3": 909.05 }).filter((one) => one.includes("N03.other"))).toEqual([]);
  });

  it("that divide the total in another way are no parts of it", () => {
    const apart = { "5,4": 698, "6,4": 611, "7,4": 500, "9,4": 33, "10,4": 22, "11,4": 11 };
    expect(told(apart)).toEqual([]);
  });
});
