import type { MessageRef } from "../messages/messageRef";
import type { CellAddress } from "../workbook/address";

/** error 差错, warning 提醒, rounding 尾差: as in a check of the tables. */
export type TextSeverity = "error" | "warning" | "rounding";

export interface TextCell extends CellAddress {
  readonly role: "total" | "part" | "other";
  /** last: in last year's workbook. */
  readonly year: "this" | "last";
}

/** A figure of the text or a cell whose change alone would mend the finding. */
export interface TextSuspect {
  /** Its place in the text; null for a cell. */
  readonly from: number | null;
  readonly to: number | null;
  readonly text: string | null;
  readonly cell: CellAddress | null;
  /** What it should be, as written in the text, when one slip leads there or only one value is left. */
  readonly suggested: string | null;
  readonly why: readonly MessageRef[];
}

/** One thing to be said of a text. Amounts are decimal strings in the unit of the figure; difference is actual − expected. */
export interface TextFinding {
  readonly severity: TextSeverity;
  /** "text.table", "text.rate" …: docs/text.md lists them. */
  readonly rule: string;
  readonly message: MessageRef;
  /** The sentence it is about, as it stands in the text. */
  readonly quote: string;
  /** Where the likeliest wrong place stands. */
  readonly from: number;
  readonly to: number;
  readonly expected: string | null;
  readonly actual: string | null;
  readonly difference: string | null;
  readonly cells: readonly TextCell[];
  readonly suspects: readonly TextSuspect[];
}

/** How the figures of a text fared; what is read and not counted further has nothing to be compared with. */
export interface FigureCounts {
  readonly read: number;
  readonly agree: number;
  readonly rounding: number;
  readonly differ: number;
  readonly unread: number;
}
