import type { Decimal } from "../../amounts/decimal";
import type { RecognisedRow, RecognisedTable } from "../../recognition/recognised";
import type { AmountUnit } from "../../amounts/unit";
import type { RowEdit, WriteCell } from "../../workbook/edit";
import type { ActKind, GoneRow } from "../finding";
import type { MissingRow } from "../missingRows";
import type { Judgement } from "../outcome";
import type { Place } from "./scene";
import type { Supposed } from "./supposition";

/** An act that may have been done, with what it explains. */
export interface Candidate {
  readonly kind: ActKind;
  /** Of a single figure: true where its digits tell it, so that it need not be looked for among all that could be it. */
  readonly isTold?: true;
  readonly table: RecognisedTable;
  /** The rows it is about, the first first. */
  readonly rows: readonly RecognisedRow[];
  /** Columns it is about, by printed number; none where all of the row. */
  readonly columns: readonly number[];
  /** Cells that were done wrong, the first first. */
  readonly cells: readonly Place[];
  readonly supposed: Supposed;
  /** Figures that the act does not tell by itself: each takes an equation to be worked out, which then proves nothing. */
  readonly free: number;
  /** Equations that prove it, where there are more than those that fail as the workbook stands. */
  readonly proofs?: number;
  /** Of acts that explain as much the smaller is likelier: 0 for those that tell every figure. */
  readonly cost: number;
  /** How far, in 万元, figures worked out may be off by the rounding of what tells them. */
  readonly slack?: Decimal;
  /** Of those that are as likely the one comes first that changes its figures least: 0 to 1. */
  readonly stretch?: number;
  readonly told?: Told;
  /** Rows that are not missing any more once it is taken back. */
  readonly missing?: readonly MissingRow[];
}

/** What a sentence about an act needs beside its rows and cells. */
export interface Told {
  /** Another table, row or column that has a part in it. */
  readonly other?: RecognisedRow;
  readonly otherColumn?: number;
  readonly otherTables?: readonly RecognisedTable[];
  readonly unit?: AmountUnit;
  readonly code?: string;
  readonly codes?: readonly string[];
  readonly name?: string;
  /** Amounts of rows that are gone, in 万元, each once. */
  readonly amounts?: readonly string[];
  readonly count?: number;
  /** True where codes have no row and nobody knows how many rows they had. */
  readonly isOfCodes?: true;
  /** True of a row too many that formulas over it count. */
  readonly isCounted?: true;
  /** Rows down to where a block stands; negative for rows up. */
  readonly by?: number;
  /** Columns to the right to where a block stands; negative for columns to the left. */
  readonly byColumns?: number;
  /** The edits that mend it, where writing amounts into cells does not. */
  readonly edits?: readonly (RowEdit | WriteCell)[];
  readonly gone?: readonly GoneRow[];
}

/** An act that is told, with the others that explain as much. */
export interface FoundAct extends Candidate {
  /** Relations that fail because of it. */
  readonly failing: readonly Judgement[];
  readonly others: readonly Candidate[];
}
