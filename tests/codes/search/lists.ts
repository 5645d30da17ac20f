import { CODE_KINDS } from "../../../src/codes/codeKinds";
import type { CodeList } from "../../../src/codes/codeLists";
import { shippedLists } from "../../../src/codes/shippedLists";

/** Every list that is shipped. */
export async function allLists(): Promise<CodeList[]> {
  const { list, load } = shippedLists();
  return [...CODE_KINDS.map(list), ...(await load())];
}
