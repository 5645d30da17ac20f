import type {
  ICellData,
  IRange,
  IStyleData,
  IWorkbookData,
  IWorksheetData,
  LocaleType,
} from "@univerjs/core";
import type { CellRange } from "../../src/workbook/address";
import { formatRange, quoteSheetName } from "../../src/workbook/address";
import type { StoredConditionalFormat, StoredSheet, StoredValidation, WorkbookStore } from "../host/store";
import { usedRange } from "../host/store";
import { toCellData } from "./cellData";

/** The one workbook of an engine. */
export const UNIT = "workbook";

/** A blank sheet has this size, and a filled one this much room around. Sheets of Univer have an end. */
const ROOM = { rows: 60, columns: 12 };
const SMALLEST = { rows: 120, columns: 26 };

/** Pixels at 96 to the inch: Excel's standard column of 8.43 characters and row of 15 points. */
export const USUAL_COLUMN_WIDTH = 64;
export const USUAL_ROW_HEIGHT = 20;

/** Names under which Univer's plugins keep their part of a workbook. */
const RESOURCE = {
  conditionalFormats: "SHEET_CONDITIONAL_FORMATTING_PLUGIN",
  notes: "SHEET_NOTE_PLUGIN",
  validations: "SHEET_DATA_VALIDATION_PLUGIN",
  names: "SHEET_DEFINED_NAME_PLUGIN",
};

export interface FormatRule {
  readonly cfId: string;
  readonly ranges: IRange[];
  readonly stopIfTrue: boolean;
  readonly rule: {
    readonly type: "highlightCell";
    readonly subType: "formula";
    readonly value: string;
    readonly style: IStyleData;
  };
}

/** The whole workbook as Univer opens it. */
export function toWorkbookData(store: WorkbookStore): IWorkbookData {
  const styles = new Map<string, { readonly id: string; readonly style: IStyleData }>();
  const shared = (data: ICellData): ICellData => {
    const key = JSON.stringify(data.s);
    const known = styles.get(key) ?? { id: `s${styles.size}`, style: data.s as IStyleData };
    styles.set(key, known);
    return { ...data, s: known.id };
  };
  const sheets = Object.fromEntries(
    store.sheets.map((sheet) => [sheet.id, toSheetData(sheet, shared)] as const),
  );
  const each = (part: (sheet: StoredSheet) => unknown) =>
    JSON.stringify(Object.fromEntries(store.sheets.map((sheet) => [sheet.id, part(sheet)])));
  return {
    id: UNIT,
    name: store.name,
    appVersion: "",
    locale: "zhCN" as LocaleType,
    styles: Object.fromEntries([...styles.values()].map(({ id, style }) => [id, withoutNulls(style)])),
    sheetOrder: store.sheets.map(({ id }) => id),
    sheets,
    resources: [
      { name: RESOURCE.conditionalFormats, data: each((sheet) => formatRules(sheet)) },
      { name: RESOURCE.notes, data: each(noteMap) },
      {
        name: RESOURCE.validations,
        data: each(({ validations }) => validations.map(toValidation)),
      },
      {
        name: RESOURCE.names,
        data: JSON.stringify(Object.fromEntries(toNames(store).map((one) => [one.id, one]))),
      },
    ],
  };
}

/** A name as Univer keeps it. Names that one sheet knows alone are known to all there. */
export interface DefinedName {
  readonly id: string;
  readonly name: string;
  readonly formulaOrRefString: string;
  readonly localSheetId: string;
}

export function toNames(store: WorkbookStore): DefinedName[] {
  return store.names.map(({ name, scope, sheet, range, formula }) => ({
    id: `name ${name.toLowerCase()} ${scope ?? ""}`,
    name,
    formulaOrRefString: range ? `${quoteSheetName(sheet)}!${absolute(range)}` : (formula ?? ""),
    localSheetId: "AllDefaultWorkbook",
  }));
}

function absolute(range: CellRange): string {
  return formatRange(range).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
}

