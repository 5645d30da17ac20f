import type { MessageRef } from "../../messages/messageRef";
import type { CellAddress } from "../../workbook/address";
import type { RowEdit, WriteCell, WriteSetting } from "../../workbook/edit";

/** One cell of a preview: what stands there and what would, as texts. */
export interface MendedCell extends CellAddress {
  readonly from: string;
  readonly to: string;
  /** A figure is put there: figures of the preview print as amounts do. Codes are figures too, and are none of these. */
  readonly isAmount?: true;
}

/** A way to mend what a finding is about (采用建议): shown first, carried out as one step, undone as one. */
export interface Mend {
  /** What is done, in one sentence. */
  readonly label: MessageRef;
  /** Of rows that are put in, the cells as they will stand. */
  readonly cells: readonly MendedCell[];
  readonly edits: readonly (WriteCell | RowEdit | WriteSetting)[];
  /** Where rows are put in: all that stands on the sheets concerned, as a text to compare by (typedText). */
  readonly typed?: string;
}
