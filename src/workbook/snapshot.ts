import type { CellAddress } from "./address";

/** An Excel error value such as #REF!; kept apart from the text "#REF!". */
export interface ErrorValue {
  readonly error: string;
}

/**
 * Stands in for the value of a formula that a file keeps without its result, as programs other than Excel write them.
 * Nothing can be said of such a cell until Excel has opened and saved the file.
 */
export const NOT_CALCULATED = "#NOT_CALCULATED";

/** What a cell holds. A blank cell is not in the snapshot at all, so blank, 0, text and error stay four things. */
export type CellValue = string | number | boolean | ErrorValue;

export interface Cell {
  readonly value: CellValue;
  /** The formula with its leading "=", when the value comes from one. */
  readonly formula?: string;
  /** Excel's number format code in its English form, e.g. "#,##0.00"; "General" when none is set. */
  readonly numberFormat: string;
}

/** Why a sheet could not be read although the workbook could. */
export type UnreadableReason =
  /** The filled cells span more than the product reads (MAX_CELLS). */
  | "tooLarge"
  /** The host refused to hand the cells over, though it handed over others. */
  | "refused"
  /** Too much to be handed over at a time, and its beginning was not what the reader wanted (ReadOptions). */
  | "notWanted";

/** A mark this product has put into the workbook before (see edit.ts); only its own are ever listed. */
export interface ExistingMark {
  readonly id: string;
  readonly kind: "format" | "note";
}

/** The host-neutral picture of one worksheet: only cells with content, rows and columns counted from 0. */
export interface SheetSnapshot {
  readonly name: string;
  /** row → column → cell; both maps in ascending order. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, Cell>>;
  readonly marks: readonly ExistingMark[];
  readonly isProtected: boolean;
  readonly isHidden: boolean;
  /** Present when the sheet was left unread; `rows` is empty then. */
  readonly unreadable?: { readonly reason: UnreadableReason; readonly usedRange: string };
  /** Present when the host could not say whose some of its conditional formats are: marks among them are not in `marks`. */
  readonly hasUnreadableRules?: true;
}

export interface WorkbookSnapshot {
  /** File or workbook name without its folder. */
  readonly name: string;
  readonly sheets: readonly SheetSnapshot[];
  /** Texts this product keeps with the workbook, by key (WriteSetting); left out where there are none. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Names that the whole workbook knows for ranges or formulas; left out where there are none. */
  readonly names?: readonly string[];
  /** Present when formulas were not calculated since figures were last changed (手动计算): results may be stale. */
  readonly isStale?: true;
}

/**
 * A sheet whose filled cells span more than this is not read. Excel refuses to hand over more than five million
 * cells in one read (Microsoft: resource limits and performance optimization for Office Add-ins); a budget table
 * has a few thousand.
 */
export const MAX_CELLS = 5_000_000;

/** The cell at a place, or undefined where it is blank. */
export function cellAt(sheet: SheetSnapshot, row: number, column: number): Cell | undefined {
  return sheet.rows.get(row)?.get(column);
}

/** The cell at an address, or undefined where it is blank or the sheet is not there. */
export function cellAtAddress(workbook: WorkbookSnapshot, address: CellAddress): Cell | undefined {
  const sheet = workbook.sheets.find(({ name }) => name === address.sheet);
  return sheet && cellAt(sheet, address.row, address.column);
}

/** True for an Excel error value. */
export function isErrorValue(value: CellValue): value is ErrorValue {
  return typeof value === "object";
}
