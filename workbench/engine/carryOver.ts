import type { ICellData, ICommandService } from "@univerjs/core";
import type { CellRange } from "../../src/workbook/address";
import type { StoredSheet, WorkbookStore } from "../host/store";
import { storedCell } from "../host/store";
import { toCellData } from "./cellData";
import type { DefinedName } from "./workbookData";
import {
  formatRules,
  noteId,
  toFreeze,
  toNames,
  toNote,
  toRange,
  toSheetData,
  toValidation,
  UNIT,
  USUAL_COLUMN_WIDTH,
  USUAL_ROW_HEIGHT,
} from "./workbookData";

/** Runs one command of Univer at once. */
export type Run = (command: string, params: object) => void;

/** A part of a sheet that is carried over whole when it has changed. Names of commands are Univer's. */
interface Aspect<T> {
  /** True for what a new sheet does not bring along in Univer: it is carried over from nothing. */
  readonly isApart?: boolean;
  of(sheet: StoredSheet): T;
  carry(run: Run, sheet: StoredSheet, before: T, now: T): void;
}

function aspect<T>(one: Aspect<T>): Aspect<unknown> {
  return one;
}

const at = (sheet: StoredSheet) => ({ unitId: UNIT, subUnitId: sheet.id });

/** What of a list is not in another, compared by content. */
function missing<T>(from: readonly T[], among: readonly T[]): T[] {
  const known = new Set(among.map((one) => JSON.stringify(one)));
  return from.filter((one) => !known.has(JSON.stringify(one)));
}

/** Every aspect of a sheet but its cells. A value must survive JSON: what was carried over last is kept so. */
const ASPECTS: readonly Aspect<unknown>[] = [
  aspect<string>({
    of: ({ name }) => name,
    carry: (run, sheet, _before, name) => run("sheet.command.set-worksheet-name", { ...at(sheet), name }),
  }),
  aspect<boolean>({
    of: ({ visibility }) => visibility === "Visible",
    carry: (run, sheet, _before, isVisible) =>
      run(`sheet.command.set-worksheet-${isVisible ? "show" : "hidden"}`, at(sheet)),
  }),
  aspect<readonly CellRange[]>({
    of: ({ merges }) => merges,
    carry: (run, sheet, before, now) => {
      const gone = missing(before, now).map(toRange);
      const made = missing(now, before).map(toRange);
      if (gone.length > 0) run("sheet.mutation.remove-worksheet-merge", { ...at(sheet), ranges: gone });
      if (made.length > 0) run("sheet.mutation.add-worksheet-merge", { ...at(sheet), ranges: made });
    },
  }),
  aspect<readonly (readonly [number, number])[]>({
    of: ({ columnWidths }) => [...columnWidths],
    carry: (run, sheet, before, now) => {
      const widths = [...missing(before, now).map(([column]) => [column, USUAL_COLUMN_WIDTH] as const)];
      for (const [column, width] of [...widths, ...missing(now, before)]) {
        const ranges = [wholeColumn(column)];
        run("sheet.command.set-worksheet-col-width", { ...at(sheet), ranges, value: width });
      }
    },
  }),
  aspect<readonly (readonly [number, number])[]>({
    of: ({ rowHeights }) => [...rowHeights],
    carry: (run, sheet, before, now) => {
      const heights = [...missing(before, now).map(([row]) => [row, USUAL_ROW_HEIGHT] as const)];
      for (const [row, height] of [...heights, ...missing(now, before)]) {
        const ranges = [wholeRow(row)];
        run("sheet.command.set-row-height", { ...at(sheet), ranges, value: height });
      }
    },
  }),
  aspect<readonly number[]>({
    of: ({ hiddenColumns }) => [...hiddenColumns],
    carry: (run, sheet, before, now) => {
      const hide = missing(now, before).map(wholeColumn);
      const show = missing(before, now).map(wholeColumn);
      if (hide.length > 0) run("sheet.mutation.set-col-hidden", { ...at(sheet), ranges: hide });
      if (show.length > 0) run("sheet.mutation.set-col-visible", { ...at(sheet), ranges: show });
    },
  }),
  aspect<readonly number[]>({
    of: ({ hiddenRows }) => [...hiddenRows],
    carry: (run, sheet, before, now) => {
      const hide = missing(now, before).map(wholeRow);
      const show = missing(before, now).map(wholeRow);
      if (hide.length > 0) run("sheet.mutation.set-row-hidden", { ...at(sheet), ranges: hide });
      if (show.length > 0) run("sheet.mutation.set-row-visible", { ...at(sheet), ranges: show });
    },
  }),
  aspect({
    of: toFreeze,
    carry: (run, sheet, _before, freeze) => run("sheet.mutation.set-frozen", { ...at(sheet), ...freeze }),
  }),
  aspect<boolean>({
    of: ({ hasGridlines }) => hasGridlines,
    carry: (run, sheet, _before, shown) =>
      run("sheet.mutation.toggle-gridlines", { ...at(sheet), showGridlines: shown ? 1 : 0 }),
  }),
  aspect<string>({
    of: ({ tabColor }) => tabColor ?? "",
    carry: (run, sheet, _before, color) => run("sheet.mutation.set-tab-color", { ...at(sheet), color }),
  }),
  aspect({
    isApart: true,
    of: formatRules,
    carry: (run, sheet, before, now) => {
      for (const { cfId } of before) {
        if (!now.some((one) => one.cfId === cfId)) {
          run("sheet.mutation.delete-conditional-rule", { ...at(sheet), cfId });
        }
      }
      // Univer puts a new one on top of all, so the lowest comes first.
      for (const rule of missing(now, before).reverse()) {
        const isKnown = before.some(({ cfId }) => cfId === rule.cfId);
        if (isKnown) run("sheet.mutation.set-conditional-rule", { ...at(sheet), cfId: rule.cfId, rule });
        else run("sheet.mutation.add-conditional-rule", { ...at(sheet), rule });
      }
    },
  }),
  aspect<StoredSheet["notes"]>({
    isApart: true,
    of: ({ notes }) => notes,
    carry: (run, sheet, before, now) => {
      const where = { unitId: UNIT, sheetId: sheet.id, silent: true };
      for (const note of before) {
        if (now.some((one) => noteId(one) === noteId(note))) continue;
        run("sheet.mutation.remove-note", { ...where, row: note.row, col: note.column });
      }
      for (const note of missing(now, before)) {
        run("sheet.mutation.update-note", { ...where, row: note.row, col: note.column, note: toNote(note) });
      }
    },
  }),
  aspect({
    isApart: true,
    of: ({ validations }) => validations.map(toValidation),
    carry: (run, sheet, before, now) => {
      for (const { uid } of missing(before, now)) {
        run("data-validation.mutation.removeRule", { ...at(sheet), ruleId: uid });
      }
      for (const rule of missing(now, before)) {
        run("data-validation.mutation.addRule", { ...at(sheet), rule });
      }
    },
  }),
];

