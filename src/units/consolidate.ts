import { ZERO } from "../amounts/decimal";
import type { Decimal } from "../amounts/decimal";
import { normaliseName } from "../codes/codeName";
import type { RecognisedRow, RecognisedTable } from "../recognition/recognised";
import { columnPaths, findColumn } from "../tables/definition";
import type { Pack, RowRule, SideDefinition, TableDefinition } from "../tables/definition";
import type { OffsetPair } from "../tables/offsets";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { cellAtAddress, isErrorValue } from "../workbook/snapshot";
import { isUnitRow, UNIT, unitRowOf } from "./unitBook";
import type { UnitBook } from "./unitBook";

/** A unit's workbook as it is put together with others. */
export interface SourceBook extends UnitBook {
  readonly workbook: WorkbookSnapshot;
}

/** A row of a consolidated table: its texts, and its amounts with what each unit gives. */
export interface ConsolidatedRow {
  readonly side: SideDefinition;
  readonly rule: RowRule;
  /** What stands in its columns of words and codes, by printed number. */
  readonly texts: ReadonlyMap<number, string>;
  readonly amounts: ReadonlyMap<number, ConsolidatedAmount>;
}

/** An amount in 万元, what it is the sum of, and how far rounding in the units may have put it off. */
export interface ConsolidatedAmount {
  readonly value: Decimal;
  readonly shares: readonly Decimal[];
  readonly half: Decimal;
}

export interface ConsolidatedTable {
  readonly definition: TableDefinition;
  readonly rows: readonly ConsolidatedRow[];
  /** Printed numbers of the columns that some unit has. */
  readonly columns: ReadonlySet<number>;
}

/** A department's tables made of its units'. */
export interface Consolidation {
  readonly tables: readonly ConsolidatedTable[];
  /** Money paid between units that was taken out of both sides, in 万元 by the name of the line. */
  readonly offsets: ReadonlyMap<string, Decimal>;
}

/**
 * Puts the tables of units together (汇总): codes and lines added up, rows by unit one unit after another under their total. Money
 * that units pay each other is taken out where both sides are the same. All books must be of the pack.
 */
export function consolidate(
  pack: Pack,
  books: readonly SourceBook[],
  pairs: readonly OffsetPair[],
): Consolidation {
  const tables = pack.tables.flatMap((definition) => {
    const found = books.flatMap((book) =>
      book.tables.filter((table) => table.definition.id === definition.id).map((table) => ({ book, table })),
    );
    return found.length > 0 ? [consolidateTable(definition, found)] : [];
  });
  return withoutOffsets(tables, pairs);
}

interface Source {
  readonly book: SourceBook;
  readonly table: RecognisedTable;
}

function consolidateTable(definition: TableDefinition, sources: readonly Source[]): ConsolidatedTable {
  const columns = new Set(sources.flatMap(({ table }) => [...table.columns.keys()]));
  const listsUnits = definition.sides.some(
    ({ rows, parents }) => parents === "position" && rows.some(({ kind }) => kind === UNIT),
  );
  const rows = definition.sides.flatMap((side) =>
    listsUnits ? listedRows(side, sources) : addedRows(side, sources),
  );
  return { definition, rows, columns };
}

interface SourceRow extends Source {
  readonly row: RecognisedRow;
}

function rowsOf(side: SideDefinition, sources: readonly Source[]): SourceRow[] {
  return sources.flatMap((source) =>
    source.table.rows.filter((row) => row.side === side).map((row) => ({ ...source, row })),
  );
}

