import type { Relation } from "../relations/relation";
import type { CellAddress } from "../workbook/address";
import { formatA1 } from "../workbook/address";
import { asSum } from "./hints/hintContext";

/** Excel takes 255 arguments; a formula of so many is no longer read by anybody. */
const MOST_PIECES = 60;

/**
 * The formula by which a total adds its parts: =SUM(C8:C12) where they stand together, =SUM(C8,C12:C14) where not.
 * SUM, because it passes over blanks and dashes. Undefined for a relation that is not a total and its parts in one table.
 */
export function sumFormulaOf(relation: Relation): string | undefined {
  const sum = asSum(relation);
  if (!sum) return undefined;
  const { table } = sum.total.row;
  if (!sum.parts.every(({ row }) => row.table === table)) return undefined;
  const pieces = runs(sum.parts.map(({ figure }) => figure.address));
  return pieces.length <= MOST_PIECES ? `=SUM(${pieces.join(",")})` : undefined;
}

/** Cells joined to ranges, down columns or along rows. */
function runs(addresses: readonly CellAddress[]): string[] {
  const isOneRow = addresses.every(({ row }) => row === addresses[0]?.row);
  const sorted = [...addresses].sort((a, b) => a.row - b.row || a.column - b.column);
  const pieces: { first: CellAddress; last: CellAddress }[] = [];
  for (const address of sorted) {
    const open = pieces[pieces.length - 1];
    const isNext = open && (isOneRow ? isRightOf(address, open.last) : isBelow(address, open.last));
    if (open && isNext) open.last = address;
    else pieces.push({ first: address, last: address });
  }
  return pieces.map(({ first, last }) => {
    const from = formatA1(first.row, first.column);
    return first === last ? from : `${from}:${formatA1(last.row, last.column)}`;
  });
}

function isBelow({ row, column }: CellAddress, last: CellAddress): boolean {
  return row === last.row + 1 && column === last.column;
}

function isRightOf({ row, column }: CellAddress, last: CellAddress): boolean {
  return row === last.row && column === last.column + 1;
}
