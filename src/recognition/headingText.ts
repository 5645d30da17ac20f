import type { ColumnDefinition, HeaderGroup } from "../tables/definition";
import { normaliseHeading } from "./text";

/**
 * What a heading means, for comparing: 功能科目编码, 支出功能分类科目编码 and 项目编码 are all 科目编码; 一般公共预算财政拨款
 * is 一般公共预算; 2020年预算数 and 预算金额 are 预算. Headings of different meaning stay different.
 */
export function headingMeaning(text: string): string {
  const plain = normaliseHeading(text)
    .replace(/\((万元|亿元|元)\)/g, "")
    .replace(/^(其中|按):?/, "")
    .replace(/\((单位|项目)[^()]*\)$/, "");
  const label = /(编码|代码|编号|名称)$/.exec(plain)?.[0];
  if (label !== undefined) return `${ownerOf(plain)}${label === "名称" ? label : "编码"}`;
  const amount = plain
    .replace(/^(本年|当年|全年|年度|年)(?=.)/, "")
    .replace(/(?<=.)(预算数|预算金额|预算额|金额|数额)$/, "")
    .replace(/^(预算|预算数|预算金额|年预算数?)$/, "预算")
    .replace(/^(金额|数额)$/, "金额");
  if (/^(总计|合计|总额)$/.test(amount)) return "合计";
  return FUNDS.find(({ pattern }) => pattern.test(amount))?.meaning ?? amount;
}

/** Whose code or name a heading speaks of. */
function ownerOf(heading: string): string {
  if (/品目/.test(heading)) return "品目";
  if (/政府(预算)?(支出)?经济/.test(heading)) return "政府经济";
  if (/科目|功能|经济|分类/.test(heading)) return "科目";
  if (/单位|部门/.test(heading)) return "单位";
  return heading.replace(/(编码|代码|编号|名称)$/, "");
}

const FUNDS: readonly { readonly pattern: RegExp; readonly meaning: string }[] = [
  { pattern: /^一般公共预算(财政)?(拨款)?(资金|收入|支出|安排)?$/, meaning: "一般公共预算" },
  { pattern: /^政府性基金(预算)?(财政)?(拨款)?(资金|收入|支出|安排)?$/, meaning: "政府性基金" },
  { pattern: /^国有资本经营(预算)?(财政)?(拨款)?(资金|收入|支出|安排)?$/, meaning: "国有资本经营" },
  { pattern: /^财政专户(管理)?(资金|拨款)(收入)?$/, meaning: "财政专户" },
  { pattern: /^其他资金(收入)?$/, meaning: "其他资金" },
  { pattern: /^财政拨款(收入|资金)?$/, meaning: "财政拨款" },
];

/** The labels of a column or group by rank: its own, its synonyms, what they mean. */
export interface Labels {
  readonly own: string;
  readonly synonyms: ReadonlySet<string>;
  readonly meanings: ReadonlySet<string>;
}

/** The labels by which a node of a header tree is known. */
export function labelsOf(node: ColumnDefinition | HeaderGroup): Labels {
  const all = [node.label, ...(node.synonyms ?? [])];
  const meanings = new Set(all.map(headingMeaning));
  // Offices call the code column 项目编码 or just 编码 whatever classification it holds.
  if ("kind" in node && node.kind === "code" && node.systems?.some((system) => system !== "unit"))
    for (const meaning of ["科目编码", "项目编码", "编码"]) meanings.add(meaning);
  // A column of one amount is headed 金额 as well.
  if (meanings.has("预算")) meanings.add("金额");
  return {
    own: normaliseHeading(node.label),
    synonyms: new Set(all.map(normaliseHeading)),
    meanings,
  };
}