function wholeColumn(column: number) {
  return { startRow: 0, endRow: 0, startColumn: column, endColumn: column, rangeType: 2 };
}

function wholeRow(row: number) {
  return { startRow: row, endRow: row, startColumn: 0, endColumn: 0, rangeType: 1 };
}

/** What of a store an engine has taken over, so that only changes are carried. */
export class CarryOver {
  private sheets = new Map<string, readonly string[]>();
  private names: readonly DefinedName[] = [];
  private shown = "";

  constructor(private readonly store: WorkbookStore) {
    this.remember();
    for (const sheet of store.sheets) sheet.written = new Map();
  }

  /** Takes the store as it stands for carried over: after the engine has been read, say. */
  remember(): void {
    this.sheets = new Map(
      this.store.sheets.map((sheet) => [sheet.id, ASPECTS.map((one) => text(one, sheet))]),
    );
    this.names = toNames(this.store);
    this.rememberPlace();
  }

  /** As `remember`, where the user has only gone somewhere. */
  rememberPlace(): void {
    this.shown = this.selectionText();
  }

  /** True when cells were written that have not been carried over. */
  get hasCells(): boolean {
    return this.store.sheets.some(({ written }) => written === undefined || written.size > 0);
  }

  /** Carries all changes over; gives whether cells were among them. */
  run(run: Run): boolean {
    let hasCells = this.carrySheets(run);
    // Before the cells, whose formulas may speak of them.
    this.carryNames(run);
    for (const sheet of this.store.sheets) {
      const before = this.sheets.get(sheet.id) ?? [];
      ASPECTS.forEach((one, index) => {
        const last = before[index] ?? "";
        if (text(one, sheet) !== last) one.carry(run, sheet, JSON.parse(last), one.of(sheet));
      });
      hasCells = carryCells(run, sheet) || hasCells;
    }
    if (this.selectionText() !== this.shown) this.carrySelection(run);
    this.remember();
    return hasCells;
  }

