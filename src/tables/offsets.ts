import { GUANGZHOU_OFFSETS } from "./guangzhou/offsets";
import { NATIONAL_OFFSETS } from "./national/offsets";

/**
 * Money that one unit of a department pays to another: expenditure of one, income of the other, and none of the department as a
 * whole. A consolidation takes both out. Source: 部门决算汇总 practice (调整表): 上缴上级支出 against 附属单位上缴收入,
 * 对附属单位补助支出 against 上级补助收入.
 */
export interface OffsetPair {
  readonly expenditure: OffsetSide;
  readonly income: OffsetSide;
}

/** One side of such money: its name, its cells in each row or line, and the totals that hold it. */
export interface OffsetSide {
  readonly name: string;
  /** Cells in the notation of relations: "T03.c8" for a column of all rows, "T01[上缴上级支出].c4" for a line. */
  readonly cells: readonly OffsetCells[];
}

/** Where it stands, and the cell of the same row (by column) or the line (by kind) whose amount holds it. */
export interface OffsetCells {
  readonly table: string;
  /** A line by its kind; undefined for a column of every row. */
  readonly line?: string;
  readonly column: number;
  readonly total: { readonly line?: string; readonly column: number };
}

const OFFSETS: Readonly<Record<string, readonly OffsetPair[]>> = {
  "guangzhou-2020": GUANGZHOU_OFFSETS,
  "national-2024": NATIONAL_OFFSETS,
};

/** The offsets of a set of tables by its id; none for a set that has no such lines. */
export function findOffsets(packId: string): readonly OffsetPair[] {
  return OFFSETS[packId] ?? [];
}
