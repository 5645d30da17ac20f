import type { Injector, Univer } from "@univerjs/core";
import { ICommandService, IUniverInstanceService, UniverInstanceType } from "@univerjs/core";
import { DataValidationModel } from "@univerjs/data-validation";
import { FormulaDataModel } from "@univerjs/engine-formula";
import { ConditionalFormattingRuleModel } from "@univerjs/sheets-conditional-formatting";
import { SheetsNoteModel } from "@univerjs/sheets-note";
import { MAX_COLUMNS, MAX_ROWS } from "../../src/workbook/address";
import type { CellRange } from "../../src/workbook/address";
import type { ChangeType, UserChange, WorkbookEngine } from "../host/engine";
import type { StoredSheet, WorkbookStore } from "../host/store";
import { followGrid } from "../host/structure/shiftSheet";
import { CarryOver, runner } from "./carryOver";
import { joinUndo } from "./gridUndo";
import type { UniverParts } from "./readBack";
import { readCell, readLists, readSheet, readSheetList, readSizes } from "./readBack";
import { restore, StoreChanges } from "./storeChange";
import type { StoreChange } from "./storeChange";
import { fromRange, namedValidations, toWorkbookData, UNIT } from "./workbookData";

export interface UniverEngine extends WorkbookEngine {
  /** The injector of Univer, for what the page around needs of it. */
  readonly injector: Injector;
  /** While a group is open, all that add-ins change is one step of undo. */
  group(isOpen: boolean): void;
  /**
   * Calls back each time the workbook has become another, by whomever: cells, sheets, looks, what add-ins keep with it.
   * Marks do not count, nor what formulas come to.
   */
  onEdit(listener: () => void): void;
}

const CALCULATED = "formula.mutation.set-formula-calculation-notification";
const SET_CELLS = "sheet.mutation.set-range-values";

/** Mutations of the list of sheets. */
const SHEET_LIST = new Set([
  "sheet.mutation.insert-sheet",
  "sheet.mutation.remove-sheet",
  "sheet.mutation.set-worksheet-name",
  "sheet.mutation.set-worksheet-order",
  "sheet.mutation.set-worksheet-hidden",
]);

/** Mutations by which the grid makes rows as high as what stands in them. */
const AUTO_HEIGHTS = new Set([
  "sheet.mutation.set-worksheet-row-auto-height",
  "sheet.mutation.set-worksheet-row-is-auto-height",
]);

/** Mutations that move cells, with what Excel calls the change. */
const MOVES: Readonly<Record<string, ChangeType>> = {
  "sheet.mutation.insert-row": "RowInserted",
  "sheet.mutation.remove-rows": "RowDeleted",
  "sheet.mutation.insert-col": "ColumnInserted",
  "sheet.mutation.remove-col": "ColumnDeleted",
};

/** Longest wait for a calculation, in milliseconds: beyond it something is wrong, and the host says so. */
const LONGEST_CALCULATION = 60_000;

/**
 * Opens the workbook of a store in Univer and keeps both the same from then on.
 * @param univer with its plugins registered: formulas, sheets, number formats, conditional formats, validation, notes
 */
