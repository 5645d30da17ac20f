import type { CellRange } from "../workbook/address";
import type { TableProgress } from "./tableProgress";
import type { UntoldRelation } from "./untold";
import type { Finding, MessageRef, RelationCounts } from "./finding";

/** A table found in the workbook, as reports show it. */
export interface TableReport {
  /** "T06" */
  readonly table: string;
  /** What it is called in messages: "表6", "收入总表". */
  readonly label: string;
  /** Official title, e.g. 一般公共预算支出预算表（按功能分类科目）. */
  readonly title: string;
  readonly sheet: string;
  /** From the title to the last body row. */
  readonly range: CellRange;
  /** Printed column number → sheet column, counted from 0. */
  readonly columns: Readonly<Record<string, number>>;
  /** Number of body rows. */
  readonly rows: number;
  /** 0 to 1: how much of the definition was found. */
  readonly confidence: number;
  /** name: a definition of a set fits; structure: it was read by its own headings, codes and figures. */
  readonly by: "name" | "structure";
  readonly progress: TableProgress;
  /** Why this sheet is this table and these columns mean what they are taken for. */
  readonly reasons: readonly MessageRef[];
}

/** A sheet that holds no table this product knows, and why it was not placed. */
export interface UnplacedSheet {
  readonly sheet: string;
  readonly reason: MessageRef;
}

/** What a check of one workbook gives. */
export interface CheckResult {
  readonly tables: readonly TableReport[];
  readonly unplaced: readonly UnplacedSheet[];
  readonly relations: RelationCounts;
  /** The relations that were not checked, as many as RelationCounts has of cannotTell and notApplicable. */
  readonly untold: readonly UntoldRelation[];
  readonly findings: readonly Finding[];
}
