import { normaliseRowName } from "../../recognition/text";
import { parseRelation } from "../../tables/notation";
import { summedColumns } from "../../tables/rowEquations";
import type { CellsTerm, RelationPattern, RowSelector } from "../../tables/notation";
import { formatA1, parseRange } from "../../workbook/address";
import { below, between, columnRuns, plus, quoted, rowRuns, sumFormula } from "./formulaText";
import type { FormulaTerm } from "./formulaText";
import type { Row, Table } from "../table";
import { prefixTest, rowTest } from "./rowTests";

/** Works out the formulas of a table from its own relations. */
export interface OwnFormulas {
  /** The formula of a figure, "=" first; undefined where no relation of the table gives it. */
  of(row: Row, column: number): string | undefined;
}

/**
 * The figures of a table that follow from others of the same table. A column that is a sum of columns is one in every
 * row; the other columns of a row that stands over others are sums of those. Where several relations would give a
 * figure, the first in the definition does, and the others remain to be checked.
 */
export function ownFormulas(table: Table): OwnFormulas {
  const across = summedColumns(table.definition);
  const down = table.definition.relations
    .map(({ text }) => parseRelation(text))
    .filter(
      (pattern) =>
        pattern.operator === "=" &&
        pattern.left.length === 1 &&
        cellsOf(pattern).every(({ rows }) => rows !== undefined),
    );
  return {
    of: (row, column) =>
      first(across, (one) => (one.sum === column ? alongRow(table, one.parts, row) : undefined)) ??
      (row.isBlank ? undefined : downColumn(table, down, row, column)),
  };
}

function first<T, R>(list: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of list) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function cellsOf({ left, right }: RelationPattern): CellsTerm[] {
  return [...left, ...right].filter((term) => term.kind === "cells");
}

/** The columns of a row added up, as far as the sheet has them: c3 = c4 + c5. */
function alongRow(table: Table, parts: readonly number[], row: Row): string | undefined {
  const places = parts.flatMap((number) => table.columns.get(number) ?? []);
  return parts.every((number) => row.side.amountColumns.includes(number))
    ? sumFormula(rowRuns(places, row.sheetRow).map(plus))
    : undefined;
}

function downColumn(table: Table, down: readonly RelationPattern[], row: Row, column: number) {
  if (row.sum !== undefined) {
    return termsFormula(table, parseRelation(`[${row.rule.kind}] = ${row.sum}`), row, column);
  }
  return first(down, (pattern) => {
    const [left] = pattern.left;
    if (left?.kind !== "cells" || !left.rows?.kinds.includes(row.rule.kind)) return undefined;
    if (left.columns.length > 0 && !left.columns.includes(column)) return undefined;
    return termsFormula(table, pattern, row, column);
  });
}

function termsFormula(table: Table, pattern: RelationPattern, row: Row, column: number) {
  const terms = pattern.right.map((term) =>
    term.kind === "cells" && term.rows && (term.factor === "1" || term.factor === "-1")
      ? termOf(table, { term, selector: term.rows, isByName: pattern.join.length > 0 }, row, column)
      : undefined,
  );
  return terms.every((term) => term !== undefined)
    ? sumFormula(withNeighboursJoined(terms.flat()))
    : undefined;
}

/** B6, B7 and B8 as B6:B8. */
function withNeighboursJoined(terms: readonly FormulaTerm[]): readonly FormulaTerm[] {
  const cells = terms.map(({ text, sign, isReference }) =>
    isReference && sign === 1 && !text.includes(":") ? parseRange(text) : undefined,
  );
  const [one] = cells;
  const isOneColumn = cells.every((cell) => cell !== undefined && cell.firstColumn === one?.firstColumn);
  if (!isOneColumn || !one) return terms;
  return columnRuns(
    cells.flatMap((cell) => cell?.firstRow ?? []),
    one.firstColumn,
  ).map(plus);
}

interface SelectedTerm {
  readonly term: CellsTerm;
  readonly selector: RowSelector;
  readonly isByName: boolean;
}

function termOf(
  table: Table,
  { term, selector, isByName }: SelectedTerm,
  row: Row,
  column: number,
): FormulaTerm[] | undefined {
  const sign = term.factor === "-1" ? -1 : 1;
  if (selector.isChild) return childrenTerm(table, selector, row, column);
  const place = table.columns.get(column);
  if (place === undefined) return undefined;
  if (selector.prefixes.length > 0 || isByName) return [conditionTerm(table, selector, row, place)];
  const ofKind = term.isSum ? kindBelow(table, selector, row, place) : undefined;
  if (ofKind !== undefined) return [{ sign, text: ofKind, isReference: false }];
  const rows = table.rows.filter(
    (other) => other.side === row.side && other !== row && selector.kinds.includes(other.rule.kind),
  );
  if (rows.length === 0 || (!term.isSum && rows.length > 1)) return undefined;
  return columnRuns(
    rows.map(({ sheetRow }) => sheetRow),
    place,
  ).map((text) => ({ sign, text, isReference: true }));
}

