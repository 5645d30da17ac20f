import { Decimal, ZERO } from "../amounts/decimal";
import { plainAmount } from "../amounts/format";
import { amountOf } from "../relations/balance";
import type { RelationTerm } from "../relations/relation";
import type { CellAddress } from "../workbook/address";
import type { Suspect } from "./finding";
import type { Judgement } from "./outcome";
import { inUnit } from "./wording";

/** A step for cells that are blank and so print none: two digits after the point. */
const USUAL_STEP = new Decimal("0.01");

/** The relations a cell stands in. */
interface Place {
  readonly judgement: Judgement;
  /** Change of left − right for a change of the cell by one. */
  readonly weight: Decimal;
}

/** Cell → the relations it stands in, over all relations of a workbook. */
export type PlacesByCell = ReadonlyMap<string, readonly Place[]>;

/** A text that names a cell in maps. */
export function cellKey({ sheet, row, column }: CellAddress): string {
  return `${row},${column},${sheet}`;
}

/** Collects for every cell the relations it stands in; relations that cannot be told are left out. */
export function placesByCell(judgements: readonly Judgement[]): PlacesByCell {
  const places = new Map<string, Place[]>();
  for (const judgement of judgements) {
    if (!judgement.balance) continue;
    const weights = new Map<string, Decimal>();
    for (const { figure, coefficient, side } of judgement.relation.terms) {
      const key = cellKey(figure.address);
      const weight = side === "left" ? coefficient : coefficient.negated();
      weights.set(key, (weights.get(key) ?? ZERO).plus(weight));
    }
    for (const [key, weight] of weights) {
      if (!weight.isZero()) places.set(key, [...(places.get(key) ?? []), { judgement, weight }]);
    }
  }
  return places;
}

interface Range {
  readonly low: Decimal | undefined;
  readonly high: Decimal | undefined;
}

/**
 * The cells of a failing relation whose change alone would make every relation hold that they stand in. Of these only
 * those are named that mend the most failing relations: a figure that stands wrong in three sums is a better guess
 * than one that stands in the one sum at hand. All that tie are named, none is preferred.
 */
export function findSuspects(failing: Judgement, places: PlacesByCell): Suspect[] {
  const seen = new Set<string>();
  const candidates = failing.relation.terms.flatMap((term) => {
    const key = cellKey(term.figure.address);
    if (seen.has(key)) return [];
    seen.add(key);
    return mend(term, places.get(key) ?? []) ?? [];
  });
  const most = Math.max(0, ...candidates.map(({ count }) => count));
  return candidates.filter(({ count }) => count === most).map(({ suspect }) => suspect);
}

function mend(term: RelationTerm, places: readonly Place[]): { suspect: Suspect; count: number } | undefined {
  if (term.figure.kind === "bad") return undefined;
  const present = amountOf(term);
  const step = term.figure.kind === "amount" ? term.figure.step : USUAL_STEP;
  const range = places
    .map((place) => required(place, present, step, term))
    .reduce(intersect, {
      low: undefined,
      high: undefined,
    });
  const low = range.low && range.low.dividedBy(step).ceil().times(step);
  const high = range.high && range.high.dividedBy(step).floor().times(step);
  if (low && high && low.greaterThan(high)) return undefined;
  if (!(low?.greaterThan(present) ?? false) && !(high?.lessThan(present) ?? false)) return undefined;
  const failing = places.filter(({ judgement }) => isFailing(judgement));
  const unit = term.row.table.unit;
  const text = (amount: Decimal | undefined) => (amount ? plainAmount(inUnit(amount, unit)) : null);
  const count = failing.length;
  return {
    count,
    suspect: {
      ...term.figure.address,
      low: text(low),
      high: text(high),
      suggested: text(exactValue(failing, present, low, high)),
      why: [{ key: "suspect.mends", args: { count: String(count) } }],
    },
  };
}

/** True for outcomes that are findings of their own. */
export function isFailing({ outcome }: Judgement): boolean {
  return outcome === "mismatch" || outcome === "zero";
}

/** Values of the cell with which the relation holds within rounding. */
function required(
  { judgement, weight }: Place,
  present: Decimal,
  step: Decimal,
  { figure }: RelationTerm,
): Range {
  const { relation, balance, slack } = judgement;
  const deviation = balance?.deviation ?? ZERO;
  // A cell that is zero or blank now is not rounded; with an amount in it, it would be.
  const isRounded = figure.kind === "amount" && !figure.value.isZero();
  const ownSlack = isRounded ? slack : slack.plus(step.dividedBy(2).times(weight.abs()));
  const exact = present.minus(deviation.dividedBy(weight));
  const margin = ownSlack.dividedBy(weight.abs());
  if (relation.operator === "=") return { low: exact.minus(margin), high: exact.plus(margin) };
  const isUpperBound = (relation.operator === "<=") === weight.greaterThan(ZERO);
  return isUpperBound
    ? { low: undefined, high: exact.plus(margin) }
    : { low: exact.minus(margin), high: undefined };
}

function intersect(a: Range, b: Range): Range {
  const low = a.low && b.low ? Decimal.max(a.low, b.low) : (a.low ?? b.low);
  const high = a.high && b.high ? Decimal.min(a.high, b.high) : (a.high ?? b.high);
  return { low, high };
}

/** The one value with which all failing equations hold to the last digit; undefined when they want several. */
function exactValue(
  failing: readonly Place[],
  present: Decimal,
  low: Decimal | undefined,
  high: Decimal | undefined,
): Decimal | undefined {
  const wanted = failing
    .filter(({ judgement }) => judgement.relation.operator === "=")
    .map(({ judgement, weight }) => present.minus((judgement.balance?.deviation ?? ZERO).dividedBy(weight)));
  const [first, ...others] = wanted;
  if (!first || !others.every((other) => other.equals(first))) return undefined;
  return (low && first.lessThan(low)) || (high && first.greaterThan(high)) ? undefined : first;
}
