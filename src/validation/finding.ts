import type { MessageRef } from "../messages/messageRef";
import type { CellAddress } from "../workbook/address";
import type { RowEdit, WriteCell } from "../workbook/edit";
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

/** What people do to tables that figures then show (docs/validation.md): the closed vocabulary of acts. */
export type ActKind =
  /** One figure typed wrong. */
  | "figure"
  /** A number typed over a formula. */
  | "formulaOverwritten"
  /** The figures of a row changed, its totals and the other tables left as they were. */
  | "totalsStale"
  /** One table changed up to its total, the tables beside it not. */
  | "partnersStale"
  /** The same wrong figure in several tables. */
  | "figureCopied"
  /** Rows gone; rows there twice; rows left over, or that nothing accounts for; two rows in each other's place. */
  | "rowDeleted"
  | "rowDuplicated"
  | "rowLeftOver"
  | "rowExtra"
  | "rowsExchanged"
  /** A row under the wrong parent: its code typed wrong, the row put under another unit. */
  | "codeWrong"
  | "rowMoved"
  /** Figures that stand some rows or columns off; one column over another; a total in the place of a part. */
  | "blockShifted"
  | "columnCopied"
  | "totalInChild"
  /** A total that counts a part twice, or a formula that leaves parts out. */
  | "subtotalTwice"
  | "sumMisses"
  /** A table in another unit than it says; one that agrees with itself alone. */
  | "unitWrong"
  | "tableOld"
  /** A figure kept as text, which sums pass over. */
  | "textFigure";

/** What was done, where a finding can tell it: one act, told once. */
export interface Act {
  readonly kind: ActKind;
  /** The rows it is about, as the sheets stand; of rows that are gone, where they belong. */
  readonly rows: readonly { readonly sheet: string; readonly row: number }[];
  /** The other acts that explain it as well, likeliest first: at most two, each with the cells that would be wrong. */
  readonly others: readonly { readonly message: MessageRef; readonly suspects: readonly Suspect[] }[];
  /** What mends it where that is no amount in a cell: codes to be written, rows to be put in and taken out, in order. */
  readonly edits?: readonly (WriteCell | RowEdit)[];
  /** Rows with a code that are gone, with what their cells can be worked out to hold. */
  readonly gone?: readonly GoneRow[];
}

/** A row that a table has lost: its code, its name where one is known, and its amounts by the column of the sheet. */
export interface GoneRow {
  readonly code: string;
  readonly name: string;
  /** In the unit of the table, as decimal strings. */
  readonly amounts: readonly { readonly column: number; readonly value: string }[];
}

/** What a finding about relations says of its suspects (verdict.ts). */
export interface Verdict {
  /** one: the first suspect is to blame; open: nobody can tell which of the places is wrong. */
  readonly kind: "one" | "open";
  /** The cells to be looked at: the one to blame and those to be changed with it, or those to be compared. */
  readonly places: readonly CellAddress[];
  /** How many of the suspects, from the first, are worth naming; the others are as likely as not. */
  readonly named: number;
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
  /** Which suspect is to blame; left out where the finding is about no relation, or an act of more than a cell tells it. */
  readonly verdict?: Verdict;
  /** The act that it tells; left out where nobody can tell what was done. */
  readonly act?: Act;
  /** The relations it is about, cell by cell; left out where it is about none. */
  readonly equations?: readonly Equation[];
}

/** The suspects that a finding names: all of them where it does not choose among them. */
export function namedSuspects({ suspects, verdict }: Finding): readonly Suspect[] {
  return verdict ? suspects.slice(0, verdict.named) : suspects;
}

/** True where something beside the relations that fail speaks for a suspect: its digits, its formula, its neighbours. */
export function isBorneOut({ why }: Suspect): boolean {
  return why.some(({ key }) => /^hint\./.test(key));
}

/** True for a finding of this severity that nobody has accepted. */
export function isOpen(finding: Finding, severity: Severity): boolean {
  return finding.severity === severity && finding.accepted === undefined;
}

const RANKS: readonly Severity[] = ["error", "warning", "rounding", "info"];

/**
 * What is said of the workbook as a whole (by which list it was checked) first; then 差错 before 提醒 before 尾差 and 提示,
 * what has been accepted last; within each table by table, as they come.
 */
export function worstFirst(findings: readonly Finding[]): Finding[] {
  const rank = ({ severity, accepted, sheet }: Finding) =>
    sheet === "" ? -1 : accepted ? RANKS.length : RANKS.indexOf(severity);
  return [...findings].sort((a, b) => rank(a) - rank(b));
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
