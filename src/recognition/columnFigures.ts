import { powerOfTen, safeCount } from "../amounts/count";
import type { SideDefinition, TableDefinition } from "../tables/definition";
import { columnPaths } from "../tables/definition";
import { rowEquations } from "../tables/rowEquations";
import type { ColumnTerm } from "../tables/rowEquations";
import { parseAmount } from "../amounts/parseAmount";
import { cellAt } from "../workbook/snapshot";
import { FigureGrid, PLACE } from "./figureGrid";
import type { ReadSheet } from "./readSheet";
import type { RowDraft } from "./rows";

/** A figure of a sheet column and its printed step, in steps of 10^-PLACES whatever unit the sheet is in. */
interface ColumnFigure {
  readonly count: number;
  readonly step: number;
}

/** Digits after the point in which figures of all columns are counted; figures of more say nothing of meanings. */
const PLACES = 6;

/**
 * The figures of sheet columns, whatever they mean, for trying out meanings: what fits is taken where relations hold within
 * a step for each figure, and nothing here is reported.
 */
export class ColumnFigures {
  private readonly rules: readonly (readonly ColumnTerm[])[];
  private readonly optional: ReadonlySet<number>;
  private readonly values = new Map<number, readonly (ColumnFigure | undefined)[]>();
  private cells: FigureGrid | undefined;
  private known: readonly RowDraft[] | undefined;

  constructor(
    private readonly sheet: ReadSheet,
    private readonly definition: TableDefinition,
    private readonly body: readonly number[],
    private readonly readRows: () => readonly RowDraft[],
  ) {
    this.rules = sheet.facts.of(definition, rowRules);
    this.optional = sheet.facts.of(definition, optionalColumns);
  }

  /** At least half of what stands in the column below the heading are amounts, and they are no 1, 2, 3 … */
  areAmounts(column: number): boolean {
    const cells = this.body.flatMap((row) => cellAt(this.sheet, row, column) ?? []);
    const amounts = cells.flatMap(({ value }) =>
      typeof value === "number" || (typeof value === "string" && parseAmount(value).kind === "amount")
        ? [value]
        : [],
    );
    const first = amounts[0];
    const isCount =
      amounts.length > 1 &&
      typeof first === "number" &&
      amounts.every((value, index) => value === first + index);
    return amounts.length > 0 && amounts.length * 2 >= cells.length && !isCount;
  }

  /** True when two sheet columns hold the same figures, or are the same. */
  areEqual(one: number | undefined, other: number): boolean {
    if (one === other) return true;
    if (one === undefined) return false;
    const [a, b] = [this.column(one), this.column(other)];
    return a.every((value, index) => (value?.count ?? 0) === (b[index]?.count ?? 0));
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

  private rowHolds(rule: readonly ColumnTerm[], places: ReadonlyMap<number, number>, row: number) {
    let sum = 0;
    let slack = 0;
    let hasLeft = false;
    let hasRight = false;
    let isNothing = true;
    for (const { number, factor } of rule) {
      const column = places.get(number);
      if (column === undefined && !this.optional.has(number)) return undefined;
      const found = column === undefined ? undefined : this.column(column)[row];
      if (!found) continue;
      if (found.count !== 0) isNothing = false;
      if (factor > 0) hasLeft = true;
      else hasRight = true;
      sum += factor * found.count;
      slack += Math.abs(factor) * found.step;
    }
    // Blank cells on one side say nothing of which column is which.
    return isNothing || !hasLeft || !hasRight ? undefined : Math.abs(sum) <= slack;
  }

  /** The total against the rows directly below it, in tables whose rows are a tree of codes. */
  private totalHolds(number: number, column: number): boolean | undefined {
    const side = this.definition.sides.find(({ amountColumns }) => amountColumns.includes(number));
    if (side?.parents !== "code") return undefined;
    const values = this.column(column);
    const rows = this.drafts().flatMap((draft, index) =>
      draft.side === side ? [{ level: draft.rule.level, value: values[index] ?? NOTHING }] : [],
    );
    const total = rows.find(({ level }) => level === 0);
    const top = rows.reduce((least, { level }) => (level > 0 ? Math.min(least, level) : least), Infinity);
    const parts = rows.filter(({ level }) => level === top);
    if (!total || parts.length === 0 || total.value.count === 0) return undefined;
    const sum = parts.reduce((all, { value }) => all + value.count, 0);
    const slack = parts.reduce((all, { value }) => all + value.step, total.value.step);
    return Math.abs(total.value.count - sum) <= slack;
  }

  private column(column: number): readonly (ColumnFigure | undefined)[] {
    let values = this.values.get(column);
    if (!values) {
      values = readColumn(this.grid(), this.drafts().length, column);
      this.values.set(column, values);
    }
    return values;
  }

  /** All cells of the rows as figures of one table, which together show how finely it prints; columns by their place. */
  private grid(): FigureGrid {
    if (this.cells) return this.cells;
    const drafts = this.drafts();
    const columns = new Set<number>();
    for (const { sheet, sheetRow } of drafts)
      for (const column of sheet.rows.get(sheetRow)?.keys() ?? []) columns.add(column);
    const side: SideDefinition = {
      nameColumn: 0,
      amountColumns: [...columns],
      parents: "position",
      rows: [],
    };
    const rows = drafts.map(({ sheet, sheetRow }) => ({ side, sheet, sheetRow }));
    const places = new Map([...columns].map((column) => [column, { sheetColumn: column }]));
    return (this.cells = new FigureGrid(rows, places, [side], "万元"));
  }

  private drafts(): readonly RowDraft[] {
    return (this.known ??= this.readRows());
  }
}

const NOTHING: ColumnFigure = { count: 0, step: 0 };

/** The figures of a sheet column; undefined where there is none, and where its count cannot be told. */
function readColumn(grid: FigureGrid, length: number, column: number): (ColumnFigure | undefined)[] {
  const scale = powerOfTen(PLACES - grid.places);
  const at = grid.column(column);
  return Array.from({ length }, (_, row) => {
    const kind = grid.kindAt(row, at);
    if (kind !== PLACE.amount && kind !== PLACE.textAmount) return undefined;
    const count = safeCount(grid.countAt(row, at) * scale);
    const step = safeCount(grid.stepAt(row, at) * scale);
    // A step finer than what is counted allows nothing.
    return Number.isNaN(count) ? undefined : { count, step: Number.isNaN(step) ? 0 : step };
  });
}

/** The equations that hold in every row of a table, everything brought to one side. */
function rowRules(definition: TableDefinition): readonly (readonly ColumnTerm[])[] {
  return rowEquations(definition).map(({ left, right }) => [
    ...left,
    ...right.map(({ number, factor }) => ({ number, factor: -factor })),
  ]);
}

function optionalColumns({ header }: TableDefinition): ReadonlySet<number> {
  return new Set(columnPaths(header).flatMap(({ column }) => (column.isOptional ? [column.number] : [])));
}
