import type { ICellData, IRange, Nullable, Workbook, Worksheet } from "@univerjs/core";
import type { DataValidationModel } from "@univerjs/data-validation";
import type { FormulaDataModel } from "@univerjs/engine-formula";
import type { ConditionalFormattingRuleModel } from "@univerjs/sheets-conditional-formatting";
import type { SheetsNoteModel } from "@univerjs/sheets-note";
import type {
  StoredCell,
  StoredConditionalFormat,
  StoredSheet,
  StoredValidation,
  WorkbookStore,
} from "../host/store";
import { addSheet } from "../host/store";
import { fromCellData, hexColor } from "./cellData";
import { fromRange, namedValidations, UNIT, USUAL_COLUMN_WIDTH, USUAL_ROW_HEIGHT } from "./workbookData";

/** The parts of Univer that the store is read from. */
export interface UniverParts {
  readonly workbook: Workbook;
  readonly formulas: FormulaDataModel;
  readonly formats: ConditionalFormattingRuleModel;
  readonly notes: SheetsNoteModel;
  readonly validations: DataValidationModel;
}

/** Copies one cell from Univer into the store. True when its value or formula became another. */
export function readCell(univer: UniverParts, sheet: StoredSheet, row: number, column: number): boolean {
  const worksheet = univer.workbook.getSheetBySheetId(sheet.id);
  if (!worksheet) return false;
  const before = sheet.cells.get(row)?.get(column);
  const cell = cellAt(univer, worksheet, row, column, worksheet.getCellMatrix().getValue(row, column));
  if (!cell) {
    sheet.cells.get(row)?.delete(column);
    if (sheet.cells.get(row)?.size === 0) sheet.cells.delete(row);
  } else {
    const cells = sheet.cells.get(row) ?? new Map<number, StoredCell>();
    sheet.cells.set(row, cells);
    cells.set(column, { ...cell, ...excelsAlone(before) });
  }
  return JSON.stringify(contentOf(before)) !== JSON.stringify(contentOf(cell));
}

/** Locking and links are Excel's alone: Univer does not know them, and what is read from it must not lose them. */
function excelsAlone(before: StoredCell | undefined): Partial<StoredCell> {
  return {
    ...(before?.isLocked === false && { isLocked: false }),
    ...(before?.hyperlink && { hyperlink: before.hyperlink }),
  };
}

function contentOf(cell: StoredCell | undefined) {
  return cell && (cell.value !== undefined || cell.formula !== undefined)
    ? { value: cell.value, formula: cell.formula }
    : {};
}

function cellAt(
  { workbook, formulas }: UniverParts,
  worksheet: Worksheet,
  row: number,
  column: number,
  data: Nullable<ICellData>,
): StoredCell | undefined {
  if (!data) return undefined;
  const formula =
    data.f ??
    (data.si ? formulas.getFormulaStringByCell(row, column, worksheet.getSheetId(), UNIT) : undefined);
  return fromCellData(data, workbook.getStyles().getStyleByCell(data), formula ?? undefined);
}

/**
 * Copies a whole sheet from Univer into the store. What Univer does not know of cells is taken from the store's cells at
 * the same places.
 */
export function readSheet(univer: UniverParts, sheet: StoredSheet): void {
  const worksheet = univer.workbook.getSheetBySheetId(sheet.id);
  if (!worksheet) return;
  const before = new Map(sheet.cells);
  sheet.cells.clear();
  worksheet.getCellMatrix().forValue((row, column, data) => {
    const cell = cellAt(univer, worksheet, row, column, data);
    if (!cell) return;
    const cells = sheet.cells.get(row) ?? new Map<number, StoredCell>();
    const known = before.get(row)?.get(column);
    sheet.cells.set(row, cells.set(column, { ...cell, ...excelsAlone(known) }));
  });
  replace(sheet.merges, worksheet.getMergeData().map(fromRange));
  readSizes(univer, sheet);
  readFormats(univer, sheet);
  readNotes(univer, sheet);
}

/** Copies the sizes of rows and columns, what is hidden and what stays in sight. */
export function readSizes({ workbook }: UniverParts, sheet: StoredSheet): void {
  const worksheet = workbook.getSheetBySheetId(sheet.id);
  if (!worksheet) return;
  const { columnData, rowData, freeze } = worksheet.getSnapshot();
  sheet.columnWidths.clear();
  sheet.hiddenColumns.clear();
  for (const [key, data] of Object.entries(columnData)) {
    if (data?.w !== undefined && data.w !== USUAL_COLUMN_WIDTH) sheet.columnWidths.set(Number(key), data.w);
    if (data?.hd === 1) sheet.hiddenColumns.add(Number(key));
  }
  sheet.rowHeights.clear();
  sheet.hiddenRows.clear();
  for (const [key, data] of Object.entries(rowData)) {
    if (data?.ia !== 1 && data?.h !== undefined && data.h !== USUAL_ROW_HEIGHT) {
      sheet.rowHeights.set(Number(key), data.h);
    }
    if (data?.hd === 1) sheet.hiddenRows.add(Number(key));
  }
  sheet.frozenRows = Math.max(freeze?.ySplit ?? 0, 0);
  sheet.frozenColumns = Math.max(freeze?.xSplit ?? 0, 0);
}

