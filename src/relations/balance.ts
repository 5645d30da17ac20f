import { ONE, ZERO } from "../amounts/decimal";
import type { Decimal } from "../amounts/decimal";
import type { Relation, RelationTerm } from "./relation";

/** What a figure counts in a sum, in 万元: nothing where the cell is blank, a dash or 无. */
export function amountOf({ figure }: Pick<RelationTerm, "figure">): Decimal {
  return figure.kind === "amount" ? figure.value : ZERO;
}

export interface Balance {
  readonly left: Decimal;
  readonly right: Decimal;
  /** left − right */
  readonly deviation: Decimal;
}

/** Adds up both sides of a relation; undefined when one of its cells is no amount (text, #REF! …). */
export function balance({ terms, constant }: Relation): Balance | undefined {
  let left = ZERO;
  let right = constant;
  for (const term of terms) {
    if (term.figure.kind === "bad") return undefined;
    const amount = term.coefficient === ONE ? amountOf(term) : term.coefficient.times(amountOf(term));
    if (term.side === "left") left = left.plus(amount);
    else right = right.plus(amount);
  }
  return { left, right, deviation: left.minus(right) };
}
