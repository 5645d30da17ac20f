import type { CellRange } from "../../src/workbook/address";
import { parseRange } from "../../src/workbook/address";
import { writeSettingsXml } from "../../src/workbook/settingsXml";
import type { CellValue, WorkbookSnapshot } from "../../src/workbook/snapshot";
import type { Quirks } from "./quirks";
import type { Json } from "./wire";

/** A cell that has content, a format of its own, or both. */
export interface StoredCell {
  /** Undefined: blank. */
  value?: CellValue;
  formula?: string;
  numberFormat: string;
  /** Colours as #RRGGBB; undefined: as in every new workbook. This holds for all that follows. */
  fill?: string;
  fontColor?: string;
  fontName?: string;
  /** In points. */
  fontSize?: number;
  isBold?: boolean;
  isItalic?: boolean;
  isUnderlined?: boolean;
  isStruckOut?: boolean;
  horizontal?: HorizontalPlace;
  vertical?: VerticalPlace;
  isWrapped?: boolean;
  /** Steps of indentation, each about three characters wide. */
  indent?: number;
  borders?: Partial<Record<BorderSide, StoredBorder>>;
  /** False for a cell that may be changed on a protected sheet. */
  isLocked?: boolean;
  hyperlink?: StoredHyperlink;
  /**
   * What a data type shows in the cell, whose value is #VALUE! then. Source: reference, Excel.EntityCellValue: "basicValue:
   * Represents the value that would be returned by Range.values", which is "#VALUE!".
   */
  dataType?: string;
}

/** Where a click on a cell leads: an address, or a place in the workbook. As Excel.RangeHyperlink. */
export interface StoredHyperlink {
  readonly address?: string;
  readonly documentReference?: string;
  readonly screenTip?: string;
  readonly textToDisplay?: string;
}

export type HorizontalPlace =
  "left" | "center" | "right" | "fill" | "justify" | "centerContinuous" | "distributed";
export type VerticalPlace = "top" | "center" | "bottom" | "justify" | "distributed";
export type BorderSide = "top" | "bottom" | "left" | "right";

/** A line at an edge of a cell. Styles are those of SpreadsheetML (ECMA-376 part 1, 18.18.3). */
export interface StoredBorder {
  readonly style: BorderStyle;
  readonly color: string;
}

export type BorderStyle =
  | "thin"
  | "hair"
  | "dotted"
  | "dashed"
  | "dashDot"
  | "dashDotDot"
  | "double"
  | "medium"
  | "mediumDashed"
  | "mediumDashDot"
  | "mediumDashDotDot"
  | "slantDashDot"
  | "thick";

/** A conditional format with a formula; other types are kept only by type, so that they can be seen and left alone. */
export interface StoredConditionalFormat {
  readonly id: string;
  /** An Excel.ConditionalFormatType such as "Custom" or "ColorScale". */
  readonly type: string;
  readonly range: CellRange;
  /** Where a format made by the user or a file covers several areas: the others. */
  readonly moreRanges?: readonly CellRange[];
  formula: string;
  stopIfTrue: boolean;
  fill?: string;
  fontColor?: string;
  isBold?: boolean;
  /**
   * Excel answers ItemNotFound when its formula is asked for: two rules made by hand on one range, or one deleted by an add-in
   * and brought back by undo. Sources: OfficeDev/office-js issues 5222, 6396, 6827, 6835.
   */
  readonly isUnreadable?: boolean;
}

/** What rows cannot come into or go out of: tables (ListObjects), spilled and array formulas. */
export interface StoredObstacle {
  readonly kind: "table" | "spill" | "array";
  readonly range: CellRange;
}

export interface StoredNote {
  readonly row: number;
  readonly column: number;
  content: string;
}

/** A threaded comment; replies are not known here. */
export interface StoredComment {
  readonly id: string;
  readonly row: number;
  readonly column: number;
  content: string;
}

