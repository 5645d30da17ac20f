import { parentCode } from "../../codes/place";
import type { MessageRef } from "../../messages/messageRef";
import type { Line } from "./bodyLines";
import { addUp, sumsHold } from "./treeSums";

/** A row of the tree while its code is being looked for. */
export interface TreeRow {
  readonly line: Line;
  readonly name: string;
  /** As it stands in the sheet or was answered. */
  readonly known: string;
  /** Every code that bears the name. */
  readonly named: readonly string[];
  code: string;
  why: MessageRef | undefined;
  /** What is left to choose from when nothing decides. */
  candidates: readonly string[];
  reason: string;
}

/**
 * Whether the rows around bear out the one code that the order of the rows, or the parents that are there, have left of a
 * name: its parent is there (for a class, something under it), and the figures agree. Two rows that have changed places
 * may still stand in an order of some kind, which figures tell.
 */
export function isConfirmed(
  { code, named, line: { total } }: TreeRow,
  rows: readonly TreeRow[],
  isOrdered: boolean,
): boolean {
  const parent = parentCode(code);
  const hasChild = rows.some((row) => row.code !== "" && parentCode(row.code) === code);
  const isOwnParent = named.some((one) => parentCode(one) === code);
  if ((parent === undefined || isOwnParent) && !hasChild) return false;
  if (parent === undefined) return true;
  if (total?.value.isZero() !== false && hasBarren(parent, rows)) return false;
  const open = rows.filter((row) => row.code === "");
  const sums = sumsHold(parent, rows);
  if (sums !== false && rows.some((row) => row.code === parent))
    return isOrdered || (sums === true && open.length === 0);
  return isOrdered && holdsWithOpen(parent, rows);
}

/** A row of the parents' level with nothing under it: the row below may have been its own, and a zero tells nothing. */
function hasBarren(parent: string, rows: readonly TreeRow[]): boolean {
  return rows.some(
    ({ code }) => code.length === parent.length && !rows.some((row) => parentCode(row.code) === code),
  );
}

/** Whether figures tell where the rows with slips belong: one of them is the parent, or they make up what it lacks. */
function holdsWithOpen(parent: string, rows: readonly TreeRow[]): boolean {
  const below = rows.filter(({ code }) => code !== "" && parentCode(code) === parent);
  const at = rows.findIndex(({ code }) => code === parent);
  if (at < 0) {
    const first = below[0] ? rows.indexOf(below[0]) : 0;
    const above = rows[first - 1];
    const isOpen = above?.code === "" && above.named.length === 0;
    return (
      isOpen &&
      addUp(
        above.line,
        below.map(({ line }) => line),
      ) === true
    );
  }
  const end = rows.findIndex(({ code }, index) => index > at && code !== "" && !code.startsWith(parent));
  const group = rows.slice(at + 1, end < 0 ? rows.length : end);
  const own = group.filter(({ code }) => code === "" || parentCode(code) === parent);
  const above = rows[at];
  return (
    above !== undefined &&
    addUp(
      above.line,
      own.map(({ line }) => line),
    ) === true
  );
}
