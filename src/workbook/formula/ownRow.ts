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
