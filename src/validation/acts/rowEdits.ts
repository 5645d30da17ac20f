import type { RecognisedRow, RecognisedTable } from "../../recognition/recognised";
import type { WriteCell } from "../../workbook/edit";
import type { Cell, WorkbookSnapshot } from "../../workbook/snapshot";

/** The writes that give a row another code, as its table has codes: in one cell, with the name, in three columns. */
export function codeEdits(workbook: WorkbookSnapshot, row: RecognisedRow, code: string): WriteCell[] {
  const at = { sheet: row.sheet, row: row.sheetRow };
  return codeCells(row.table, row.side.codeColumn, code, row.code, cellsIn(workbook, row)).map(
    ([column, value]) => ({ kind: "writeCell", ...at, column, content: { value } }),
  );
}

/**
 * The writes of a new row like another: its words, with a code and a name in place of the other's, and no amounts.
 * @param at where the new row stands, counted from 0
 */
export function newRowEdits(
  workbook: WorkbookSnapshot,
  like: RecognisedRow,
  { at, code, name }: { readonly at: number; readonly code: string; readonly name: string },
): WriteCell[] {
  const cells = cellsIn(workbook, like);
  const amounts = new Set([...like.figures.values()].map(({ address }) => address.column));
  const coded = new Map(codeCells(like.table, like.side.codeColumn, code, like.code, cells));
  const nameColumn = like.table.columns.get(like.side.nameColumn)?.sheetColumn;
  const columns = new Set([...cells.keys(), ...coded.keys()]);
  return [...columns].flatMap((column): WriteCell[] => {
    const cell = cells.get(column);
    if (amounts.has(column) || cell?.formula !== undefined) return [];
    const own = coded.get(column) ?? (column === nameColumn && name !== "" ? name : cell?.value);
    if (own === undefined || typeof own === "object") return [];
    const numberFormat = cell?.numberFormat;
    return [
      {
        kind: "writeCell",
        sheet: like.sheet,
        row: at,
        column,
        content: { value: own },
        ...(numberFormat !== undefined && { numberFormat }),
      },
    ];
  });
}

function codeCells(
  { columns }: RecognisedTable,
  codeColumn: number | undefined,
  code: string,
  old: string,
  cells: ReadonlyMap<number, Cell>,
): [number, string | number][] {
  const match = codeColumn === undefined ? undefined : columns.get(codeColumn);
  if (!match) return [];
  const { reading, sheetColumn } = match;
  if (reading?.kind === "levels")
    return reading.sheetColumns.map((column, level) => [
      column,
      level === 0 ? code.slice(0, 3) : code.slice(1 + 2 * level, 3 + 2 * level),
    ]);
  if (reading?.kind === "named") return [];
  const value = cells.get(sheetColumn)?.value;
  if (typeof value === "number") return [[sheetColumn, Number(code)]];
  const text =
    typeof value === "string" && old !== "" && value.includes(old) ? value.replace(old, code) : code;
  return [[sheetColumn, text]];
}

/** The cells of a row as the sheet has them. */
function cellsIn(
  { sheets }: WorkbookSnapshot,
  { sheet, sheetRow }: RecognisedRow,
): ReadonlyMap<number, Cell> {
  return sheets.find(({ name }) => name === sheet)?.rows.get(sheetRow) ?? new Map<number, Cell>();
}
