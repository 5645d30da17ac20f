import type { RecognisedRow, RecognisedTable } from "../recognition/recognised";
import type { CellAddress } from "../workbook/address";
import { formatA1 } from "../workbook/address";
import { speaksOfOwnRow, speaksOfRowsBelow } from "../workbook/formula/ownRow";
import { moveFormula } from "../workbook/formula/shift";
import type { Cell, SheetSnapshot } from "../workbook/snapshot";
import { cellAt } from "../workbook/snapshot";
import { cellKey } from "./cellKey";
import { judgementsAt } from "./checked";
import type { Checked } from "./checked";
import type { Finding } from "./finding";
import { asSum } from "./hints/hintContext";
import { isFailing } from "./outcome";
import { remark } from "./readability";
import { sumFormulaOf } from "./totalFormula";

/** Body rows of a table that are looked at for formulas: a table without any there is one of values. */
const ROWS_LOOKED_AT = 500;

/** A number stands alone among formulas where these are so many at least, and so many times as many as numbers. */
const FORMULAS = { least: 3, toNumber: 3 };

/** Formulas on each side whose pattern a cell should follow; two of them have to agree. */
const NEIGHBOURS = 2;

/** Cells named in one finding; the rest are counted. */
const MOST_CELLS_NAMED = 8;

/** A typed number where the cells like it have formulas, with the formula that belongs there. */
export interface OverwrittenFormula {
  readonly address: CellAddress;
  readonly table: RecognisedTable;
  readonly formula: string;
}

/** A cell with an amount or a formula among those that should be alike. */
interface Like {
  readonly address: CellAddress;
  readonly cell: Cell;
  /** The formula that it should have by itself, where it should add up others. */
  readonly ownFormula?: (() => string | undefined) | undefined;
}

/** Moves a formula from one cell to another; undefined where it cannot be carried over. */
type Carry = (formula: string, from: CellAddress, to: CellAddress) => string | undefined;

/**
 * Cells in which a number was typed over a formula, as the cells like it show: those of the same kind of row in its column,
 * those of its row, and the totals of the same relation. The formula is that of the cells around it, carried over, or the sum
 * of the total's parts. Every cell once, in the order of the tables.
 */
export function overwrittenFormulas({ workbook, tables, judgements }: Checked): OverwrittenFormula[] {
  const sheets = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]));
  const withFormulas = new Set(tables.filter((table) => hasFormulas(table, sheets)));
  if (withFormulas.size === 0) return [];
  const found = new Map<string, OverwrittenFormula>();
  const note = (table: RecognisedTable, likes: readonly Like[], carry: Carry) => {
    for (const { address, formula } of oddOnes(likes, carry)) {
      const key = cellKey(address);
      if (!found.has(key)) found.set(key, { address, table, formula });
    }
  };
  const computed = new Set<string>();
  const columnOf = (table: RecognisedTable, column: number) =>
    `${table.definition.id} ${table.sheet} ${column}`;
  for (const table of withFormulas) {
    for (const column of columnsOf(table, sheets)) {
      for (const { address, cell } of column)
        if (cell.formula !== undefined) computed.add(columnOf(table, address.column));
      note(table, column, alongColumn);
    }
    for (const row of rowsOf(table, sheets)) note(table, row, alongRow);
  }
  for (const [table, totals] of totalsOf(judgements, withFormulas, sheets)) note(table, totals, alongColumn);
  // A column that is typed throughout is no slip.
  return [...found.values()].filter(({ table, address }) => computed.has(columnOf(table, address.column)));
}

/**
 * formula.overwritten: a typed number where a formula belongs, which is right at the moment; one finding a table.
 * @param blamed cells that are told to be wrong, as cellKey
 */
export function overwrittenFindings(checked: Checked, blamed: ReadonlySet<string>): Finding[] {
  const byTable = new Map<RecognisedTable, CellAddress[]>();
  for (const { table, address } of overwrittenFormulas(checked)) {
    // One that is wrong is a mistake of its own, mended by the formula.
    if (blamed.has(cellKey(address)) || judgementsAt(checked, address).some(isFailing)) continue;
    byTable.set(table, [...(byTable.get(table) ?? []), address]);
  }
  return [...byTable].map(([table, cells]) => {
    const named = cells.slice(0, MOST_CELLS_NAMED).map(({ row, column }) => formatA1(row, column));
    const isWhole = named.length === cells.length;
    return remark(table, {
      severity: "warning",
      rule: "formula.overwritten",
      cells,
      message: {
        key: isWhole ? "formula.overwritten" : "formula.overwritten.many",
        args: { cells: named, count: String(cells.length) },
      },
    });
  });
}

function hasFormulas(table: RecognisedTable, sheets: ReadonlyMap<string, SheetSnapshot>): boolean {
  const places = amountPlaces(table).map(({ sheetColumn }) => sheetColumn);
  return table.rows.slice(0, ROWS_LOOKED_AT).some(({ sheet, sheetRow }) => {
    const cells = sheets.get(sheet)?.rows.get(sheetRow);
    return cells !== undefined && places.some((place) => cells.get(place)?.formula !== undefined);
  });
}

function amountPlaces({ grid, columns }: RecognisedTable): { number: number; sheetColumn: number }[] {
  return grid.numbers.flatMap((number) => {
    const match = columns.get(number);
    return match ? [{ number, sheetColumn: match.sheetColumn }] : [];
  });
}

