import { ZERO } from "../amounts/decimal";
import type { Decimal } from "../amounts/decimal";
import { sumSlack } from "../amounts/step";
import { balance } from "../relations/balance";
import type { Balance } from "../relations/balance";
import type { Relation } from "../relations/relation";

/**
 * exact: holds to the last digit. rounding: fails by no more than rounded figures may. zero: would do so if the figures
 * printed as zero were rounded too, but a printed zero is exactly zero. mismatch: fails. cannotTell: one of its cells is
 * no amount.
 */
export type Outcome = "exact" | "rounding" | "zero" | "mismatch" | "cannotTell";

export interface Judgement {
  readonly relation: Relation;
  readonly outcome: Outcome;
  /** Undefined when it cannot be told. */
  readonly balance: Balance | undefined;
  /** How far rounded figures may take it apart, in 万元. */
  readonly slack: Decimal;
}

/**
 * Judges one relation by the interval rule: figures printed with step u are off by at most u/2 each, so the sides may
 * lie Σ|coefficient|·u/2 apart. Source: XBRL Calculations 1.1; the exact zero as well.
 */
export function judge(relation: Relation): Judgement {
  const sums = balance(relation);
  const slack = relationSlack(relation, true);
  if (!sums) return { relation, outcome: "cannotTell", balance: undefined, slack };
  const excess = excessOf(relation, sums.deviation);
  const outcome = excess.isZero()
    ? "exact"
    : excess.lessThanOrEqualTo(slack)
      ? "rounding"
      : excess.lessThanOrEqualTo(relationSlack(relation, false))
        ? "zero"
        : "mismatch";
  return { relation, outcome, balance: sums, slack };
}

/** By how much a relation fails, never negative: |left − right| for =, what lies on the wrong side for <= and >=. */
export function excessOf({ operator }: Relation, deviation: Decimal): Decimal {
  if (operator === "=") return deviation.abs();
  const wrong = operator === "<=" ? deviation : deviation.negated();
  return wrong.greaterThan(ZERO) ? wrong : ZERO;
}

/** The slack of a relation; with `zeroExact` false its zeros count half a step like other figures. Blank cells never do. */
export function relationSlack({ terms }: Relation, zeroExact: boolean): Decimal {
  const parts = terms.flatMap(({ figure, coefficient }) =>
    figure.kind === "amount" ? [{ value: figure.value, step: figure.step, coefficient }] : [],
  );
  return sumSlack(parts, { zeroExact });
}

/** True for outcomes that are findings of their own. */
export function isFailing({ outcome }: Judgement): boolean {
  return outcome === "mismatch" || outcome === "zero";
}
