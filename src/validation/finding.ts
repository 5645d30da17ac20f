import type { MessageRef } from "../messages/messageRef";
import type { CellAddress } from "../workbook/address";
import type { Equation } from "./equation";

/** error 差错, warning 提醒, rounding 尾差, info 提示. */
export type Severity = "error" | "warning" | "rounding" | "info";

/** total: the figure that should equal the parts; part: one of them; other: named for orientation. */
export type CellRole = "total" | "part" | "other";

export interface FindingCell extends CellAddress {
  readonly role: CellRole;
}

export type { MessageRef };

/**
 * A cell whose change alone would mend every relation it stands in, the finding's among them. Amounts are decimal
 * strings in the unit of the cell's own sheet.
 */
export interface Suspect extends CellAddress {
  readonly low: string | null;
  readonly high: string | null;
  /** The value with which all of them hold exactly, when there is just one. */
  readonly suggested: string | null;
  readonly why: readonly MessageRef[];
}

/** What is told, where, and by how much: of a finding, and of each equation or inequality behind it by itself. */
export interface FindingRelation {
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
}

/**
 * One thing a checker has to say, as plain data without wording. Amounts are decimal strings; `difference` is
 * actual − expected. `cell` is where a click should land; null when the finding is about a whole sheet.
 */
export interface Finding extends FindingRelation {
  readonly severity: Severity;
  readonly suspects: readonly Suspect[];
  /** All relations that the one mistake breaks, the first being the one told above; left out where it is about none. */
  readonly relations?: readonly FindingRelation[];
  /** Why and when a person has accepted it; left out for one that is open. An accepted one counts as no error. */
  readonly accepted?: { readonly reason: string; readonly date: string };
  /** The relations it is about, cell by cell; left out where it is about none. */
  readonly equations?: readonly Equation[];
}

/** True for a finding of this severity that nobody has accepted. */
export function isOpen(finding: Finding, severity: Severity): boolean {
  return finding.severity === severity && finding.accepted === undefined;
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
