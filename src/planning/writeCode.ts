import type { CodeKind } from "../codes/codeLists";
import type { RecognisedTable } from "../recognition/recognised";
import { formatA1 } from "../workbook/address";
import type { CellAddress } from "../workbook/address";
import type { WriteCell } from "../workbook/edit";
import { cellAtAddress } from "../workbook/snapshot";
import type { Cell, WorkbookSnapshot } from "../workbook/snapshot";
import type { MessageArgs } from "../messages/messageRef";

/**
 * A code cannot be written where the user is; nothing was written. Key and args are a message to be worded.
 */
class WriteCodeError extends Error {
  constructor(
    readonly key: WriteCodeProblem,
    readonly args: MessageArgs,
  ) {
    super(key);
    this.name = "WriteCodeError";
  }
}

/** otherKind: the table has no column for codes of this kind. formula, amount, total: one would be written over. */
type WriteCodeProblem = `writeCode.${"otherKind" | "formula" | "amount" | "total"}`;

/** A code chosen to stand in a row. */
export interface ChosenCode {
  readonly kind: CodeKind;
  readonly code: string;
  readonly name: string;
}

/** A row below the last one of a table still counts as its next row up to this distance. */
const ROWS_BELOW = 3;

/**
 * Writes a chosen code and its name into the row of the active cell: in a table into its columns for that classification
 * and for names, or as `[code]name` where the column holds both; elsewhere into the active cell and the one right of it.
 * Codes are written as text. The code and the name that stood there are replaced: the user chose them for this row.
 * Formulas and amounts never are: a name that is a formula stays, and for the rest it throws WriteCodeError.
 */
export function planWriteCode(
  tables: readonly RecognisedTable[],
  cell: CellAddress,
  chosen: ChosenCode,
  workbook: WorkbookSnapshot,
): WriteCell[] {
  const { code, name } = chosen;
  const present = (column: number) => cellAtAddress(workbook, { ...cell, column });
  const put = (column: number, value: string): WriteCell => ({
    kind: "writeCell",
    sheet: cell.sheet,
    row: cell.row,
    column,
    content: { value },
    numberFormat: "@",
  });
  const columns = columnsFor(tables, cell, chosen);
  if (!columns) {
    const places = [cell.column, cell.column + 1];
    for (const column of places) requireFree({ ...cell, column }, present(column), true);
    return [put(cell.column, code), put(cell.column + 1, name)];
  }
  const { codeColumn, nameColumn, holdsBoth } = columns;
  requireFree({ ...cell, column: codeColumn }, present(codeColumn), false);
  if (holdsBoth) return [put(codeColumn, `[${code}]${name}`)];
  const takesName = nameColumn !== undefined && present(nameColumn)?.formula === undefined;
  return [put(codeColumn, code), ...(takesName ? [put(nameColumn, name)] : [])];
}

/** Throws WriteCodeError for a formula, and for a number where it may be an amount: in a column of codes it is a code. */
function requireFree({ row, column }: CellAddress, present: Cell | undefined, mayBeAmount: boolean): void {
  const cell = formatA1(row, column);
  if (present?.formula !== undefined) throw new WriteCodeError("writeCode.formula", { cell });
  if (mayBeAmount && typeof present?.value === "number")
    throw new WriteCodeError("writeCode.amount", { cell });
}

interface CodeColumns {
  readonly codeColumn: number;
  readonly nameColumn: number | undefined;
  readonly holdsBoth: boolean;
}

/**
 * The table whose row the cell is in, and its columns for the classification; of several the one nearest the cell.
 * Undefined outside of tables; throws WriteCodeError in one that takes no such code in this row.
 */
function columnsFor(
  tables: readonly RecognisedTable[],
  cell: CellAddress,
  { kind, code, name: chosenName }: ChosenCode,
): CodeColumns | undefined {
  const here = tables.filter(({ range, sheet }) => {
    const isInRows = cell.row >= range.firstRow && cell.row <= range.lastRow + ROWS_BELOW;
    return sheet === cell.sheet && isInRows;
  });
  const found = here.flatMap((table) => {
    if (cell.row < table.firstBodyRow) return [];
    return [...table.columns].flatMap(([number, { definition, sheetColumn, reading }]) => {
      // Columns whose codes are taken from parts of cells or from names have no cell of their own to write into.
      if (reading !== undefined || !definition.systems?.includes(kind)) return [];
      return [{ table, number, sheetColumn, holdsBoth: definition.kind === "codeAndName" }];
    });
  });
  const [nearest] = found.sort(
    (a, b) => Math.abs(a.sheetColumn - cell.column) - Math.abs(b.sheetColumn - cell.column),
  );
  if (!nearest) {
    const [table] = here;
    const isBeside = table && cell.column > table.range.lastColumn + 1;
    if (!table || isBeside) return undefined;
    throw new WriteCodeError("writeCode.otherKind", {
      table: table.definition.label,
      code,
      name: chosenName,
    });
  }
  const total = nearest.table.rows.find(
    (row) => row.sheet === cell.sheet && row.sheetRow === cell.row && row.rule.names && row.code === "",
  );
  if (total) {
    throw new WriteCodeError("writeCode.total", { row: String(cell.row + 1), name: total.name });
  }
  const { table, number, sheetColumn, holdsBoth } = nearest;
  // Only a name column that stands for this code column: that of another one, or of projects, is left alone.
  const side = table.definition.sides.find(({ codeColumn }) => codeColumn === number);
  const name = side && table.columns.get(side.nameColumn);
  const nameColumn =
    name && name.reading === undefined && name.sheetColumn !== sheetColumn ? name.sheetColumn : undefined;
  return { codeColumn: sheetColumn, nameColumn, holdsBoth };
}
