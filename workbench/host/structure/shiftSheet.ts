import type { CellRange } from "../../../src/workbook/address";
import { MAX_COLUMNS, MAX_ROWS, parseRange } from "../../../src/workbook/address";
import { HostError, notImplemented } from "../hostError";
import { liveRangesOn } from "../liveRanges";
import type { StoredCell, StoredConditionalFormat, StoredSheet, WorkbookStore } from "../store";
import { noteWritten, storedCell, usedRange } from "../store";
import { changeFormulas, changeOtherFormulas } from "./formulas";
import { absoluteAddress } from "../../../src/workbook/formula/references";
import type { Shift } from "../../../src/workbook/formula/shift";
import {
  isInStrip,
  isWhole,
  moveFormula,
  shiftArea,
  shiftFormula,
  shiftRange,
} from "../../../src/workbook/formula/shift";

/**
 * Inserts or deletes cells and lets everything of the workbook follow: cells, formulas, merged areas, conditional
 * formats, notes, validations, names, print settings, sizes of rows and columns, ranges the client holds. New cells look
 * as their neighbours above, or to the left. Source: Microsoft, "Insert or delete rows and columns"; office-js-docs,
 * docs/excel/excel-add-ins-ranges-insert.md ("Formulas with cell references automatically adjust").
 * Throws NotImplemented for what would tear merged areas apart or push content off the sheet.
 */
export function shiftSheet(store: WorkbookStore, sheet: StoredSheet, shift: Shift, location: string): void {
  requireClear(sheet, shift, location);
  requireWholeMerges(sheet, shift, location);
  requireRoom(sheet, shift, location);
  replace(sheet.conditionalFormats, shiftFormats(sheet, shift));
  if (store.quirks?.extendsRules) extendRules(sheet, shift);
  changeFormulas(store, (formula, on) => shiftFormula(formula, on, shift));
  moveCells(sheet, shift);
  if (shift.kind === "insert") copyLooks(sheet, shift);
  const merges = sheet.merges.map((range) => shiftRange(range, shift));
  replace(sheet.merges, merges.filter((range) => range !== undefined && !isCell(range)) as CellRange[]);
  replace(sheet.notes, shiftPoints(sheet.notes, shift));
  if (isWhole(shift)) shiftSizes(sheet, shift);
  shiftBesides(store, sheet, shift);
  growLists(sheet, shift);
}

/** New rows take the lists of allowed entries of the row above them, as they take its look. */
function growLists({ validations }: StoredSheet, shift: Shift): void {
  const { kind, axis, range: fresh } = shift;
  if (kind !== "insert" || axis !== "rows" || !isWhole(shift)) return;
  validations.forEach((one, index) => {
    const isAbove = one.range.lastRow === fresh.firstRow - 1;
    if (isAbove) validations[index] = { ...one, range: { ...one.range, lastRow: fresh.lastRow } };
  });
}

/**
 * Lets what a grid does not know of follow once it has moved its own cells: locks and links of cells, conditional formats
 * it cannot show, lists of allowed entries, comments, names, print settings, ranges the client holds. The grid is read
 * after it, for the rest.
 */
export function followGrid(store: WorkbookStore, sheet: StoredSheet, shift: Shift): void {
  const { written } = sheet;
  // Nothing of this is to be carried over to the grid again.
  delete sheet.written;
  replace(sheet.conditionalFormats, shiftFormats(sheet, shift));
  changeOtherFormulas(store, (formula, on) => shiftFormula(formula, on, shift));
  moveCells(sheet, shift);
  if (shift.kind === "insert") copyLooks(sheet, shift);
  if (written) sheet.written = written;
  shiftBesides(store, sheet, shift);
}

function shiftBesides(store: WorkbookStore, sheet: StoredSheet, shift: Shift): void {
  replace(
    sheet.validations,
    sheet.validations.flatMap((one) => shiftArea(one.range, shift).map((range) => ({ ...one, range }))),
  );
  if (sheet.comments) replace(sheet.comments, shiftPoints(sheet.comments, shift));
  shiftPrinting(sheet, shift);
  shiftNames(store, sheet, shift);
  for (const held of liveRangesOn(store, sheet)) {
    const range = shiftRange(held.range, shift);
    if (range) held.range = range;
    else held.isGone = true;
  }
}

function isCell({ firstRow, lastRow, firstColumn, lastColumn }: CellRange): boolean {
  return firstRow === lastRow && firstColumn === lastColumn;
}

/** What moves: the strip from the first cell that comes or goes to the end of the sheet. */
function movingPart({ range, axis }: Shift): CellRange {
  return axis === "rows" ? { ...range, lastRow: MAX_ROWS - 1 } : { ...range, lastColumn: MAX_COLUMNS - 1 };
}

