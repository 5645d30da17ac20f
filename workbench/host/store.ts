import type { CellRange } from "../../src/workbook/address";
import { parseRange } from "../../src/workbook/address";
import type { CellValue, WorkbookSnapshot } from "../../src/workbook/snapshot";

/** A cell that has content, a format of its own, or both. */
export interface StoredCell {
  /** Undefined: blank. */
  value?: CellValue;
  formula?: string;
  numberFormat: string;
  /** Colours as #RRGGBB; undefined: as in every new workbook. */
  fill?: string;
  fontColor?: string;
  isBold?: boolean;
}

/** A conditional format with a formula; other types are kept only by type, so that they can be seen and left alone. */
export interface StoredConditionalFormat {
  readonly id: string;
  /** An Excel.ConditionalFormatType such as "Custom" or "ColorScale". */
  readonly type: string;
  readonly range: CellRange;
  formula: string;
  stopIfTrue: boolean;
  fill?: string;
  fontColor?: string;
  isBold?: boolean;
}

export interface StoredNote {
  readonly row: number;
  readonly column: number;
  content: string;
}

export type SheetVisibility = "Visible" | "Hidden" | "VeryHidden";

export interface StoredSheet {
  readonly id: string;
  name: string;
  visibility: SheetVisibility;
  isProtected: boolean;
  /** row → column → cell. */
  readonly cells: Map<number, Map<number, StoredCell>>;
  /** Highest priority first. */
  readonly conditionalFormats: StoredConditionalFormat[];
  readonly notes: StoredNote[];
  /** Stands for content that the store does not hold: the used range reaches at least this far. */
  statedRange?: CellRange;
}

export interface StoredName {
  readonly name: string;
  readonly sheet: string;
  readonly range: CellRange;
}

/** A workbook in memory: plain data, changed in place by the host and by the page around it. */
export interface WorkbookStore {
  name: string;
  readonly sheets: StoredSheet[];
  readonly names: StoredName[];
  /** Id of the sheet that is shown. */
  activeSheet: string;
  /** What is selected on the active sheet. */
  selection: CellRange;
  /** Numbers the ids given out. */
  nextId: number;
}

const FIRST_CELL: CellRange = { firstRow: 0, firstColumn: 0, lastRow: 0, lastColumn: 0 };

/** A workbook with blank sheets of these names, the first of them active. Excel has no workbook without a sheet. */
export function createWorkbookStore(
  name = "Book1.xlsx",
  sheets: readonly [string, ...string[]] = ["Sheet1"],
): WorkbookStore {
  const store: WorkbookStore = {
    name,
    sheets: [],
    names: [],
    activeSheet: "",
    selection: FIRST_CELL,
    nextId: 1,
  };
  for (const sheet of sheets) addSheet(store, sheet);
  return store;
}

/** Adds a blank sheet as the last one. The first sheet of a store becomes the active one. */
export function addSheet(store: WorkbookStore, name: string): StoredSheet {
  const sheet: StoredSheet = {
    id: newId(store),
    name,
    visibility: "Visible",
    isProtected: false,
    cells: new Map(),
    conditionalFormats: [],
    notes: [],
  };
  store.sheets.push(sheet);
  if (store.activeSheet === "") store.activeSheet = sheet.id;
  return sheet;
}

/**
 * The workbook of a snapshot. Marks are left out, because a snapshot says that they are there but not where or how;
 * so are fills and fonts, which it does not hold. The first sheet that is not hidden becomes the active one.
 */
export function storeFromSnapshot(snapshot: WorkbookSnapshot): WorkbookStore {
  const store = createWorkbookStore(snapshot.name);
  store.sheets.length = 0;
  for (const sheet of snapshot.sheets) {
    const stored = addSheet(store, sheet.name);
    stored.visibility = sheet.isHidden ? "Hidden" : "Visible";
    stored.isProtected = sheet.isProtected;
    const stated = sheet.unreadable && parseRange(sheet.unreadable.usedRange);
    if (stated) stored.statedRange = stated;
    for (const [row, cells] of sheet.rows) {
      stored.cells.set(row, new Map([...cells].map(([column, cell]) => [column, { ...cell }])));
    }
  }
  const shown = store.sheets.find(({ visibility }) => visibility === "Visible") ?? store.sheets[0];
  store.activeSheet = shown?.id ?? "";
  return store;
}

/** An id as Excel gives them: braces around something unique in the workbook. */
export function newId(store: WorkbookStore): string {
  return `{${String(store.nextId++).padStart(8, "0")}}`;
}

/** The cell at a place, or undefined where nothing is stored. */
export function storedCell(sheet: StoredSheet, row: number, column: number): StoredCell | undefined {
  return sheet.cells.get(row)?.get(column);
}

/** The cell at a place, made when there is none yet. */
export function cellToWrite(sheet: StoredSheet, row: number, column: number): StoredCell {
  const cells = sheet.cells.get(row) ?? new Map<number, StoredCell>();
  sheet.cells.set(row, cells);
  const cell = cells.get(column) ?? { numberFormat: "General" };
  cells.set(column, cell);
  return cell;
}

/**
 * The smallest rectangle around all cells with content, or with content or format when `valuesOnly` is false; undefined
 * for a blank sheet.
 */
export function usedRange(sheet: StoredSheet, valuesOnly: boolean): CellRange | undefined {
  let used = sheet.statedRange;
  for (const [row, cells] of sheet.cells) {
    for (const [column, cell] of cells) {
      if (valuesOnly && cell.value === undefined && cell.formula === undefined) continue;
      used = {
        firstRow: Math.min(used?.firstRow ?? row, row),
        firstColumn: Math.min(used?.firstColumn ?? column, column),
        lastRow: Math.max(used?.lastRow ?? row, row),
        lastColumn: Math.max(used?.lastColumn ?? column, column),
      };
    }
  }
  return used;
}

/** Sheet names are told apart without regard to case, as in Excel. */
export function findSheet(store: WorkbookStore, name: string): StoredSheet | undefined {
  return store.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
}
