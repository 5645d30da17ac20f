import type { Decimal } from "../amounts/decimal";
import { ONE, ZERO } from "../amounts/decimal";
import { roundToDecimals } from "../amounts/step";
import type { CellSum } from "./cellSums";
import { amountOf, outcomeOf } from "./constraint";
import type { Constraint, Outcome } from "./constraint";
import { both, image, isPositive, minus, plus, widened } from "./interval";
import type { Range } from "./interval";
import type { Settled } from "./variables";

/** An amount that something is worked out from: one of the text, or one that only the tables have. */
interface Side {
  readonly range: Range;
  readonly value: Decimal;
  readonly figure?: number;
  readonly cell?: CellSum;
}

/** This year's amount that a change or rate is said of. */
function nowOf(one: Settled, settled: readonly Settled[]): Side | undefined {
  if (one.figure.subject === undefined) return one.cell && cellSide(one.cell);
  const amount = amountOf(one, settled);
  return amount && { range: amount.range, value: amount.value, figure: amount.figure.index };
}

/** Last year's amount as last year's tables have it, or as the text says it of the same thing. */
function lastOf(one: Settled, settled: readonly Settled[]): Side | undefined {
  const { lastCell, figure } = one;
  if (lastCell) return cellSide(lastCell);
  const said = settled.find(
    (other) =>
      other.figure.quantity === "amount" &&
      other.figure.year === "last" &&
      other.meaning !== undefined &&
      other.about === one.about &&
      other.figure.base === figure.base &&
      (other.figure.subject === undefined || other.figure.subject === figure.subject),
  );
  return said && { range: said.range, value: said.value, figure: said.figure.index };
}

function cellSide(cell: CellSum): Side {
  return { range: cell.range, value: cell.value, cell };
}

function figuresOf(one: Settled, ...sides: readonly Side[]): number[] {
  return [one.figure.index, ...sides.flatMap(({ figure }) => figure ?? [])];
}

function cellsOf(...sides: readonly Side[]): CellSum[] {
  return sides.flatMap(({ cell }) => cell ?? []);
}

/** Δ = this year − last year, where the text or last year's tables have last year's amount. */
export function changeConstraints(one: Settled, settled: readonly Settled[]): Constraint[] {
  const amount = nowOf(one, settled);
  const last = lastOf(one, settled);
  if (one.figure.quantity !== "change" || !amount || !last) return [];
  const expected = amount.value.minus(last.value);
  const range = minus(amount.range, last.range);
  return [
    {
      kind: "change",
      figures: figuresOf(one, amount, last),
      cells: cellsOf(last, amount),
      outcome: outcomeOf(one.range, range, one.value.equals(expected), one.value.isZero() ? one.step : ZERO),
      expected,
      isWeak: false,
      allowed: (figure) =>
        figure === one.figure.index
          ? range
          : figure === amount.figure
            ? plus(one.range, last.range)
            : minus(amount.range, one.range),
    },
  ];
}

/** The rate by last year's amount, and by the change beside it. */
export function rateConstraints(one: Settled, settled: readonly Settled[]): Constraint[] {
  const amount = nowOf(one, settled);
  if (one.figure.quantity !== "rate" || !amount) return [];
  const last = lastOf(one, settled);
  const change = settled.find(
    ({ figure, meaning, about }) =>
      figure.quantity === "change" &&
      meaning !== undefined &&
      figure.subject === one.figure.subject &&
      (figure.subject !== undefined || about === one.about) &&
      figure.base === one.figure.base,
  );
  return [
    ...(last ? rateOfLast(one, amount, last) : []),
    ...(change ? rateOfChange(one, amount, change) : []),
  ];
}

