import type { CodeKind, CodeList } from "../codes/codeLists";
import type { CodeLists } from "../codes/listsInUse";
import { columnText } from "../recognition/columnText";
import { isHeadKind } from "../recognition/structure/heads";
import { parseCodeCell } from "../recognition/text";
import type { ColumnMatch, RecognisedRow, RecognisedTable } from "../recognition/recognised";
import type { CodeSystem } from "../tables/definition";
import { formatA1 } from "../workbook/address";
import type { CellAddress } from "../workbook/address";
import type { SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot";

/** A code as it stands in a cell of a table, with the name that belongs to it. */
export interface CodeCell {
  readonly row: RecognisedRow;
  /** Printed column number. */
  readonly column: number;
  readonly address: CellAddress;
  readonly kind: CodeKind;
  readonly code: string;
  /** "" where the row's name is not the code's (a project under its functional code). */
  readonly name: string;
}

/** The cell as it is called in sentences: "A12". */
export function a1({ address }: CodeCell): string {
  return formatA1(address.row, address.column);
}

/** Rows whose name column bears the name of their classification code. */
const NAMED_BY_CODE = new Set(["类", "款", "项"]);

/** Two code columns of a table that hold each other's codes. */
export interface SwappedColumns {
  readonly table: RecognisedTable;
  readonly first: ColumnMatch;
  readonly second: ColumnMatch;
  readonly firstKind: CodeKind;
  readonly secondKind: CodeKind;
}

export interface CodeCells {
  readonly cells: readonly CodeCell[];
  readonly swapped: readonly SwappedColumns[];
}

/**
 * All classification codes of a table; where two headings are swapped, each column is read by what it holds, as the lists
 * of the year tell it.
 */
export function readCodeCells(
  table: RecognisedTable,
  workbook: WorkbookSnapshot,
  year: number | undefined,
  lists: CodeLists,
): CodeCells {
  const sheets = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]));
  const columns = [...table.columns].flatMap(([number, match]) => {
    const kind = kindOf(match);
    return kind ? [{ number, match, kind }] : [];
  });
  const codesOf = ({ number }: { number: number }) =>
    table.rows.flatMap((row) => {
      const sheet = sheets.get(row.sheet);
      const { code } = parseCodeCell(sheet ? columnText(sheet, table.columns, number, row.sheetRow) : "");
      return code === "" ? [] : [code];
    });
  /** Most of the codes of the column are codes of the other's classification and not of its own. */
  const holdsThoseOf = (own: { number: number; kind: CodeKind }, other: { kind: CodeKind }) =>
    belongTo(codesOf(own), lists.get(other.kind, year).entries, lists.get(own.kind, year).entries);
  const swapped: SwappedColumns[] = [];
  const kinds = new Map(columns.map(({ number, kind }) => [number, kind]));
  for (const [index, first] of columns.entries()) {
    for (const second of columns.slice(index + 1)) {
      if (first.kind === second.kind) continue;
      if (!holdsThoseOf(first, second) || !holdsThoseOf(second, first)) continue;
      kinds.set(first.number, second.kind).set(second.number, first.kind);
      swapped.push({
        table,
        first: first.match,
        second: second.match,
        firstKind: second.kind,
        secondKind: first.kind,
      });
    }
  }
  const cells: CodeCell[] = [];
  for (const { number, match } of columns) {
    const isOfSide = ownersOf(table, number);
    for (const row of table.rows) {
      const cell =
        isOfSide(row) && readCell(row, sheets.get(row.sheet), { number, match, kind: kinds.get(number) });
      if (cell) cells.push(cell);
    }
  }
  return { cells: [...cells, ...statementLines(table)], swapped };
}

/** Tells rows that a code column is theirs: that of another side stands beside a row and is none of it. */
function ownersOf({ definition }: RecognisedTable, column: number): (row: RecognisedRow) => boolean {
  const owners = new Set(definition.sides.filter(({ codeColumn }) => codeColumn === column));
  return ({ side }) => owners.size === 0 || owners.has(side);
}

/** The classification of a code column; unit codes have no list. */
function kindOf({ definition }: ColumnMatch): CodeKind | undefined {
  return definition.systems?.find((system): system is Exclude<CodeSystem, "unit"> => system !== "unit");
}

/** Most of the codes are codes of the one classification and not of the other. */
function belongTo(codes: readonly string[], own: CodeList["entries"], other: CodeList["entries"]): boolean {
  const count = codes.filter((code) => own.has(code) && !other.has(code)).length;
  return count > 0 && count >= codes.length * 0.8;
}

interface CodeColumn {
  readonly number: number;
  readonly match: ColumnMatch;
  readonly kind: CodeKind | undefined;
}

function readCell(
  row: RecognisedRow,
  sheet: SheetSnapshot | undefined,
  { number: column, match: { definition, sheetColumn }, kind }: CodeColumn,
): CodeCell | undefined {
  const isUnitCode =
    (row.rule.kind === "单位" && definition.systems?.includes("unit")) ||
    // A unit's own code beside it; where its list has codes it has none.
    (row.table.byStructure && isHeadKind(row.rule.kind) && column !== row.side.codeColumn);
  if (isUnitCode || !kind || !sheet) return undefined;
  const text = (number: number) => columnText(sheet, row.table.columns, number, row.sheetRow);
  const { code, name } = parseCodeCell(text(column));
  if (code === "") return undefined;
  const besideOf = (number: number | undefined) =>
    number === undefined
      ? isOwnName
        ? row.name
        : ""
      : // A name written over two rows is whole in the row's own.
        number === row.side.nameColumn
        ? row.name
        : text(number);
  const isOwnName =
    column === row.side.codeColumn && NAMED_BY_CODE.has(row.rule.kind) && isBehind(row, column);
  return {
    row,
    column,
    address: { sheet: sheet.name, row: row.sheetRow, column: sheetColumn },
    kind,
    code,
    name: name || besideOf(definition.namedBy),
  };
}

/** The name of the row stands behind its code; before it stands the name of something else, such as a project. */
function isBehind({ table, side }: RecognisedRow, column: number): boolean {
  const [code, name] = [table.columns.get(column), table.columns.get(side.nameColumn)];
  return !table.byStructure || !code || !name || name.sheetColumn >= code.sheetColumn;
}

/** The class lines of the statements, which print the name of a functional class and no code. */
function statementLines(table: RecognisedTable): CodeCell[] {
  return table.rows.flatMap((row) => {
    const match = table.columns.get(row.side.nameColumn);
    if (row.rule.standsFor === undefined || !match) return [];
    const address = { sheet: row.sheet, row: row.sheetRow, column: match.sheetColumn };
    return {
      row,
      column: row.side.nameColumn,
      address,
      kind: "functional" as const,
      code: row.rule.standsFor,
      name: row.name,
    };
  });
}
