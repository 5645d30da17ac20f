import type { CellAddress } from "./address";

/**
 * What edits are about to replace and no snapshot holds: formats of blank cells, and how rows look that are to go. Hosts
 * read it just before (WorkbookPort.keep), so that taking back puts it there again. Plain data: it outlives the pane.
 */
export interface Kept {
  readonly formats: readonly KeptFormat[];
  readonly rows: readonly KeptRow[];
  /** Names as they were before rows were deleted; none where none are. */
  readonly names: readonly KeptName[];
}

/** A name of the workbook, or of one sheet alone. */
export interface KeptName {
  readonly name: string;
  /** A sheet with rows that go; the one that knows the name where `isLocal`. */
  readonly sheet: string;
  readonly isLocal: boolean;
  /** "='表6'!$A$7:$F$13" */
  readonly formula: string;
}

/** The number format of a blank cell. */
export interface KeptFormat extends CellAddress {
  readonly numberFormat: string;
}

/** How one row looks, numbered from 0 as before all edits. */
export interface KeptRow {
  readonly sheet: string;
  readonly row: number;
  readonly look: RowLook;
}

/** The look of a whole row: a host's own words, which nobody else reads. */
export type RowLook = Readonly<Record<string, unknown>>;

/** What is to be read before edits; nothing where all that they replace is in the snapshot. */
export interface ToKeep {
  readonly cells: readonly CellAddress[];
  readonly rows: readonly { readonly sheet: string; readonly row: number }[];
}

export const NOTHING_KEPT: Kept = { formats: [], rows: [], names: [] };
