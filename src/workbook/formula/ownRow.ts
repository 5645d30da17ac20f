import { mapReferences } from "./references";

/** True for =D9+E9 or =SUMIF(表10!A:A,A9,表10!C:C) in row 9: on its own sheet it looks at nothing but its row. */
export function speaksOfOwnRow(formula: string, row: number): boolean {
  let isOwn = true;
  mapReferences(formula, ({ sheet, range, fixed }) => {
    const isRow = range.firstRow === row && range.lastRow === row;
    const isFixed = fixed.firstRow && fixed.lastRow;
    isOwn &&= sheet === undefined ? isRow : isRow || isFixed;
    return undefined;
  });
  return isOwn;
}

/**
 * True for =SUMIF($A9:$A$33,…,D9:D$33) in row 9: on its own sheet it looks at its row, and from there down to a fixed end, so
 * that it says the same further up or down its column.
 */
export function speaksOfRowsBelow(formula: string, row: number): boolean {
  let isBelow = true;
  mapReferences(formula, ({ sheet, range, fixed }) => {
    const isFixed = fixed.firstRow && fixed.lastRow;
    const isOpen = range.firstRow === row && !fixed.firstRow && (fixed.lastRow || range.lastRow === row);
    isBelow &&= isFixed || (isOpen && sheet === undefined) || (sheet !== undefined && range.firstRow === row);
    return undefined;
  });
  return isBelow;
}
