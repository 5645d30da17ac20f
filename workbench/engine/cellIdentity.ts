import type { StoredCell } from "../host/store";

/**
 * What a cell is, as a text: cells with equal texts are the same to a user. What a formula comes to is left out; a property
 * that is off is the same as none, and the order in which properties were set says nothing.
 */
export function cellIdentity(cell: StoredCell | undefined): string {
  if (!cell) return "";
  const { value, formula, isLocked, borders, ...look } = cell;
  const lines = borders && Object.entries(borders).sort(byName);
  const properties = Object.entries(look).filter(([, one]) => one !== undefined && one !== false);
  // Cells are locked unless they say otherwise.
  return JSON.stringify([formula ?? [value], isLocked === false, lines, properties.sort(byName)]);
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}
