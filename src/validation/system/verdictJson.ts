import type { Decimal } from "../../amounts/decimal";
import type { SystemVerdict } from "./solveSystem";

/** A verdict as the plain data that `gouji verify-system` prints; `complete: false` where other sets may exist. */
export function verdictJson({
  relations,
  feasible,
  conflict,
  minimalSets,
  intervals,
  isComplete,
}: SystemVerdict) {
  return {
    relations,
    feasible,
    conflict,
    minimalSets,
    intervals: Object.fromEntries(
      [...intervals].map(([id, { low, high }]) => [id, [numberOf(low), numberOf(high)]]),
    ),
    ...(isComplete ? {} : { complete: false }),
  };
}

/** A number where JSON's numbers hold it exactly, else its digits as text. */
function numberOf(amount: Decimal | null): number | string | null {
  if (!amount) return null;
  return amount.equals(amount.toNumber()) ? amount.toNumber() : amount.toFixed();
}