function likeAt(
  { sheet, sheetRow: row }: RecognisedRow,
  column: number,
  sheets: ReadonlyMap<string, SheetSnapshot>,
): Like[] {
  const own = sheets.get(sheet);
  const cell = own && cellAt(own, row, column);
  return cell ? [{ address: { sheet, row, column }, cell }] : [];
}

/** The cells of each amount column in rows of one kind, from top to bottom. */
function columnsOf(table: RecognisedTable, sheets: ReadonlyMap<string, SheetSnapshot>): Like[][] {
  return amountPlaces(table).flatMap(({ number, sheetColumn }) => {
    const byRule = new Map<unknown, Like[]>();
    for (const row of table.rows) {
      if (!row.side.amountColumns.includes(number)) continue;
      const known = byRule.get(row.rule);
      if (known) known.push(...likeAt(row, sheetColumn, sheets));
      else byRule.set(row.rule, likeAt(row, sheetColumn, sheets));
    }
    return [...byRule.values()];
  });
}

/** The amount cells of each row, from left to right. */
function rowsOf(table: RecognisedTable, sheets: ReadonlyMap<string, SheetSnapshot>): Like[][] {
  const places = amountPlaces(table);
  return table.rows.map((row) =>
    places
      .filter(({ number }) => row.side.amountColumns.includes(number))
      .flatMap(({ sheetColumn }) => likeAt(row, sheetColumn, sheets)),
  );
}

/** The totals that each sentence of a table asks for in it. */
function totalsOf(
  judgements: Checked["judgements"],
  tables: ReadonlySet<RecognisedTable>,
  sheets: ReadonlyMap<string, SheetSnapshot>,
): (readonly [RecognisedTable, Like[]])[] {
  const bySentence = new Map<string, readonly [RecognisedTable, Like[]]>();
  for (const { relation } of judgements) {
    const sum = tables.has(relation.table) ? asSum(relation) : undefined;
    if (!sum || sum.total.row.table !== relation.table) continue;
    const { address } = sum.total.figure;
    const sheet = sheets.get(address.sheet);
    const cell = sheet && cellAt(sheet, address.row, address.column);
    if (!cell) continue;
    const key = `${relation.table.sheet}\n${relation.id}`;
    const known = bySentence.get(key) ?? ([relation.table, []] as const);
    known[1].push({ address, cell, ownFormula: () => sumFormulaOf(relation) });
    bySentence.set(key, known);
  }
  return [...bySentence.values()];
}

/** Numbers that stand alone among formulas, each with the formula that belongs there. */
function oddOnes(
  likes: readonly Like[],
  carry: Carry,
): { readonly address: CellAddress; readonly formula: string }[] {
  const isTyped = ({ cell }: Like) => cell.formula === undefined && typeof cell.value === "number";
  const formulas = likes.filter(({ cell }) => cell.formula !== undefined).length;
  const typed = likes.filter(isTyped).length;
  if (typed === 0 || formulas < FORMULAS.least || typed * FORMULAS.toNumber > formulas) return [];
  return likes.flatMap((like, place) => {
    if (!isTyped(like)) return [];
    const formula = formulaAround(likes, place, carry) ?? like.ownFormula?.();
    return formula === undefined ? [] : [{ address: like.address, formula }];
  });
}

/** What the nearest formulas on both sides read like in a cell; undefined where they differ or are too few. */
function formulaAround(likes: readonly Like[], place: number, carry: Carry): string | undefined {
  const { address } = likes[place] as Like;
  const near = [...nearest(likes, place, -1), ...nearest(likes, place, 1)];
  const carried = near.map((like) => carry(like.cell.formula ?? "", like.address, address));
  const [first] = carried;
  return carried.length >= NEIGHBOURS && carried.every((one) => one === first) ? first : undefined;
}

/** Two cells of one row or one column. */
function isInLine(one: CellAddress, other: CellAddress): boolean {
  return one.sheet === other.sheet && (one.row === other.row || one.column === other.column);
}

function nearest(likes: readonly Like[], place: number, step: 1 | -1): Like[] {
  const { address } = likes[place] as Like;
  const found: Like[] = [];
  for (let at = place + step; at >= 0 && at < likes.length && found.length < NEIGHBOURS; at += step) {
    const like = likes[at] as Like;
    if (like.cell.formula !== undefined && isInLine(like.address, address)) found.push(like);
  }
  return found;
}

/** A formula that speaks of its own row, or of the rows from there down, further up or down its column. */
function alongColumn(formula: string, from: CellAddress, to: CellAddress): string | undefined {
  const isOwn = speaksOfOwnRow(formula, from.row) || speaksOfRowsBelow(formula, from.row);
  if (from.column !== to.column || !isOwn) return undefined;
  return moveFormula(formula, to.row - from.row, 0);
}

/** A formula that speaks of other rows or sheets, further along its row: C9+D9 says nothing of what stands beside it. */
function alongRow(formula: string, from: CellAddress, to: CellAddress): string | undefined {
  if (speaksOfOwnRow(formula, from.row) && !formula.includes("!")) return undefined;
  return moveFormula(formula, 0, to.column - from.column);
}
