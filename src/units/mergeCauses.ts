import type { Decimal } from "../amounts/decimal";
import { isApart } from "./difference";
import type { Compared } from "./difference";
import type { Cause, CauseFigure } from "./state";

/** Causes are told by their amounts: so many of one are looked at when several may add up. */
const MOST_AMOUNTS = 6;

/** Among more causes than these some three add up to any amount by chance: nothing is told by it, and looking takes long. */
const MOST_PARTS = 30;

/**
 * Puts causes together that are one mistake seen in several tables: the same amount of the same unit, or of one that it may be.
 * What is the sum of others is explained by them. Those told with their unit come first and keep their kind.
 */
export function mergeCauses(told: readonly Cause[], rows: readonly Cause[]): Cause[] {
  const merged: Cause[] = [...told];
  for (const row of byClearness(rows)) {
    const place = merged.findIndex((cause) => isSameMistake(cause, row));
    const host = merged[place];
    if (host) {
      merged[place] = joined(host, row);
      continue;
    }
    const sum = merged.length > MOST_PARTS ? undefined : partsOf(row, merged);
    if (sum === undefined) merged.push(row);
    else
      merged[sum] = {
        ...(merged[sum] as Cause),
        figures: [...(merged[sum] as Cause).figures, ...row.figures],
      };
  }
  return merged;
}

function byClearness(rows: readonly Cause[]): Cause[] {
  const rank = ({ unit, candidates }: Cause) => (unit !== undefined ? 0 : candidates.length > 0 ? 1 : 2);
  return [...rows].sort((a, b) => rank(a) - rank(b));
}

function isSameMistake(one: Cause, other: Cause): boolean {
  return mayBeSameUnit(one, other) && other.figures.some((figure) => hasAmount(one, figure));
}

function mayBeSameUnit(one: Cause, other: Cause): boolean {
  if (one.unit !== undefined && other.unit !== undefined) return one.unit === other.unit;
  if (one.unit !== undefined) return other.candidates.length === 0 || other.candidates.includes(one.unit);
  if (other.unit !== undefined) return one.candidates.length === 0 || one.candidates.includes(other.unit);
  return (
    one.candidates.length === 0 ||
    other.candidates.length === 0 ||
    one.candidates.some((unit) => other.candidates.includes(unit))
  );
}

/** The same amount too much or too little, within what rounding may come to. */
function hasAmount({ figures }: Cause, figure: CauseFigure): boolean {
  const amount = differenceOf(figure).abs();
  return figures.some(
    (one) => !isApart(differenceOf(one).abs().minus(amount), larger(one.compared, figure.compared)),
  );
}

function larger(one: Compared, other: Compared): Decimal {
  return one.slack.greaterThan(other.slack) ? one.slack : other.slack;
}

function differenceOf({ actual, expected }: CauseFigure): Decimal {
  return actual.minus(expected);
}

function joined(host: Cause, row: Cause): Cause {
  const unit = host.unit ?? row.unit;
  const both = host.candidates.filter((one) => row.candidates.includes(one));
  const shared = both.length > 0 ? both : host.candidates.length > 0 ? host.candidates : row.candidates;
  const isClear = unit === undefined && shared.length === 1;
  return {
    ...host,
    unit: isClear ? shared[0] : unit,
    candidates:
      unit !== undefined && host.kind !== "movedUnit"
        ? []
        : isClear
          ? []
          : host.kind === "movedUnit"
            ? host.candidates
            : shared,
    figures: [...host.figures, ...row.figures],
  };
}

/** The place of one of two or three causes whose amounts add up to a row's; undefined where none do. */
function partsOf(row: Cause, causes: readonly Cause[]): number | undefined {
  const [first] = row.figures;
  if (!first) return undefined;
  const wanted = differenceOf(first);
  const slack = first.compared.slack;
  const amounts = causes.map(({ figures }) => distinct(figures.map(differenceOf)).slice(0, MOST_AMOUNTS));
  const reach = (from: number, rest: Decimal, left: number): number | undefined => {
    for (let place = from; place < amounts.length; place++)
      for (const amount of amounts[place] ?? []) {
        const remaining = rest.minus(amount);
        if (left < 3 && !isApart(remaining, slack)) return place;
        if (left > 1 && reach(place + 1, remaining, left - 1) !== undefined) return place;
      }
    return undefined;
  };
  return reach(0, wanted, 3);
}

function distinct(amounts: readonly Decimal[]): Decimal[] {
  return [...new Map(amounts.map((amount) => [amount.toFixed(), amount])).values()];
}
