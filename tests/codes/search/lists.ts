import { getCodeList } from "../../../src/codes/codeLists";
import type { CodeKind, CodeList } from "../../../src/codes/codeLists";
import { loadLargeLists } from "../../../src/codes/largeLists";

const KINDS: readonly CodeKind[] = [
  "functional",
  "economicDepartment",
  "economicGovernment",
  "income",
  "procurement",
  "purchasedService",
];

/** Every list that is shipped. */
export async function allLists(): Promise<CodeList[]> {
  return [...KINDS.map(getCodeList), ...(await loadLargeLists())];
}