function requireWholeMerges(sheet: StoredSheet, shift: Shift, location: string): void {
  const moving = movingPart(shift);
  const first = shift.axis === "rows" ? "firstRow" : "firstColumn";
  const last = shift.axis === "rows" ? "lastRow" : "lastColumn";
  for (const merge of sheet.merges) {
    if (!overlap(merge, moving)) continue;
    if (!isInStrip(merge, shift)) throw notImplemented(location, "would tear a merged area apart");
    const losesFirst = merge[first] >= shift.range[first] && merge[first] <= shift.range[last];
    if (shift.kind === "delete" && losesFirst && merge[last] > shift.range[last]) {
      throw notImplemented(location, "of the first cells of a merged area is not known to this host");
    }
  }
}

/** Refuses what would cut through something that Excel keeps whole, or filtered rows. */
function requireClear(sheet: StoredSheet, { range, axis, kind }: Shift, location: string): void {
  if (sheet.hasFilteredRows)
    throw new HostError(
      "FilteredRangeConflict",
      "The attempted operation causes a conflict with a filtered range.",
      location,
    );
  const isCut = (sheet.obstacles ?? []).some(({ range: one }) => {
    const [first, last] = axis === "rows" ? [one.firstRow, one.lastRow] : [one.firstColumn, one.lastColumn];
    const at = axis === "rows" ? range.firstRow : range.firstColumn;
    return at > first && at <= last;
  });
  if (isCut)
    throw new HostError(
      "InsertDeleteConflict",
      `The attempted ${kind} operation resulted in a conflict.`,
      location,
    );
}

function overlap(a: CellRange, b: CellRange): boolean {
  return (
    a.firstRow <= b.lastRow &&
    b.firstRow <= a.lastRow &&
    a.firstColumn <= b.lastColumn &&
    b.firstColumn <= a.lastColumn
  );
}

/** Excel does not insert when that would push content off the end of the sheet. */
function requireRoom(sheet: StoredSheet, shift: Shift, location: string): void {
  if (shift.kind === "delete") return;
  const used = usedRange(sheet, true);
  if (!used || !overlap(used, movingPart(shift))) return;
  const { range, axis } = shift;
  const isOff =
    axis === "rows"
      ? used.lastRow + range.lastRow - range.firstRow + 1 >= MAX_ROWS
      : used.lastColumn + range.lastColumn - range.firstColumn + 1 >= MAX_COLUMNS;
  if (isOff) throw notImplemented(location, "would push cells off the sheet");
}

function moveCells(sheet: StoredSheet, shift: Shift): void {
  const moving = movingPart(shift);
  const moved: [row: number, column: number, cell: StoredCell][] = [];
  for (const [row, cells] of sheet.cells) {
    if (row < moving.firstRow || row > moving.lastRow) continue;
    for (const [column, cell] of cells) {
      if (column < moving.firstColumn || column > moving.lastColumn) continue;
      noteWritten(sheet, row, column);
      cells.delete(column);
      const place = shiftPoint(row, column, shift);
      if (place && place[0] < MAX_ROWS && place[1] < MAX_COLUMNS) moved.push([...place, cell]);
    }
    if (cells.size === 0) sheet.cells.delete(row);
  }
  for (const [row, column, cell] of moved) putCell(sheet, row, column, cell);
}

function putCell(sheet: StoredSheet, row: number, column: number, cell: StoredCell): void {
  noteWritten(sheet, row, column);
  const cells = sheet.cells.get(row) ?? new Map<number, StoredCell>();
  sheet.cells.set(row, cells.set(column, cell));
}

function shiftPoint(row: number, column: number, shift: Shift): [row: number, column: number] | undefined {
  const range = { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column };
  const moved = shiftRange(range, shift);
  return moved && [moved.firstRow, moved.firstColumn];
}

function shiftPoints<T extends { readonly row: number; readonly column: number }>(
  points: readonly T[],
  shift: Shift,
): T[] {
  return points.flatMap((point) => {
    const place = shiftPoint(point.row, point.column, shift);
    return place ? [{ ...point, row: place[0], column: place[1] }] : [];
  });
}

/** New cells take over the look, not the content, of the cells before them. */
function copyLooks(sheet: StoredSheet, { range, axis }: Shift): void {
  const before = axis === "rows" ? range.firstRow - 1 : range.firstColumn - 1;
  if (before < 0) return;
  const copy = (cell: StoredCell | undefined, row: number, column: number) => {
    if (!cell) return;
    const look = { ...cell };
    delete look.value;
    delete look.formula;
    delete look.dataType;
    delete look.hyperlink;
    putCell(sheet, row, column, look);
  };
  if (axis === "rows") {
    for (const [column, cell] of sheet.cells.get(before) ?? []) {
      if (column < range.firstColumn || column > range.lastColumn) continue;
      for (let row = range.firstRow; row <= range.lastRow; row++) copy(cell, row, column);
    }
  } else {
    for (const row of [...sheet.cells.keys()].filter((at) => at >= range.firstRow && at <= range.lastRow)) {
      const cell = storedCell(sheet, row, before);
      for (let column = range.firstColumn; column <= range.lastColumn; column++) copy(cell, row, column);
    }
  }
}

