import type { CellAddress } from "../workbook/address";
import { mapReferences } from "../workbook/formula/references";
import type { Reference } from "../workbook/formula/references";
import type { SheetSnapshot } from "../workbook/snapshot";
import { cellAt } from "../workbook/snapshot";

/**
 * Of cells with an error value those from which it comes: formulas that take it from none of the others. All of them where
 * each takes it from another.
 */
export function errorOrigins<T extends { readonly address: CellAddress }>(
  errors: readonly T[],
  sheets: ReadonlyMap<string, SheetSnapshot>,
): T[] {
  const bySheet = new Map<string, CellAddress[]>();
  for (const { address } of errors) {
    const known = bySheet.get(address.sheet);
    if (known) known.push(address);
    else bySheet.set(address.sheet, [address]);
  }
  const origins = errors.filter(({ address }) => !takesError(address, bySheet, sheets));
  return origins.length > 0 ? origins : [...errors];
}

function takesError(
  address: CellAddress,
  errors: ReadonlyMap<string, readonly CellAddress[]>,
  sheets: ReadonlyMap<string, SheetSnapshot>,
): boolean {
  const sheet = sheets.get(address.sheet);
  const formula = sheet && cellAt(sheet, address.row, address.column)?.formula;
  if (formula === undefined) return false;
  let isTaken = false;
  mapReferences(formula, ({ sheet: named, range }: Reference) => {
    isTaken ||= (errors.get(named ?? address.sheet) ?? []).some(
      (one) =>
        one !== address &&
        one.row >= range.firstRow &&
        one.row <= range.lastRow &&
        one.column >= range.firstColumn &&
        one.column <= range.lastColumn,
    );
    return undefined;
  });
  return isTaken;
}
