import { normaliseHeading, normaliseRowName, normaliseText } from "../text";

/** Words by which parts of any table are told, whatever set it belongs to. */

/** 合计, 小计, 本年收入合计, 人员经费合计: a heading or a row that adds up others. */
export function isTotalWord(text: string): boolean {
  const plain = normaliseRowName(text).replace(/\([^()]*\)$/, "");
  return (
    (/(合计|总计|小计|共计)(数|金额)?$/.test(plain) && plain.length <= LONGEST_TOTAL) ||
    /^(总额|总数|汇总|汇总数|总和|合共|分计)$/.test(plain)
  );
}

const LONGEST_TOTAL = 14;

/** A heading over sums of the columns beside it: 合计, and 预算总额, which over rows is a figure of its own. */
export function isTotalHeading(text: string): boolean {
  return isTotalWord(text) || /(预算|决算|拨款|经费|资金|支出|收入)总额$/.test(normaliseHeading(text));
}

/** A heading over amounts of money. */
export function isAmountHeading(text: string): boolean {
  const plain = normaliseHeading(text).replace(/\([^()]*\)/g, "");
  return /(合计|总计|小计|金额|预算数?|决算数?|基本支出|项目支出|拨款|资金|年预算|支出|经费)$/.test(plain);
}

/** A heading under which figures are no amounts, whatever they look like. */
export function isWordHeading(text: string): boolean {
  return /(名称|备注|说明|依据|编码|代码|姓名|部门|编制单位)$/.test(
    normaliseHeading(text).replace(/\([^()]*\)/g, ""),
  );
}

/** A heading over words that say more of a row: such a column holds no amounts even where it is blank. */
export function isRemarkHeading(text: string): boolean {
  return /(备注|说明|内容|目标|依据|用途|理由|名称|编码|代码|单位|部门|方式|目录|类别|规格|型号|科目|项目)$/.test(
    normaliseHeading(text).replace(/\([^()]*\)/g, ""),
  );
}

/** 其中: the columns under it are parts of one beside, counted there already. */
export function isPartWord(text: string): boolean {
  return /^其中/.test(normaliseText(text));
}

/** A heading over numbers that are no amounts of money: counts, prices, shares, years. */
export function isOtherMeasure(text: string): boolean {
  const plain = normaliseHeading(text).replace(/\([^()]*\)/g, "");
  return OTHER_MEASURES.test(plain) || /^(人均|平均|每人|每户|同比|环比)/.test(plain);
}

const OTHER_MEASURES =
  /(数量|单价|人数|编制数?|比例|占比|比重|比率|率|%|百分比|百分点|性别比|密度|指数|均价|系数|年份|年限|日期|时间|电话|手机|面积|辆数?|台数?|套数?|序号|行次|栏次|编号|编码|代码|邮编|账号|学时|天数|批次|人次|次数|个数|页码|得分|分值|权重|年龄|排名|级别)$/;

/** Unit price and quantity, whose product is an amount. */
export function isPrice(text: string): boolean {
  return /单价$/.test(withoutUnit(text));
}

/** See isPrice. */
export function isQuantity(text: string): boolean {
  return /^(采购|购置|配置|新增)?(数量|台数|套数|辆数|件数)$/.test(withoutUnit(text));
}

function withoutUnit(text: string): string {
  return normaliseHeading(text).replace(/\([^()]*\)/g, "");
}

/** A heading over codes. */
export function isCodeHeading(text: string): boolean {
  return /(编码|代码|编号|科目号)$/.test(normaliseHeading(text).replace(/\([^()]*\)/g, ""));
}

/** A heading over names. */
export function isNameHeading(text: string): boolean {
  return /(名称|项目|科目|内容|单位|收入|支出|摘要|事项|用途|类别)$/.test(
    normaliseHeading(text).replace(/\([^()]*\)/g, ""),
  );
}

/** Words of budgets and final accounts: a table with two of them in its title or headings speaks of public money. */
export function speaksOfBudget(texts: readonly string[]): boolean {
  const words = texts.flatMap((text) => normaliseHeading(text).match(BUDGET_WORDS) ?? []);
  return words.length >= LEAST_BUDGET_WORDS;
}

const LEAST_BUDGET_WORDS = 2;
const BUDGET_WORDS =
  /预算|决算|拨款|基本支出|项目支出|经济分类|功能分类|功能科目|支出科目|三公|政府采购|非税|财政|结转|经费|政府性基金|国有资本经营|专户/g;

/** A line that speaks of a table and is none of it: 单位：万元, 编制单位：某某局, 金额单位：元. */
export function isRemarkText(text: string): boolean {
  const plain = normaliseText(text);
  return (
    (/[:：]/.test(plain) && !isPartWord(text)) ||
    /^\(?(金额|货币|计量)?单位(人民币)?(千|万|百万|亿)?元/.test(plain) ||
    /^(公开|附|附件|附表|表)[\d一二三四五六七八九十-]*表?$/.test(plain)
  );
}
