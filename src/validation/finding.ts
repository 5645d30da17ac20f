import type { CellAddress } from "../workbook/address";

/** error 差错, warning 提醒, rounding 尾差, info 提示. */
export type Severity = "error" | "warning" | "rounding" | "info";

/** total: the figure that should equal the parts; part: one of them; other: named for orientation. */
export type CellRole = "total" | "part" | "other";

export interface FindingCell extends CellAddress {
  readonly role: CellRole;
}

/** A reason in words to come: a key of src/messages and its arguments. */
export interface MessageRef {
  readonly key: string;
  readonly args: Readonly<Record<string, string>>;
}

/** A cell whose change alone would mend what the finding names; amounts are decimal strings in the sheet's unit. */
export interface Suspect extends CellAddress {
  readonly low: string | null;
  readonly high: string | null;
  /** The single printed value that mends everything, when there is just one. */
  readonly suggested: string | null;
  readonly why: readonly MessageRef[];
}

/**
 * One thing a checker has to say, as plain data without wording. Amounts are decimal strings; `difference` is
 * actual − expected. `cell` is where a click should land; null when the finding is about a whole sheet.
 */
export interface Finding {
  readonly severity: Severity;
  /** Rule id such as "T06.c3=c4+c5", "T03.tree", "X06", "code.unknown". Ids are never renumbered. */
  readonly rule: string;
  readonly table: string | null;
  readonly sheet: string;
  readonly cell: CellAddress | null;
  readonly message: MessageRef;
  readonly expected: string | null;
  readonly actual: string | null;
  readonly difference: string | null;
  readonly cells: readonly FindingCell[];
  readonly suspects: readonly Suspect[];
}

/** How many relations had which outcome; "could not check" is never counted as passed. */
export interface RelationCounts {
  readonly checked: number;
  readonly exact: number;
  readonly rounding: number;
  readonly mismatch: number;
  readonly notApplicable: number;
  readonly cannotTell: number;
}
