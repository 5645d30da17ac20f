import type { RowRule } from "../definition";
import { line } from "../guangzhou/rowRules";

/** Lines of income in the nationwide statements, with the names offices give them. */
const FUND_LINES: readonly RowRule[] = [
  line(
    "一般公共预算",
    "一般公共预算资金",
    "一般公共预算拨款",
    "一般公共预算拨款收入",
    "一般公共预算财政拨款",
  ),
  line(
    "政府性基金预算",
    "政府性基金",
    "政府性基金预算拨款",
    "政府性基金预算拨款收入",
    "政府性基金预算财政拨款",
  ),
  line(
    "国有资本经营预算",
    "国有资本经营预算资金",
    "国有资本经营预算拨款",
    "国有资本经营预算拨款收入",
    "国有资本经营预算财政拨款",
  ),
];

/** The funds of the year, and below 上年结转 once more what each had left of the year before. */
export const FUNDS_OF_YEAR: readonly RowRule[] = FUND_LINES.map((rule) => ({ ...rule, isOnce: true }));
export const FUNDS_LEFT: RowRule = {
  kind: "结转资金",
  level: 2,
  names: FUND_LINES.flatMap(({ names }) => names ?? []),
};

/** A class of expenditure that only some places print a line for. */
function classLine(code: string, name: string): RowRule {
  return { kind: "功能科目", level: 1, names: [name], standsFor: code };
}

/**
 * Lines of 收支总表 that some provinces print besides. Source: 河北 2025 部门预算收支总表; codes of 2020年政府收支分类科目; 人行科目
 * has no code there.
 */
export const FURTHER_CLASS_LINES: readonly RowRule[] = [
  classLine("209", "社会保险基金支出"),
  classLine("223", "国有资本经营预算支出"),
  classLine("227", "预备费"),
  classLine("230", "转移性支出"),
  classLine("231", "债务还本支出"),
  classLine("232", "债务付息支出"),
  classLine("233", "债务发行费用支出"),
  classLine("234", "抗疫特别国债安排的支出"),
  { kind: "功能科目", level: 1, names: ["人行科目"] },
];

/** Lines of expenditure beside the functional classes. */
export const OTHER_EXPENDITURE_LINES: readonly RowRule[] = [
  line("上缴上级支出"),
  line("对附属单位补助支出"),
  line("结转下年", "年终结转结余", "结转下年支出", "年末结转和结余"),
];