/** How a protected sheet is protected: Excel.WorksheetProtectionOptions as they were given. */
export interface StoredProtection {
  readonly options: Readonly<Record<string, boolean | string>>;
  readonly password?: string;
  /** What a file has in place of its password: the 16 bits of it, or "" where only Excel can tell the password. */
  readonly passwordHash?: string;
}

/** What may be typed into a range: one of a list. Other kinds of validation are not known here. */
export interface StoredValidation {
  /** Under which the grid knows it, where that is not told by its place. */
  readonly id?: string;
  readonly range: CellRange;
  /** "是,否", or a formula such as "=$A$1:$A$9". */
  readonly list: string;
  /** False: other entries are warned of, not refused. */
  readonly isStrict: boolean;
  readonly message?: string;
  readonly title?: string;
  /** False: other entries are taken without a word. */
  readonly showsError?: boolean;
  readonly ignoresBlanks?: boolean;
  /** True: no arrow with the list beside the cell. */
  readonly hidesDropDown?: boolean;
  /** Shown when the cell is selected. */
  readonly prompt?: { readonly title: string; readonly message: string };
}

/** How a sheet is printed: as Excel.PageLayout has it. */
export interface StoredPageLayout {
  orientation: "Portrait" | "Landscape";
  /** Excel.PaperType, "A4" for one. */
  paperSize: string;
  centerHorizontally: boolean;
  centerVertically: boolean;
  /** Pages wide and high that the sheet is shrunk to; undefined: not shrunk in that direction. */
  fit: { readonly wide?: number; readonly high?: number } | undefined;
  /** In percent, when it does not fit to pages; 100 when left out. */
  scale?: number;
  /** "$4:$6" */
  titleRows: string | undefined;
  /** "$A:$B" */
  titleColumns?: string | undefined;
  printArea: string | undefined;
  /** What stands in the six corners of a page, by Excel's names such as "centerFooter". */
  headersFooters?: Readonly<Record<string, string>>;
  /** In points. */
  margins: Record<"top" | "bottom" | "left" | "right" | "header" | "footer", number>;
}

export type SheetVisibility = "Visible" | "Hidden" | "VeryHidden";

export interface StoredSheet {
  readonly id: string;
  name: string;
  visibility: SheetVisibility;
  isProtected: boolean;
  /** Left out: every option as Excel has it when none is given, and no password. */
  protection?: StoredProtection;
  /** row → column → cell. */
  readonly cells: Map<number, Map<number, StoredCell>>;
  /** Highest priority first. */
  readonly conditionalFormats: StoredConditionalFormat[];
  readonly notes: StoredNote[];
  comments?: StoredComment[];
  /** Merged areas; only the first cell of each has content. */
  readonly merges: CellRange[];
  readonly validations: StoredValidation[];
  /** Column or row → size in pixels at 96 to the inch, where it is not the usual one. */
  readonly columnWidths: Map<number, number>;
  readonly rowHeights: Map<number, number>;
  readonly hiddenColumns: Set<number>;
  readonly hiddenRows: Set<number>;
  /** How many rows at the top and columns at the left stay in sight. */
  frozenRows: number;
  frozenColumns: number;
  hasGridlines: boolean;
  /** Cells with a filter set in this session; one that a file brings stays in the file. */
  filter?: CellRange;
  /** Rows are hidden by a filter: Excel refuses to insert or delete there (FilteredRangeConflict of Excel.ErrorCodes). */
  hasFilteredRows?: boolean;
  /** InsertDeleteConflict of Excel.ErrorCodes: "The attempted insert or delete operation resulted in a conflict." */
  obstacles?: readonly StoredObstacle[];
  /** The code by which Excel refuses to hand over its cells, as it does with damaged ones. */
  refusesCells?: string;
  /** #RRGGBB */
  tabColor?: string;
  readonly pageLayout: StoredPageLayout;
  /**
   * Cells written since an engine has last taken them over, by place ("row,column"), each as it was before: undefined
   * where nothing was stored. Kept only where there is an engine.
   */
  written?: Map<string, StoredCell | undefined>;
  /** Stands for content that the store does not hold: the used range reaches at least this far. */
  statedRange?: CellRange;
}

