import { addedCells } from "../../validation/hints/sumFormula";
import { formatA1 } from "../../workbook/address";
import { columnRuns } from "../insert/formulaText";
import type { Row } from "../table";

/** A formula of an office's own in a column of the sheet. */
export interface OfficeSum {
  /** Before rows came or went. */
  readonly before: string;
  /** As Excel has moved it. */
  readonly moved: string;
  readonly column: number;
}

/**
 * The formula by which an office's own plain sum goes on adding up what it did: the row's children, or all rows below it
 * that have none. Null when none is left, so that a figure may be typed; undefined where it added up something else.
 */
export function rewrittenSum(
  { before, moved, column }: OfficeSum,
  was: Row,
  is: Row,
): string | null | undefined {
  const added = addedCells(before);
  if (!added || [...added.values()].some((times) => times !== 1)) return undefined;
  const rules = new Set(
    childrenOf(was)
      .filter(({ sheetRow }) => added.has(`${sheetRow},${column}`))
      .map(({ rule }) => rule),
  );
  // 合计 of 表13 adds up the three classes of goods, not the units that stand under it too.
  const ofTheseKinds = (row: Row) => childrenOf(row).filter(({ rule }) => rules.has(rule));
  const covers = [childrenOf, leavesOf, ofTheseKinds].find((cover) => {
    const rows = cover(was);
    return rows.length > 0 && isSum(added, column, rows);
  });
  if (!covers) return undefined;
  const wanted = covers(is);
  const now = addedCells(moved);
  if (now && wanted.length > 0 && isSum(now, column, wanted)) return moved;
  if (wanted.length === 0) return null;
  const rows = wanted.map(({ sheetRow }) => sheetRow);
  const isChain = !/SUM/i.test(before);
  return isChain
    ? `=${rows.map((row) => formatA1(row, column)).join("+")}`
    : `=SUM(${columnRuns(rows, column).join(",")})`;
}

function childrenOf({ children }: Row): readonly Row[] {
  return children.filter(({ isBlank }) => !isBlank);
}

function leavesOf(row: Row): readonly Row[] {
  return childrenOf(row).flatMap((child) => (childrenOf(child).length === 0 ? [child] : leavesOf(child)));
}

/** True when these cells, blank rows aside, are just those of the rows in the column. */
function isSum(added: ReadonlyMap<string, number>, column: number, rows: readonly Row[]): boolean {
  const wanted = new Set(rows.map((row) => `${row.sheetRow},${column}`));
  const blanks = blankRowsAround(rows[0]);
  const own = [...added.keys()].filter((key) => !blanks.has(key.split(",")[0] ?? ""));
  return own.length === wanted.size && own.every((key) => wanted.has(key));
}

/** Rows beside a row or those above it in which nothing stands: a range over them takes in nothing. */
function blankRowsAround(row: Row | undefined): ReadonlySet<string> {
  const blanks = new Set<string>();
  for (let one = row; one; one = one.parent) {
    for (const { isBlank, sheetRow } of one.parent?.children ?? []) if (isBlank) blanks.add(String(sheetRow));
  }
  return blanks;
}
