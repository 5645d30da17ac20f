import type { MessageArgs, MessageRef } from "../../messages/messageRef";
import type { CellAddress } from "../../workbook/address";
import type { RowEdit, WriteCell, WriteSetting } from "../../workbook/edit";

/** A row that is put in. */
export interface AddedRow {
  readonly table: string;
  readonly sheet: string;
  /** Where it stands afterwards, counted from 0. */
  readonly row: number;
  /** "2010301 行政运行" */
  readonly label: string;
  readonly why: MessageRef;
}

/** A row that is taken out, with the figures that were typed in it. */
export interface RemovedRow {
  readonly table: string;
  readonly sheet: string;
  /** Where it stood before, counted from 0. */
  readonly row: number;
  readonly label: string;
  /** As printed, "725.78"; figures that formulas gave are not among them. */
  readonly figures: readonly string[];
  readonly why: MessageRef;
}

/** A row that changes its place; both counted from 0. */
export interface MovedRow {
  readonly table: string;
  readonly sheet: string;
  readonly from: number;
  readonly to: number;
  readonly label: string;
  /** It only closes up behind rows that are taken elsewhere. */
  readonly isFollowing: boolean;
}

/**
 * A formula of a row that stays and is written anew, since what it adds up has become another set of rows; or that becomes
 * a value, `to` as printed.
 */
export interface ChangedFormula {
  readonly cell: CellAddress;
  readonly from: string;
  readonly to: string;
}

/** What growing or shrinking tables comes to, for showing before it is done. */
export interface RowsPlan {
  /** In the order in which they take effect; empty when the plan is refused. */
  readonly edits: readonly (RowEdit | WriteCell | WriteSetting)[];
  readonly added: readonly AddedRow[];
  readonly removed: readonly RemovedRow[];
  readonly moved: readonly MovedRow[];
  readonly formulas: readonly ChangedFormula[];
  /** What the user should know: totals that are typed, sums that could not be told. */
  readonly notes: readonly MessageRef[];
  /** Why nothing is done. */
  readonly refusal: MessageRef | undefined;
}

/** A plan that does nothing, and says why. */
export function refused(key: string, args: MessageArgs = {}): RowsPlan {
  return { edits: [], added: [], removed: [], moved: [], formulas: [], notes: [], refusal: { key, args } };
}

/** Thrown inside the planners where nothing right can be done; becomes the plan's refusal. */
export class Refusal extends Error {
  constructor(
    readonly key: string,
    readonly args: MessageArgs = {},
  ) {
    super(key);
    this.name = "Refusal";
  }
}
