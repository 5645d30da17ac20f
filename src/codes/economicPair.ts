import correspondence from "./data/economic-correspondence-2020.tsv";
import { parseTsv } from "./tsv";

let pairs: ReadonlyMap<string, ReadonlySet<string>> | undefined;

/**
 * Whether a departmental economic code (30101) may stand beside a governmental one (50101 for 机关, 50501 for
 * 事业单位). A class goes with the classes of its items. Undefined when the departmental code is in no known pair.
 * Source: 部门预算支出经济分类科目与政府预算支出经济分类科目对照表.
 */
export function isLegalEconomicPair(departmentCode: string, governmentCode: string): boolean | undefined {
  pairs ??= readPairs();
  return pairs.get(departmentCode)?.has(governmentCode);
}

function readPairs(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const add = (department: string, government: string) => {
    const known = found.get(department) ?? new Set<string>();
    found.set(department, known.add(government));
  };
  for (const { department_code: department = "", government_code: government = "" } of parseTsv(
    correspondence,
  )) {
    add(department, government);
    add(department.slice(0, 3), government.slice(0, 3));
  }
  return found;
}
