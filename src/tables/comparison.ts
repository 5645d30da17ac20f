import { FINAL_ACCOUNTS_COMPARISON } from "./finalAccounts/comparison";
import { GUANGZHOU_COMPARISON } from "./guangzhou/comparison";
import { NATIONAL_COMPARISON } from "./national/comparison";

/**
 * What two years are compared by, the same in every set of tables, so that a budget can be compared with one of another
 * set: single amounts (lines) and lists of rows, each found in a set by SetComparison.
 */
export type ListId =
  | "支出"
  | "支出·一般公共预算"
  | "支出·政府性基金"
  | "支出·国有资本经营"
  | "经济分类"
  | "单位"
  | "项目"
  | "转移支付项目";

/** How rows of a list are told to be the same in both years. */
export type ListKey = "functional" | "economicDepartment" | "unit" | "name";

export interface ComparedList {
  readonly id: ListId;
  readonly label: string;
  readonly rowsBy: ListKey;
}

/** The lists in the order in which they are shown. */
export const COMPARED_LISTS: readonly ComparedList[] = [
  { id: "支出", label: "支出（按功能分类科目）", rowsBy: "functional" },
  { id: "支出·一般公共预算", label: "一般公共预算支出（按功能分类科目）", rowsBy: "functional" },
  { id: "支出·政府性基金", label: "政府性基金预算支出（按功能分类科目）", rowsBy: "functional" },
  { id: "支出·国有资本经营", label: "国有资本经营预算支出（按功能分类科目）", rowsBy: "functional" },
  { id: "经济分类", label: "一般公共预算基本支出（按部门经济分类科目）", rowsBy: "economicDepartment" },
  { id: "单位", label: "基本支出（按单位）", rowsBy: "unit" },
  { id: "项目", label: "项目支出（按项目）", rowsBy: "name" },
  { id: "转移支付项目", label: "转移支付（按项目）", rowsBy: "name" },
];

/** The single amounts in the order in which they are shown, by the names that texts give them (meanings.ts). */
export const COMPARED_LINES: readonly (readonly [name: string, label: string])[] = [
  ["收入", "收入总计"],
  ["收入·财政拨款", "财政拨款收入"],
  ["收入·一般公共预算", "一般公共预算收入"],
  ["收入·政府性基金", "政府性基金预算收入"],
  ["收入·国有资本经营", "国有资本经营预算收入"],
  ["收入·财政专户", "财政专户管理资金"],
  ["收入·其他资金", "其他资金"],
  ["收入·事业收入", "事业收入"],
  ["收入·经营收入", "经营收入"],
  ["收入·其他收入", "其他收入"],
  ["收入·上级补助", "上级补助收入"],
  ["收入·附属上缴", "附属单位上缴收入"],
  ["收入·用事业基金", "用事业基金弥补收支差额"],
  ["收入·上年结转", "上年结转"],
  ["支出", "支出总计"],
  ["支出·基本支出", "基本支出"],
  ["支出·人员经费", "人员经费"],
  ["支出·公用经费", "公用经费"],
  ["支出·项目支出", "项目支出"],
  ["支出·经营支出", "经营支出"],
  ["支出·对附属补助", "对附属单位补助支出"],
  ["支出·上缴上级", "上缴上级支出"],
  ["支出·结转下年", "结转下年"],
  ["支出·一般公共预算", "一般公共预算支出"],
  ["支出·政府性基金", "政府性基金预算支出"],
  ["支出·国有资本经营", "国有资本经营预算支出"],
  ["三公", "“三公”经费"],
  ["出国", "因公出国（境）费"],
  ["公务用车", "公务用车购置及运行维护费"],
  ["购车", "公务用车购置费"],
  ["车辆运行", "公务用车运行维护费"],
  ["接待", "公务接待费"],
  ["行政经费", "机关运行经费（行政经费）"],
  ["采购", "政府采购"],
  ["采购货物", "政府采购货物"],
  ["采购工程", "政府采购工程"],
  ["采购服务", "政府采购服务"],
  ["购买服务", "政府购买服务"],
  ["转移支付", "转移支付"],
  ["非税收入", "非税收入"],
];

/** Where a set of tables has what is compared, in the notation of relations. */
export interface SetComparison {
  /** Sums of cells by the name of the line, likeliest first. */
  readonly lines: Readonly<Record<string, readonly string[]>>;
  /** Rows of a list; several where they stand in several columns or tables. */
  readonly lists: Readonly<Partial<Record<ListId, readonly string[]>>>;
}

const COMPARISONS: Readonly<Record<string, SetComparison>> = {
  "guangzhou-2020": GUANGZHOU_COMPARISON,
  "national-2024": NATIONAL_COMPARISON,
  "final-accounts-2024": FINAL_ACCOUNTS_COMPARISON,
};

/** Where a set of tables by its id has what is compared; undefined for a set that nothing is compared of. */
export function findComparison(packId: string): SetComparison | undefined {
  return COMPARISONS[packId];
}
