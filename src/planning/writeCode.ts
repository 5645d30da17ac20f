import type { CodeKind } from "../codes/codeLists";
import type { RecognisedTable } from "../recognition/recognised";
import type { CellAddress } from "../workbook/address";
import type { WriteCell } from "../workbook/edit";

/**
 * A code cannot be written where the user is; nothing was written. Key and args are a message to be worded.
 */
export class WriteCodeError extends Error {
  constructor(
    readonly key: WriteCodeProblem,
    readonly args: Readonly<Record<string, string>>,
  ) {
    super(key);
    this.name = "WriteCodeError";
  }
}

/**
 * otherKind: the table has no column for codes of this kind. formula, amount: one would be written over. outside: below or
 * beside a table, where a code belongs to no row of it.
 */
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
 * Codes are written as text. What stood there is replaced: the user chose it for this row.
 */
export function planWriteCode(
  tables: readonly RecognisedTable[],
  cell: CellAddress,
  { kind, code, name }: ChosenCode,
): WriteCell[] {
  const put = (column: number, value: string): WriteCell => ({
    kind: "writeCell",
    sheet: cell.sheet,
    row: cell.row,
    column,
    content: { value },
    numberFormat: "@",
  });
  const columns = columnsFor(tables, cell, kind);
  if (!columns) return [put(cell.column, code), put(cell.column + 1, name)];
  const { codeColumn, nameColumn, holdsBoth } = columns;
  if (holdsBoth) return [put(codeColumn, `[${code}]${name}`)];
  return [put(codeColumn, code), ...(nameColumn === undefined ? [] : [put(nameColumn, name)])];
}

interface CodeColumns {
  readonly codeColumn: number;
  readonly nameColumn: number | undefined;
  readonly holdsBoth: boolean;
}

/** The table whose row the cell is in, and its columns for the classification; of several the one nearest the cell. */
function columnsFor(
  tables: readonly RecognisedTable[],
  cell: CellAddress,
  kind: CodeKind,
): CodeColumns | undefined {
  const found = tables.flatMap((table) => {
    const { firstBodyRow, range, sheet } = table;
    const isHere = sheet === cell.sheet && cell.row >= firstBodyRow && cell.row <= range.lastRow + ROWS_BELOW;
    if (!isHere) return [];
    return [...table.columns].flatMap(([number, { definition, sheetColumn, reading }]) => {
      // Columns whose codes are taken from parts of cells or from names have no cell of their own to write into.
      if (reading !== undefined || !definition.systems?.includes(kind)) return [];
      return [{ table, number, sheetColumn, holdsBoth: definition.kind === "codeAndName" }];
    });
  });
  const [nearest] = found.sort(
    (a, b) => Math.abs(a.sheetColumn - cell.column) - Math.abs(b.sheetColumn - cell.column),
  );
  if (!nearest) return undefined;
  const { table, number, sheetColumn, holdsBoth } = nearest;
  // Only a name column that stands for this code column: that of another one, or of projects, is left alone.
  const side = table.definition.sides.find(({ codeColumn }) => codeColumn === number);
  const name = side && table.columns.get(side.nameColumn);
  const nameColumn =
    name && name.reading === undefined && name.sheetColumn !== sheetColumn ? name.sheetColumn : undefined;
  return { codeColumn: sheetColumn, nameColumn, holdsBoth };
}
