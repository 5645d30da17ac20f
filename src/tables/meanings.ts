import { GUANGZHOU_MEANINGS } from "./guangzhou/meanings";
import { NATIONAL_MEANINGS } from "./national/meanings";

/**
 * Where a set of tables says what a text speaks of. A meaning is written as its parts joined by "·", in this order:
 * 收入, 支出 or 收支 (both totals at once) with the fund and the kind of expenditure behind it (支出·一般公共预算·基本支出), or a
 * topic of its own (三公, 采购货物), with its fund when one is named. Each has the sums of cells that may be meant, in the
 * notation of relations, likeliest first: an office that says 收入预算 may mean the total or that of the year alone.
 */
export interface SetMeanings {
  readonly totals: Readonly<Record<string, readonly string[]>>;
  /**
   * The same for one code (科目): rows of the class are found by their code, and added up where several carry it. The
   * meaning names the rest: 支出·一般公共预算·基本支出 of 2010301.
   */
  readonly byCode: Readonly<Record<string, readonly string[]>>;
  /** Amounts of the economic classification, found by code as well. */
  readonly byEconomicCode: readonly string[];
  /** Amounts of a project, found by its name. */
  readonly byProject: readonly string[];
}

const MEANINGS: Readonly<Record<string, SetMeanings>> = {
  "guangzhou-2020": GUANGZHOU_MEANINGS,
  "national-2024": NATIONAL_MEANINGS,
};

/** The meanings of a set of tables by its id; undefined for a set no text is compared with. */
export function findMeanings(packId: string): SetMeanings | undefined {
  return MEANINGS[packId];
}

/**
 * What a whole is made of in every year, whatever the tables list: 三公 of its three items, a purchase of goods, works and
 * services. Source: 财预〔2016〕143号 as cited by published budgets; 政府采购法 第二条.
 */
export const PARTS_BY_DEFINITION: readonly (readonly [whole: string, ...parts: string[]])[] = [
  ["三公", "出国", "公务用车", "接待"],
  ["公务用车", "购车", "车辆运行"],
  ["采购", "采购货物", "采购工程", "采购服务"],
];
