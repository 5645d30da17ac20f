import { ZERO } from "../amounts/decimal";
import type { Decimal } from "../amounts/decimal";
import type { OffsetCells, OffsetPair, OffsetSide } from "../tables/offsets";
import type { Compared } from "./difference";
import { isApart } from "./difference";
import type { OpenDifferences } from "./state";

/** Money paid between units as the department has taken it out of one side. */
export interface OffsetAmount {
  readonly name: string;
  /** Sum of the units. */
  readonly sum: Decimal;
  /** How much of it the department leaves out, in 万元. */
  readonly taken: Decimal;
  readonly slack: Decimal;
  /** The cells it was read from: those of the line, else of the total row. */
  readonly figure: Compared | undefined;
  /** Units that have such money. */
  readonly units: readonly number[];
}

/** Both sides of money paid between units. */
export interface OffsetOutcome {
  readonly expenditure: OffsetAmount;
  readonly income: OffsetAmount;
}

/**
 * Takes what the department leaves out of money paid between its units for an offset (抵销), and explains the totals that hold it.
 * Nothing is said here of whether both sides agree.
 */
export function takeOffsets(pairs: readonly OffsetPair[], open: OpenDifferences): OffsetOutcome[] {
  return pairs.map(({ expenditure, income }) => ({
    expenditure: takeSide(expenditure, open),
    income: takeSide(income, open),
  }));
}

function takeSide({ name, cells }: OffsetSide, open: OpenDifferences): OffsetAmount {
  let head: Compared | undefined;
  let taken = ZERO;
  for (const place of cells) {
    const found = [...open.compared.values()].filter((one) => isAt(one, place));
    // The line of the statement stands first, else the total of the table; rows below it are parts of it.
    const own = found.find(({ about }) => about.parent === undefined) ?? found[0];
    if (own && !head) {
      head = own;
      taken = offsetOf(own, open);
    }
    for (const one of found) explainOffset(one, place, open);
  }
  return {
    name,
    sum: head?.sum ?? ZERO,
    taken,
    slack: head?.slack ?? ZERO,
    figure: head,
    units: [...(head?.shares ?? [])].flatMap(([unit, { value }]) => (value.isZero() ? [] : [unit])),
  };
}

function isAt({ about }: Compared, { table, line, column }: OffsetCells): boolean {
  return about.part === table && about.column === column && (line === undefined || about.kind === line);
}

/** How much of the units' money the department has left out; nothing where it has more than they have. */
function offsetOf(one: Compared, open: OpenDifferences): Decimal {
  const less = open.of(one.key).negated();
  return isApart(less, one.slack) && less.greaterThan(ZERO) && less.lessThanOrEqualTo(one.sum) ? less : ZERO;
}

function explainOffset(one: Compared, place: OffsetCells, open: OpenDifferences): void {
  const amount = offsetOf(one, open);
  if (amount.isZero()) return;
  open.close(one.key);
  for (const total of open.compared.values()) {
    const isTotal =
      total.about.part === place.table &&
      total.about.column === place.total.column &&
      (place.total.line === undefined
        ? total.about.row === one.about.row
        : total.about.kind === place.total.line);
    if (isTotal && open.isOpen(total.key)) open.explain(total, amount.negated());
  }
}
