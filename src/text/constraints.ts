import type { Decimal } from "../amounts/decimal";
import { ONE, ZERO } from "../amounts/decimal";
import { roundToDecimals } from "../amounts/step";
import { PARTS_BY_DEFINITION } from "../tables/meanings";
import { outcomeOf } from "./constraint";
import type { Constraint } from "./constraint";
import type { LevelClaim, TextReading } from "./figure";
import { both, minus, plus, rangeOf, widened } from "./interval";
import type { Range } from "./interval";
import { changeSums } from "./changeSums";
import { lastSums } from "./lastSums";
import { changeConstraints, rateConstraints, shareConstraint } from "./rates";
import type { Settled } from "./variables";

/** All that must hold between the figures of a text, and between them and the tables. */
export function constraintsOf(settled: readonly Settled[], reading: TextReading): Constraint[] {
  const told = settled.filter(({ meaning, figure }) => meaning !== undefined && figure.quantity !== "count");
  return [
    ...told.flatMap(tableConstraint),
    ...twiceConstraints(told),
    ...told.flatMap((one) => changeConstraints(one, settled)),
    ...told.flatMap((one) => rateConstraints(one, settled)),
    ...told.flatMap((one) => shareConstraint(one, settled)),
    ...reading.lists.flatMap((list) => sumConstraint(list.total, list.items, settled)),
    ...reading.level.flatMap((claim) => levelConstraint(claim, settled)),
    ...lastSums(told, settled),
    ...changeSums(told),
  ];
}

function tableConstraint({ figure, value, step, range, cell, lastCell }: Settled): Constraint[] {
  const other = figure.year === "last" ? lastCell : cell;
  if (!other || figure.quantity !== "amount") return [];
  // A copy of a cell printed to the same step cannot be off by rounding.
  const isCopy = other.cells.length === 1 && step.equals(other.step);
  const isExact = value.equals(roundToDecimals(other.value.dividedBy(step), 0).times(step));
  const isZeroEdge = value.isZero() && other.value.abs().lessThanOrEqualTo(step.dividedBy(2));
  const rounded = outcomeOf(range, other.range, isExact, ZERO);
  const outcome = isExact ? "exact" : isZeroEdge ? "edge" : isCopy ? "fails" : rounded;
  return [
    {
      kind: "table",
      figures: [figure.index],
      cells: [other],
      outcome,
      expected: other.value,
      isWeak: false,
      allowed: () => other.range,
    },
  ];
}

/** The same thing said in several places: each with the one before it, and the last with the first. */
function twiceConstraints(told: readonly Settled[]): Constraint[] {
  const groups = new Map<string, Settled[]>();
  for (const one of told) {
    const { quantity, year, base } = one.figure;
    if (one.figure.isRemark || quantity === "share") continue;
    const name = [one.about, quantity, quantity === "amount" ? year : "", base].join("|");
    const group = groups.get(name);
    if (group) group.push(one);
    else groups.set(name, [one]);
  }
  const rates = new Map(
    told.flatMap(({ figure, value }) =>
      figure.quantity === "rate" && figure.subject !== undefined ? [[figure.subject, value] as const] : [],
    ),
  );
  return [...groups.values()].flatMap((group) =>
    group.flatMap((one, at) => {
      const next = group[(at + 1) % group.length];
      return next && next !== one && (group.length > 2 || at === 0) ? [twice(one, next, rates)] : [];
    }),
  );
}

/**
 * Words for income and for expenditure need not have meant the same last year: of these a difference is a hint, and worth a
 * word only where their rates say that they did.
 */
function twice(one: Settled, other: Settled, rates: ReadonlyMap<number, Decimal>): Constraint {
  const isExact = one.value.equals(other.value);
  const isSame = one.meaning?.what === other.meaning?.what;
  const [rate, beside] = [one, other].map(({ figure }) => rates.get(figure.subject ?? -1));
  const hasSameRate = one.figure.quantity === "change" && rate !== undefined && beside?.equals(rate) === true;
  const outcome = outcomeOf(one.range, other.range, isExact, ZERO);
  return {
    kind: "twice",
    figures: [one.figure.index, other.figure.index],
    cells: [],
    outcome: !isSame && outcome === "fails" ? "edge" : outcome,
    expected: other.value,
    isWeak: !isSame && !hasSameRate,
    allowed: (figure) => (figure === one.figure.index ? other.range : one.range),
  };
}

/**
 * The items of a list make its total where the tables say so: their cells add up to the total's cell. A list of items
 * without cells is only compared when it is nearly its total: it may name some of the parts alone.
 */
function sumConstraint(total: number, items: readonly number[], settled: readonly Settled[]): Constraint[] {
  const whole = settled[total];
  const parts = items.flatMap((item) => settled[item] ?? []).filter(({ figure }) => figure.year === "this");
  if (!whole || parts.length < 2 || parts.length !== items.length) return [];
  const range = parts.reduce<Range>((sum, part) => plus(sum, part.range), rangeOf(ZERO, ONE));
  const expected = parts.reduce((sum, { value }) => sum.plus(value), ZERO);
  const isComplete = isPartition(whole, parts);
  const isUnknown = parts.every(({ cell }) => cell === undefined);
  const gap = expected.minus(whole.value).abs();
  if (!isComplete && !(isUnknown && gap.lessThanOrEqualTo(whole.value.abs().dividedBy(100)))) return [];
  const slack = whole.step.dividedBy(2).times(parts.length + 1);
  const closed = gap.lessThanOrEqualTo(slack) ? "edge" : "fails";
  const isExact = whole.value.equals(expected);
  const outcome = isExact ? "exact" : both(whole.range, range) ? "rounding" : closed;
  return [
    {
      kind: "sum",
      figures: [total, ...items],
      cells: [],
      outcome: outcome === "fails" && !isComplete ? "edge" : outcome,
      expected,
      isWeak: false,
      allowed: (figure) => {
        if (figure === total) return range;
        const others = parts.filter((part) => part.figure.index !== figure);
        return others.reduce((rest, part) => minus(rest, part.range), whole.range);
      },
    },
  ];
}

function isPartition(whole: Settled, parts: readonly Settled[]): boolean {
  const names = new Set(parts.map(({ about }) => about));
  const known = PARTS_BY_DEFINITION.find(([name]) => name === whole.about);
  if (known && known.length === names.size + 1 && known.slice(1).every((part) => names.has(part)))
    return true;
  if (!whole.cell || names.size !== parts.length) return false;
  const sum = parts.reduce<Range | undefined>(
    (all, { cell }) => (all && cell ? plus(all, cell.range) : undefined),
    rangeOf(ZERO, ONE),
  );
  return sum !== undefined && both(widened(sum, whole.cell.step), whole.cell.range) !== undefined;
}

/** 较上年持平 while last year's tables say otherwise of all that it may be said of. */
function levelConstraint(claim: LevelClaim, settled: readonly Settled[]): Constraint[] {
  const all = [claim.subject, ...claim.otherSubjects].flatMap((one) => levelOf(settled[one]) ?? []);
  const holding = all.find(({ outcome }) => outcome !== "fails");
  return holding ? [holding] : all.slice(0, 1);
}

function levelOf(amount: Settled | undefined): Constraint | undefined {
  if (!amount?.lastCell || amount.figure.quantity !== "amount") return undefined;
  const last = amount.lastCell;
  return {
    kind: "level",
    figures: [amount.figure.index],
    cells: [last],
    outcome: outcomeOf(amount.range, last.range, amount.value.equals(last.value), ZERO),
    expected: last.value,
    isWeak: false,
    allowed: () => last.range,
  };
}
