import type { CellAddress, CellRange } from "./address";
import type { AddSheet, LiveEdit, RowEdit, WriteCell, WriteReport, WriteSetting } from "./edit";
import type { Kept, ToKeep } from "./kept";
import type { SheetSnapshot, WorkbookSnapshot } from "./snapshot";

/** How much of a workbook is read. */
export interface ReadOptions {
  /**
   * Asked about sheets that are too large to be handed over at a time, of which only the beginning is read at first (its
   * first rows, whole). Those that are not wanted stay unread and say so. Every sheet is read whole when left out.
   * @param settings the texts that this product keeps with the workbook
   */
  isWanted?(beginning: SheetSnapshot, settings: NonNullable<WorkbookSnapshot["settings"]>): boolean;
}

/** What the actions need of a live workbook. Excel implements it (src/excel); tests may too. */
export interface WorkbookPort {
  /** A fresh picture of the workbook; nothing is cached between actions. */
  read(options?: ReadOptions): Promise<WorkbookSnapshot>;
  /**
   * Carries out all edits in one go, as one step of undo where the host has such. Throws MarksRefused when only marks were
   * refused, some or all: everything else is done then.
   */
  apply(edits: readonly LiveEdit[]): Promise<void>;
  /** Reads what edits are about to replace; left out by hosts that cannot. Reads nothing when nothing is to be kept. */
  keep?(what: ToKeep): Promise<Kept>;
  /** True where every change by an add-in empties the user's list of undo steps; false when left out. */
  losesUndo?(): boolean;
  /** Shows and selects one cell. */
  select(address: CellAddress): Promise<void>;
}

/** What the report (校验报告) needs of a live workbook. */
export interface ReportPort {
  /** Writes the report as the last sheet, in place of an earlier one of this product's, and shows it. */
  writeReport(report: WriteReport): Promise<void>;
}

/** Rows and columns of a sheet that its user has hidden, counted from 0. */
export interface HiddenLines {
  readonly rows: ReadonlySet<number>;
  readonly columns: ReadonlySet<number>;
}

/** What whole new sheets need of a live workbook. */
export interface SheetPort {
  /** A fresh picture without marks, which takes fewer round trips than a whole one. */
  readContents(options?: ReadOptions): Promise<WorkbookSnapshot>;
  /**
   * Adds sheets behind all others and shows the first that is not hidden; all of them or, when the host refuses, none.
   * As one step of undo where the host has such for sheets.
   * @param further edits that come after them, in the same round trip where that keeps undo whole; when the host refuses
   * these the sheets are taken away again, but what of the edits has been done is left for the caller to take back
   */
  addSheets(
    edits: readonly AddSheet[],
    further?: readonly (WriteCell | RowEdit | WriteSetting)[],
  ): Promise<void>;
  /** The hidden rows and columns within ranges, by sheet; left out by hosts that hide none. */
  hiddenLines?(
    areas: readonly { readonly sheet: string; readonly range: CellRange }[],
  ): Promise<ReadonlyMap<string, HiddenLines>>;
  /** Takes sheets away, and names of the workbook; those that are gone already count for nothing. */
  removeSheets(sheets: readonly string[], names: readonly string[]): Promise<void>;
}

/** A change that somebody has made to cells. */
export interface WorkbookChange {
  /** Made by another person working on the same file. */
  readonly isRemote: boolean;
  /** How many cells it covers; 0 when rows, columns or cells were inserted or deleted. */
  readonly cells: number;
}

/** Ends a subscription. */
export type StopFollowing = () => Promise<void>;

/** What a live workbook tells of itself. A host may not support the subscriptions; they reject then. */
export interface WorkbookEvents {
  /** The cell in which the user is. */
  activeCell(): Promise<CellAddress>;
  /** What the user has selected, as one rectangle; a host refuses when it is several. */
  selectedRange(): Promise<{ readonly sheet: string; readonly range: CellRange }>;
  /** Calls back whenever the user selects something else. */
  followSelection(listener: () => void): Promise<StopFollowing>;
  /** Calls back after each change of cells' contents, by the user, an add-in or another person. */
  followChanges(listener: (change: WorkbookChange) => void): Promise<StopFollowing>;
}
