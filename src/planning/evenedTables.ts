import { ZERO } from "../amounts/decimal";
import type { Decimal } from "../amounts/decimal";
import type { ConsolidatedRow, ConsolidatedTable } from "../units/consolidate";
import { checkWorkbook } from "../validation/check";
import { makeChecked } from "../validation/checked";
import type { Judgement } from "../validation/outcome";
import type { CellAddress } from "../workbook/address";
import { designedSheet } from "../workbook/designedSheet";
import { consolidatedSheet } from "./consolidatedSheets";
import type { ConsolidatedSheets } from "./consolidatedSheets";

/** Rounds in which totals are evened: a total of totals waits for those below. */
const MOST_ROUNDS = 20;

/** Tables, and how many totals in them were changed. */
export interface Evened {
  readonly tables: readonly ConsolidatedTable[];
  readonly evened: number;
}

/**
 * The tables as they are where they pass the check; else with those totals evened that fail, or all that are off: whichever leaves
 * the fewest errors.
 */
export function evenedTables(given: readonly ConsolidatedTable[], options: ConsolidatedSheets): Evened {
  let best: Evened & { readonly errors: number } = {
    tables: given,
    evened: 0,
    errors: errorsIn(given, options),
  };
  for (const areAllEvened of [false, true]) {
    if (best.errors === 0) break;
    const next = evenTotals(given, options, areAllEvened);
    const errors = errorsIn(next.tables, options);
    if (errors < best.errors) best = { ...next, errors };
  }
  return best;
}

function errorsIn(tables: readonly ConsolidatedTable[], options: ConsolidatedSheets): number {
  const sheets = tables.map((table) => consolidatedSheet(table, { ...options, isLinked: false }));
  const workbook = { name: "", sheets: sheets.map(({ design }) => designedSheet(design)) };
  const { findings } = checkWorkbook(workbook, options.pack).result;
  return findings.filter(({ severity }) => severity === "error").length;
}

/** Totals that are off by no more than what the rounding of the units may come to become those of their parts. */
function evenTotals(
  given: readonly ConsolidatedTable[],
  options: ConsolidatedSheets,
  areAllEvened: boolean,
): Evened {
  const sheets = given.map((table) => consolidatedSheet(table, { ...options, isLinked: false }));
  const bySheet = new Map(sheets.map(({ design, places }) => [design.name, places]));
  const { judgements } = makeChecked(
    { name: "", sheets: sheets.map(({ design }) => designedSheet(design)) },
    options.pack,
  );
  const equations = judgements.flatMap(
    (one) => equationOf(one, ({ sheet, row, column }) => bySheet.get(sheet)?.get(`${row},${column}`)) ?? [],
  );
  const changes = new Changes();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const isChanged = equations.map((equation) => evened(equation, changes, areAllEvened)).includes(true);
    if (!isChanged) break;
  }
  return {
    tables: given.map((table) => ({
      ...table,
      rows: table.rows.map((row) => changed(row, changes.of(row))),
    })),
    evened: changes.count,
  };
}

interface Place {
  readonly row: ConsolidatedRow;
  readonly column: number;
}

/** An equation with one cell on the left: that and the rest with their signs, as left less right. */
interface Equation {
  readonly total: Place;
  readonly terms: readonly (Place & { readonly coefficient: Decimal })[];
  readonly constant: Decimal;
  /** What the rounding of the units may come to, and what that of the printed figures alone. */
  readonly slack: Decimal;
  readonly printed: Decimal;
}

function equationOf(
  { relation, outcome, slack: printed }: Judgement,
  placeOf: (cell: CellAddress) => Place | undefined,
): Equation | undefined {
  if (outcome === "cannotTell" || relation.operator !== "=") return undefined;
  const left = relation.terms.filter(({ side }) => side === "left");
  const total = left[0] && placeOf(left[0].figure.address);
  // A figure that one unit alone has is that unit's.
  const sources = total?.row.amounts.get(total.column)?.shares.length ?? 0;
  if (!total || left.length > 1 || sources < 2) return undefined;
  const terms = relation.terms.flatMap(({ figure, coefficient, side }) => {
    const place = placeOf(figure.address);
    return place ? [{ ...place, coefficient: side === "left" ? coefficient : coefficient.negated() }] : [];
  });
  if (terms.length < relation.terms.length) return undefined;
  const slack = terms.reduce(
    (sum, { row, column, coefficient }) =>
      sum.plus((row.amounts.get(column)?.half ?? ZERO).times(coefficient.abs())),
    ZERO,
  );
  return { total, terms, constant: relation.constant, slack, printed };
}

/** Changes a total so that its equation holds; false where it does, or fails by more than rounding. */
function evened(
  { total, terms, constant, slack, printed }: Equation,
  changes: Changes,
  areAllEvened: boolean,
): boolean {
  const deviation = terms.reduce(
    (sum, { row, column, coefficient }) =>
      sum.plus((row.amounts.get(column)?.value ?? ZERO).plus(changes.at(row, column)).times(coefficient)),
    constant.negated(),
  );
  const most = areAllEvened ? ZERO : printed;
  if (deviation.abs().lessThanOrEqualTo(most) || deviation.abs().greaterThan(slack)) return false;
  changes.add(total, deviation.negated());
  return true;
}

/** By how much amounts are changed. */
class Changes {
  private readonly byRow = new Map<ConsolidatedRow, Map<number, Decimal>>();

  of(row: ConsolidatedRow): ReadonlyMap<number, Decimal> | undefined {
    return this.byRow.get(row);
  }

  at(row: ConsolidatedRow, column: number): Decimal {
    return this.byRow.get(row)?.get(column) ?? ZERO;
  }

  add({ row, column }: Place, by: Decimal): void {
    const own = this.byRow.get(row) ?? new Map<number, Decimal>();
    this.byRow.set(row, own.set(column, (own.get(column) ?? ZERO).plus(by)));
  }

  get count(): number {
    return [...this.byRow.values()].reduce(
      (sum, own) => sum + [...own.values()].filter((by) => !by.isZero()).length,
      0,
    );
  }
}

function changed(row: ConsolidatedRow, changes: ReadonlyMap<number, Decimal> | undefined): ConsolidatedRow {
  if (!changes) return row;
  const amounts = new Map(row.amounts);
  for (const [column, by] of changes) {
    const before = amounts.get(column);
    if (before && !by.isZero())
      amounts.set(column, { ...before, value: before.value.plus(by), shares: [...before.shares, by] });
  }
  return { ...row, amounts };
}