/** Types of conditional formats in Excel's words, by Univer's type and subtype. Only a formula's content is kept. */
const FORMAT_TYPES: Readonly<Record<string, string>> = {
  formula: "Custom",
  number: "CellValue",
  text: "ContainsText",
  rank: "TopBottom",
  average: "PresetCriteria",
  duplicateValues: "PresetCriteria",
  uniqueValues: "PresetCriteria",
  timePeriod: "PresetCriteria",
  colorScale: "ColorScale",
  dataBar: "DataBar",
  iconSet: "IconSet",
};

/** Copies the conditional formats of a sheet into the store; those the engine was never given stay where they are. */
function readFormats({ formats }: UniverParts, sheet: StoredSheet): void {
  const rules = formats.getSubunitRules(UNIT, sheet.id) ?? [];
  const unseen = sheet.conditionalFormats.filter(({ type, formula }) => type !== "Custom" || formula === "");
  const known = new Set(unseen.map(({ id }) => id));
  const read = rules.flatMap(({ cfId, ranges, stopIfTrue, rule }): StoredConditionalFormat[] => {
    const [first, ...others] = ranges;
    if (!first || known.has(cfId)) return [];
    const { type, subType, value, style } = rule as {
      readonly type: string;
      readonly subType?: string;
      readonly value?: unknown;
      readonly style?: Parameters<typeof lookOf>[0];
    };
    const isFormula = subType === "formula";
    return [
      {
        id: cfId,
        type: FORMAT_TYPES[subType ?? type] ?? "PresetCriteria",
        range: fromRange(first),
        ...(others.length > 0 && { moreRanges: others.map(fromRange) }),
        formula: isFormula ? String(value) : "",
        stopIfTrue,
        ...(isFormula && style && lookOf(style)),
      },
    ];
  });
  replace(sheet.conditionalFormats, [...read, ...unseen]);
}

function lookOf({ bg, cl, bl }: { bg?: { rgb?: string }; cl?: { rgb?: string }; bl?: number }) {
  const fill = hexColor(bg?.rgb);
  const fontColor = hexColor(cl?.rgb);
  return {
    ...(fill !== undefined && { fill }),
    ...(fontColor !== undefined && { fontColor }),
    ...(bl !== undefined && { isBold: bl === 1 }),
  };
}

/** Copies the notes of a sheet into the store. */
function readNotes({ notes }: UniverParts, sheet: StoredSheet): void {
  const found = [...(notes.getSheetNotes(UNIT, sheet.id)?.values() ?? [])];
  replace(
    sheet.notes,
    found.map(({ row, col, note }) => ({ row, column: col, content: note })),
  );
}

/** Univer's number for a list that takes no other entries. */
const REFUSES = 1;

/** Copies the lists of allowed entries into the store; other kinds of validation are not known to it. */
export function readLists({ validations }: UniverParts, sheet: StoredSheet): void {
  const known = new Map(namedValidations(sheet).map((one) => [one.id, one]));
  const read = validations.getRules(UNIT, sheet.id).flatMap((rule): StoredValidation[] => {
    if (rule.type !== "list") return [];
    return (rule.ranges as IRange[]).map((range, index) => {
      const id = index === 0 ? rule.uid : `${rule.uid}/${index}`;
      const before = known.get(id);
      return {
        ...before,
        id,
        range: fromRange(range),
        list: rule.formula1 ?? "",
        isStrict: rule.errorStyle === REFUSES,
        ...(!before && {
          showsError: rule.showErrorMessage ?? false,
          ignoresBlanks: rule.allowBlank ?? true,
        }),
        ...(rule.error !== undefined && { message: rule.error }),
      };
    });
  });
  replace(sheet.validations, read);
}

/** Copies the list of sheets: names, order, what is hidden; new ones are read whole. */
export function readSheetList(univer: UniverParts, store: WorkbookStore): void {
  const sheets = univer.workbook.getSheetOrders().map((id) => {
    const known = store.sheets.find((sheet) => sheet.id === id);
    const name = univer.workbook.getSheetBySheetId(id)?.getName() ?? "";
    const sheet = known ?? { ...addSheet(store, name), id, written: new Map<string, undefined>() };
    sheet.name = name;
    const isHidden = univer.workbook.getSheetBySheetId(id)?.isSheetHidden() === 1;
    if (isHidden !== (sheet.visibility !== "Visible")) sheet.visibility = isHidden ? "Hidden" : "Visible";
    if (!known) readSheet(univer, sheet);
    return sheet;
  });
  replace(store.sheets, sheets);
}

function replace<T>(list: T[], by: readonly T[]): void {
  list.splice(0, list.length, ...by);
}
