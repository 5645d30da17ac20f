import type { KeptName, RowLook } from "./kept";
import type { SheetDesign } from "./sheetDesign";

/** The vocabulary of changes: planners make Edits, adapters (src/excel, src/xlsx) carry them out. */

/** error, warning: the cell itself is to be looked at; involved: right as far as known, but a relation it takes part in fails. */
export type MarkSeverity = "error" | "warning" | "involved";

/**
 * A mark (标记) on one cell: a conditional format that only this product makes, so that the user's own fill stays
 * untouched and the mark can be found and removed again, and a note where the host has notes.
 */
export interface AddMark {
  readonly kind: "addMark";
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly severity: MarkSeverity;
  /** The conditional format's whole formula, "=" first. It contains MARK_SIGNATURE and goes false once mended. */
  readonly formula: string;
  /** What should hold, what is there, the difference: the text of the note. */
  readonly text: string;
}

/** Removes one mark found in the snapshot. */
export interface RemoveMark {
  readonly kind: "removeMark";
  readonly sheet: string;
  readonly id: string;
  readonly mark: "format" | "note";
}

/** Looks of a report's cells (reportLooks.ts): title, sentence and muted stand free, all others are cells of a table. */
export type ReportCellStyle =
  "title" | "sentence" | "muted" | "heading" | "text" | "quiet" | "error" | "warning" | "link";

/** One cell of a report sheet. Text stays text: nothing here is ever read as a number or a formula. */
export interface ReportCell {
  readonly text: string;
  readonly style: ReportCellStyle;
  /** A cell of the workbook to jump to when clicked. */
  readonly link?: { readonly sheet: string; readonly row: number; readonly column: number };
}

/** Adds the report sheet (校验报告) as the last sheet, in place of an earlier one of this product's. */
export interface WriteReport {
  readonly kind: "writeReport";
  readonly sheet: string;
  /** Column widths in characters. */
  readonly columnWidths: readonly number[];
  readonly rows: readonly (readonly ReportCell[])[];
}

/**
 * What is put into a cell: a formula ("=" first), or a value. A string stays a text whatever it looks like (2010301).
 * `result` is what a formula gives as the workbook stands, where that is known, for hosts that do not calculate (files).
 */
export type CellContent =
  | { readonly formula: string; readonly result?: number | string }
  | { readonly value: string | number | boolean };

/**
 * Puts content into one cell, or empties it. The look of the cell stays, but for the number format where one is given,
 * and but for the text format (@) that a string takes which Excel would read as something else (textInput.ts). A number
 * or formula for a cell of the text format needs a number format of its own, or Excel keeps it as text.
 */
export interface WriteCell {
  readonly kind: "writeCell";
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** Null empties the cell. */
  readonly content: CellContent | null;
  readonly numberFormat?: string;
}

/**
 * Keeps one text with the workbook, out of the user's sight: what was accepted, how a sheet is to be read, an imported
 * list. Null takes it away. Read again as `WorkbookSnapshot.settings`.
 */
export interface WriteSetting {
  readonly kind: "writeSetting";
  readonly key: string;
  readonly value: string | null;
}

/**
 * Puts blank rows into a sheet: the row of that number and all below it move down, and every formula, name, print area,
 * merged area and format of the workbook follows, as in Excel.
 */
export interface InsertRows {
  readonly kind: "insertRows";
  readonly sheet: string;
  readonly row: number;
  readonly count: number;
  /** The row whose look the new ones take, numbered as before the insertion; null: they look as the row above them. */
  readonly like: number | null;
}

/** Takes rows out of a sheet with all that stands in them; what refers to their cells becomes #REF!, as in Excel. */
export interface DeleteRows {
  readonly kind: "deleteRows";
  readonly sheet: string;
  readonly row: number;
  readonly count: number;
}

/** Gives rows the look again that the host has kept of them before they were taken out (kept.ts). */
export interface RestoreRows {
  readonly kind: "restoreRows";
  readonly sheet: string;
  readonly row: number;
  /** One for each row from there on. */
  readonly looks: readonly RowLook[];
}

/** Lets a name that there is mean something else: what it meant before rows were deleted. */
export interface WriteName extends KeptName {
  readonly kind: "writeName";
}

/** Adds a sheet behind all others. Its name must be free, its formulas may speak of sheets added in the same batch. */
export interface AddSheet {
  readonly kind: "addSheet";
  readonly design: SheetDesign;
}

export type MarkEdit = AddMark | RemoveMark;

/** Rows that come or go. They and the cells written take effect in the order given, one seeing what the other left. */
export type RowEdit = InsertRows | DeleteRows;
export type Edit =
  MarkEdit | RowEdit | WriteReport | WriteCell | WriteSetting | AddSheet | RestoreRows | WriteName;

/** What a workbook open in Excel takes by WorkbookPort.apply; reports and whole sheets go there by their own ways. */
export type LiveEdit = Exclude<Edit, WriteReport | AddSheet>;

/** Every mark's formula contains this text; nothing else in a workbook does. */
export const MARK_SIGNATURE = 'N("gouji-mark:';

/**
 * A report sheet carries a conditional format with this in its formula, by which it is known again even after the user has
 * renamed it. Unlike MARK_SIGNATURE it marks nothing.
 */
export const REPORT_SIGNATURE = 'N("gouji-report:';

/** Every mark's note begins with this text. */
export const NOTE_SIGNATURE = "【勾稽】";

/**
 * The look of a mark: fill and font colours of Excel's own "Bad" and "Neutral" styles, and bold for errors; pale, and the
 * font as good as black, for cells that are only involved.
 */
export const MARK_STYLES = {
  error: { fill: "#FFC7CE", font: "#9C0006", bold: true },
  warning: { fill: "#FFEB9C", font: "#9C5700", bold: false },
  involved: { fill: "#FDF1F2", font: "#3B3A39", bold: false },
} as const satisfies Record<MarkSeverity, { fill: string; font: string; bold: boolean }>;

/** What a mark says by its formula; error where it names none. */
export function severityOfMark(formula: string): MarkSeverity {
  const severities = Object.keys(MARK_STYLES) as MarkSeverity[];
  return severities.find((severity) => formula.includes(`${MARK_SIGNATURE}${severity}"`)) ?? "error";
}
