import type { CellsTerm } from "../../tables/notation";
import { formatA1, quoteSheetName } from "../../workbook/address";
import { columnOf, columnRuns, quoted, sumFormula } from "./formulaText";
import type { FormulaTerm } from "./formulaText";
import type { Row, Table } from "../table";
import type { Link } from "./links";
import { prefixTest } from "./rowTests";

/** What links are worked out by. */
interface Linked {
  readonly table: Table;
  /** Those whose figures are the table's. */
  readonly links: readonly Link[];
  readonly targets: readonly Table[];
}

/**
 * The figures of a table that follow from other tables, by the links of a set: for a row and a column the formula, "="
 * first; undefined where no link gives it or a table that it needs is not there.
 */
export function linkFormulas(
  table: Table,
  links: readonly Link[],
  targets: readonly Table[],
): (row: Row, column: number) => string | undefined {
  const linked = { table, targets, links: links.filter(({ to }) => to.table === table.definition.id) };
  return (row, column) => linkFormula(linked, row, column);
}

function linkFormula(linked: Linked, row: Row, column: number): string | undefined {
  const { table, links } = linked;
  for (const link of links) {
    const { to } = link;
    if (!to.rows?.kinds.includes(row.rule.kind)) continue;
    if (to.columns.length > 0 && !to.columns.includes(column)) continue;
    // A sum over several rows says what they are together: the first is what the others leave of it.
    const alike = to.isSum ? table.rows.filter(({ rule }) => rule === row.rule) : [row];
    if (alike[0] !== row) continue;
    const terms = termsOf(linked, link, row);
    const formula = terms && sumFormula([...terms, ...restOf(table, alike.slice(1), column)]);
    if (formula !== undefined) return formula;
  }
  return undefined;
}

/** Undefined where one of them cannot be written. */
function termsOf(linked: Linked, { from, isByCode }: Link, row: Row): FormulaTerm[] | undefined {
  const terms = from.flatMap((term): FormulaTerm[] => {
    const text = isByCode ? sameCode(linked, term, row) : wholeRows(linked, term);
    return text === undefined ? [] : [{ sign: term.factor === "-1" ? -1 : 1, text, isReference: false }];
  });
  return terms.length === from.length ? terms : undefined;
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

/** A table that a term speaks of, with the places of its rows' kind, codes and amounts; undefined where it is not there. */
function targetOf({ targets }: Linked, { table: id, rows, columns }: CellsTerm) {
  const kind = rows?.kinds[0] ?? "";
  const target = targets.find(({ definition }) => definition.id === id);
  const side = target?.definition.sides.find((one) => one.rows.some((rule) => rule.kind === kind));
  const amounts = target?.columns.get(columns[0] ?? side?.amountColumns[0] ?? 0);
  if (!target || !side || amounts === undefined) return undefined;
  const rule = side.rows.find((one) => one.kind === kind);
  const range = (column: number) => columnOf(target.sheet, column, target.firstBodyRow, target.noteRow);
  return { target, kind, rule, codeColumn: rule?.codeColumns?.[0] ?? side.codeColumn, amounts, range };
}

/** What stands under the row's own code in another table; for the table itself another cell of the row. */
function sameCode(linked: Linked, term: CellsTerm, row: Row): string | undefined {
  const { table } = linked;
  if (term.table === table.definition.id) {
    const place = table.columns.get(term.columns[0] ?? 0);
    return place === undefined ? undefined : formatA1(row.sheetRow, place);
  }
  const found = targetOf(linked, term);
  const codes = found?.target.columns.get(found.codeColumn ?? 0);
  const key = codeOf(table, row);
  return !found || codes === undefined || key === undefined
    ? undefined
    : `SUMIF(${found.range(codes)},${key},${found.range(found.amounts)})`;
}

/** Rows of another table whose codes begin so, or its only one of a kind. */
function wholeRows(linked: Linked, term: CellsTerm): string | undefined {
  const found = targetOf(linked, term);
  if (!found) return undefined;
  const { target, kind, rule, codeColumn, amounts, range } = found;
  const prefixes = term.rows?.prefixes ?? [];
  if (prefixes.length > 0 && codeColumn !== undefined) {
    const of = (column: number) => range(target.columns.get(column) ?? 0);
    const test = prefixTest(
      target.definition,
      { column: codeColumn, prefixes, digits: rule?.digits?.[0] },
      of,
    );
    return `SUMPRODUCT(${test}*1,${range(amounts)})`;
  }
  const [only, ...others] = target.rows.filter((one) => one.rule.kind === kind);
  return only && others.length === 0
    ? `${quoteSheetName(target.sheet)}!${formatA1(only.sheetRow, amounts)}`
    : undefined;
}

/** What a row is looked up by: its code cell, or the code its line stands for. */
function codeOf(table: Table, row: Row): string | undefined {
  if (row.rule.standsFor !== undefined) return quoted(row.rule.standsFor);
  const place = table.columns.get(row.side.codeColumn ?? 0);
  return place === undefined ? undefined : `$${formatA1(row.sheetRow, place)}`;
}