/** One sheet as Univer opens it. `share` may replace looks by names of shared ones. */
export function toSheetData(
  sheet: StoredSheet,
  share: (data: ICellData) => ICellData = (data) => ({ ...data, s: withoutNulls(data.s as IStyleData) }),
): Partial<IWorksheetData> {
  const used = usedRange(sheet, false);
  const cellData: Record<number, Record<number, ICellData>> = {};
  for (const [row, cells] of sheet.cells) {
    cellData[row] = Object.fromEntries(
      [...cells].map(([column, cell]) => [column, share(withoutNulls(toCellData(cell)))]),
    );
  }
  const at = (places: Iterable<number>, entry: (place: number) => object) =>
    Object.fromEntries([...new Set(places)].map((place) => [place, entry(place)]));
  return {
    id: sheet.id,
    name: sheet.name,
    hidden: sheet.visibility === "Visible" ? 0 : 1,
    rowCount: Math.max(SMALLEST.rows, (used?.lastRow ?? 0) + ROOM.rows),
    columnCount: Math.max(SMALLEST.columns, (used?.lastColumn ?? 0) + ROOM.columns),
    defaultColumnWidth: USUAL_COLUMN_WIDTH,
    defaultRowHeight: USUAL_ROW_HEIGHT,
    ...(sheet.tabColor !== undefined && { tabColor: sheet.tabColor }),
    mergeData: sheet.merges.map(toRange),
    cellData,
    columnData: at([...sheet.columnWidths.keys(), ...sheet.hiddenColumns], (column) => ({
      w: sheet.columnWidths.get(column) ?? USUAL_COLUMN_WIDTH,
      hd: sheet.hiddenColumns.has(column) ? 1 : 0,
    })),
    rowData: at([...sheet.rowHeights.keys(), ...sheet.hiddenRows], (row) => ({
      h: sheet.rowHeights.get(row) ?? USUAL_ROW_HEIGHT,
      ia: 0,
      hd: sheet.hiddenRows.has(row) ? 1 : 0,
    })),
    freeze: toFreeze(sheet),
    showGridlines: sheet.hasGridlines ? 1 : 0,
  };
}

export function toFreeze({ frozenRows, frozenColumns }: StoredSheet): IWorksheetData["freeze"] {
  return {
    xSplit: frozenColumns,
    ySplit: frozenRows,
    startRow: frozenRows > 0 ? frozenRows : -1,
    startColumn: frozenColumns > 0 ? frozenColumns : -1,
  };
}

/** The conditional formats that Univer can show: those with a formula. Highest priority first, as in the store. */
export function formatRules({ conditionalFormats }: StoredSheet): FormatRule[] {
  return conditionalFormats
    .filter(({ type, formula }) => type === "Custom" && formula !== "")
    .map((format) => ({
      cfId: format.id,
      ranges: [format.range, ...(format.moreRanges ?? [])].map(toRange),
      stopIfTrue: format.stopIfTrue,
      rule: { type: "highlightCell", subType: "formula", value: format.formula, style: formatStyle(format) },
    }));
}

function formatStyle({ fill, fontColor, isBold }: StoredConditionalFormat): IStyleData {
  return {
    ...(fill !== undefined && { bg: { rgb: fill } }),
    ...(fontColor !== undefined && { cl: { rgb: fontColor } }),
    ...(isBold !== undefined && { bl: isBold ? 1 : 0 }),
  };
}

/** row → column → note, as Univer's plugin keeps them. */
function noteMap({ notes }: StoredSheet): Record<number, Record<number, object>> {
  const rows: Record<number, Record<number, object>> = {};
  for (const note of notes) (rows[note.row] ??= {})[note.column] = toNote(note);
  return rows;
}

/** A note's id in Univer; in Excel a note has none but its cell. */
export function noteId({ row, column }: { readonly row: number; readonly column: number }): string {
  return `note-${row}-${column}`;
}

/** Width and height are what a note of a sentence or two needs. */
export function toNote(note: StoredSheet["notes"][number]) {
  const { row, column: col, content } = note;
  return { id: noteId(note), row, col, width: 220, height: 100, note: content, show: false };
}

/** The list of the sheet with this index as a rule of Univer. */
export function toValidation({ id, range, list, isStrict, message }: StoredValidation, index: number) {
  return {
    uid: id ?? `validation-${index}-${formatRange(range)}`,
    type: "list",
    ranges: [toRange(range)],
    formula1: list,
    allowBlank: true,
    errorStyle: isStrict ? 1 : 2,
    // As in Excel the cell shows its text alone; the list opens where the cell is edited. A pill would cut codes short.
    renderMode: 0,
    ...(message === undefined ? {} : { error: message, showErrorMessage: true }),
  };
}

/** The lists of a sheet, each with the name that Univer knows it under. */
export function namedValidations({ validations }: StoredSheet): StoredValidation[] {
  return validations.map((one, index) => ({ ...one, id: toValidation(one, index).uid }));
}

export function toRange({ firstRow, lastRow, firstColumn, lastColumn }: CellRange): IRange {
  return { startRow: firstRow, endRow: lastRow, startColumn: firstColumn, endColumn: lastColumn };
}

export function fromRange({ startRow, endRow, startColumn, endColumn }: IRange): CellRange {
  return { firstRow: startRow, lastRow: endRow, firstColumn: startColumn, lastColumn: endColumn };
}

/** Without the properties that say "none": a new cell has nothing to take away. */
function withoutNulls<T extends object>(data: T): T {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null)) as T;
}
