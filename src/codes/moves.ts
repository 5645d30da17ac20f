import moves from "./data/functional-moves.tsv";
import { parseTsv } from "./tsv";

/** A functional code whose amounts stand under another code from a year on; either may be a 款, then all below it moved. */
export interface CodeMove {
  readonly from: string;
  readonly to: string;
  readonly firstYear: number;
}

/**
 * The known moves of functional codes (科目调整) beyond those that the list itself gives a code for (CodeEntry.removed):
 * several into one, one into several, a 项 that became a 款. Source: 政府收支分类科目 of the years named, see docs/codes.md.
 */
export function functionalMoves(): CodeMove[] {
  return parseTsv(moves).map(({ from = "", to = "", first_year: year = "" }) => ({
    from,
    to,
    firstYear: Number(year),
  }));
}
