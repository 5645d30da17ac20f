import type { Decimal } from "../../amounts/decimal";
import type { Failure, SystemVerdict } from "./solveSystem";

/**
 * A verdict as the plain data that `gouji verify-system` prints: what is wrong with the first part that cannot hold, then
 * each such part with its relations. `complete: false` where other sets may exist; `edge` where relations hold, but not by
 * rounding half up.
 */
export function verdictJson({ relations, feasible, edge, parts, ...first }: SystemVerdict) {
  return {
    relations,
    feasible,
    ...(edge.length > 0 ? { edge } : {}),
    ...failureJson(first),
    parts: parts.map((part) => ({ relations: part.relations, ...failureJson(part) })),
  };
}

function failureJson({ conflict, minimalSets, intervals, isComplete }: Failure) {
  return {
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
