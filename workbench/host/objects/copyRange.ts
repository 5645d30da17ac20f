import type { CellRange } from "../../../src/workbook/address";
import { recordCells } from "../changes";
import { invalidArgument, notImplemented } from "../hostError";
import type { Argument } from "../objectType";
import { isHostObject } from "../objectType";
import type { StoredCell } from "../store";
import { cellToWrite, findSheet, newId, storedCell } from "../store";
import { clearFormats } from "../structure/clearAreas";
import { moveFormula } from "../../../src/workbook/formula/shift";
import { forgetIfPlain } from "./rangeContent";
import type { RangeTarget } from "./rangeTarget";
import { columnCount, isInside, overlaps, rangeAt, requireUnprotected, rowCount } from "./rangeTarget";

/** What of a cell is copied, by Excel.RangeCopyType. */
const COPIED = {
  All: { content: "formula", look: true },
  Formulas: { content: "formula", look: false },
  Values: { content: "value", look: false },
  Formats: { content: undefined, look: true },
} as const;

/**
 * Range.copyFrom (ExcelApi 1.9): formulas move along, a larger destination repeats the source when it is a multiple of
 * it, a smaller one is grown to it. Formats alone take conditional formats and merged areas along; with contents these and
 * lists of the source are not known here, nor are transposing and leaving out blanks.
 */
export function copyFrom(target: RangeTarget, args: readonly Argument[]): undefined {
  const location = "Range.copyFrom";
  const [from, type, skipBlanks, transpose] = args;
  const copied = COPIED[(type ?? "All") as keyof typeof COPIED];
  if (!copied || skipBlanks === true || transpose === true) {
    throw notImplemented(location, "with these options is not known to this host");
  }
  const source = sourceOf(target, from, location);
  const rows = rowCount(source);
  const columns = columnCount(source);
  const isMultiple = rowCount(target) % rows === 0 && columnCount(target) % columns === 0;
  const { firstRow, firstColumn } = target.range;
  const range = isMultiple
    ? target.range
    : { firstRow, firstColumn, lastRow: firstRow + rows - 1, lastColumn: firstColumn + columns - 1 };
  requireUnprotected(target.sheet, location);
  requirePlain(source, location, copied === COPIED.Formats);
  if (target.sheet.merges.some((merge) => overlaps(merge, range))) {
    throw notImplemented(location, "into merged areas is not known to this host");
  }
  const taken = Array.from({ length: rows }, (_row, row) =>
    Array.from({ length: columns }, (_column, column) => {
      const cell = storedCell(source.sheet, source.range.firstRow + row, source.range.firstColumn + column);
      return cell && { ...cell };
    }),
  );
  for (let row = range.firstRow; row <= range.lastRow; row++) {
    for (let column = range.firstColumn; column <= range.lastColumn; column++) {
      // Of whole rows nearly all cells are blank here and there.
      const isBlank = !taken[(row - range.firstRow) % rows]?.[(column - range.firstColumn) % columns];
      if (isBlank && !storedCell(target.sheet, row, column)) continue;
      const [atRow, atColumn] = [(row - range.firstRow) % rows, (column - range.firstColumn) % columns];
      const steps = [
        row - source.range.firstRow - atRow,
        column - source.range.firstColumn - atColumn,
      ] as const;
      const cell = cellToWrite(target.sheet, row, column);
      put(cell, taken[atRow]?.[atColumn], copied, steps);
      forgetIfPlain(target.sheet, row, column, cell);
    }
  }
  if (copied === COPIED.Formats) {
    copyConditionalFormats(target, source, range);
    copyMerges(target, source, range);
  }
  recordCells(target.store, target.sheet, range);
  return undefined;
}

function put(
  cell: StoredCell,
  source: StoredCell | undefined,
  { content, look }: (typeof COPIED)[keyof typeof COPIED],
  [rows, columns]: readonly [rows: number, columns: number],
): void {
  const { value, formula, dataType, ...looks } = cell;
  const {
    value: newValue,
    formula: newFormula,
    dataType: newDataType,
    ...newLooks
  }: StoredCell = source ?? { numberFormat: "General" };
  for (const key of Object.keys(cell)) delete cell[key as keyof StoredCell];
  Object.assign(cell, structuredClone(look ? newLooks : looks));
  if (content === undefined) {
    Object.assign(
      cell,
      value !== undefined && { value },
      formula !== undefined && { formula },
      dataType !== undefined && { dataType },
    );
  } else if (content === "formula" && newFormula !== undefined) {
    cell.formula = moveFormula(newFormula, rows, columns);
  } else if (newValue !== undefined)
    Object.assign(cell, { value: newValue, ...(newDataType !== undefined && { dataType: newDataType }) });
}

