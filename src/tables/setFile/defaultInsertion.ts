import type { RowRule, SideDefinition, TableDefinition } from "../definition";
import { getColumn } from "../definition";
import type { BodyTemplate, PackInsertion } from "../insertion";

/** Blank rows for what is typed by hand. */
const BLANK_ROWS = 5;

/**
 * What empty tables of a set begin with whose file says nothing of it: its lines in their order, the office's codes and
 * units, blank rows for items. Sums follow from the relations of each table.
 */
export function defaultInsertion(tables: readonly TableDefinition[]): PackInsertion {
  return {
    tables: Object.fromEntries(
      tables.map((table) => [table.id, { sides: table.sides.map((side) => rowsOf(table, side)) }]),
    ),
    links: [],
    offers: { units: [], codes: tables.flatMap(codesOffered), projects: [] },
  };
}

function rowsOf(table: TableDefinition, side: SideDefinition): BodyTemplate[] {
  const isFunctional =
    side.codeColumn !== undefined &&
    getColumn(table, side.codeColumn).systems?.includes("functional") === true;
  // The lines of a list stand in its first block.
  const named = side.continues ? [] : side.rows.filter(isLine);
  const open = side.rows.filter((rule) => !isLine(rule));
  const unit = open.find(({ kind }) => kind === "单位");
  if (unit) {
    const under = named.filter(({ level }) => level > unit.level).map(lineOf);
    const items = open.filter((rule) => rule !== unit).map(blankOf);
    const above = named.filter(({ level }) => level <= unit.level).map(lineOf);
    return [...above, { each: "unit", under: [...under, ...items] }];
  }
  const deepest = open.at(-1);
  const codes: BodyTemplate[] =
    isFunctional && deepest ? [{ each: "code" }, { blank: deepest.kind }] : open.map(blankOf);
  return [...named.map(lineOf), ...codes];
}

/** A row with a printed name. */
function isLine({ names, code }: RowRule): boolean {
  return names !== undefined && names.length > 0 && code === undefined;
}

function lineOf({ names, kind }: RowRule): BodyTemplate {
  return { line: names?.[0] ?? kind };
}

function blankOf({ kind, filled, names, code }: RowRule): BodyTemplate {
  const isSingle = filled !== undefined && names === undefined && code === undefined && kind === "数据";
  return { blank: kind, count: isSingle ? 1 : BLANK_ROWS };
}

function codesOffered(table: TableDefinition): string[] {
  return table.sides.flatMap(({ codeColumn, rows }) => {
    const isFunctional =
      codeColumn !== undefined && getColumn(table, codeColumn).systems?.includes("functional") === true;
    return isFunctional && rows.some(({ kind }) => kind === "项") ? [`${table.id}[项]`] : [];
  });
}
