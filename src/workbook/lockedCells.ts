import type { CellAddress } from "./address";
import { parseRange } from "./address";

/** Ranges the user has locked: "表3!C5:D9", "表6!C7", or a sheet's name alone for all of it. */
export type LockText = string;

/**
 * Whether a cell is locked by any of these. Gives the pieces that are neither a range nor the name of one of the sheets
 * as `unknown`, so that a slip does not leave unlocked what should stay.
 */
export function lockedCells(
  locks: readonly LockText[],
  sheets: readonly string[],
): { readonly isLocked: (address: CellAddress) => boolean; readonly unknown: readonly string[] } {
  const unknown: string[] = [];
  const tests = locks.flatMap((lock): ((address: CellAddress) => boolean)[] => {
    const text = lock.trim();
    if (sheets.includes(text)) return [({ sheet }) => sheet === text];
    const at = text.lastIndexOf("!");
    const name = text
      .slice(0, Math.max(at, 0))
      .replace(/^'(.*)'$/, (_, inner: string) => inner.replaceAll("''", "'"));
    const range = at > 0 && sheets.includes(name) ? parseRange(text.slice(at + 1)) : undefined;
    if (!range) {
      unknown.push(text);
      return [];
    }
    return [
      ({ sheet, row, column }) =>
        sheet === name &&
        row >= range.firstRow &&
        row <= range.lastRow &&
        column >= range.firstColumn &&
        column <= range.lastColumn,
    ];
  });
  return { isLocked: (address) => tests.some((test) => test(address)), unknown };
}