/** A format's formula is read from its first cell; when that goes, from the first that stays. */
function shiftFormats(sheet: StoredSheet, shift: Shift): StoredConditionalFormat[] {
  return sheet.conditionalFormats.flatMap((format) => {
    const areas = [format.range, ...(format.moreRanges ?? [])];
    const [range, ...moreRanges] = areas.flatMap((area) => shiftArea(area, shift));
    // Where the first area goes as a whole, the next is the one that the formula is read from.
    const first = areas.find((area) => shiftArea(area, shift).length > 0);
    if (!range || !first) return [];
    const [down, right] = stepToFirstLeft(first, shift);
    const rows = first.firstRow - format.range.firstRow + down;
    const columns = first.firstColumn - format.range.firstColumn + right;
    const formula = format.formula === "" ? "" : moveFormula(format.formula, rows, columns);
    const moved = { ...format, range, formula };
    delete (moved as { moreRanges?: unknown }).moreRanges;
    return [moreRanges.length > 0 ? { ...moved, moreRanges } : moved];
  });
}

/** Rules that end right above new rows reach over them as well. */
function extendRules({ conditionalFormats }: StoredSheet, { kind, axis, range }: Shift): void {
  if (kind !== "insert" || axis !== "rows") return;
  conditionalFormats.forEach((format, index) => {
    if (format.range.lastRow === range.firstRow - 1)
      conditionalFormats[index] = { ...format, range: { ...format.range, lastRow: range.lastRow } };
  });
}

function stepToFirstLeft(range: CellRange, shift: Shift): readonly [rows: number, columns: number] {
  if (shift.kind === "insert" || !isInStrip(range, shift)) return [0, 0];
  const step = (first: "firstRow" | "firstColumn", last: "lastRow" | "lastColumn") =>
    range[first] >= shift.range[first] && range[first] <= shift.range[last] && range[last] > shift.range[last]
      ? shift.range[last] + 1 - range[first]
      : 0;
  return shift.axis === "rows" ? [step("firstRow", "lastRow"), 0] : [0, step("firstColumn", "lastColumn")];
}

/** Sizes and hiding go with their rows or columns; new ones are as the one before. */
function shiftSizes(sheet: StoredSheet, shift: Shift): void {
  const [sizes, hidden] =
    shift.axis === "rows" ? [sheet.rowHeights, sheet.hiddenRows] : [sheet.columnWidths, sheet.hiddenColumns];
  const first = shift.axis === "rows" ? shift.range.firstRow : shift.range.firstColumn;
  const last = shift.axis === "rows" ? shift.range.lastRow : shift.range.lastColumn;
  const count = last - first + 1;
  const place = (at: number) =>
    at < first ? at : shift.kind === "insert" ? at + count : at <= last ? undefined : at - count;
  const before = sizes.get(first - 1);
  const newSizes = [...sizes].flatMap(([at, size]) => {
    const to = place(at);
    return to === undefined ? [] : [[to, size] as const];
  });
  const newHidden = [...hidden].map(place);
  sizes.clear();
  for (const [at, size] of newSizes) sizes.set(at, size);
  if (shift.kind === "insert" && before !== undefined) {
    for (let at = first; at <= last; at++) sizes.set(at, before);
  }
  hidden.clear();
  for (const at of newHidden) if (at !== undefined) hidden.add(at);
}

function shiftPrinting({ pageLayout }: StoredSheet, shift: Shift): void {
  if (pageLayout.printArea !== undefined) {
    const areas = pageLayout.printArea.split(",").flatMap((text) => {
      const range = parseRange(text);
      const moved = range && shiftRange(range, shift);
      return moved ? [absoluteAddress(moved)] : [];
    });
    pageLayout.printArea = areas.length > 0 ? areas.join(",") : undefined;
  }
  for (const titles of ["titleRows", "titleColumns"] as const) {
    const text = pageLayout[titles];
    if (text === undefined) continue;
    const moved = shiftFormula(`=${text}`, shift.sheet, shift).slice(1);
    pageLayout[titles] = moved === "#REF!" ? undefined : moved;
  }
}

function shiftNames(store: WorkbookStore, sheet: StoredSheet, shift: Shift): void {
  store.names.forEach((name, index) => {
    if (!name.range || name.sheet !== sheet.name) return;
    const range = shiftRange(name.range, shift);
    if (range === name.range) return;
    const rest = { ...name };
    delete rest.range;
    store.names[index] = range ? { ...name, range } : { ...rest, formula: "=#REF!" };
  });
}

function replace<T>(list: T[], by: readonly T[]): void {
  list.splice(0, list.length, ...by);
}
