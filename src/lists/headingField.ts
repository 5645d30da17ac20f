import { normaliseHeading } from "../recognition/text";
import { UNUSED } from "./fields";
import type { ListField, WordField } from "./fields";
import { fundNamed } from "./readWords";

/** What a heading says its column is. */
export interface HeadingMeaning {
  readonly field: ListField;
  /** Of several columns of the same meaning the one with the most counts: 批复数 before 申报数. */
  readonly rank: number;
  /** The heading leaves open which classification its codes are of: 科目编码. */
  readonly isVague?: true;
}

/** Headings of words, tried in this order; the first that matches counts. A pair is the code's column and the name's. */
const WORDS: readonly (readonly [RegExp, WordField | typeof UNUSED, WordField?])[] = [
  [/^(序号|行号|编号|行次|栏次|年度|预算年度|备注|说明)$/, UNUSED],
  [/绩效/, "绩效目标"],
  [/(是否|涉及|标[识志]|标记).*采购|采购.*(标[识志]|标记)|^政府采购$/, "是否政府采购"],
  [/(是否|涉及|标[识志]|标记).*购买服务|购买服务.*(标[识志]|标记)|^政府购买服务$/, "是否购买服务"],
  [/^(是否|有无)|资产/, UNUSED],
  [/(购买|采购)方式/, "购买方式"],
  [/一级目录/, "购买服务一级目录"],
  [/二级目录/, "购买服务二级目录"],
  [/三级目录|购买服务.*(目录|项目|内容)/, "购买服务三级目录"],
  [/品目/, "采购品目编码", "采购品目名称"],
  [/采购.*(名称|内容)|采购项目/, "采购项目名称"],
  [/^数量|采购.*数量/, "数量"],
  [/计量单位/, "计量单位"],
  [/单价/, UNUSED],
  [/政府(预算)?(支出)?经济/, "政府经济分类编码", "政府经济分类名称"],
  [/经济(分类|科目)/, "部门经济分类编码", "部门经济分类名称"],
  [/功能(分类|科目)|支出功能/, "功能科目编码", "功能科目名称"],
  [/收入(分类|科目)|非税(收入)?(项目|科目)|征收(项目|科目)/, "收入科目编码", "收入科目名称"],
  [/资金(性质|来源|类别|类型|渠道|种类)|经费(来源|渠道)|^资金$/, "资金性质"],
  [/^基本(支出)?[/或、]?项目/, "支出类别"],
  [/项目(类别|类型|分类|性质)|(支出|预算|经费|收支)(类别|类型|性质|种类|分类)$|^类[别型]$/, "支出类别"],
  [/项目(内容|概况|简介|说明|概述|描述)|(支出|资金)?用途|支出内容|立项依据/, "项目内容"],
  [/(一级|二级|上级|主管)项目/, UNUSED],
  [/(一级预算|主管)(单位|部门)/, UNUSED],
  [/项目(?!支出)/, "项目编码", "项目名称"],
  [/(单位|部门)/, "单位编码", "单位名称"],
];

/** Amounts of other years, and what is no amount of the budget. */
const OTHER_AMOUNTS =
  /上年(?!.*结[转余])|去年|往年|上一年|执行数|完成数|比上年|增减|增长|比例|占比|单价|总投资|累计/;

/** Plain columns of amounts by how final they are. */
const AMOUNTS: readonly (readonly [RegExp, number])[] = [
  [/批复|核定|审定|下达|预算安排|安排数|安排金额/, 4],
  [/本年(预算|安排)?|年初预算|预算(数|金额|资金)|^年?预算$|^年预算/, 3],
  [/^(金额|合计|总计|资金总额|总金额|合计金额|支出合计|金额合计|小计)$/, 2],
  [/金额|合计|总计|总额/, 1],
  [/审核|申报|申请|建议|上报/, 0],
];

/**
 * The meaning of a column by its heading: of the lowest heading first, then with those above it.
 * @param path headings from top to bottom
 * @param hasAmounts its cells hold amounts
 */
export function meaningOfHeading(path: readonly string[], hasAmounts: boolean): HeadingMeaning | undefined {
  const parts = path.map(normaliseHeading).filter((part) => part !== "");
  const own = parts.at(-1) ?? "";
  if (own === "") return undefined;
  return hasAmounts ? amountMeaning(own, parts.slice(0, -1)) : (byGroup(own, parts) ?? wordMeaning(own, own));
}

/** A code written in three columns. */
const LEVELS: ReadonlyMap<string, WordField> = new Map([
  ["类", "功能科目编码"],
  ["款", "功能科目款"],
  ["项", "功能科目项"],
]);

/** 功能科目 over 编码 and 名称, or over 类, 款 and 项. */
function byGroup(own: string, parts: readonly string[]): HeadingMeaning | undefined {
  const level = LEVELS.get(own);
  if (level && !parts.some((part) => /经济|收入|采购/.test(part))) return { field: level, rank: 1 };
  const isPlain = /^(科目)?(编码|代码|编号|名称|科目)$/.test(own);
  if (!isPlain) return undefined;
  for (const group of parts.slice(0, -1).reverse()) {
    // 项目 stands over everything that is no amount in many tables.
    if (group === "项目") continue;
    const found = wordMeaning(group, own);
    if (found) return found;
  }
  return vague(own);
}

function wordMeaning(heading: string, own: string): HeadingMeaning | undefined {
  for (const [pattern, field, name] of WORDS) {
    if (!pattern.test(heading)) continue;
    const isName = /名称|全称|^(预算|编制|填报)?(单位|部门)$|^项目$/.test(own) && !/编码|代码/.test(own);
    return { field: isName && name ? name : field, rank: 1 };
  }
  return vague(own);
}

function vague(own: string): HeadingMeaning | undefined {
  if (!/^(预算|支出)?科目/.test(own) && !/^(编码|代码|名称)$/.test(own)) return undefined;
  return { field: /名称/.test(own) ? "功能科目名称" : "功能科目编码", rank: 0, isVague: true };
}

function amountMeaning(own: string, above: readonly string[]): HeadingMeaning | undefined {
  if (OTHER_AMOUNTS.test(own)) return { field: UNUSED, rank: 0 };
  if (/^(序号|行号|行次|编号)$/.test(own)) return { field: UNUSED, rank: 0 };
  if (/^数量|采购数量/.test(own)) return { field: "数量", rank: 1 };
  if (/上缴中央/.test(own)) return { field: "上缴中央", rank: 1 };
  if (/上缴省/.test(own)) return { field: "上缴省财政专户", rank: 1 };
  if (/本级收入/.test(own)) return { field: "本级收入", rank: 1 };
  const group = above.join("");
  const isSum = /^(合计|小计|总计|金额)$/.test(own);
  // 财政拨款/小计 adds up columns beside it; 合计 at the top is the whole row.
  if (isSum && above.some((part) => fundNamed(part) !== undefined || /财政拨款|单位资金/.test(part))) {
    const only = fundNamed(above.at(-1) ?? "");
    return own === "金额" && only ? { field: only, rank: 1 } : { field: UNUSED, rank: 0 };
  }
  const fund = fundNamed(own);
  if (fund && !/^财政拨款(收入)?(小计|合计)?$/.test(own)) return { field: fund, rank: 1 };
  if (fund) return { field: fund, rank: 0 };
  if (OTHER_AMOUNTS.test(group)) return { field: UNUSED, rank: 0 };
  const found = AMOUNTS.find(([pattern]) => pattern.test(own));
  return found && { field: "金额", rank: found[1] };
}
