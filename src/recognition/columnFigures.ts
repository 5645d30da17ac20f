import { parseAmount } from "../amounts/parseAmount";
import type { TableDefinition } from "../tables/definition";
import { parseRelation } from "../tables/notation";
import type { TermPattern } from "../tables/notation";
import { cellAt } from "../workbook/snapshot";
import type { SheetSnapshot } from "../workbook/snapshot";
import type { RowDraft } from "./rows";

/** Printed figures agree within one step of 0.01 for each term; those in 元 are whole numbers mostly. */
const STEP = 0.01;

/** One column with its factor in a relation within a row. */
interface RowTerm {
  readonly number: number;
  readonly factor: number;
}

/**
 * The figures of sheet columns as plain numbers, for trying out meanings: nothing here is reported or compared to the
 * last digit, so that floating point is exact enough.
 */
export class ColumnFigures {
  private readonly rules: readonly (readonly RowTerm[])[];
  private readonly optional: ReadonlySet<number>;
  private readonly values = new Map<number, readonly (number | undefined)[]>();
  private known: readonly RowDraft[] | undefined;

  constructor(
    private readonly sheet: SheetSnapshot,
    private readonly definition: TableDefinition,
    private readonly body: readonly number[],
    private readonly readRows: () => readonly RowDraft[],
  ) {
    this.rules = rowRules(definition);
    this.optional = new Set(optionalColumns(definition));
  }

  /** At least half of what stands in the column below the heading are amounts, and they are no 1, 2, 3 … */
  areAmounts(column: number): boolean {
    const cells = this.body.flatMap((row) => cellAt(this.sheet, row, column) ?? []);
    const amounts = cells.flatMap(({ value }) => amountOf(value) ?? []);
    const isCount =
      amounts.length > 1 && amounts.every((value, index) => value === (amounts[0] ?? 0) + index);
    return amounts.length > 0 && amounts.length * 2 >= cells.length && !isCount;
  }

  /** True when two sheet columns hold the same figures, or are the same. */
  areEqual(one: number | undefined, other: number): boolean {
    if (one === other) return true;
    if (one === undefined) return false;
    const [a, b] = [this.column(one), this.column(other)];
    return a.every((value, index) => (value ?? 0) === (b[index] ?? 0));
  }

  /** How many relations hold and fail when sheet columns are given these meanings. */
  judge(places: ReadonlyMap<number, number>): { readonly held: number; readonly failed: number } {
    let held = 0;
    let failed = 0;
    const count = (holds: boolean | undefined) => {
      if (holds === true) held++;
      if (holds === false) failed++;
    };
    const drafts = this.drafts();
    for (const rule of this.rules)
      drafts.forEach(({ side }, index) => {
        if (rule.every(({ number }) => side.amountColumns.includes(number)))
          count(this.rowHolds(rule, places, index));
      });
    for (const [number, column] of places) count(this.totalHolds(number, column));
    return { held, failed };
  }

  private rowHolds(rule: readonly RowTerm[], places: ReadonlyMap<number, number>, row: number) {
    let sum = 0;
    let hasLeft = false;
    let hasRight = false;
    let isNothing = true;
    for (const { number, factor } of rule) {
      const column = places.get(number);
      if (column === undefined && !this.optional.has(number)) return undefined;
      const found = column === undefined ? undefined : this.column(column)[row];
      const value = found ?? 0;
      if (value !== 0) isNothing = false;
      if (found !== undefined && factor > 0) hasLeft = true;
      if (found !== undefined && factor < 0) hasRight = true;
      sum += factor * value;
    }
    // Blank cells on one side say nothing of which column is which.
    return isNothing || !hasLeft || !hasRight ? undefined : Math.abs(sum) <= STEP * rule.length;
  }

  /** The total against the rows directly below it, in tables whose rows are a tree of codes. */
  private totalHolds(number: number, column: number): boolean | undefined {
    const side = this.definition.sides.find(({ amountColumns }) => amountColumns.includes(number));
    if (side?.parents !== "code") return undefined;
    const values = this.column(column);
    const rows = this.drafts().flatMap((draft, index) =>
      draft.side === side ? [{ level: draft.rule.level, value: values[index] ?? 0 }] : [],
    );
    const total = rows.find(({ level }) => level === 0);
    const top = Math.min(...rows.flatMap(({ level }) => (level > 0 ? [level] : [])));
    const parts = rows.filter(({ level }) => level === top);
    if (!total || parts.length === 0 || total.value === 0) return undefined;
    const sum = parts.reduce((all, { value }) => all + value, 0);
    return Math.abs(total.value - sum) <= STEP * (parts.length + 1);
  }

  private column(column: number): readonly (number | undefined)[] {
    let values = this.values.get(column);
    if (!values) {
      values = this.drafts().map(({ sheetRow }) => amountOf(cellAt(this.sheet, sheetRow, column)?.value));
      this.values.set(column, values);
    }
    return values;
  }

  private drafts(): readonly RowDraft[] {
    return (this.known ??= this.readRows());
  }
}

function amountOf(value: unknown): number | undefined {
  if (typeof value === "number") return value;
  if (typeof value !== "string") return undefined;
  const parsed = parseAmount(value);
  return parsed.kind === "amount" ? parsed.value.toNumber() : undefined;
}

const rulesOf = new WeakMap<TableDefinition, readonly (readonly RowTerm[])[]>();

/** The equations that hold in every row of a table, everything brought to one side. */
function rowRules(definition: TableDefinition): readonly (readonly RowTerm[])[] {
  const cached = rulesOf.get(definition);
  if (cached) return cached;
  const rules = definition.relations.flatMap(({ text }) => {
    const { left, operator, right } = parseRelation(text);
    if (operator !== "=") return [];
    const terms = [...left.map((term) => rowTerm(term, 1)), ...right.map((term) => rowTerm(term, -1))];
    const whole = terms.flatMap((term) => term ?? []);
    return whole.length === terms.length ? [whole] : [];
  });
  rulesOf.set(definition, rules);
  return rules;
}

function rowTerm(term: TermPattern, sign: number): RowTerm | undefined {
  if (term.kind === "number" || term.table !== undefined || term.rows || term.isSum) return undefined;
  const [number] = term.columns;
  return number === undefined || term.columns.length > 1
    ? undefined
    : { number, factor: sign * factorOf(term.factor) };
}

function factorOf(factor: string): number {
  return factor === "-" ? -1 : Number(factor);
}

function optionalColumns({ header }: TableDefinition): number[] {
  const columns: number[] = [];
  const visit = (nodes: TableDefinition["header"]) => {
    for (const node of nodes) {
      if ("children" in node) visit(node.children);
      else if (node.isOptional) columns.push(node.number);
    }
  };
  visit(header);
  return columns;
}