  /** New sheets go over whole. True when there was one. */
  private carrySheets(run: Run): boolean {
    const { sheets } = this.store;
    const order = [...this.sheets.keys()].filter((id) => sheets.some((sheet) => sheet.id === id));
    const made = sheets.filter(({ id }) => !this.sheets.has(id));
    for (const sheet of made) {
      run("sheet.command.insert-sheet", {
        unitId: UNIT,
        index: sheets.indexOf(sheet),
        sheet: toSheetData(sheet),
      });
      // What it brings is not carried again: each single change makes Univer calculate once more.
      this.sheets.set(
        sheet.id,
        ASPECTS.map((one) => (one.isApart ? "[]" : text(one, sheet))),
      );
      sheet.written = new Map();
    }
    const gone = [...this.sheets.keys()].filter((id) => !sheets.some((sheet) => sheet.id === id));
    // Where the sheet goes that it shows, Univer shows one of its own choice, somewhat later.
    if (gone.length > 0)
      run("sheet.operation.set-worksheet-active", { unitId: UNIT, subUnitId: this.store.activeSheet });
    for (const id of gone) run("sheet.command.remove-sheet", { unitId: UNIT, subUnitId: id });
    for (const sheet of made) order.splice(sheets.indexOf(sheet), 0, sheet.id);
    sheets.forEach(({ id }, toOrder) => {
      const fromOrder = order.indexOf(id);
      if (fromOrder === toOrder) return;
      run("sheet.mutation.set-worksheet-order", { unitId: UNIT, subUnitId: id, fromOrder, toOrder });
      order.splice(toOrder, 0, ...order.splice(fromOrder, 1));
    });
    return made.length > 0;
  }

  private carryNames(run: Run): void {
    const now = toNames(this.store);
    // Univer's formula bar knows names by what they are called, and fails where that is not said.
    for (const gone of this.names) {
      if (!now.some(({ id }) => id === gone.id))
        run("formula.mutation.remove-defined-name", { unitId: UNIT, ...gone });
    }
    for (const name of missing(now, this.names)) {
      run("formula.mutation.set-defined-name", { unitId: UNIT, ...name });
    }
  }

  private carrySelection(run: Run): void {
    const { activeSheet, selection } = this.store;
    const where = { unitId: UNIT, subUnitId: activeSheet };
    run("sheet.operation.set-worksheet-active", where);
    const range = toRange(selection);
    const primary = {
      actualRow: selection.firstRow,
      actualColumn: selection.firstColumn,
      startRow: selection.firstRow,
      endRow: selection.firstRow,
      startColumn: selection.firstColumn,
      endColumn: selection.firstColumn,
      isMerged: false,
      isMergedMainCell: false,
    };
    run("sheet.operation.set-selections", { ...where, selections: [{ range, primary, style: null }] });
    run(SCROLL, { range });
  }

  private selectionText(): string {
    return JSON.stringify([this.store.activeSheet, this.store.selection]);
  }
}

function text(one: Aspect<unknown>, sheet: StoredSheet): string {
  return JSON.stringify(one.of(sheet));
}

function carryCells(run: Run, sheet: StoredSheet): boolean {
  const written = sheet.written ?? new Map<string, unknown>();
  sheet.written = new Map();
  if (written.size === 0) return false;
  const value: Record<number, Record<number, ICellData>> = {};
  for (const place of written.keys()) {
    const [row = 0, column = 0] = place.split(",").map(Number);
    (value[row] ??= {})[column] = toCellData(storedCell(sheet, row, column));
  }
  run("sheet.mutation.set-range-values", { ...at(sheet), cellValue: value });
  return true;
}

const SCROLL = "sheet.command.scroll-to-cell";
/** Milliseconds in which the grid has drawn a sheet that was just activated: before that it cannot scroll in it. */
const DRAWN = 50;

/** Only the grid can scroll: a workbook without one has no such command. */
function scroll(commands: ICommandService, params: object): void {
  const now = () => commands.hasCommand(SCROLL) && commands.syncExecuteCommand(SCROLL, params);
  if (commands.hasCommand(SCROLL) && !now()) setTimeout(now, DRAWN);
}

/** A runner that refuses to go on when Univer does not know the command or will not do it. */
export function runner(commands: ICommandService): Run {
  return (command, params) => {
    if (command === SCROLL) return scroll(commands, params);
    if (!commands.syncExecuteCommand(command, params)) throw new Error(`Univer refuses ${command}`);
  };
}
