import type { CellRange } from "../../../src/workbook/address";
import { MAX_ROWS } from "../../../src/workbook/address";
import { recordCells } from "../changes";
import type { ChangeType } from "../engine";
import { invalidArgument, notImplemented } from "../hostError";
import type { Argument, HostObject, Method } from "../objectType";
import { hostObject } from "../objectType";
import type { StoredCell, StoredSheet } from "../store";
import { noteWritten } from "../store";
import { clearFormats, clearNotes, clearValidations } from "../structure/clearAreas";
import type { Shift } from "../../../src/workbook/formula/shift";
import { isWhole } from "../../../src/workbook/formula/shift";
import { shiftSheet } from "../structure/shiftSheet";
import { copyFrom } from "./copyRange";
import { rangeType } from "./range";
import { forgetIfPlain } from "./rangeContent";
import type { RangeTarget } from "./rangeTarget";
import { isInside, overlaps, requireUnlocked, requireUnprotected } from "./rangeTarget";

/** What changes the make-up of a sheet. Source: Excel JavaScript API reference, Excel.Range. */
export const rangeStructure: Readonly<Record<string, Method<RangeTarget>>> = {
  insert: { call: insert },
  delete: { call: remove },
  clear: { call: clear },
  merge: { since: "1.2", call: merge },
  unmerge: { since: "1.2", call: unmerge },
  copyFrom: { since: "1.9", call: copyFrom },
};

/** Gives the new cells; the range itself moves on, as its cells do. */
function insert(target: RangeTarget, [direction]: readonly Argument[]): HostObject {
  const { store, sheet, range } = target;
  if (direction !== "Down" && direction !== "Right") throw invalidArgument("Range.insert");
  shift(target, {
    sheet: sheet.name,
    kind: "insert",
    range,
    axis: direction === "Down" ? "rows" : "columns",
  });
  return hostObject(rangeType, { store, sheet, range: { ...range } });
}

function remove(target: RangeTarget, [direction]: readonly Argument[]): undefined {
  const { sheet, range } = target;
  if (direction !== "Up" && direction !== "Left") throw invalidArgument("Range.delete");
  shift(target, { sheet: sheet.name, kind: "delete", range, axis: direction === "Up" ? "rows" : "columns" });
  return undefined;
}

function shift({ store, sheet }: RangeTarget, by: Shift): void {
  const location = `Range.${by.kind}`;
  const [verb, line] = [by.kind === "insert" ? "Insert" : "Delete", by.axis === "rows" ? "Rows" : "Columns"];
  requireUnprotected(sheet, location, isWhole(by) ? `allow${verb}${line}` : undefined);
  const { range } = by;
  shiftSheet(store, sheet, by, location);
  const what = !isWhole(by) ? "Cell" : by.axis === "rows" ? "Row" : "Column";
  const change: ChangeType = `${what}${by.kind === "insert" ? "Inserted" : "Deleted"}`;
  recordCells(store, sheet, range, change);
}

/**
 * "Clears everything in the range", "all formatting", or "the contents" (Excel.ClearApplyTo). Formatting is also
 * conditional formats and merging; everything is also lists of allowed entries, notes and comments.
 */
function clear(target: RangeTarget, [applyTo]: readonly Argument[]): undefined {
  const location = "Range.clear";
  const what = applyTo ?? "All";
  if (what !== "All" && what !== "Contents" && what !== "Formats") {
    throw notImplemented(location, `of ${String(what)} is not known to this host`);
  }
  const { store, sheet, range } = target;
  if (what === "Contents") requireUnlocked(target, location);
  else requireUnprotected(sheet, location, what === "Formats" ? "allowFormatCells" : undefined);
  visit(sheet, range, (row, column, cell) => {
    noteWritten(sheet, row, column);
    if (what !== "Formats") {
      delete cell.value;
      delete cell.formula;
    }
    if (what !== "Contents") clearLook(cell);
    forgetIfPlain(sheet, row, column, cell);
  });
  if (what !== "Contents") {
    dropMerges(sheet, range);
    clearFormats(sheet, range);
  }
  if (what === "All") {
    clearValidations(sheet, range);
    clearNotes(sheet, range);
  }
  if (what !== "Formats") recordCells(store, sheet, range);
  return undefined;
}

function clearLook(cell: StoredCell): void {
  for (const key of Object.keys(cell) as (keyof StoredCell)[]) {
    if (key !== "value" && key !== "formula" && key !== "numberFormat") delete cell[key];
  }
  cell.numberFormat = "General";
}

/** Calls back for each stored cell of a range, however large it is. */
function visit(
  { cells }: StoredSheet,
  range: CellRange,
  see: (row: number, column: number, cell: StoredCell) => void,
): void {
  for (const [row, ofRow] of [...cells]) {
    if (row < range.firstRow || row > range.lastRow) continue;
    for (const [column, cell] of [...ofRow]) {
      if (column >= range.firstColumn && column <= range.lastColumn) see(row, column, cell);
    }
  }
}

/** Only the content of the first cell stays; merged areas that the range touches become part of it. */
function merge({ store, sheet, range }: RangeTarget, [across]: readonly Argument[]): undefined {
  const location = "Range.merge";
  requireUnprotected(sheet, location);
  const areas = across === true ? rowsOf(range, location) : [range];
  const isTorn = sheet.merges.some((old) =>
    areas.some((area) => overlaps(old, area) && !isInside(old, area) && !isInside(area, old)),
  );
  if (isTorn) throw notImplemented(location, "of areas that are partly merged is not known to this host");
  dropMerges(sheet, range);
  for (const area of areas) {
    if (area.firstRow === area.lastRow && area.firstColumn === area.lastColumn) continue;
    mergeArea(sheet, area);
  }
  recordCells(store, sheet, range);
  return undefined;
}

/** The first cell with content, row by row, gives its content to the area. */
function mergeArea(sheet: StoredSheet, area: CellRange): void {
  const filled: [row: number, column: number, cell: StoredCell][] = [];
  visit(sheet, area, (row, column, cell) => {
    if (cell.value !== undefined || cell.formula !== undefined) filled.push([row, column, cell]);
  });
  filled.sort(([row, column], [otherRow, otherColumn]) => row - otherRow || column - otherColumn);
  const [first] = filled;
  if (first && (first[0] !== area.firstRow || first[1] !== area.firstColumn)) {
    throw notImplemented("Range.merge", "of an area whose first cell is blank is not known to this host");
  }
  for (const [row, column, cell] of filled.slice(1)) {
    noteWritten(sheet, row, column);
    delete cell.value;
    delete cell.formula;
    forgetIfPlain(sheet, row, column, cell);
  }
  sheet.merges.push(area);
}

function rowsOf(range: CellRange, location: string): CellRange[] {
  if (range.firstRow === 0 && range.lastRow === MAX_ROWS - 1) {
    throw notImplemented(location, "of so many rows is not known to this host");
  }
  return Array.from({ length: range.lastRow - range.firstRow + 1 }, (_row, index) => ({
    ...range,
    firstRow: range.firstRow + index,
    lastRow: range.firstRow + index,
  }));
}

function unmerge({ sheet, range }: RangeTarget): undefined {
  requireUnprotected(sheet, "Range.unmerge");
  dropMerges(sheet, range);
  return undefined;
}

function dropMerges({ merges }: StoredSheet, range: CellRange): void {
  merges.splice(0, merges.length, ...merges.filter((area) => !overlaps(area, range)));
}
