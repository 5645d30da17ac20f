import correspondence from "./data/economic-correspondence-2020.tsv";
import { parseTsv } from "./tsv";

/** Whose money it is: an administrative body (机关) or a public institution (事业单位); 全部: either. */
export type UnitKind = "机关" | "事业单位";

export interface EconomicPair {
  readonly department: string;
  readonly government: string;
  readonly appliesTo: UnitKind | "全部";
}

let pairs: readonly EconomicPair[] | undefined;

/**
 * The legal pairs of departmental and governmental economic codes, items and the classes above them, each with whom it is
 * for. Source: 部门预算支出经济分类科目与政府预算支出经济分类科目对照表.
 */
export function economicPairs(): readonly EconomicPair[] {
  if (pairs) return pairs;
  const found = new Map<string, EconomicPair>();
  for (const row of parseTsv(correspondence)) {
    const { department_code: item = "", government_code: paid = "", applies_to: kind = "" } = row;
    const appliesTo = kind as EconomicPair["appliesTo"];
    for (const [department, government] of [
      [item, paid],
      [item.slice(0, 3), paid.slice(0, 3)],
    ] as const) {
      const key = `${department} ${government}`;
      if (!found.has(key)) found.set(key, { department, government, appliesTo });
    }
  }
  pairs = [...found.values()];
  return pairs;
}
