import type { CellRange } from "../../../src/workbook/address";
import { MAX_COLUMNS, MAX_ROWS } from "../../../src/workbook/address";
import { invalidArgument, itemNotFound } from "../hostError";
import type { Argument, HostObject, Method } from "../objectType";
import { hostObject, isHostObject } from "../objectType";
import { usedRange } from "../store";
import { rangeType } from "./range";
import { rangeAreas } from "./rangeAreas";
import type { RangeTarget } from "./rangeTarget";
import { overlaps, rangeAt, rectangle } from "./rangeTarget";

type Corners = readonly [firstRow: number, firstColumn: number, lastRow: number, lastColumn: number];

/** A method that gives a range counted from the range's own corners. Throws InvalidArgument when it is off the sheet. */
function part(
  name: string,
  corners: (range: CellRange, first: number, second: number) => Corners,
  usual: readonly [first: number, second: number] = [0, 0],
): Method<RangeTarget> {
  return {
    call: (target, [first, second]) => {
      const [firstRow, firstColumn, lastRow, lastColumn] = corners(
        target.range,
        Number(first ?? usual[0]),
        Number(second ?? usual[1]),
      );
      const size = [lastRow - firstRow + 1, lastColumn - firstColumn + 1];
      return rangeOn(target, rectangle([firstRow, firstColumn, ...size], `Range.${name}`));
    },
  };
}

function rangeOn({ store, sheet }: RangeTarget, range: CellRange): HostObject {
  return hostObject(rangeType, { store, sheet, range });
}

const rows = ({ firstRow, lastRow }: CellRange) => lastRow - firstRow + 1;
const columns = ({ firstColumn, lastColumn }: CellRange) => lastColumn - firstColumn + 1;

