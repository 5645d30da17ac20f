import type { MessageRef } from "../../messages/messageRef";
import type { CellAddress } from "../../workbook/address";

/** A relation an office adds itself (自定义勾稽关系), in the notation of src/tables/notation.ts. */
export interface OwnRule {
  /** Its number, as its findings show it: "自1". */
  readonly id: string;
  readonly text: string;
  /** What it is for, in the office's words; "" when it does not say. */
  readonly title: string;
  /** error 差错 unless it says warning 提醒. */
  readonly severity: "error" | "warning";
  /** Where it stands in the workbook; undefined for one that comes from a file. */
  readonly cell?: CellAddress;
}

/** A rule that cannot be used: where it stands, what is wrong, what to do. The others are used all the same. */
export interface RuleProblem {
  readonly message: MessageRef;
  readonly cell?: CellAddress;
}

export interface OwnRules {
  readonly rules: readonly OwnRule[];
  readonly problems: readonly RuleProblem[];
}

export const NO_RULES: OwnRules = { rules: [], problems: [] };