/** XML that add-ins keep with the workbook, out of the user's sight. */
export interface StoredXmlPart {
  readonly id: string;
  xml: string;
}

/** A value that add-ins keep with the workbook: anything JSON has. */
export interface StoredSetting {
  readonly key: string;
  value: Json;
}

/** A name for a range, or for a formula: one of the two is there. */
export interface StoredName {
  readonly name: string;
  /** The sheet of the range; "" for a formula that belongs to none. */
  readonly sheet: string;
  readonly range?: CellRange;
  /** "=..." */
  readonly formula?: string;
  /** Kept out of Excel's list of names. */
  isHidden?: boolean;
  comment?: string;
  /** Id of the sheet on which alone the name is known; left out: the whole workbook. */
  readonly scope?: string;
}

/** A workbook in memory: plain data, changed in place by the host and by the page around it. */
export interface WorkbookStore {
  name: string;
  readonly sheets: StoredSheet[];
  readonly names: StoredName[];
  readonly customXml: StoredXmlPart[];
  settings?: readonly StoredSetting[];
  /** Id of the sheet that is shown. */
  activeSheet: string;
  /** What is selected on the active sheet. */
  selection: CellRange;
  /** Numbers the ids given out. */
  nextId: number;
  /** In what Excel is unkind. */
  quirks?: Quirks;
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
    customXml: [],
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
    merges: [],
    validations: [],
    columnWidths: new Map(),
    rowHeights: new Map(),
    hiddenColumns: new Set(),
    hiddenRows: new Set(),
    frozenRows: 0,
    frozenColumns: 0,
    hasGridlines: true,
    pageLayout: usualPageLayout(),
  };
  store.sheets.push(sheet);
  if (store.activeSheet === "") store.activeSheet = sheet.id;
  return sheet;
}

/** How a new sheet is printed where paper is A4; margins in points as Excel has them (0.75, 0.7 and 0.3 inches). */
function usualPageLayout(): StoredPageLayout {
  return {
    orientation: "Portrait",
    paperSize: "A4",
    centerHorizontally: false,
    centerVertically: false,
    fit: undefined,
    titleRows: undefined,
    printArea: undefined,
    margins: { top: 54, bottom: 54, left: 50.4, right: 50.4, header: 21.6, footer: 21.6 },
  };
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
  if (snapshot.settings) store.customXml.push({ id: newId(store), xml: writeSettingsXml(snapshot.settings) });
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

/** The cell at a place to be changed, made when there is none yet. */
export function cellToWrite(sheet: StoredSheet, row: number, column: number): StoredCell {
  noteWritten(sheet, row, column);
  const cells = sheet.cells.get(row) ?? new Map<number, StoredCell>();
  sheet.cells.set(row, cells);
  const cell = cells.get(column) ?? { numberFormat: "General" };
  cells.set(column, cell);
  return cell;
}

/**
 * Notes that the cell at a place is about to become another, so that an engine takes it over and knows what it was. To be
 * called before the change.
 */
export function noteWritten(sheet: StoredSheet, row: number, column: number): void {
  const { written } = sheet;
  const place = `${row},${column}`;
  if (!written || written.has(place)) return;
  const cell = storedCell(sheet, row, column);
  written.set(place, cell && { ...cell });
}

/**
 * The smallest rectangle around all cells with content, or with content or format when `valuesOnly` is false; undefined
 * for a blank sheet.
 * @param within looks at this part of the sheet alone
 */
export function usedRange(
  sheet: StoredSheet,
  valuesOnly: boolean,
  within?: CellRange,
): CellRange | undefined {
  let used = within ? undefined : sheet.statedRange;
  for (const [row, cells] of sheet.cells) {
    if (within && (row < within.firstRow || row > within.lastRow)) continue;
    for (const [column, cell] of cells) {
      if (within && (column < within.firstColumn || column > within.lastColumn)) continue;
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
