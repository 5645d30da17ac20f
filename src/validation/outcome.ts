import { ZERO } from "../amounts/decimal";
import type { Decimal } from "../amounts/decimal";
import { sumSlack } from "../amounts/step";
import { balance } from "../relations/balance";
import type { Balance } from "../relations/balance";
import { CountedRelation, newSums } from "../relations/countedRelation";
import type { CountedSums } from "../relations/countedRelation";
import type { Relation } from "../relations/relation";

/**
 * exact: holds to the last digit. rounding: fails by less than rounded figures may. edge: fails by just as much as all its
 * figures' half steps come to, which rounding half up never does. zero: would hold by rounding if the figures printed as
 * zero were rounded too, but a printed zero is exactly zero. mismatch: fails. cannotTell: one of its cells is no amount,
 * or it was set aside.
 */
export type Outcome = "exact" | "rounding" | "edge" | "zero" | "mismatch" | "cannotTell";

/**
 * Why a relation that fails says nothing of its figures. missingRow: a row of its sum is not there; otherColumn: a column
 * that the set does not know accounts for it; unreadRow: nobody can tell what a row among its lines is; act: what somebody has
 * done accounts for it (src/validation/acts).
 */
export type SetAside = "missingRow" | "otherColumn" | "unreadRow" | "act";

export interface Judgement {
  readonly relation: Relation;
  readonly outcome: Outcome;
  /** Why it was set aside; its outcome is cannotTell then. */
  readonly setAside?: SetAside | undefined;
  /** Undefined when it cannot be told. */
  readonly balance: Balance | undefined;
  /** How far rounded figures may take it apart, in 万元. */
  readonly slack: Decimal;
}

/**
 * Judges one relation by the interval rule: figures printed with step u are off by at most u/2 each, so the sides may
 * lie Σ|coefficient|·u/2 apart. Source: XBRL Calculations 1.1; the exact zero as well. Rounded half up, a figure is never
 * off by u/2 in both directions, so a difference of just that much is an edge.
 */
export function judge(relation: Relation): Judgement {
  return new JudgedRelation(relation, outcomeOf(relation, newSums()));
}

/** Judges the relations of a workbook, in their order. */
export function judgeAll(relations: readonly Relation[]): Judgement[] {
  const sums = newSums();
  return relations.map((relation) => new JudgedRelation(relation, outcomeOf(relation, sums)));
}

/** A relation with its outcome; what it comes to is worked out for those that somebody asks of. */
class JudgedRelation implements Judgement {
  #balance: Balance | undefined;
  #slack: Decimal | undefined;

  constructor(
    readonly relation: Relation,
    readonly outcome: Outcome,
    readonly setAside?: SetAside,
  ) {}

  get balance(): Balance | undefined {
    return (this.#balance ??= balance(this.relation));
  }

  get slack(): Decimal {
    return (this.#slack ??= relationSlack(this.relation, true));
  }
}

/** @param sums what it comes to is written there */
function outcomeOf(relation: Relation, sums: CountedSums): Outcome {
  if (relation instanceof CountedRelation) {
    relation.sums(sums);
    if (sums.kind === "bad") return "cannotTell";
    if (sums.kind === "told") {
      const twice = 2 * excessCount(relation, sums.deviation);
      if (twice === 0) return "exact";
      if (twice === sums.twiceSlack) return atEdge(relation, sums.deviation > 0);
      return inexact(twice < sums.twiceSlack, twice <= sums.twiceLooseSlack);
    }
  }
  const exact = balance(relation);
  if (!exact) return "cannotTell";
  const excess = excessOf(relation, exact.deviation);
  if (excess.isZero()) return "exact";
  const slack = relationSlack(relation, true);
  if (excess.equals(slack)) return atEdge(relation, !exact.deviation.isNegative());
  return inexactOutcome(excess, slack, relationSlack(relation, false));
}

/**
 * The outcome of a relation that is off by an excess other than its slack, and not by nothing.
 * @param loose its slack with its zeros counted as rounded; all in 万元
 */
export function inexactOutcome(excess: Decimal, slack: Decimal, loose: Decimal): Outcome {
  return inexact(excess.lessThan(slack), excess.lessThanOrEqualTo(loose));
}

function inexact(isWithin: boolean, isWithinLoosely: boolean): Outcome {
  return isWithin ? "rounding" : isWithinLoosely ? "zero" : "mismatch";
}

/**
 * A relation off by its whole slack. Only amounts rounded up, away from zero, reach half a step; they can be all there are
 * where a number of the sentence stands against them (3 printed for 2.5), and never where figures stand against figures.
 */
function atEdge({ terms }: Relation, isOver: boolean): Outcome {
  const areRoundedUp = terms.every(({ side, coefficient, figure }) => {
    if (figure.kind !== "amount" || figure.value.isZero() || coefficient.isZero()) return true;
    const isLeft = side === "left";
    return (coefficient.isNegative() === figure.value.isNegative()) === (isLeft === isOver);
  });
  return areRoundedUp ? "rounding" : "edge";
}

function excessCount({ operator }: Relation, deviation: number): number {
  if (operator === "=") return Math.abs(deviation);
  return Math.max(0, operator === "<=" ? deviation : -deviation);
}

/** By how much a relation fails, in 万元 and never negative: |left − right| for =, what lies on the wrong side for <= and >=. */
export function excessOf({ operator }: Relation, deviation: Decimal): Decimal {
  if (operator === "=") return deviation.abs();
  const wrong = operator === "<=" ? deviation : deviation.negated();
  return wrong.greaterThan(ZERO) ? wrong : ZERO;
}

/** The slack of a relation, in 万元; with `zeroExact` false its zeros count half a step like other figures. Blank cells never do. */
function relationSlack({ terms }: Relation, zeroExact: boolean): Decimal {
  const parts = terms.flatMap(({ figure, coefficient }) =>
    figure.kind === "amount" ? [{ value: figure.value, step: figure.step, coefficient }] : [],
  );
  return sumSlack(parts, { zeroExact });
}

/** True for outcomes that are findings of their own. */
export function isFailing({ outcome }: Judgement): boolean {
  return outcome === "mismatch" || outcome === "zero";
}

/** True for relations that differ by no more than half steps come to: nothing for which a figure is called wrong. */
export function isWithinSlack({ outcome }: Judgement): boolean {
  return outcome === "rounding" || outcome === "edge";
}

/** A judgement set aside: the relation fails, and says nothing of its figures. */
export function setAside({ relation }: Judgement, why: SetAside): Judgement {
  return new JudgedRelation(relation, "cannotTell", why);
}

/** True for relations that fail and are all mere warnings, as an office calls its own, or figures speak against them. */
export function areOnlyWarnings(failing: readonly Judgement[]): boolean {
  return failing.length > 0 && failing.every(({ relation }) => relation.severity === "warning");
}