/** Σ[单位]: all rows below that are of a kind told by its code, not by its name; undefined for other kinds. */
function kindBelow(table: Table, { kinds }: RowSelector, row: Row, place: number): string | undefined {
  const rule = row.side.rows.find(({ kind }) => kinds.length === 1 && kinds[0] === kind);
  if (!rule || rule.names) return undefined;
  const test = rowTest(table, row.side, rule, rangeBelow(table, row));
  return test && `SUMPRODUCT(${test}*1,${below(place, row.sheetRow, table.noteRow, false)})`;
}

/** Σ[品目:A]: rows below whose code begins so; Σ[资金来源@单位] by name: rows below of the same name. */
function conditionTerm(table: Table, selector: RowSelector, row: Row, place: number): FormulaTerm {
  const of = rangeBelow(table, row);
  const { side } = row;
  const rule = side.rows.find(({ kind }) => selector.kinds.includes(kind));
  const code = rule?.codeColumns?.[0] ?? side.codeColumn ?? 0;
  const test =
    selector.prefixes.length > 0
      ? prefixTest(
          table.definition,
          { column: code, prefixes: selector.prefixes, digits: rule?.digits?.[0] },
          of,
        )
      : `(${of(side.nameColumn)}=${quoted(nameBelow(table, row))})`;
  return {
    sign: 1,
    text: `SUMPRODUCT(${test}*1,${below(place, row.sheetRow, table.noteRow, false)})`,
    isReference: false,
  };
}

/** 其中：一般公共预算 is called 一般公共预算 in the rows that it sums. */
function nameBelow({ rows }: Table, row: Row): string {
  const key = normaliseRowName(row.name);
  const same = rows.find(
    (other) =>
      other.sheetRow > row.sheetRow && normaliseRowName(other.name) === key && other.rule === row.rule,
  );
  return same?.name ?? key;
}

/** Σ[>]: the children of the row, told by their place, or by what their code and name columns say. */
function childrenTerm(
  table: Table,
  { kinds }: RowSelector,
  row: Row,
  column: number,
): FormulaTerm[] | undefined {
  const place = table.columns.get(column);
  const children = row.children.filter(({ rule }) => kinds.length === 0 || kinds.includes(rule.kind));
  const [one] = children;
  if (place === undefined) return undefined;
  if (!one) return undefined;
  if (row.side.parents === "code") return [treeTerm(table, row, one, place)].flatMap((term) => term ?? []);
  const rows = children.map(({ sheetRow }) => sheetRow);
  if (children.every(({ rule }) => rule.names)) return columnRuns(rows, place).map(plus);
  const next = rowAfter(table, row);
  const amounts = between(place, row.sheetRow, next, false);
  if (children.length === next - row.sheetRow - 1)
    return [{ sign: 1, text: `SUM(${amounts})`, isReference: false }];
  // Rows of this kind that stand under the next unit are not its.
  const own = (number: number) => between(table.columns.get(number) ?? 0, row.sheetRow, next, true);
  const test = rowTest(table, row.side, one.rule, next === table.noteRow ? rangeBelow(table, row) : own);
  const all = next === table.noteRow ? below(place, row.sheetRow, next, false) : amounts;
  return test === undefined
    ? columnRuns(rows, place).map(plus)
    : [{ sign: 1, text: `SUMPRODUCT(${test}*1,${all})`, isReference: false }];
}

/** Children in a tree of codes: one level longer, and beginning with the row's own code. */
function treeTerm(table: Table, row: Row, child: Row, place: number): FormulaTerm | undefined {
  const { codeColumn, rows } = row.side;
  const codes = codeColumn === undefined ? undefined : table.columns.get(codeColumn);
  // Blank rows are of the lowest level; what is typed there may be a class.
  const rule = row.code === "" ? rows.find(({ digits, level }) => digits && level > 0) : child.rule;
  const digits = rule?.digits?.[0];
  if (codes === undefined || digits === undefined) return undefined;
  const range = below(codes, row.sheetRow, table.noteRow, true);
  const own = `$${formatA1(row.sheetRow, codes)}`;
  const test =
    row.code === ""
      ? `(LEN(${range})=${digits})*1`
      : `(LEN(${range})=${digits})*(LEFT(${range},${row.code.length})=${own})`;
  const amounts = below(place, row.sheetRow, table.noteRow, false);
  return { sign: 1, text: `SUMPRODUCT(${test},${amounts})`, isReference: false };
}

function rangeBelow(table: Table, row: Row): (column: number) => string {
  return (column) => below(table.columns.get(column) ?? 0, row.sheetRow, table.noteRow, true);
}

/** The first row that is not below this one. */
function rowAfter({ rows, noteRow }: Table, row: Row): number {
  const after = rows.find(
    (other) => other.side === row.side && other.sheetRow > row.sheetRow && !isBelow(other, row),
  );
  return after?.sheetRow ?? noteRow;
}

function isBelow(row: Row, above: Row): boolean {
  for (let parent = row.parent; parent; parent = parent.parent) if (parent === above) return true;
  return false;
}