/** Ranges by their place to another. Source: Excel JavaScript API reference, Excel.Range. */
export const rangeParts: Readonly<Record<string, Method<RangeTarget>>> = {
  getCell: part("getCell", (r, row, column) => {
    const [at, to] = [r.firstRow + row, r.firstColumn + column];
    return [at, to, at, to];
  }),
  getRow: part("getRow", (r, row) => [r.firstRow + row, r.firstColumn, r.firstRow + row, r.lastColumn]),
  getColumn: part("getColumn", (r, column) => [
    r.firstRow,
    r.firstColumn + column,
    r.lastRow,
    r.firstColumn + column,
  ]),
  getOffsetRange: part("getOffsetRange", (r, row, column) => [
    r.firstRow + row,
    r.firstColumn + column,
    r.lastRow + row,
    r.lastColumn + column,
  ]),
  getResizedRange: {
    since: "1.3",
    ...part("getResizedRange", (r, row, column) => [
      r.firstRow,
      r.firstColumn,
      r.lastRow + row,
      r.lastColumn + column,
    ]),
  },
  getAbsoluteResizedRange: {
    since: "1.7",
    ...part("getAbsoluteResizedRange", (r, row, column) => [
      r.firstRow,
      r.firstColumn,
      r.firstRow + row - 1,
      r.firstColumn + column - 1,
    ]),
  },
  getEntireRow: part("getEntireRow", (r) => [r.firstRow, 0, r.lastRow, MAX_COLUMNS - 1]),
  getEntireColumn: part("getEntireColumn", (r) => [0, r.firstColumn, MAX_ROWS - 1, r.lastColumn]),
  getLastCell: part("getLastCell", (r) => [r.lastRow, r.lastColumn, r.lastRow, r.lastColumn]),
  getLastRow: part("getLastRow", (r) => [r.lastRow, r.firstColumn, r.lastRow, r.lastColumn]),
  getLastColumn: part("getLastColumn", (r) => [r.firstRow, r.lastColumn, r.lastRow, r.lastColumn]),
  // Negative counts are those of the opposite method, as the reference says.
  getRowsAbove: {
    since: "1.3",
    ...part(
      "getRowsAbove",
      (r, n) =>
        n < 0
          ? [r.lastRow + 1, r.firstColumn, r.lastRow - n, r.lastColumn]
          : [r.firstRow - n, r.firstColumn, r.firstRow - 1, r.lastColumn],
      [1, 0],
    ),
  },
  getRowsBelow: {
    since: "1.3",
    ...part(
      "getRowsBelow",
      (r, n) =>
        n < 0
          ? [r.firstRow + n, r.firstColumn, r.firstRow - 1, r.lastColumn]
          : [r.lastRow + 1, r.firstColumn, r.lastRow + n, r.lastColumn],
      [1, 0],
    ),
  },
  getBoundingRect: {
    call: (target, [other]) => {
      const range = sameSheet(target, other, "Range.getBoundingRect");
      return rangeOn(target, {
        firstRow: Math.min(target.range.firstRow, range.firstRow),
        firstColumn: Math.min(target.range.firstColumn, range.firstColumn),
        lastRow: Math.max(target.range.lastRow, range.lastRow),
        lastColumn: Math.max(target.range.lastColumn, range.lastColumn),
      });
    },
  },
  getIntersection: {
    call: (target, [other]) => {
      const found = intersection(target, other, "Range.getIntersection");
      if (!found) throw itemNotFound("Range.getIntersection");
      return found;
    },
  },
  getIntersectionOrNullObject: {
    since: "1.4",
    call: (target, [other]) => intersection(target, other, "Range.getIntersectionOrNullObject"),
  },
  // "Only the merged areas whose top left cell originates in the range" are told: OfficeDev/office-js issue 3611.
  getMergedAreasOrNullObject: {
    since: "1.13",
    call: (target) => {
      const { firstRow, lastRow, firstColumn, lastColumn } = target.range;
      const areas = target.sheet.merges.filter(
        (merge) =>
          merge.firstRow >= firstRow &&
          merge.firstRow <= lastRow &&
          merge.firstColumn >= firstColumn &&
          merge.firstColumn <= lastColumn,
      );
      return areas.length > 0 ? hostObject(rangeAreas, { at: target, areas }) : null;
    },
  },
  // Of a range without anything in it the used range is its first cell.
  getUsedRange: {
    call: (target, [valuesOnly]) =>
      usedPart(target, valuesOnly === true) ??
      rangeOn(target, {
        ...target.range,
        lastRow: target.range.firstRow,
        lastColumn: target.range.firstColumn,
      }),
  },
  getUsedRangeOrNullObject: {
    since: "1.4",
    call: (target, [valuesOnly]) => usedPart(target, valuesOnly === true),
  },
};

function sameSheet(target: RangeTarget, other: Argument | undefined, location: string): CellRange {
  if (!isHostObject(other)) return rangeAt(other, location);
  const range = other.target as RangeTarget;
  if (other.type !== rangeType || range.sheet !== target.sheet) throw invalidArgument(location);
  return range.range;
}

function intersection(target: RangeTarget, other: Argument | undefined, location: string): HostObject | null {
  return common(target, sameSheet(target, other, location));
}

function common(target: RangeTarget, range: CellRange): HostObject | null {
  if (!overlaps(target.range, range)) return null;
  return rangeOn(target, {
    firstRow: Math.max(target.range.firstRow, range.firstRow),
    firstColumn: Math.max(target.range.firstColumn, range.firstColumn),
    lastRow: Math.min(target.range.lastRow, range.lastRow),
    lastColumn: Math.min(target.range.lastColumn, range.lastColumn),
  });
}

/** The smallest rectangle around what is used of the range. */
function usedPart(target: RangeTarget, valuesOnly: boolean): HostObject | null {
  const isWholeSheet = rows(target.range) === MAX_ROWS && columns(target.range) === MAX_COLUMNS;
  const used = usedRange(target.sheet, valuesOnly, isWholeSheet ? undefined : target.range);
  return used ? common(target, used) : null;
}
