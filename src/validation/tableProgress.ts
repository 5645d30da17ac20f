import { PLACE } from "../recognition/figureGrid";
import type { RecognisedRow, RecognisedTable } from "../recognition/recognised";
import type { CellAddress } from "../workbook/address";
import type { Cell, SheetSnapshot } from "../workbook/snapshot";
import { cellAt } from "../workbook/snapshot";

/** Cells named of one table; the rest are counted. */
const MOST_CELLS = 50;

/** How far a table is filled in. */
export interface TableProgress {
  /** True where nothing is typed among its amounts and no formula gives more than nought. */
  readonly isEmpty: boolean;
  /** For rows that are listed and hold no figure (应填未填): the first cell that is to be typed, from the top. */
  readonly blanks: readonly CellAddress[];
  /** How many such rows there are. */
  readonly blankCount: number;
}

/**
 * How far a table is filled in. A row counts as not filled in where it has a name, nothing under it, an amount cell to be
 * typed, and neither a figure nor a dash in any of those.
 */
export function tableProgress(
  table: RecognisedTable,
  sheets: ReadonlyMap<string, SheetSnapshot>,
): TableProgress {
  let isEmpty = true;
  let blankCount = 0;
  const blanks: CellAddress[] = [];
  for (const row of table.rows) {
    if (isEmpty && hasFigure(row, sheets)) isEmpty = false;
    if (row.name === "" || row.children.length > 0) continue;
    const first = firstBlank(row, sheets);
    if (!first) continue;
    blankCount++;
    if (blanks.length < MOST_CELLS) blanks.push(first);
  }
  return { isEmpty, blanks, blankCount };
}

/** Whether anything is typed among the amounts of a row, noughts and dashes too, or a formula gives more than nought. */
function hasFigure(row: RecognisedRow, sheets: ReadonlyMap<string, SheetSnapshot>): boolean {
  const { grid } = row.table;
  for (let column = 0; column < grid.width; column++) {
    const cell = cellOf(row, column, sheets);
    if (!cell || cell.value === "") continue;
    if (cell.formula === undefined) return true;
    const kind = grid.kindAt(row.index, column);
    if (kind === PLACE.amount && grid.countAt(row.index, column) !== 0) return true;
  }
  return false;
}

/** The cell of a row in a column of its table's grid. */
function cellOf(
  { table: { grid, columns }, index, sheet, sheetRow }: RecognisedRow,
  column: number,
  sheets: ReadonlyMap<string, SheetSnapshot>,
): Cell | undefined {
  const place = columns.get(grid.numbers[column] as number)?.sheetColumn;
  const own = sheets.get(sheet);
  if (place === undefined || !own || grid.kindAt(index, column) === PLACE.absent) return undefined;
  return cellAt(own, sheetRow, place);
}

/** The first typed cell of a row of which all are blank; undefined where one is filled in, or none is to be typed. */
function firstBlank(row: RecognisedRow, sheets: ReadonlyMap<string, SheetSnapshot>): CellAddress | undefined {
  const { grid, columns } = row.table;
  let first: CellAddress | undefined;
  for (let at = 0; at < grid.width; at++) {
    const kind = grid.kindAt(row.index, at);
    const column = columns.get(grid.numbers[at] as number)?.sheetColumn;
    if (kind === PLACE.absent || column === undefined) continue;
    const cell = cellOf(row, at, sheets);
    if (cell?.formula !== undefined) continue;
    if (kind !== PLACE.none || (cell && cell.value !== "")) return undefined;
    first ??= { sheet: row.sheet, row: row.sheetRow, column };
  }
  return first;
}
