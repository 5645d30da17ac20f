import type { RecognisedRow, RecognisedTable } from "../recognition/recognised";
import { columnPaths } from "../tables/definition";
import type { RowSelector } from "../tables/notation";
import { buildRelations, cellsTerms } from "./draft";
import type { FoundTerm, Source } from "./draft";
import type { Relation, UncheckedRelation } from "./relation";
import { hasKind, selectRows } from "./select";

export interface Expansion {
  relations: Relation[];
  unchecked: UncheckedRelation[];
}

/** A sentence without row selectors (c3 = c4 + c5): one relation for each row that says anything in these columns. */
export function expandRows(source: Source): Expansion {
  const terms = cellsTerms(source.pattern);
  const { table } = source;
  const absent = new Set<number>();
  const relations: Relation[] = [];
  const silent = silentColumns(table);
  for (const row of table.rows) {
    if (!terms.every(({ term }) => term.columns.every((column) => row.side.amountColumns.includes(column))))
      continue;
    const found = terms.map(({ term, side }): FoundTerm => ({
      pattern: term,
      side,
      table,
      parent: undefined,
      rows: [row],
    }));
    const built = buildRelations(source, found);
    built.absent.forEach((column) => absent.add(column));
    relations.push(...built.relations.filter((relation) => !isDetailLeftOpen(relation, silent)));
  }
  return { relations, unchecked: columnsAbsent(source, absent) };
}

/** Columns in which no row of the table says anything. */
function silentColumns({ rows }: RecognisedTable): (column: number) => boolean {
  const spoken = new Set<number>();
  for (const { figures } of rows) {
    for (const [column, { kind }] of figures) if (kind !== "none") spoken.add(column);
  }
  return (column) => !spoken.has(column);
}

/** An office that leaves a whole block of detail columns open (the districts of 表11) has not made a mistake in it. */
function isDetailLeftOpen({ terms }: Relation, isSilent: (column: number) => boolean): boolean {
  const details = terms.filter(({ side }) => side === "right");
  return details.length > 1 && details.every(({ column }) => isSilent(column));
}

/** A sentence about named rows: [合计] = Σ[>单位], [收入总计] = [本年收入合计] + …. */
export function expandSelected(
  source: Source,
  tableOf: (id: string | undefined) => RecognisedTable,
): Expansion {
  const terms = cellsTerms(source.pattern);
  const parents = terms.some(({ term }) => term.rows?.isChild)
    ? selectRows(source.table, leftSelector(source))
    : [undefined];
  const expansion: Expansion = { relations: [], unchecked: [] };
  const absent = new Set<number>();
  if (parents.length === 0) expansion.unchecked.push(notApplicable(source, "relation.noSuchRow"));
  for (const parent of parents) {
    const found: FoundTerm[] = [];
    let stop: UncheckedRelation | undefined;
    for (const { term, side } of terms) {
      const table = tableOf(term.table);
      const selector = term.rows;
      if (!selector) throw new Error(`${source.id}: a term names no row beside terms that do`);
      const rows = parent && side === "left" ? [parent] : selectRows(table, selector, parent);
      stop ??= cannotUse(source, table, selector, term.isSum, rows, parent);
      found.push({ pattern: term, side, table, parent: selector.isChild ? parent : undefined, rows });
    }
    if (stop) {
      expansion.unchecked.push(stop);
      continue;
    }
    const built = buildRelations(source, found);
    built.absent.forEach((column) => absent.add(column));
    expansion.relations.push(...built.relations);
  }
  expansion.unchecked.push(...columnsAbsent(source, absent));
  return expansion;
}

function leftSelector({ id, pattern }: Source): RowSelector {
  const [left] = pattern.left;
  if (left?.kind !== "cells" || !left.rows) throw new Error(`${id}: [>…] needs a row on the left`);
  return left.rows;
}

function cannotUse(
  source: Source,
  table: RecognisedTable,
  selector: RowSelector,
  isSum: boolean,
  rows: readonly RecognisedRow[],
  parent: RecognisedRow | undefined,
): UncheckedRelation | undefined {
  const row = selector.kinds.join("、");
  if (selector.isChild || (isSum && !parent)) {
    // Without a single row of that kind the table does not go into this detail.
    if (selector.isChild ? rows.length === 0 : !hasKind(table, selector)) {
      return notApplicable(source, "relation.noSuchRow", { row, table: table.definition.label });
    }
    return undefined;
  }
  if (rows.length === 1) return undefined;
  // Lines that an office has no use for may be left out; only a table without its total is not whole.
  if (rows.length === 0 && !isRequired(table, selector))
    return notApplicable(source, "relation.noSuchRow", { row, table: table.definition.label });
  const key = rows.length === 0 ? "relation.rowAbsent" : "relation.rowTwice";
  return {
    id: source.id,
    outcome: "cannotTell",
    table: source.table,
    reason: { key, args: { row, table: table.definition.label } },
  };
}

function isRequired({ definition }: RecognisedTable, { kinds }: RowSelector): boolean {
  return definition.sides.some((side) =>
    side.rows.some((rule) => rule.required && kinds.includes(rule.kind)),
  );
}

function notApplicable(source: Source, key: string, args: Record<string, string> = {}): UncheckedRelation {
  return { id: source.id, outcome: "notApplicable", table: source.table, reason: { key, args } };
}

/** Columns that a sentence needs and the sheet does not have. */
export function columnsAbsent(source: Source, absent: ReadonlySet<number>): UncheckedRelation[] {
  if (absent.size === 0) return [];
  const columns = [...absent].sort((a, b) => a - b).join("、");
  const { definition } = source.table;
  const isOptional = columnPaths(definition.header)
    .filter(({ column }) => absent.has(column.number))
    .every(({ column }) => column.isOptional);
  return [
    {
      id: source.id,
      outcome: isOptional ? "notApplicable" : "cannotTell",
      table: source.table,
      reason: { key: "relation.columnAbsent", args: { columns } },
    },
  ];
}
