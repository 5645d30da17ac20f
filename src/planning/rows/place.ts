import type { RowRule } from "../../tables/definition";
import { codesAbove } from "../../codes/place";
import { Refusal } from "./rowsPlan";
import type { Row, Table } from "../table";

/** The rows of a table that have a code of a tree, within one unit where the table lists codes unit by unit. */
export function rowsOfTree(table: Table, unit: string | undefined): Row[] {
  const coded = table.rows.filter(({ rule, code, isBlank }) => !isBlank && code !== "" && isTreeRule(rule));
  const units = new Set(coded.flatMap((row) => unitOf(row) ?? []));
  if (units.size === 0) return coded;
  if (unit === undefined) throw new Refusal("rows.unitNeeded", { table: table.definition.label });
  const own = coded.filter((row) => unitOf(row)?.code === unit);
  if (own.length === 0 && ![...units].some(({ code }) => code === unit))
    throw new Refusal("rows.noUnit", { table: table.definition.label, unit });
  return own;
}

/** True for 类, 款 and 项: rules of one length of code each. */
export function isTreeRule({ code, digits, kind }: RowRule): boolean {
  return code !== undefined && digits?.length === 1 && kind !== "单位";
}

/** The unit row above a row. */
export function unitOf(row: Row): Row | undefined {
  for (let above = row.parent; above; above = above.parent) if (above.rule.kind === "单位") return above;
  return undefined;
}

/** Where a code belongs among rows: below the last of those before it in the order of the tree. */
export function placeOfCode(
  table: Table,
  rows: readonly Row[],
  code: string,
  unit: string | undefined,
): number {
  const above = nearestAbove(rows, code);
  const around = rows.filter((row) => !above || row.code.startsWith(above.code));
  const before = around.filter((row) => row.code < code && row !== above);
  const last = before.reduce<Row | undefined>(
    (best, row) =>
      !best || row.code > best.code || (row.code === best.code && row.sheetRow > best.sheetRow) ? row : best,
    undefined,
  );
  const start =
    last ??
    above ??
    table.rows.find((row) =>
      unit === undefined ? row.rule.level === 0 : row.rule.kind === "单位" && row.code === unit,
    );
  return start ? start.sheetRow + 1 : table.firstBodyRow;
}

function nearestAbove(rows: readonly Row[], code: string): Row | undefined {
  const above = codesAbove(code);
  const level = (row: Row) => above.indexOf(row.code);
  return rows.reduce<Row | undefined>(
    (best, row) => (level(row) > (best ? level(best) : -1) ? row : best),
    undefined,
  );
}

/** The last row of what stands under a row, itself where there is nothing; blank rows count when they are asked for. */
export function lastBelow(row: Row, withBlanks: boolean): number {
  return row.children
    .filter(({ isBlank }) => withBlanks || !isBlank)
    .reduce((last, child) => Math.max(last, lastBelow(child, withBlanks)), row.sheetRow);
}

/**
 * The row whose look a new one takes: the nearest of its kind; for a row that others stand under, of one such; else a
 * blank one.
 */
export function rowLike(
  table: Table,
  rule: RowRule,
  place: number,
  hasChildren: boolean,
): number | undefined {
  const near = (rows: readonly Row[]) =>
    [...rows].sort((a, b) => Math.abs(a.sheetRow - place) - Math.abs(b.sheetRow - place))[0]?.sheetRow;
  const own = table.rows.filter((row) => row.side.rows.includes(rule));
  return (
    near(own.filter((row) => row.rule === rule && !row.isBlank)) ??
    (hasChildren
      ? near(own.filter(({ children, rule: other }) => children.length > 0 && other.level > 0))
      : undefined) ??
    near(own.filter((row) => row.rule === rule)) ??
    (hasChildren
      ? near(own.filter(({ rule: other }) => other.level === 0))
      : near(own.filter(({ isBlank }) => isBlank)))
  );
}

/**
 * Tables whose rows may be moved or taken out one by one: where lists stand side by side, a row of the sheet holds one of
 * each. Throws Refusal when all tables asked about are such.
 */
export function withOwnRows(tables: readonly Table[]): readonly Table[] {
  const own = tables.filter(({ definition }) => definition.sides.length === 1);
  const [first] = tables;
  if (own.length === 0 && first) throw new Refusal("rows.sideBySide", { table: first.definition.label });
  return own;
}
