import correspondence from "./data/economic-correspondence-2020.tsv";
import { parseTsv } from "./tsv";

/** A departmental economic code with the governmental one that stands beside it. */
export interface EconomicPair {
  /** "30101" */
  readonly department: string;
  /** "50101" */
  readonly government: string;
}

/** Who uses a pair: 机关, or 事业单位. */
export type EconomicBody = "机关" | "事业单位";

/**
 * The pairs that offices of one kind use, the first known for each departmental code, in the order of the codes.
 * Source: 部门预算支出经济分类科目与政府预算支出经济分类科目对照表.
 */
export function economicPairsOf(body: EconomicBody): EconomicPair[] {
  const found = new Map<string, string>();
  for (const row of parseTsv(correspondence)) {
    const { department_code: department = "", government_code: government = "", applies_to: who = "" } = row;
    if ((who === body || who === "全部") && !found.has(department)) found.set(department, government);
  }
  return [...found].map(([department, government]) => ({ department, government }));
}