function rateOfLast(one: Settled, amount: Side, last: Side): Constraint[] {
  if (!isPositive(last.range)) return [];
  const rate = ([now = ZERO, then = ONE]: readonly Decimal[]) => now.minus(then).dividedBy(then);
  const range = image([amount.range, last.range], rate);
  const expected = rate([amount.value, last.value]);
  return [
    {
      kind: "rate",
      figures: figuresOf(one, amount, last),
      cells: cellsOf(last, amount),
      outcome: rateOutcome(one, range, expected),
      expected,
      isWeak: false,
      allowed: (figure) => {
        if (figure === one.figure.index) return range;
        if (figure === amount.figure)
          return image([one.range, last.range], ([ratio = ZERO, then = ZERO]) => then.times(ratio.plus(1)));
        return image([one.range, amount.range], ([ratio = ZERO, now = ZERO]) =>
          ratio.plus(1).isZero() ? ZERO : now.dividedBy(ratio.plus(1)),
        );
      },
    },
  ];
}

/** No value at all: what no rate can mend. */
const NOTHING: Range = { low: ONE, high: ZERO, lowIn: false, highIn: false };

function rateOfChange(one: Settled, amount: Side, change: Settled): Constraint[] {
  const last = minus(amount.range, change.range);
  // Nothing was there last year: no rate. Less than nothing cannot have been: that change is wrong.
  const isNegative = last.high.isNegative() && !last.high.isZero();
  if (!isPositive(last) && !isNegative) return [];
  const rate = ([now = ZERO, more = ZERO]: readonly Decimal[]) => more.dividedBy(now.minus(more));
  const range = image([amount.range, change.range], rate);
  const expected = rate([amount.value, change.value]);
  return [
    {
      kind: "rate",
      figures: [one.figure.index, change.figure.index, ...figuresOf(one, amount).slice(1)],
      cells: cellsOf(amount),
      outcome: isNegative ? "fails" : rateOutcome(one, range, expected),
      expected,
      isWeak: false,
      allowed: (figure) => {
        if (figure === one.figure.index) return isNegative ? NOTHING : range;
        const isSafe = isPositive(plus(one.range, { low: ONE, high: ONE, lowIn: true, highIn: true }));
        if (figure === change.figure.index && isSafe)
          return image([one.range, amount.range], ([ratio = ZERO, now = ZERO]) =>
            now.times(ratio).dividedBy(ratio.plus(1)),
          );
        if (figure === amount.figure && !one.range.low.isZero() && !one.range.high.isZero())
          return image([one.range, change.range], ([ratio = ONE, more = ZERO]) =>
            more.times(ratio.plus(1)).dividedBy(ratio),
          );
        return undefined;
      },
    },
  ];
}

/** Some offices cut rates instead of rounding them: one step is only just wrong. */
function rateOutcome(one: Settled, range: Range, expected: Decimal): Outcome {
  const isExact = one.value.equals(roundToDecimals(expected.dividedBy(one.step), 0).times(one.step));
  const outcome = outcomeOf(one.range, range, isExact, one.step.dividedBy(2));
  return outcome === "fails" && one.value.isZero() && both(widened(one.range, one.step), range)
    ? "edge"
    : outcome;
}

/** A share by its part and its whole, which may stand in the tables alone. */
export function shareConstraint(one: Settled, settled: readonly Settled[]): Constraint[] {
  const { quantity, whole } = one.figure;
  if (quantity !== "share") return [];
  const part = nowOf(one, settled);
  const all = wholeOf(one, settled[whole ?? -1]);
  if (!part || !all || !isPositive(all.range)) return [];
  const ratio = ([some = ZERO, total = ONE]: readonly Decimal[]) => some.dividedBy(total);
  const range = image([part.range, all.range], ratio);
  const expected = ratio([part.value, all.value]);
  return [
    {
      kind: "share",
      figures: figuresOf(one, part, all),
      cells: cellsOf(all, part),
      outcome: rateOutcome(one, range, expected),
      expected,
      isWeak: false,
      allowed: (figure) => {
        if (figure === one.figure.index) return range;
        if (figure === part.figure)
          return image([one.range, all.range], ([rate = ZERO, total = ZERO]) => rate.times(total));
        return isPositive(one.range)
          ? image([one.range, part.range], ([rate = ONE, some = ZERO]) => some.dividedBy(rate))
          : undefined;
      },
    },
  ];
}

function wholeOf({ wholeCell }: Settled, whole: Settled | undefined): Side | undefined {
  if (whole?.meaning) return { range: whole.range, value: whole.value, figure: whole.figure.index };
  return wholeCell && cellSide(wholeCell);
}
