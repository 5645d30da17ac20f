import type { CodeKind, CodeList } from "../../../src/codes/codeLists";
import { shippedLists } from "../../../src/codes/shippedLists";

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
  const { list, load } = shippedLists();
  return [...KINDS.map(list), ...(await load())];
}
