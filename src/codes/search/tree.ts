import { childKey } from "./buildIndex";
import type { IndexedName, SearchIndex } from "./buildIndex";

/** The codes directly below one of a list, in the order of the list; the top ones for "". */
export function rowsBelow({ children }: SearchIndex, list: string, code: string): readonly IndexedName[] {
  return children.get(childKey(list, code)) ?? [];
}
