import { normaliseText } from "../recognition/text";
import type { Fund } from "./fields";

/**
 * Words for the kinds of money, tried in this order. Source: 资金性质 of the budget platform (预算管理一体化规范: 一般公共预算资金,
 * 政府性基金预算资金, 国有资本经营预算资金, 财政专户管理资金, 单位资金) and the headings of table-sets in print.
 */
const FUND_WORDS: readonly (readonly [RegExp, Fund])[] = [
  [/结转|结余/, "上年结转"],
  [/政府性基金|基金预算|专项债/, "政府性基金预算"],
  [/国有资本|国资/, "国有资本经营预算"],
  [/专户|教育收费/, "财政专户管理资金"],
  [/上级补助|上级财政补助/, "上级补助收入"],
  [/附属单位|下级上缴/, "附属单位上缴收入"],
  [/事业基金|弥补收支|非财政拨款结余/, "用事业基金弥补收支差额"],
  [/经营(?!预算)/, "经营收入"],
  [/事业收入|事业单位?资金/, "事业收入"],
  [/一般公共预算|公共预算|公共财政|一般预算|财政拨款|经费拨款|一般债/, "一般公共预算"],
  [/其他|单位资金|自有资金|自筹|往来/, "其他资金"],
];

/** The kind of money a text names; undefined where it names none. */
export function fundNamed(text: string): Fund | undefined {
  const plain = normaliseText(text);
  // 用事业基金弥补 and 非财政拨款结余 are said with words that mean other money elsewhere.
  if (/弥补收支|事业基金|非财政拨款结余/.test(plain)) return "用事业基金弥补收支差额";
  return FUND_WORDS.find(([pattern]) => pattern.test(plain))?.[1];
}

/** What a row is spent for, as 表3 tells it apart. */
export type Spending = "基本支出" | "项目支出" | "经营支出" | "对附属单位补助支出" | "上缴上级支出";

/** 人员类项目 and 运转类公用经费项目 of the platform are 基本支出, other 项目 are 项目支出. */
const SPENDING_WORDS: readonly (readonly [RegExp, Spending])[] = [
  [/对附属/, "对附属单位补助支出"],
  [/上缴上级/, "上缴上级支出"],
  [/经营支出/, "经营支出"],
  [/基本支出|^基本$|人员|公用|工资福利|对个人和?家庭/, "基本支出"],
  [/项目|特定目标|运转|专项/, "项目支出"],
];

/** What the words in its columns of kinds say a row is spent for; undefined where they do not say it. */
export function spendingNamed(text: string): Spending | undefined {
  const plain = normaliseText(text);
  return SPENDING_WORDS.find(([pattern]) => pattern.test(plain))?.[1];
}

/** 是, √, Y, 1, 涉及 …; 否, 不涉及, blank and anything else are no. */
export function saysYes(text: string): boolean {
  const plain = normaliseText(text);
  return /^(是|有|√|✓|✔|[yY]|[yY][eE][sS]|1|[tT][rR][uU][eE]|涉及|政府采购|购买服务|政府购买服务)$/.test(
    plain,
  );
}

/** A code with its name: either may be blank. */
export interface CodeAndName {
  readonly code: string;
  readonly name: string;
}

/** Code in front or behind, in brackets or not, with any sign between: "2010301 行政运行", "[30101]基本工资", "行政运行(2010301)". */
const CODE_IN_FRONT = /^[[(]?(?<code>[A-Z]?\d[\dA-Z]{0,30}|[A-Z])[\])]?(?:[-—–_.:：、\s]*(?<name>.*))?$/su;
const CODE_BEHIND = /^(?<name>.*?)[[(](?<code>[A-Z]?\d{2,})[\])]$/su;

/** Reads a cell that may hold a code, a name or both. */
export function readCodeAndName(text: string): CodeAndName {
  const plain = text.normalize("NFKC").trim();
  const tidy = (name = "") => name.replace(/\s+/g, " ").trim();
  const behind = CODE_BEHIND.exec(plain)?.groups;
  if (behind && tidy(behind["name"]) !== "")
    return { code: behind["code"] ?? "", name: tidy(behind["name"]) };
  const front = CODE_IN_FRONT.exec(plain)?.groups;
  const name = tidy(front?.["name"]);
  // 2021年… and 5G网络 are names that begin with digits; codes are longer or stand apart.
  const isCode =
    front !== undefined && (name === "" || /^[[(]/.test(plain) || isApart(plain, front["code"] ?? ""));
  return isCode ? { code: front["code"] ?? "", name } : { code: "", name: tidy(text) };
}

function isApart(plain: string, code: string): boolean {
  const next = plain.slice(code.length);
  return code.length >= 3 && (/^[-—–_.:：、\s]/.test(next) || (code.length >= 5 && !/^年/.test(next)));
}
