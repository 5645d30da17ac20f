import { MAX_COLUMNS, MAX_ROWS } from "../../../src/workbook/address";
import { followCells, stopFollowing } from "../liveRanges";
import type { ObjectType } from "../objectType";
import { hostObject } from "../objectType";
import { cellProperties } from "./cellProperties";
import { conditionalFormatCollection } from "./conditionalFormat";
import { dataValidation } from "./dataValidation";
import { hiddenLines } from "./hiddenLines";
import { rangeContent } from "./rangeContent";
import { rangeFormat } from "./rangeFormat";
import { rangeHyperlink } from "./rangeHyperlink";
import { rangeParts } from "./rangeParts";
import { rangeStructure } from "./rangeStructure";
import type { RangeTarget } from "./rangeTarget";
import { addressOf, columnCount, requireArraySize, rowCount } from "./rangeTarget";
import { selectOn } from "./selectOn";
import { worksheetType } from "./worksheet";

/** Of so many cells Excel gives the count as -1: more than 2^31 - 1. */
const MOST_CELLS_COUNTED = 2 ** 31 - 1;

/** Source: Excel JavaScript API reference, Excel.Range. */
export const rangeType: ObjectType<RangeTarget> = {
  name: "Range",
  isTracked: true,
  onKept: (target) => followCells(target.store, target),
  onReleased: (target) => stopFollowing(target.store, target),
  isGone: (target) => (target as { readonly isGone?: boolean }).isGone === true,
  scalars: {
    address: { get: addressOf },
    rowIndex: { get: ({ range }) => range.firstRow },
    columnIndex: { get: ({ range }) => range.firstColumn },
    rowCount: { get: rowCount },
    columnCount: { get: columnCount },
    cellCount: {
      get: (target) => {
        const count = rowCount(target) * columnCount(target);
        return count > MOST_CELLS_COUNTED ? -1 : count;
      },
    },
    isEntireRow: {
      since: "1.9",
      get: ({ range }) => range.firstColumn === 0 && range.lastColumn === MAX_COLUMNS - 1,
    },
    isEntireColumn: {
      since: "1.9",
      get: ({ range }) => range.firstRow === 0 && range.lastRow === MAX_ROWS - 1,
    },
    ...rangeContent,
    ...hiddenLines,
    ...rangeHyperlink,
  },
  children: {
    format: { get: (target) => hostObject(rangeFormat, target) },
    conditionalFormats: { since: "1.6", get: (target) => hostObject(conditionalFormatCollection, target) },
    dataValidation: { since: "1.8", get: (target) => hostObject(dataValidation, target) },
    worksheet: { get: ({ store, sheet }) => hostObject(worksheetType, { store, sheet }) },
  },
  methods: {
    ...rangeParts,
    ...rangeStructure,
    ...cellProperties,
    // Cells are always calculated by the time they are read.
    calculate: { since: "1.6", call: () => undefined },
    select: {
      call: (target) => {
        selectOn(target.store, target.sheet, target.range, "Range.select");
        return undefined;
      },
    },
    // The client cuts large arrays into slices and has the size of the whole checked first.
    _ValidateArraySize: { call: requireArraySize },
  },
};
