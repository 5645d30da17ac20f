import type { RowRule } from "../definition";
import { FUNCTIONAL_CLASS_LINES } from "../guangzhou/functionalClasses";
import { line } from "../guangzhou/rowRules";

/** A line for a class of expenditure that only final accounts print. */
function classLine(code: string, name: string): RowRule {
  return { kind: "功能科目", level: 1, names: [name], standsFor: code };
}

/** The class lines of the two statements. Source: 2024年度部门决算公开表, 收入支出决算总表 (公开01表). */
export const CLASS_LINES: readonly RowRule[] = [
  ...FUNCTIONAL_CLASS_LINES,
  classLine("223", "国有资本经营预算支出"),
  classLine("231", "债务还本支出"),
  classLine("232", "债务付息支出"),
  classLine("234", "抗疫特别国债安排的支出"),
];

/** Expenditure of the year and what is left of it; the names of both statements. */
export const END_OF_YEAR: RowRule = line("年末结转和结余", "年末财政拨款结转和结余", "年末结转结余");

/** What was left of the year before; the names of both statements. */
export const BEGINNING_OF_YEAR: RowRule = line(
  "年初结转和结余",
  "年初财政拨款结转和结余",
  "年初结转结余",
  "上年结转和结余",
);
