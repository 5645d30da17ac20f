import type { CellRange } from "../workbook/address";

/** A rectangle of cells that have something in common. */
export interface Block<T> {
  readonly range: CellRange;
  readonly value: T;
}

/**
 * Cells with what each of them has, as few rectangles of equal values as a look row by row finds: neighbours in a row,
 * then equal stretches of rows below one another. Cells of the value undefined are in none. Values are compared by ===.
 * @param cells each place once, in any order
 */
export function blocksOf<T>(
  cells: readonly { readonly row: number; readonly column: number; readonly value: T | undefined }[],
): Block<T>[] {
  const sorted = cells
    .filter((cell): cell is (typeof cells)[number] & { value: T } => cell.value !== undefined)
    .sort((a, b) => a.row - b.row || a.column - b.column);
  const stretches: Block<T>[] = [];
  for (const { row, column, value } of sorted) {
    const last = stretches.at(-1);
    if (last?.value === value && last.range.firstRow === row && last.range.lastColumn === column - 1)
      stretches[stretches.length - 1] = { value, range: { ...last.range, lastColumn: column } };
    else
      stretches.push({
        value,
        range: { firstRow: row, firstColumn: column, lastRow: row, lastColumn: column },
      });
  }
  const blocks: Block<T>[] = [];
  // The block that ends in each stretch of columns so far, by the columns it covers.
  const open = new Map<string, number>();
  for (const stretch of stretches) {
    const { firstRow, firstColumn, lastColumn } = stretch.range;
    const columns = `${firstColumn}:${lastColumn}`;
    const place = open.get(columns);
    const above = place === undefined ? undefined : blocks[place];
    if (place !== undefined && above?.value === stretch.value && above.range.lastRow === firstRow - 1)
      blocks[place] = { ...above, range: { ...above.range, lastRow: firstRow } };
    else {
      open.set(columns, blocks.length);
      blocks.push(stretch);
    }
  }
  return blocks;
}