export function createUniverEngine(univer: Univer, store: WorkbookStore): UniverEngine {
  univer.createUnit(UniverInstanceType.UNIVER_SHEET, toWorkbookData(store));
  const injector = univer.__getInjector();
  const commands = injector.get(ICommandService);
  const workbook = injector.get(IUniverInstanceService).getUniverSheetInstance(UNIT);
  if (!workbook) throw new Error("Univer has not opened the workbook");
  const parts: UniverParts = {
    workbook,
    formulas: injector.get(FormulaDataModel),
    formats: injector.get(ConditionalFormattingRuleModel),
    notes: injector.get(SheetsNoteModel),
    validations: injector.get(DataValidationModel),
  };
  const carryOver = new CarryOver(store);
  const changes = new StoreChanges(store);
  const undo = joinUndo(injector, () => isCarrying, restoreAll);
  const run = runner(commands);
  const listeners = new Set<(change: UserChange) => void>();
  const editListeners = new Set<() => void>();
  const edited = () => editListeners.forEach((listener) => listener());
  const tell = (change: UserChange) => listeners.forEach((listener) => listener(change));
  let isCarrying = false;
  let calculations = 0;
  /** The calculation that follows what was last carried over. */
  let calculating: Promise<void> = Promise.resolve();
  const waiting = new Set<() => void>();
  /** Sheets carried over that Univer has yet to show, as it does of its own with each that comes, somewhat later. */
  const brought = new Set<string>();

  const sheetBy = (id: unknown) => store.sheets.find((sheet) => sheet.id === id);

  commands.onCommandExecuted((command, options) => {
    const { id } = command;
    const params = (command.params ?? {}) as MutationParams;
    if (id === CALCULATED && params.functionsExecutedState !== undefined) {
      calculations++;
      waiting.forEach((done) => done());
      return;
    }
    const isFromFormula = (options as { fromFormula?: boolean } | undefined)?.fromFormula === true;
    if (isCarrying && !isFromFormula) {
      if (id === "sheet.mutation.insert-sheet" && params.sheet) brought.add(params.sheet.id);
      return;
    }
    hear(id, params, isFromFormula);
  });

  function hear(id: string, params: MutationParams, isFromFormula: boolean): void {
    const sheet = sheetBy(params.subUnitId ?? params.sheetId);
    if (id === "sheet.operation.set-selections" && sheet && !isCarrying) return hearSelection(sheet, params);
    if (id === "sheet.operation.set-worksheet-active" && sheet) {
      if (brought.delete(sheet.id) && sheet.id !== store.activeSheet) return stay();
      const before = store.activeSheet;
      store.activeSheet = sheet.id;
      rememberPlace();
      if (before !== sheet.id) tell({ kind: "activated", sheet: sheet.id, before });
      return;
    } else if (SHEET_LIST.has(id)) readSheetList(parts, store);
    else if (id === SET_CELLS && params.cellValue && sheet) {
      // Nothing but cells, which are not compared.
      const changed = readCells(parts, sheet, params.cellValue);
      if (changed && isFromFormula) tell({ kind: "calculated", sheet: sheet.id });
      else if (changed) tell({ kind: "cells", sheet: sheet.id, range: changed, change: "RangeEdited" });
      if (!isFromFormula) edited();
      return;
    } else if (id.startsWith("data-validation.mutation.") && sheet) readLists(parts, sheet);
    else if (AUTO_HEIGHTS.has(id) && sheet) {
      // Comes with each drawing of a sheet and is nobody's edit.
      readSizes(parts, sheet);
      carryOver.remember();
      changes.remember();
      return;
    } else if (id.startsWith("sheet.mutation.") && sheet) {
      const change = MOVES[id];
      const range = params.range && fromRange(params.range);
      if (change && range) followMove(sheet, change, range);
      readSheet(parts, sheet);
      if (change && range) tell({ kind: "cells", sheet: sheet.id, range, change });
    } else return;
    carryOver.remember();
    changes.remember();
    edited();
  }

  /** Where an add-in brings sheets along, the one that is shown is the one it shows. */
  function stay(): void {
    isCarrying = true;
    try {
      run("sheet.operation.set-worksheet-active", { unitId: UNIT, subUnitId: store.activeSheet });
    } finally {
      isCarrying = false;
    }
  }

  function rememberPlace(): void {
    carryOver.rememberPlace();
    changes.rememberPlace();
  }

  /** Gives the grid what the store has become; the promise of the calculation that follows is kept. */
  function carry(): void {
    const since = calculations;
    isCarrying = true;
    try {
      if (carryOver.run(run)) calculating = calculated(since);
    } finally {
      isCarrying = false;
    }
  }

  function restoreAll(steps: readonly StoreChange[], direction: "undo" | "redo"): void {
    const touched = steps.map((step) => restore(store, step, direction));
    carry();
    // Whoever asks for values waits for it; a failure is theirs to hear of.
    calculating.catch(() => undefined);
    changes.remember();
    edited();
    for (const areas of touched) {
      for (const [sheet, range] of areas) tell({ kind: "cells", sheet, range, change: "RangeEdited" });
    }
  }

  /** Univer moves whole rows and columns only, whatever the range says of the other direction. */
  function followMove(sheet: StoredSheet, change: ChangeType, range: CellRange): void {
    const isRows = change.startsWith("Row");
    // From now on a list is known by the name that Univer has for it, wherever it stands.
    sheet.validations.splice(0, sheet.validations.length, ...namedValidations(sheet));
    followGrid(store, sheet, {
      sheet: sheet.name,
      kind: change.endsWith("Inserted") ? "insert" : "delete",
      axis: isRows ? "rows" : "columns",
      range: isRows
        ? { ...range, firstColumn: 0, lastColumn: MAX_COLUMNS - 1 }
        : { ...range, firstRow: 0, lastRow: MAX_ROWS - 1 },
    });
  }

  function hearSelection(sheet: StoredSheet, { selections }: MutationParams): void {
    const range = selections?.at(-1)?.range;
    if (!range || sheet.id !== store.activeSheet) return;
    store.selection = fromRange(range);
    rememberPlace();
    tell({ kind: "selection", sheet: sheet.id, range: store.selection });
  }

  /** Univer calculates on its own some time after cells have changed, and always says when it is done. */
  function calculated(since: number): Promise<void> {
    if (!hasFormulas(store)) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const late = setTimeout(
        () => reject(new Error("Univer does not finish calculating")),
        LONGEST_CALCULATION,
      );
      const done = () => {
        if (calculations === since) return;
        clearTimeout(late);
        waiting.delete(done);
        resolve();
      };
      waiting.add(done);
      done();
    });
  }

  return {
    injector,
    get isBehind() {
      return carryOver.hasCells;
    },
    settle: async (isMidway = false) => {
      const change = changes.take();
      carry();
      undo.push(change, isMidway);
      if (change?.isEdit || change?.isKept) edited();
      const ended = calculating;
      calculating = Promise.resolve();
      await ended;
    },
    group: undo.group,
    onEdit: (listener) => void editListeners.add(listener),
    onUserChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** What is looked at of the parameters of Univer's mutations and operations. */
interface MutationParams {
  readonly subUnitId?: string;
  readonly sheetId?: string;
  readonly sheet?: { readonly id: string };
  readonly cellValue?: Readonly<Record<string, Readonly<Record<string, unknown>> | null>> | null;
  readonly range?: Parameters<typeof fromRange>[0];
  readonly selections?: readonly { readonly range: Parameters<typeof fromRange>[0] }[];
  readonly functionsExecutedState?: unknown;
}

/** Copies the cells of a mutation; gives the rectangle around those whose content became another. */
function readCells(
  parts: UniverParts,
  sheet: StoredSheet,
  cells: NonNullable<MutationParams["cellValue"]>,
): CellRange | undefined {
  let changed: CellRange | undefined;
  for (const [rowKey, columns] of Object.entries(cells)) {
    for (const columnKey of Object.keys(columns ?? {})) {
      const [row, column] = [Number(rowKey), Number(columnKey)];
      if (!readCell(parts, sheet, row, column)) continue;
      changed = {
        firstRow: Math.min(changed?.firstRow ?? row, row),
        lastRow: Math.max(changed?.lastRow ?? row, row),
        firstColumn: Math.min(changed?.firstColumn ?? column, column),
        lastColumn: Math.max(changed?.lastColumn ?? column, column),
      };
    }
  }
  return changed;
}

function hasFormulas({ sheets }: WorkbookStore): boolean {
  return sheets.some(({ cells }) =>
    [...cells.values()].some((row) => [...row.values()].some(({ formula }) => formula !== undefined)),
  );
}
