import { moveFormula } from "../../workbook/formula/shift";
import type { Cell, SheetSnapshot } from "../../workbook/snapshot";

/**
 * The row of a sheet that is most like another one: cells of the same kinds, number formats and formulas in the same
 * columns. Of several the nearest, the upper one first. Undefined when no row that is allowed has anything in it.
 */
export function mostAlikeRow(
  sheet: SheetSnapshot,
  row: number,
  isAllowed: (row: number) => boolean,
): number | undefined {
  const own = sheet.rows.get(row) ?? new Map<number, Cell>();
  let best: { readonly row: number; readonly likeness: number } | undefined;
  for (const [other, cells] of sheet.rows) {
    if (other === row || !isAllowed(other)) continue;
    const likeness = likenessOf(own, cells, row - other);
    const isNearer = best && likeness === best.likeness && Math.abs(other - row) < Math.abs(best.row - row);
    if (!best || likeness > best.likeness || isNearer) best = { row: other, likeness };
  }
  return best?.row;
}

function likenessOf(
  own: ReadonlyMap<number, Cell>,
  others: ReadonlyMap<number, Cell>,
  distance: number,
): number {
  let likeness = 0;
  for (const column of new Set([...own.keys(), ...others.keys()])) {
    const [a, b] = [own.get(column), others.get(column)];
    likeness += a && b ? cellLikeness(a, b, distance) : -1;
  }
  return likeness;
}

function cellLikeness(own: Cell, other: Cell, distance: number): number {
  if (own.formula !== undefined || other.formula !== undefined) {
    const isSame = other.formula !== undefined && moveFormula(other.formula, distance, 0) === own.formula;
    return isSame ? 3 : own.formula !== undefined && other.formula !== undefined ? 1 : 0;
  }
  return (
    (typeof own.value === typeof other.value ? 1 : 0) + (own.numberFormat === other.numberFormat ? 1 : 0)
  );
}