function sourceOf(target: RangeTarget, from: Argument | undefined, location: string): RangeTarget {
  if (isHostObject(from)) {
    if (from.type.name !== "Range")
      throw notImplemented(location, "of several ranges is not known to this host");
    return from.target as RangeTarget;
  }
  if (typeof from !== "string") throw invalidArgument(location);
  const [, quoted, plain, address = from] = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(from) ?? [];
  const name = quoted?.replaceAll("''", "'") ?? plain;
  const sheet = name === undefined ? target.sheet : findSheet(target.store, name);
  if (!sheet) throw invalidArgument(location);
  return { store: target.store, sheet, range: rangeAt(address, location) };
}

/** Formats alone take conditional formats and whole merged areas along, and leave lists of allowed entries where they are. */
function requirePlain({ sheet, range }: RangeTarget, location: string, isLook: boolean): void {
  const areas: readonly CellRange[] = [
    ...sheet.merges.filter((merge) => !isLook || !isInside(merge, range)),
    ...(isLook ? [] : [...sheet.conditionalFormats, ...sheet.validations].map((one) => one.range)),
  ];
  if (areas.some((area) => overlaps(area, range))) {
    const what = "of merged areas, conditional formats and lists is not known to this host";
    throw notImplemented(location, what);
  }
}

/** Merging is a format of cells: Microsoft support, "Merge and unmerge cells" and "Copy cell formatting". */
function copyMerges(target: RangeTarget, source: RangeTarget, range: CellRange): void {
  const merges = source.sheet.merges.filter((merge) => isInside(merge, source.range));
  for (let row = range.firstRow; row <= range.lastRow; row += rowCount(source))
    for (let column = range.firstColumn; column <= range.lastColumn; column += columnCount(source))
      for (const merge of merges)
        target.sheet.merges.push(
          moved(merge, row - source.range.firstRow, column - source.range.firstColumn),
        );
}

function moved(
  { firstRow, lastRow, firstColumn, lastColumn }: CellRange,
  down: number,
  right: number,
): CellRange {
  return {
    firstRow: firstRow + down,
    lastRow: lastRow + down,
    firstColumn: firstColumn + right,
    lastColumn: lastColumn + right,
  };
}

/** The conditional formats of the source in the place of those of the destination, their formulas moved along. */
function copyConditionalFormats(target: RangeTarget, source: RangeTarget, range: CellRange): void {
  const found = source.sheet.conditionalFormats.flatMap((format) =>
    [format.range, ...(format.moreRanges ?? [])]
      .filter((area) => overlaps(area, source.range))
      .map((area) => ({ format, area: intersection(area, source.range) })),
  );
  clearFormats(target.sheet, range);
  for (let row = range.firstRow; row <= range.lastRow; row += rowCount(source)) {
    for (let column = range.firstColumn; column <= range.lastColumn; column += columnCount(source)) {
      for (const { format, area } of found) {
        const [down, right] = [row - source.range.firstRow, column - source.range.firstColumn];
        const place = moved(area, down, right);
        const steps = [
          place.firstRow - format.range.firstRow,
          place.firstColumn - format.range.firstColumn,
        ] as const;
        const copy = {
          ...format,
          id: newId(target.store),
          range: place,
          formula: moveFormula(format.formula, ...steps),
        };
        delete (copy as { moreRanges?: unknown }).moreRanges;
        target.sheet.conditionalFormats.push(copy);
      }
    }
  }
}

function intersection(a: CellRange, b: CellRange): CellRange {
  return {
    firstRow: Math.max(a.firstRow, b.firstRow),
    lastRow: Math.min(a.lastRow, b.lastRow),
    firstColumn: Math.max(a.firstColumn, b.firstColumn),
    lastColumn: Math.min(a.lastColumn, b.lastColumn),
  };
}