/** One row for each code or line, in the order of codes, or of the definition. */
function addedRows(side: SideDefinition, sources: readonly Source[]): ConsolidatedRow[] {
  const groups = new Map<string, SourceRow[]>();
  for (const one of rowsOf(side, sources)) {
    // Units above a tree of codes are parts of it once more.
    if (isUnitRow(one.row)) continue;
    const key = addedKey(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  const place = (rule: RowRule) => side.rows.indexOf(rule);
  const isCoded = side.rows.some(({ code }) => code !== undefined);
  const order = ([a]: SourceRow[], [b]: SourceRow[]): number => {
    if (!a || !b) return 0;
    const codes = isCoded && a.row.rule.level > 0 && b.row.rule.level > 0;
    if (!codes) return place(a.row.rule) - place(b.row.rule);
    const [one, other] = [a, b].map(treeKey) as [string, string];
    return one < other ? -1 : one > other ? 1 : 0;
  };
  return [...groups.values()].sort(order).map(added);
}

/** What a row is added up by: its code and the other codes beside it (两套经济分类), else its line or name. */
function addedKey({ row, table, book }: SourceRow): string {
  const { rule, code, key } = row;
  if (rule.standsFor !== undefined) return `${rule.kind}|${rule.standsFor}`;
  if (rule.names || rule.level === 0 || rule.filled) return rule.kind;
  if (rule.code) return `${rule.kind}|${parentCodes(row)}|${code}|${otherCodes(row, table, book)}`;
  return `${rule.kind}|${normaliseName(key)}`;
}

/** Where rows stand under one another by position, a code counts with the row above (301 of 501 and of 505). */
function parentCodes(row: RecognisedRow): string {
  return row.side.parents === "code" ? "" : (row.parent?.name ?? "");
}

function otherCodes(row: RecognisedRow, table: RecognisedTable, { workbook }: SourceBook): string {
  const { definition } = table;
  const coded = columnPaths(definition.header).filter(({ column }) => column.kind === "codeAndName");
  if (coded.length < 2 || row.side.parents === "code") return "";
  return coded.map(({ column }) => textAt(row, table, workbook, column.number)).join("|");
}

/** Codes under their class, in the order of the first: a class before its items, both pairs of classes apart. */
function treeKey({ row, table, book }: SourceRow): string {
  const others = otherCodes(row, table, book);
  if (others === "") return row.code;
  const above = row.parent && row.parent.rule.level > 0 ? row.parent : row;
  const head = `${above.code}|${otherCodes(above, table, book)}`;
  return `${head}|${above === row ? "" : `${row.code}|${others}`}`;
}

/** Totals added up, then each unit's own rows as they stand in its workbook. */
function listedRows(side: SideDefinition, sources: readonly Source[]): ConsolidatedRow[] {
  const all = rowsOf(side, sources);
  const heads = new Map<string, SourceRow[]>();
  const own: ConsolidatedRow[] = [];
  for (const source of sources) {
    const rows = all.filter(({ table }) => table === source.table);
    const hasUnits = rows.some(({ row }) => isUnitRow(row));
    for (const one of rows) {
      const isHead = hasUnits ? unitRowOf(one.row) === undefined : one.row.rule.level === 0;
      if (!isHead) continue;
      const key = addedKey(one);
      heads.set(key, [...(heads.get(key) ?? []), one]);
    }
    if (!hasUnits) own.push(...unitHead(side, rows, source));
    own.push(
      ...rows
        .filter(({ row }) => (hasUnits ? unitRowOf(row) !== undefined : row.rule.level > 0))
        .map((one) => added([one])),
    );
  }
  return [...[...heads.values()].map(added), ...own];
}

/** The row of a unit whose table prints none: its total. */
function unitHead(side: SideDefinition, rows: readonly SourceRow[], { book }: Source): ConsolidatedRow[] {
  const rule = side.rows.find(({ kind }) => kind === UNIT);
  const total = rows.find(({ row }) => row.rule.level === 0);
  if (!rule || !total) return [];
  const code = [...book.codes].sort((a, b) => b.length - a.length)[0] ?? "";
  const texts = new Map([[side.nameColumn, book.name]]);
  if (side.codeColumn !== undefined && code !== "") texts.set(side.codeColumn, code);
  return [{ ...added([total]), rule, texts }];
}

function added(rows: readonly SourceRow[]): ConsolidatedRow {
  const [first] = rows as [SourceRow];
  const amounts = new Map<number, ConsolidatedAmount>();
  for (const { row } of rows)
    for (const [column, figure] of row.figures) {
      const known = amounts.get(column) ?? { value: ZERO, shares: [], half: ZERO };
      if (figure.kind !== "amount") {
        amounts.set(column, known);
        continue;
      }
      const isZero = figure.value.isZero();
      amounts.set(column, {
        value: known.value.plus(figure.value),
        shares: isZero ? known.shares : [...known.shares, figure.value],
        half: isZero ? known.half : known.half.plus(figure.step.dividedBy(2)),
      });
    }
  return { side: first.row.side, rule: first.row.rule, texts: textsOf(first), amounts };
}

function textsOf({ row, table, book }: SourceRow): ReadonlyMap<number, string> {
  const { side } = row;
  const isTwoSided = table.definition.sides.length > 1;
  const own = columnPaths(table.definition.header).filter(
    ({ column }) =>
      column.kind !== "amount" &&
      (!isTwoSided || column.number === side.nameColumn || column.number === side.codeColumn),
  );
  const texts = new Map<number, string>();
  for (const { column } of own) {
    const text = textAt(row, table, book.workbook, column.number);
    if (text !== "") texts.set(column.number, text);
  }
  // Codes in three columns, or in one with the name, are written as one.
  if (side.codeColumn !== undefined && row.code !== "" && isBare(table.definition, side.codeColumn))
    texts.set(side.codeColumn, row.code);
  if (side.nameColumn > 0 && isBare(table.definition, side.nameColumn)) texts.set(side.nameColumn, row.name);
  return texts;
}

/** A column of its own for a code or a name, not of both. */
function isBare({ header }: TableDefinition, number: number): boolean {
  const kind = findColumn(header, number)?.column.kind;
  return kind === "code" || kind === "name";
}

function textAt(
  row: RecognisedRow,
  table: RecognisedTable,
  workbook: WorkbookSnapshot,
  number: number,
): string {
  const match = table.columns.get(number);
  if (!match) return "";
  const value = cellAtAddress(workbook, {
    sheet: row.sheet,
    row: row.sheetRow,
    column: match.sheetColumn,
  })?.value;
  return value === undefined || isErrorValue(value) ? "" : String(value).trim();
}

/** Takes what units pay each other out of both sides, and of the totals that hold it, where both sides are the same in all. */
function withoutOffsets(tables: readonly ConsolidatedTable[], pairs: readonly OffsetPair[]): Consolidation {
  const offsets = new Map<string, Decimal>();
  const taken = pairs.flatMap(({ expenditure, income }) => {
    const [out, into] = [expenditure, income].map(({ cells }) => lineSum(tables, cells[0]));
    if (!out || !into || out.isZero() || !out.equals(into)) return [];
    offsets.set(expenditure.name, out);
    offsets.set(income.name, into);
    return [...expenditure.cells, ...income.cells];
  });
  if (taken.length === 0) return { tables, offsets };
  return {
    offsets,
    tables: tables.map((table) => {
      const own = taken.filter((place) => place.table === table.definition.id);
      return own.length === 0 ? table : { ...table, rows: own.reduce(withoutCells, table.rows) };
    }),
  };
}

type OffsetPlace = OffsetPair["income"]["cells"][number];

function lineSum(tables: readonly ConsolidatedTable[], place: OffsetPlace | undefined): Decimal | undefined {
  const table = tables.find(({ definition }) => definition.id === place?.table);
  return table?.rows.find(({ rule }) => rule.kind === place?.line)?.amounts.get(place?.column ?? 0)?.value;
}

function withoutCells(
  rows: readonly ConsolidatedRow[],
  { line, column, total }: OffsetPlace,
): readonly ConsolidatedRow[] {
  const isOwn = ({ rule, amounts }: ConsolidatedRow) =>
    amounts.has(column) && (line === undefined || rule.kind === line);
  const whole = rows
    .filter(isOwn)
    .reduce((sum, { amounts }) => sum.plus(amounts.get(column)?.value ?? ZERO), ZERO);
  return rows.map((row) => {
    const amounts = new Map(row.amounts);
    const reduce = (at: number, by: Decimal) => {
      const before = amounts.get(at);
      if (before && !by.isZero())
        amounts.set(at, {
          ...before,
          value: before.value.minus(by),
          shares: [...before.shares, by.negated()],
        });
    };
    const own = isOwn(row) ? (row.amounts.get(column)?.value ?? ZERO) : ZERO;
    if (isOwn(row)) reduce(column, own);
    if (line === undefined) reduce(total.column, own);
    else if (row.rule.kind === total.line) reduce(total.column, whole);
    return { ...row, amounts };
  });
}
