/**
 * What a column of a list of projects (项目清单) may mean. Source: the headings of lists exported by the budget platform
 * (预算管理一体化系统) as public documents of 2021 to 2026 print them.
 */

/** The kinds of money that pay a row; the words by which platforms and offices call them are in readWords.ts. */
export const FUNDS = [
  "一般公共预算",
  "政府性基金预算",
  "国有资本经营预算",
  "财政专户管理资金",
  "事业收入",
  "经营收入",
  "上级补助收入",
  "附属单位上缴收入",
  "用事业基金弥补收支差额",
  "上年结转",
  "其他资金",
] as const;
export type Fund = (typeof FUNDS)[number];

/** Columns of words; a code column may hold code and name in one cell. */
const WORD_FIELDS = [
  "单位编码",
  "单位名称",
  "项目编码",
  "项目名称",
  "功能科目编码",
  "功能科目款",
  "功能科目项",
  "功能科目名称",
  "部门经济分类编码",
  "部门经济分类名称",
  "政府经济分类编码",
  "政府经济分类名称",
  "资金性质",
  "支出类别",
  "是否政府采购",
  "采购项目名称",
  "采购品目编码",
  "采购品目名称",
  "数量",
  "计量单位",
  "是否购买服务",
  "购买服务一级目录",
  "购买服务二级目录",
  "购买服务三级目录",
  "购买方式",
  "收入科目编码",
  "收入科目名称",
  "项目内容",
  "绩效目标",
] as const;
export type WordField = (typeof WORD_FIELDS)[number];

/** Columns of amounts: one for the whole row, one for a kind of money, or where non-tax income goes. */
const AMOUNT_FIELDS = ["金额", ...FUNDS, "上缴中央", "上缴省财政专户", "本级收入"] as const;
export type AmountField = (typeof AMOUNT_FIELDS)[number];

/** 不使用: nothing is taken from the column. */
export const UNUSED = "不使用";
export type ListField = WordField | AmountField | typeof UNUSED;

/** Every meaning that a user may give a column, in the order in which they are offered. */
export const LIST_FIELDS: readonly ListField[] = [...WORD_FIELDS, ...AMOUNT_FIELDS, UNUSED];

/** True for a meaning whose cells hold amounts. */
export function isAmountField(field: ListField): field is AmountField {
  return (AMOUNT_FIELDS as readonly string[]).includes(field);
}

/** The meaning that a text names exactly; undefined where it names none. */
export function fieldNamed(text: string): ListField | undefined {
  return LIST_FIELDS.find((field) => field === text);
}
