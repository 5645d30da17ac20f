import { ZERO } from "../amounts/decimal";
import { formatAmount } from "../amounts/format";
import { convertAmount } from "../amounts/unit";
import type { AmountUnit } from "../amounts/unit";
import type { MessageRef } from "../messages/messageRef";
import { formatA1 } from "../workbook/address";
import type { CellAddress } from "../workbook/address";
import type { ListPart } from "./listPart";
import type { BudgetList } from "./listRow";
import type { TableParts } from "./listSums";
import type { Need } from "./listTable";
import { partsBehind } from "./planTables";
import type { ListPlan } from "./planTables";
import { placeOf } from "./tellComparison";
import { rowNumbers } from "./readListSheet";
import type { RoundedParts } from "./roundParts";

/** What is said of a list that was read and of the tables made from it, most important first. */
export function planNotes(list: BudgetList, { tables, left, rounded, unit }: ListPlan): MessageRef[] {
  const empty = left.map(({ definition }) => definition.label);
  return [
    ...(empty.length > 0 ? [{ key: "lists.left", args: { tables: empty } }] : []),
    ...lackNotes([...tables, ...left], unit),
    ...list.notes,
    ...sumNotes(list),
    ...roundingNotes(rounded, unit),
  ];
}

/** Rows that could not be placed, by what they do not say, with the tables that their amounts are missing from. */
function lackNotes(tables: readonly TableParts[], unit: AmountUnit): MessageRef[] {
  const lacking = new Map<
    string,
    { readonly part: ListPart; readonly lacks: Need; readonly labels: string[] }
  >();
  for (const { definition, unplaced } of tables)
    for (const { part, lacks } of unplaced) {
      const name = `${lacks} ${part.index}`;
      const known = lacking.get(name);
      if (known) known.labels.push(definition.label);
      else lacking.set(name, { part, lacks, labels: [definition.label] });
    }
  const groups = new Map<string, { lacks: Need; labels: readonly string[]; parts: ListPart[] }>();
  for (const { part, lacks, labels } of lacking.values()) {
    const name = `${lacks} ${labels.join(" ")}`;
    const known = groups.get(name);
    if (known) known.parts.push(part);
    else groups.set(name, { lacks, labels, parts: [part] });
  }
  return [...groups.values()].map(({ lacks, labels, parts }) => ({
    key: `lists.lacks.${lacks}`,
    args: { rows: rowsOf(parts), amount: amountIn(parts, unit), unit, tables: labels },
  }));
}

/** Row numbers of the parts, with the sheets before them where there are several. */
function rowsOf(parts: readonly ListPart[]): string[] {
  const bySheet = new Map<string, number[]>();
  for (const { row } of parts) {
    const known = bySheet.get(row.sheet);
    if (known) known.push(row.sheetRow);
    else bySheet.set(row.sheet, [row.sheetRow]);
  }
  return [...bySheet].flatMap(([sheet, rows]) =>
    rowNumbers([...new Set(rows)]).map((one, index) => (index === 0 ? `${sheet} ${one}` : one)),
  );
}

function amountIn(parts: readonly ListPart[], unit: AmountUnit): string {
  const sum = parts.reduce((all, { amount }) => all.plus(amount), ZERO);
  return formatAmount(
    convertAmount(sum, "元", unit),
    Math.max(2, convertAmount(sum, "元", unit).decimalPlaces()),
  );
}

function sumNotes({ sheets }: BudgetList): MessageRef[] {
  return sheets.flatMap(({ sheet, sums }) =>
    (["words", "formula", "figures"] as const).flatMap((by) => {
      const rows = sums.filter((one) => one.by === by).map(({ sheetRow }) => sheetRow);
      return rows.length === 0 ? [] : [{ key: `lists.sums.${by}`, args: { sheet, rows: rowNumbers(rows) } }];
    }),
  );
}

function roundingNotes({ rounded, moved }: RoundedParts, unit: AmountUnit): MessageRef[] {
  if (rounded === 0) return [];
  const args = { count: String(rounded), unit };
  return [
    moved === 0
      ? { key: "lists.rounded", args }
      : { key: "lists.roundedMoved", args: { ...args, moved: String(moved) } },
  ];
}

/** The rows of the list behind a figure: its sum first, then row by row. Undefined for a cell that is no figure of the plan. */
export function figureNotes(plan: ListPlan, cell: CellAddress): MessageRef[] | undefined {
  const parts = partsBehind(plan, cell);
  if (!parts) return undefined;
  const args = { sheet: cell.sheet, cell: formatA1(cell.row, cell.column), count: String(parts.length) };
  return [
    { key: "lists.figure", args: { ...args, amount: amountIn(parts, "元") } },
    ...parts.map((part) => ({
      key: "lists.figure.row",
      args: { ...placeOf(part.row), amount: amountIn([part], "元") },
    })),
  ];
}

/** A table with its total, and that of the list rows it is made of: equal but for what is told. */
export interface TableTotal {
  readonly id: string;
  readonly label: string;
  /** How many rows of the list it is made of. */
  readonly rows: number;
  /** As it is printed in the table, in its unit, and of the list's rows in 元, exactly. */
  readonly total: string;
  readonly listed: string;
  readonly isComplete: boolean;
}

/** The totals of the tables beside those of the list. */
export function totalsOf({ tables, rounded: { steps } }: ListPlan): TableTotal[] {
  return tables.map(({ definition, placed, unplaced }) => ({
    id: definition.id,
    label: definition.label,
    rows: new Set(placed.map(({ row }) => row)).size,
    total: formatAmount(placed.reduce((sum, { index }) => sum.plus(steps[index] ?? 0), ZERO).dividedBy(100)),
    listed: amountIn([...placed, ...unplaced.map(({ part }) => part)], "元"),
    isComplete: unplaced.length === 0,
  }));
}
