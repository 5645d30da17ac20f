import { Decimal, ZERO } from "../amounts/decimal";
import type { RecognisedRow, RecognisedTable } from "../recognition/recognised";
import { selectRows } from "../relations/select";
import { parseRelation } from "../tables/notation";
import type { CellsTerm } from "../tables/notation";
import { findMeanings } from "../tables/meanings";
import type { SetMeanings } from "../tables/meanings";
import type { CellAddress } from "../workbook/address";
import type { Meaning } from "./figure";
import { exactly, plus, rangeOf } from "./interval";
import type { Range } from "./interval";

/** One cell that a text's figure is compared with. */
export interface SummedCell extends CellAddress {
  readonly table: RecognisedTable;
}

/** An amount of the tables in 万元: one cell, or the sum of several. Blank cells count as nothing. */
export interface CellSum {
  readonly cells: readonly SummedCell[];
  readonly value: Decimal;
  readonly range: Range;
  /** The finest printed step of its cells. */
  readonly step: Decimal;
}

/** The tables a text is compared with, and the set they belong to. */
export interface TextTables {
  readonly packId: string;
  readonly tables: readonly RecognisedTable[];
  /** True of a cell that the tables themselves speak against: a relation that it stands in fails. */
  readonly isDisputed?: (cell: CellAddress) => boolean;
}

/** Finds amounts by meaning; the same meaning is worked out once. */
export interface CellFinder {
  /** The sums that may be meant, likeliest first; those with a cell that is no amount are left out. */
  readonly find: (meaning: Meaning) => readonly CellSum[];
}

/** Addresses tables by meaning. A set without meanings (決算) finds nothing. */
export function cellFinder({ packId, tables }: TextTables): CellFinder {
  const meanings = findMeanings(packId);
  const terms = new Map<string, readonly CellsTerm[]>();
  const byKey = new Map<string, readonly CellSum[]>();
  const termsOf = (text: string) => {
    const known = terms.get(text) ?? readTerms(text);
    terms.set(text, known);
    return known;
  };
  const rowsByKey = indexRows(tables);
  return {
    find: (meaning) => {
      if (!meanings) return [];
      const name = JSON.stringify(meaning);
      const known =
        byKey.get(name) ??
        sumsOf(meaning, meanings).flatMap((text) => sumOf(termsOf(text), tables, meaning, rowsByKey) ?? []);
      byKey.set(name, known);
      return known;
    },
  };
}

function readTerms(text: string): readonly CellsTerm[] {
  return parseRelation(`${text} = 0`).left.flatMap((term) => (term.kind === "cells" ? [term] : []));
}

function sumsOf({ what, item }: Meaning, meanings: SetMeanings): readonly string[] {
  if (!item) return meanings.totals[what] ?? [];
  if (item.system === "economic") return meanings.byEconomicCode;
  return item.system === "project" ? meanings.byProject : (meanings.byCode[what] ?? []);
}

/** Rows of a table by code and by name. */
type RowIndex = ReadonlyMap<RecognisedTable, ReadonlyMap<string, readonly RecognisedRow[]>>;

function indexRows(tables: readonly RecognisedTable[]): RowIndex {
  return new Map(
    tables.map((table) => {
      const rows = new Map<string, RecognisedRow[]>();
      for (const row of table.rows)
        for (const key of new Set([row.code, row.key])) rows.set(key, [...(rows.get(key) ?? []), row]);
      return [table, rows];
    }),
  );
}

/** Undefined when a table or every row is missing, or a cell holds no amount. */
function sumOf(
  terms: readonly CellsTerm[],
  tables: readonly RecognisedTable[],
  { item }: Meaning,
  index: RowIndex,
): CellSum | undefined {
  const cells: SummedCell[] = [];
  let value = ZERO;
  let range = exactly(ZERO);
  let step = new Decimal(1);
  for (const { table: id, rows, columns } of terms) {
    const table = tables.find(({ definition }) => definition.id === id);
    if (!table || !rows) return undefined;
    const listed = item ? (index.get(table)?.get(item.row) ?? []) : undefined;
    const found = listed
      ? listed.filter(({ rule }) => rows.kinds.includes(rule.kind))
      : selectRows(table, rows);
    if (found.length === 0 && terms.length === 1) return undefined;
    for (const row of found) {
      const figure = row.figures.get(columns[0] ?? 0);
      if (!figure || figure.kind === "bad") return undefined;
      cells.push({ ...figure.address, table });
      if (figure.kind === "none") continue;
      value = value.plus(figure.value);
      range = plus(range, rangeOf(figure.value, figure.step));
      step = Decimal.min(step, figure.step);
    }
  }
  return cells.length > 0 ? { cells, value, range, step } : undefined;
}
