import { Decimal } from "./decimal";
import { INVISIBLE } from "./plainCharacters";

/** The units budget tables are printed in. 千元 and 百万元 do not occur in them and are not read. */
export type AmountUnit = "元" | "万元" | "亿元";

const FACTORS = {
  元: new Decimal(1),
  万元: new Decimal(10_000),
  亿元: new Decimal(100_000_000),
} as const satisfies Record<AmountUnit, Decimal>;

/**
 * 单位, then a colon, a bracket or nothing, then the unit as a whole word. The word must end there: 单位：元岗街道 is
 * an office, 元/人 a rate. A line that prints 单位 as part of 单位名称 never gets this far.
 */
const UNIT_LINE =
  /单\s*位\s*[:(]?\s*(?:人\s*民\s*币\s*)?[:(]?\s*(?<unit>亿\s*元|万\s*元|元)(?:\s*人\s*民\s*币)?(?=$|[\s()[\]【】,，;；.。、])/u;

/**
 * Finds the unit a line of a sheet states, e.g. 单位：万元, 单 位:元, 金额单位： 人民币万元, （单位：万元）. Takes the
 * text of one cell, spaces and brackets as they come. Gives undefined when the line names no unit: 单位名称, 单位编码,
 * 单位：广州市…局.
 */
export function findUnit(text: string): AmountUnit | undefined {
  const plain = text
    .replace(INVISIBLE, "")
    // One space says as much as many, and the pattern is tried on short runs only.
    .replace(/\s+/g, " ")
    .replace(/[：﹕]/g, ":")
    .replace(/（/g, "(")
    .replace(/）/g, ")");
  const found = UNIT_LINE.exec(plain)?.groups?.["unit"]?.replace(/\s/g, "");
  return found === "元" || found === "万元" || found === "亿元" ? found : undefined;
}

/** How many 元 one of this unit is: 1, 10,000 or 100,000,000. */
export function unitFactor(unit: AmountUnit): Decimal {
  return FACTORS[unit];
}

/**
 * The same amount of money in another unit: 10,333,800 元 is 1,033.38 万元. Exact, nothing is rounded (as long as the
 * figure has no more than 34 digits); the sign is kept.
 */
export function convertAmount(value: Decimal, from: AmountUnit, to: AmountUnit): Decimal {
  return from === to ? value : value.times(FACTORS[from]).dividedBy(FACTORS[to]);
}
