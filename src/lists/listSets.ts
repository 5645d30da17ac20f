import { GUANGZHOU_LISTS } from "./guangzhouSet";
import type { ListSet } from "./listTable";

/** The sets of tables that can be made from a list, the usual one first. */
export const LIST_SETS: readonly ListSet[] = [GUANGZHOU_LISTS];
