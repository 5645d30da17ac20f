import type { RowRule } from "../definition";
import { line } from "../guangzhou/rowRules";

/** Lines of income in the nationwide statements, with the names offices give them. */
export const FUND_LINES: readonly RowRule[] = [
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

/** Lines of expenditure beside the functional classes. */
export const OTHER_EXPENDITURE_LINES: readonly RowRule[] = [
  line("上缴上级支出"),
  line("对附属单位补助支出"),
  line("结转下年", "年终结转结余", "结转下年支出", "年末结转和结余"),
];
