import type { CellRange } from "../../src/workbook/address";
import type { StoredCell, StoredName, StoredSheet, StoredXmlPart, WorkbookStore } from "../host/store";
import { noteWritten } from "../host/store";
import { cellIdentity } from "./cellIdentity";
import { differingParts, isBesides, partsOf, restoreParts } from "./sheetParts";
import type { SheetParts } from "./sheetParts";

/** Where the user was. */
interface Place {
  readonly sheet: string;
  readonly selection: CellRange;
}

/** One side of a change: what the workbook had besides cells. */
interface Side {
  readonly at: Place;
  readonly order: readonly StoredSheet[];
  readonly parts: ReadonlyMap<string, SheetParts>;
  readonly names: string;
  readonly customXml: string;
}

/** A change of a store, with what it was before and what it has become. */
export interface StoreChange {
  readonly before: Side;
  readonly after: Side;
  /** Sheet → place ("row,column") → cell before and after. */
  readonly cells: ReadonlyMap<string, ReadonlyMap<string, readonly [Kept, Kept]>>;
  /** False where only marks, notes or what is kept out of sight have changed: that is no step of its own. */
  readonly isEdit: boolean;
  /** True where what add-ins keep with the workbook out of sight has changed. */
  readonly isKept: boolean;
}

type Kept = StoredCell | undefined;

/** Tells what has become another in a store since the last look, by the cells noted as written. */
export class StoreChanges {
  private last: Side;

  constructor(private readonly store: WorkbookStore) {
    this.last = sideOf(store);
  }

  /** Takes the store as it stands: what has changed was a step of the grid's own. */
  remember(): void {
    this.last = sideOf(this.store);
  }

  /** As `remember`, where the user has only gone somewhere. */
  rememberPlace(): void {
    this.last = { ...this.last, at: placeIn(this.store) };
  }

  /** What has changed since; undefined for nothing. */
  take(): StoreChange | undefined {
    const before = this.last;
    const after = sideOf(this.store);
    this.last = after;
    const cells = new Map(
      this.store.sheets.flatMap((sheet) => {
        const changed = changedCells(sheet);
        return changed.size > 0 ? [[sheet.id, changed] as const] : [];
      }),
    );
    const differing = [...after.parts].flatMap(([id, parts]) => {
      const known = before.parts.get(id);
      return known ? differingParts(known, parts) : [];
    });
    const isSameList =
      before.order.length === after.order.length && before.order.every((one, at) => one === after.order[at]);
    const isEdit = cells.size > 0 || !isSameList || before.names !== after.names || !isBesides(differing);
    const isKept = before.customXml !== after.customXml;
    return isEdit || isKept || differing.length > 0 ? { before, after, cells, isEdit, isKept } : undefined;
  }
}

/** Takes a change back (or does it once more): only what it has changed becomes what it was. Gives the cells touched. */
export function restore(
  store: WorkbookStore,
  { before, after, cells }: StoreChange,
  direction: "undo" | "redo",
): ReadonlyMap<string, CellRange> {
  const [from, to] = direction === "undo" ? [after, before] : [before, after];
  replace(store.sheets, to.order);
  for (const sheet of store.sheets) {
    const [has, had] = [from.parts.get(sheet.id), to.parts.get(sheet.id)];
    if (has && had) restoreParts(sheet, has, had);
  }
  const touched = new Map<string, CellRange>();
  for (const sheet of store.sheets) {
    const changed = cells.get(sheet.id);
    if (changed) touched.set(sheet.id, restoreCells(sheet, changed, direction === "undo" ? 0 : 1));
  }
  if (from.names !== to.names) replace(store.names, JSON.parse(to.names) as StoredName[]);
  // What is kept out of sight may have become another since, without a step: then it is not this change's any more.
  if (from.customXml !== to.customXml && JSON.stringify(store.customXml) === from.customXml) {
    replace(store.customXml, JSON.parse(to.customXml) as StoredXmlPart[]);
  }
  store.activeSheet = to.at.sheet;
  store.selection = to.at.selection;
  return touched;
}

function sideOf(store: WorkbookStore): Side {
  return {
    at: placeIn(store),
    order: [...store.sheets],
    parts: new Map(store.sheets.map((sheet) => [sheet.id, partsOf(sheet)])),
    names: JSON.stringify(store.names),
    customXml: JSON.stringify(store.customXml),
  };
}

function placeIn({ activeSheet, selection }: WorkbookStore): Place {
  return { sheet: activeSheet, selection };
}

/** Formulas that only came to another value are no change: they come to the earlier one by themselves. */
function changedCells(sheet: StoredSheet): ReadonlyMap<string, readonly [Kept, Kept]> {
  const changed = new Map<string, readonly [Kept, Kept]>();
  for (const [place, before] of sheet.written ?? []) {
    const [row = 0, column = 0] = place.split(",").map(Number);
    const now = sheet.cells.get(row)?.get(column);
    if (cellIdentity(before) !== cellIdentity(now)) changed.set(place, [before, now && { ...now }]);
  }
  return changed;
}

function restoreCells(
  sheet: StoredSheet,
  changed: ReadonlyMap<string, readonly [Kept, Kept]>,
  side: 0 | 1,
): CellRange {
  const area = { firstRow: Infinity, firstColumn: Infinity, lastRow: 0, lastColumn: 0 };
  for (const [place, sides] of changed) {
    const [row = 0, column = 0] = place.split(",").map(Number);
    noteWritten(sheet, row, column);
    putBack(sheet, row, column, sides[side]);
    area.firstRow = Math.min(area.firstRow, row);
    area.lastRow = Math.max(area.lastRow, row);
    area.firstColumn = Math.min(area.firstColumn, column);
    area.lastColumn = Math.max(area.lastColumn, column);
  }
  return area;
}

function putBack(sheet: StoredSheet, row: number, column: number, cell: Kept): void {
  const cells = sheet.cells.get(row) ?? new Map<number, StoredCell>();
  if (cell) sheet.cells.set(row, cells.set(column, { ...cell }));
  else cells.delete(column);
  if (cells.size === 0) sheet.cells.delete(row);
}

function replace<T>(list: T[], by: readonly T[]): void {
  list.splice(0, list.length, ...by);
}
