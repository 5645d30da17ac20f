import { PLACE } from "../recognition/figureGrid";
import type { RecognisedRow, RecognisedTable } from "../recognition/recognised";
import { columnPaths } from "../tables/definition";
import type { SideDefinition } from "../tables/definition";
import type { RowSelector } from "../tables/notation";
import { buildRelations } from "./buildRelations";
import { CountedRelation } from "./countedRelation";
import type { Relation, UncheckedRelation } from "./relation";
import { hasKind, selectRows } from "./select";
import type { Sentence } from "./sentence";
import type { MessageArgs } from "../messages/messageRef";

export interface Expansion {
  relations: Relation[];
  unchecked: UncheckedRelation[];
}

/** A sentence without row selectors (c3 = c4 + c5): one relation for each row that says anything in these columns. */
export function expandRows(sentence: Sentence): Expansion {
  const { table, terms } = sentence;
  const numbers = terms.flatMap(({ pattern }) => pattern.columns);
  const absent = new Set(numbers.filter((number) => table.grid.column(number) < 0));
  const meant = new Set(
    table.definition.sides.filter((side) => numbers.every((number) => side.amountColumns.includes(number))),
  );
  const isNeeded = table.rows.some(({ side }) => meant.has(side));
  if (!isNeeded) return { relations: [], unchecked: [] };
  if (absent.size > 0) return { relations: [], unchecked: columnsAbsent(sentence, absent) };
  if (isDetailLeftOpen(sentence)) return { relations: [], unchecked: [] };
  if (terms.some(({ pattern }) => pattern.columns.length !== 1)) return expandSteps(sentence, meant);
  const columns = numbers.map((number) => table.grid.column(number));
  const relations: Relation[] = [];
  for (const row of table.rows)
    if (meant.has(row.side) && columns.some((column) => table.grid.kindAt(row.index, column) !== PLACE.none))
      relations.push(new CountedRelation(sentence, row, 0, "", undefined));
  return { relations, unchecked: [] };
}

/** A sentence over several columns at once: c9..c11 <= c3..c5. */
function expandSteps(sentence: Sentence, meant: ReadonlySet<SideDefinition>): Expansion {
  const rows = sentence.table.rows.filter(({ side }) => meant.has(side));
  return {
    relations: rows.flatMap(
      (row) => buildRelations(sentence, { rows: sentence.terms.map(() => [row]) }).relations,
    ),
    unchecked: [],
  };
}

/** An office that leaves a whole block of detail columns open (the districts of 表11) has not made a mistake in it. */
function isDetailLeftOpen({ table, terms }: Sentence): boolean {
  const details = terms.filter(({ side }) => side === "right").flatMap(({ pattern }) => pattern.columns);
  if (details.length < 2) return false;
  const columns = details.map((number) => table.grid.column(number));
  return table.rows.every(({ index }) =>
    columns.every((column) => table.grid.kindAt(index, column) <= PLACE.none),
  );
}

/** A sentence about named rows: [合计] = Σ[>单位], [收入总计] = [本年收入合计] + …. */
export function expandSelected(sentence: Sentence): Expansion {
  const { terms, table } = sentence;
  const parents = terms.some(({ pattern }) => pattern.rows?.isChild)
    ? selectRows(table, leftSelector(sentence))
    : [undefined];
  const expansion: Expansion = { relations: [], unchecked: [] };
  const absent = new Set<number>();
  if (parents.length === 0) {
    const { kinds } = leftSelector(sentence);
    const args = { row: kinds, table: table.definition.label };
    expansion.unchecked.push(notApplicable(sentence, "relation.noSuchRow", args));
  }
  // Rows that a term takes of the whole table are the same for every parent.
  const ofTable = terms.map(({ pattern: { rows }, table: own }) => {
    if (!rows) throw new Error(`${sentence.id}: a term names no row beside terms that do`);
    return rows.isChild ? [] : selectRows(own, rows);
  });
  for (const parent of parents) {
    let stop: UncheckedRelation | undefined;
    const rows = terms.map(({ pattern, side, table: own }, index) => {
      const selector = pattern.rows as RowSelector;
      const found =
        parent && side === "left"
          ? [parent]
          : selector.isChild
            ? selectRows(own, selector, parent)
            : (ofTable[index] ?? []);
      stop ??= cannotUse(sentence, own, selector, pattern.isSum, found, parent);
      return found;
    });
    if (stop) {
      expansion.unchecked.push(stop);
      continue;
    }
    const built = buildRelations(sentence, { rows, parent });
    built.absent.forEach((column) => absent.add(column));
    for (const relation of built.relations) expansion.relations.push(relation);
  }
  expansion.unchecked.push(...columnsAbsent(sentence, absent));
  return expansion;
}

function leftSelector({ id, pattern }: Sentence): RowSelector {
  const [left] = pattern.left;
  if (left?.kind !== "cells" || !left.rows) throw new Error(`${id}: [>…] needs a row on the left`);
  return left.rows;
}

function cannotUse(
  source: Sentence,
  table: RecognisedTable,
  selector: RowSelector,
  isSum: boolean,
  rows: readonly RecognisedRow[],
  parent: RecognisedRow | undefined,
): UncheckedRelation | undefined {
  const row = selector.kinds;
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

function notApplicable(source: Sentence, key: string, args: MessageArgs): UncheckedRelation {
  return { id: source.id, outcome: "notApplicable", table: source.table, reason: { key, args } };
}

/** Columns that a sentence needs and the sheet does not have. */
export function columnsAbsent(source: Sentence, absent: ReadonlySet<number>): UncheckedRelation[] {
  if (absent.size === 0) return [];
  const columns = [...absent].sort((a, b) => a - b).map(String);
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
