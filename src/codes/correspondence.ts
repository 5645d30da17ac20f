import correspondence from "./data/economic-correspondence-2020.tsv";
import { parseTsv } from "./tsv";

/** Whose money it is: an administrative body (机关) or a public institution (事业单位). */
export type UnitKind = "机关" | "事业单位";

/** A departmental economic code with the governmental one beside it. */
export interface EconomicCodes {
  /** "30101", or its class "301" */
  readonly department: string;
  /** "50101", or its class "501" */
  readonly government: string;
}

/** Two codes that may stand beside each other, and for whom; 全部: for either. */
export interface EconomicPair extends EconomicCodes {
  readonly appliesTo: UnitKind | "全部";
}

/** Which departmental and governmental economic codes go together. */
export interface Correspondence {
  /** The legal pairs of items and of the classes above them, in the order of the departmental codes. */
  readonly pairs: readonly EconomicPair[];
  /** The legal pairs that a code, of either classification, stands in. */
  withCode(code: string): readonly EconomicPair[];
  /**
   * Whether a departmental code (30101) may stand beside a governmental one (50101 for 机关, 50501 for 事业单位). A class
   * goes with the classes of its items. Undefined when the departmental code is in no known pair.
   */
  isLegal(department: string, government: string): boolean | undefined;
  /** The pairs of items that offices of one kind use, the first known for each departmental code. */
  usedBy(unit: UnitKind): readonly EconomicPair[];
}

/** Reads the correspondence from its data. Source: 部门预算支出经济分类科目与政府预算支出经济分类科目对照表. */
export function readCorrespondence(): Correspondence {
  const known = new Map<string, EconomicPair>();
  const byCode = new Map<string, EconomicPair[]>();
  const add = (pair: EconomicPair) => {
    const key = pairKey(pair.department, pair.government);
    if (known.has(key)) return;
    known.set(key, pair);
    for (const code of [pair.department, pair.government]) {
      const own = byCode.get(code);
      if (own) own.push(pair);
      else byCode.set(code, [pair]);
    }
  };
  for (const row of parseTsv(correspondence)) {
    const { department_code: department = "", government_code: government = "", applies_to: kind = "" } = row;
    const appliesTo = kind as EconomicPair["appliesTo"];
    add({ department, government, appliesTo });
    add({ department: department.slice(0, 3), government: government.slice(0, 3), appliesTo });
  }
  const pairs = [...known.values()];
  return {
    pairs,
    withCode: (code) => byCode.get(code) ?? [],
    isLegal: (department, government) =>
      byCode.has(department) ? known.has(pairKey(department, government)) : undefined,
    usedBy: (unit) => {
      const first = new Map<string, EconomicPair>();
      for (const pair of pairs) {
        const isItem = pair.department.length > CLASS_DIGITS;
        const isUsed = pair.appliesTo === unit || pair.appliesTo === "全部";
        if (isItem && isUsed && !first.has(pair.department)) first.set(pair.department, pair);
      }
      return [...first.values()];
    },
  };
}

/** How many digits the code of a class (类) has. */
const CLASS_DIGITS = 3;

function pairKey(department: string, government: string): string {
  return `${department} ${government}`;
}
