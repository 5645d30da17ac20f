import { parseRelation } from "../../tables/notation";
import type { CellsTerm, RelationPattern } from "../../tables/notation";
import { formatA1, quoteSheetName } from "../../workbook/address";
import { columnOf, columnRuns, quoted, sumFormula } from "./formulaText";
import type { FormulaTerm } from "./formulaText";
import type { Row, Table } from "../table";
import { prefixTest } from "./rowTests";

/**
 * The figures of a table that follow from other tables, by the links of a set: for a row and a column the formula, "="
 * first; undefined where no link gives it or a table that it needs is not there.
 */
export function linkFormulas(
  table: Table,
  links: readonly string[],
  targets: readonly Table[],
): (row: Row, column: number) => string | undefined {
  // Read once: they are asked about for every figure of the table.
  const own = links.flatMap((text): Link[] => {
    const pattern = parseRelation(text);
    const [left] = pattern.left;
    return left?.kind === "cells" && left.table === table.definition.id ? [{ left, pattern }] : [];
  });
  return (row, column) => linkFormula(table, own, targets, row, column);
}

/** A link whose left side is the table's own. */
interface Link {
  readonly left: CellsTerm;
  readonly pattern: RelationPattern;
}

function linkFormula(
  table: Table,
  links: readonly Link[],
  targets: readonly Table[],
  row: Row,
  column: number,
): string | undefined {
  for (const { left, pattern } of links) {
    if (!left.rows?.kinds.includes(row.rule.kind)) continue;
    if (left.columns.length > 0 && !left.columns.includes(column)) continue;
    // A sum over several rows says what they are together: the first is what the others leave of it.
    const alike = left.isSum ? table.rows.filter(({ rule }) => rule === row.rule) : [row];
    if (alike[0] !== row) continue;
    const formula = rightSide(table, pattern, targets, row, restOf(table, alike.slice(1), column));
    if (formula !== undefined) return formula;
  }
  return undefined;
}

function rightSide(
  table: Table,
  { right, join }: RelationPattern,
  targets: readonly Table[],
  row: Row,
  rest: readonly FormulaTerm[],
): string | undefined {
  const terms = right.map((term): FormulaTerm | undefined => {
    if (term.kind !== "cells") return undefined;
    const text = termText(table, term, join.length > 0, targets, row);
    const sign = term.factor === "-1" ? -1 : 1;
    return text === undefined ? undefined : { sign, text, isReference: false };
  });
  return terms.every((term) => term !== undefined) ? sumFormula([...terms, ...rest]) : undefined;
}

/** Cells of other rows, taken off; SUM, because it passes over words such as 无. */
function restOf(table: Table, rows: readonly Row[], column: number): FormulaTerm[] {
  const place = table.columns.get(column);
  if (place === undefined || rows.length === 0) return [];
  const cells = columnRuns(
    rows.map(({ sheetRow }) => sheetRow),
    place,
  );
  return [{ sign: -1, text: `SUM(${cells.join(",")})`, isReference: false }];
}

function termText(
  table: Table,
  term: CellsTerm,
  isByCode: boolean,
  targets: readonly Table[],
  row: Row,
): string | undefined {
  if (isByCode && term.table === table.definition.id) {
    const place = table.columns.get(term.columns[0] ?? 0);
    return place === undefined ? undefined : formatA1(row.sheetRow, place);
  }
  const target = targets.find(({ definition }) => definition.id === term.table);
  const kind = term.rows?.kinds[0] ?? "";
  const side = target?.definition.sides.find(({ rows }) => rows.some((rule) => rule.kind === kind));
  if (!target || !side) return undefined;
  const amounts = target.columns.get(term.columns[0] ?? side.amountColumns[0] ?? 0);
  if (amounts === undefined) return undefined;
  const rule = side.rows.find((one) => one.kind === kind);
  const codeColumn = rule?.codeColumns?.[0] ?? side.codeColumn;
  const range = (column: number) => columnOf(target.sheet, column, target.firstBodyRow, target.noteRow);
  if (isByCode) {
    const codes = target.columns.get(codeColumn ?? 0);
    const key = codeOf(table, row);
    return codes === undefined || key === undefined
      ? undefined
      : `SUMIF(${range(codes)},${key},${range(amounts)})`;
  }
  const prefixes = term.rows?.prefixes ?? [];
  if (prefixes.length > 0 && codeColumn !== undefined) {
    const of = (column: number) => range(target.columns.get(column) ?? 0);
    const test = prefixTest(target.definition, codeColumn, prefixes, rule?.digits?.[0], of);
    return `SUMPRODUCT(${test}*1,${range(amounts)})`;
  }
  const rows = target.rows.filter((one) => one.rule.kind === kind);
  const [only] = rows;
  return rows.length === 1 && only
    ? `${quoteSheetName(target.sheet)}!${formatA1(only.sheetRow, amounts)}`
    : undefined;
}

/** What a row is looked up by: its code cell, or the code its line stands for. */
function codeOf(table: Table, row: Row): string | undefined {
  if (row.rule.standsFor !== undefined) return quoted(row.rule.standsFor);
  const place = table.columns.get(row.side.codeColumn ?? 0);
  return place === undefined ? undefined : `$${formatA1(row.sheetRow, place)}`;
}
