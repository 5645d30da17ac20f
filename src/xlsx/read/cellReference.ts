import { MAX_COLUMNS, MAX_ROWS } from "../../workbook/address";

const A = 65;
const Z = 90;
const ZERO = 48;
const NINE = 57;

/** A place in a sheet, counted from 0. */
export interface CellPlace {
  row: number;
  column: number;
}

/**
 * Reads the r="B7" of a cell into `place`; gives false when it is no cell of a sheet. A large sheet has millions of
 * these, which is why this goes letter by letter and makes no objects. Source: ECMA-376 part 1, 18.18.7 ST_CellRef.
 */
export function readCellReference(text: string, place: CellPlace): boolean {
  let at = 0;
  let column = 0;
  for (; at < text.length && at < 3; at++) {
    // The bit by which small Latin letters differ from capitals is cleared.
    const letter = text.charCodeAt(at) & ~32;
    if (letter < A || letter > Z) break;
    column = column * 26 + letter - A + 1;
  }
  if (at === 0 || at === text.length || text.length - at > 7) return false;
  let row = 0;
  for (; at < text.length; at++) {
    const digit = text.charCodeAt(at);
    if (digit < ZERO || digit > NINE) return false;
    row = row * 10 + digit - ZERO;
  }
  place.row = row - 1;
  place.column = column - 1;
  return row >= 1 && row <= MAX_ROWS && column <= MAX_COLUMNS;
}
