import type { Decimal } from "../amounts/decimal";
import type { MessageRef } from "../messages/messageRef";
import type { Figure, RecognisedRow, RecognisedTable } from "../recognition/recognised";
import type { Evidence } from "../tables/definition";
import type { CellsTerm, RelationOperator } from "../tables/notation";

export type Side = "left" | "right";

/** One cell of a relation; `coefficient` is signed as written, on whichever side the cell stands. */
export interface RelationTerm {
  readonly figure: Figure;
  readonly coefficient: Decimal;
  readonly side: Side;
  readonly row: RecognisedRow;
  /** Printed column number. */
  readonly column: number;
}

/** A term of the sentence with the table it was read in; it may have found several cells, or none. */
export interface RelationPart {
  readonly pattern: CellsTerm;
  readonly side: Side;
  readonly table: RecognisedTable;
  /** The row whose children a [>…] term sums. */
  readonly parent: RecognisedRow | undefined;
}

/** One equation or inequality over cells: Σ left (operator) Σ right. Amounts are in 万元. */
export interface Relation {
  /** The id of the sentence it comes from: "T06.c3=c4+c5", "X09". Many relations share one. */
  readonly id: string;
  /** The table of its left side: where its findings belong. */
  readonly table: RecognisedTable;
  readonly operator: RelationOperator;
  readonly terms: readonly RelationTerm[];
  /** Plain numbers of the right side minus those of the left. */
  readonly constant: Decimal;
  readonly parts: readonly RelationPart[];
  /** What its rows were matched by: a code, a unit, a unit and a name; "" when rows were not matched. */
  readonly key: string;
  /** What its failure is: an error unless its definition says otherwise. */
  readonly severity?: "warning" | undefined;
  /** How far figures bear its sentence out, where it was derived from the table itself. */
  readonly evidence?: Evidence | undefined;
  /** What it is for, in the words of the office that added it. */
  readonly purpose?: string | undefined;
}

/** A relation over other terms, such as those of cells read otherwise. */
export function withTerms(relation: Relation, terms: readonly RelationTerm[]): Relation {
  const { id, table, operator, constant, parts, key, severity, evidence, purpose } = relation;
  return { id, table, operator, terms, constant, parts, key, severity, evidence, purpose };
}

/** A sentence that gave no relation for this workbook, and why: does not apply, or cannot be told. */
export interface UncheckedRelation {
  readonly id: string;
  readonly outcome: "notApplicable" | "cannotTell";
  readonly table: RecognisedTable | undefined;
  readonly reason: MessageRef;
}

/** Rows a table should list because another table has an amount under the same key. */
export interface UnlistedKey {
  readonly table: RecognisedTable;
  readonly keyKind: "code" | "unit";
  /** The code or unit code that is not listed. */
  readonly key: string;
  /** The row in the other table. */
  readonly seenIn: RecognisedRow;
}

export interface RelationSet {
  readonly relations: readonly Relation[];
  readonly unchecked: readonly UncheckedRelation[];
  readonly unlisted: readonly UnlistedKey[];
}
