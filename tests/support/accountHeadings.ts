import type { TestCell } from "./sheet";

/** What stands above the figures of final accounts, in the form in which departments publish them. */

/** Title, department and unit of one table. */
export const top = (title: string): TestCell[][] => [
  [`2025年度${title}`],
  ["部门：某某街道办事处", "", "单位：万元"],
];

/** The heading of a table by functional codes, over two rows. */
export const codesHeading = (...labels: string[]): TestCell[][] => [
  ["项目", "", ...labels],
  ["功能分类科目编码", "科目名称"],
];

export const INCOME_HEADING = codesHeading(
  "本年收入合计",
  "财政拨款收入",
  "上级补助收入",
  "事业收入",
  "经营收入",
  "附属单位上缴收入",
  "其他收入",
);

export const SPENDING_HEADING = codesHeading(
  "本年支出合计",
  "基本支出",
  "项目支出",
  "上缴上级支出",
  "经营支出",
  "对附属单位补助支出",
);

/** Of 财政拨款收入支出决算总表: income on the left, spending by fund on the right. */
export const FUNDS_HEADING: TestCell[][] = [
  ["收入", "", "支出"],
  [
    "项目",
    "决算数",
    "项目",
    "合计",
    "一般公共预算财政拨款",
    "政府性基金预算财政拨款",
    "国有资本经营预算财政拨款",
  ],
];

/** Of 财政拨款“三公”经费支出决算表: four rows, budget beside account. */
export const THREE_PUBLIC_HEADING: TestCell[][] = [
  ["财政拨款“三公”经费"],
  ["合计", "", "因公出国（境）费", "", "公务用车购置及运行维护费", "", "", "", "", "", "公务接待费"],
  ["", "", "", "", "小计", "", "公务用车购置费", "", "公务用车运行维护费"],
  Array.from({ length: 12 }, (_, column) => (column % 2 === 0 ? "预算数" : "决算数")),
];
