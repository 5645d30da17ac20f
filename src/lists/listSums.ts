import { isColumn } from "../tables/definition";
import type { HeaderNode, Pack, TableDefinition } from "../tables/definition";
import { summedColumns } from "../tables/rowEquations";
import { categoryOf } from "./layouts";
import type { ListPart } from "./listPart";
import { takes } from "./listTable";
import type { ColumnChoice, ListTable, Need } from "./listTable";

/** A part that a table should have and cannot, and what it does not say. */
export interface Unplaced {
  readonly part: ListPart;
  readonly lacks: Need;
}

/** What a table adds up. */
export interface TableParts {
  readonly table: ListTable;
  readonly definition: TableDefinition;
  /** Those that have a place in it, in the order of the list. */
  readonly placed: readonly ListPart[];
  readonly unplaced: readonly Unplaced[];
  /** The parts of each figure by figureKey, sums of rows and columns included. */
  readonly figures: ReadonlyMap<string, readonly ListPart[]>;
}

/** Under which a figure's parts are found. */
export function figureKey(rowKey: string, column: number): string {
  return `${column}\n${rowKey}`;
}

/** Puts the parts into the figures of a table, or says what they lack. Throws RangeError for a table the pack has not. */
export function placeParts(pack: Pack, table: ListTable, parts: readonly ListPart[]): TableParts {
  const definition = pack.tables.find(({ id }) => id === table.id);
  if (!definition) throw new RangeError(`${pack.id} has no table ${table.id}`);
  const above = sumColumns(definition);
  const placed: ListPart[] = [];
  const unplaced: Unplaced[] = [];
  const figures = new Map<string, ListPart[]>();
  for (const part of parts) {
    if (!takes(table, part)) continue;
    const lacks = table.sides.map(({ layout, columns }) => lackOf(part, layout.needs, columns));
    const lack = lacks.find((one) => one !== undefined);
    if (lack !== undefined) {
      unplaced.push({ part, lacks: lack });
      continue;
    }
    placed.push(part);
    for (const { layout, columns } of table.sides) {
      const own = columnOf(part, columns);
      for (const column of own === undefined ? [] : [own, ...(above.get(own) ?? [])])
        for (const rowKey of layout.keysOf(part)) {
          const key = figureKey(rowKey, column);
          const known = figures.get(key);
          if (known) known.push(part);
          else figures.set(key, [part]);
        }
    }
  }
  return { table, definition, placed, unplaced, figures };
}

const SAYS: Readonly<Record<Need, (part: ListPart) => boolean>> = {
  unit: ({ row }) => row.unit.code !== "",
  project: ({ row }) => row.project.name !== "",
  functional: ({ row }) => /^2\d{6}$/.test(row.functional.code),
  department: ({ row }) => /^3\d{4}$/.test(row.department.code),
  category: ({ row }) => categoryOf(row.department.code) !== undefined,
  fund: ({ fund }) => fund !== "",
  spending: ({ row }) => row.spending !== undefined,
  item: ({ row }) => /^[ABC]\d/.test(row.item.code),
  service: ({ row }) => row.services.some(({ code, name }) => (code || name) !== ""),
  income: ({ row }) => (row.income.code || row.income.name) !== "",
};

function lackOf(part: ListPart, needs: readonly Need[], columns: ColumnChoice): Need | undefined {
  const byColumn = columns.by === "fund" || columns.by === "spending" ? [columns.by] : [];
  const lack = [...byColumn, ...needs].find((need) => !SAYS[need](part));
  // A code that is not there belongs to no category either; that it is not there is what has to be said.
  return lack === "category" && part.row.department.code === "" ? "department" : lack;
}

/** The column a part stands in; undefined where the table has none for it. */
function columnOf({ row, fund, share }: ListPart, choice: ColumnChoice): number | undefined {
  switch (choice.by) {
    case "one":
      return choice.column;
    case "fund":
      return fund === "" ? undefined : choice.columns[fund];
    case "share":
      return share && choice.columns[share];
    case "spending": {
      const own = row.spending && choice.columns[row.spending];
      return row.spending === "项目支出" && row.isSpecial ? (choice.columns.财政专项资金 ?? own) : own;
    }
  }
}

/** For each column those that are sums of it, by the relations along a row: 一般公共预算 → 小计, 合计, 总计. */
function sumColumns(definition: TableDefinition): Map<number, number[]> {
  const direct = new Map<number, number[]>();
  for (const { sum, parts } of summedColumns(definition))
    for (const part of parts) direct.set(part, [...(direct.get(part) ?? []), sum]);
  const all = (column: number): number[] => (direct.get(column) ?? []).flatMap((sum) => [sum, ...all(sum)]);
  return new Map(leaves(definition.header).map((column) => [column, [...new Set(all(column))]]));
}

function leaves(nodes: readonly HeaderNode[]): number[] {
  return nodes.flatMap((node) => (isColumn(node) ? [node.number] : leaves(node.children)));
}
