import type { Decimal } from "../amounts/decimal";
import { ZERO } from "../amounts/decimal";
import type { Figure, RecognisedRow, RecognisedTable } from "../recognition/recognised";
import { selectRows } from "../relations/select";
import type { ListId, SetComparison } from "../tables/comparison";
import { parseRelation } from "../tables/notation";
import type { CellsTerm } from "../tables/notation";
import type { CellAddress } from "../workbook/address";

/** The tables of one year, in the set they belong to. */
export interface YearTables {
  readonly packId: string;
  readonly setName: string;
  readonly year: number | undefined;
  readonly tables: readonly RecognisedTable[];
}

/** A cell that an amount is made of. */
export interface AmountCell extends CellAddress {
  readonly table: RecognisedTable;
  readonly figure: Figure;
}

/** An amount of one year in 万元: the sum of its cells, blank ones as nothing; undefined where one of them is no amount. */
export interface YearAmount {
  readonly value: Decimal | undefined;
  readonly cells: readonly AmountCell[];
}

/** A row of a list with what it is told by. */
export interface ListRow extends YearAmount {
  readonly code: string;
  /** As printed, numbering off. */
  readonly name: string;
  /** Code of its unit; "" where the list has none. */
  readonly unit: string;
}

/**
 * A single amount by its name; undefined where the set has no such amount, or its tables are not in the workbook: then it
 * cannot be compared. A row that its table does not print counts as nothing.
 */
export function lineAmount({ lines }: SetComparison, name: string, tables: readonly RecognisedTable[]) {
  let none: YearAmount | undefined;
  for (const text of lines[name] ?? []) {
    const amount = sumOf(termsOf(text), tables);
    if (amount && amount.cells.length > 0) return amount;
    none ??= amount;
  }
  return none;
}

function sumOf(terms: readonly CellsTerm[], tables: readonly RecognisedTable[]): YearAmount | undefined {
  const cells: AmountCell[] = [];
  for (const term of terms) {
    const found = cellsOf(term, tables);
    if (!found) return undefined;
    cells.push(...found.flatMap(({ cell }) => cell));
  }
  return { value: totalOf(cells), cells };
}

/** The rows of a list, those of the same key added up; undefined where the workbook has none of its tables. */
export function listRows(
  { lists }: SetComparison,
  id: ListId,
  tables: readonly RecognisedTable[],
  keyOf: (row: Pick<ListRow, "code" | "name" | "unit">) => string,
): ReadonlyMap<string, ListRow> | undefined {
  const found = (lists[id] ?? []).flatMap(termsOf).map((term) => cellsOf(term, tables));
  if (found.every((one) => one === undefined)) return undefined;
  const rows = new Map<string, ListRow>();
  for (const { row, cell } of found.flatMap((one) => one ?? [])) {
    const told = { code: row.code, name: row.key, unit: row.unit };
    const key = keyOf(told);
    if (key === "") continue;
    const known = rows.get(key);
    const cells = [...(known?.cells ?? []), cell];
    rows.set(key, { ...(known ?? told), cells, value: totalOf(cells) });
  }
  return rows;
}

function cellsOf(
  { table: id, rows, columns }: CellsTerm,
  tables: readonly RecognisedTable[],
): { readonly row: RecognisedRow; readonly cell: AmountCell }[] | undefined {
  const table = tables.find(({ definition }) => definition.id === id);
  if (!table || !rows) return undefined;
  return selectRows(table, rows).flatMap((row) => {
    const figure = row.figures.get(columns[0] ?? 0);
    return figure ? [{ row, cell: { ...figure.address, table, figure } }] : [];
  });
}

function totalOf(cells: readonly AmountCell[]): Decimal | undefined {
  let sum = ZERO;
  for (const { figure } of cells) {
    if (figure.kind === "bad") return undefined;
    if (figure.kind === "amount") sum = sum.plus(figure.value);
  }
  return sum;
}

function termsOf(text: string): CellsTerm[] {
  return parseRelation(`${text} = 0`).left.flatMap((term) => (term.kind === "cells" ? [term] : []));
}
