import { Decimal } from "../../amounts/decimal";
import { parentCode } from "../../codes/place";
import type { Line } from "./bodyLines";

interface SummedRow {
  readonly line: Line;
  readonly code: string;
}

/**
 * Whether the rows under a code add up to it in their first figure, half a printed step allowed for each; undefined when
 * the code has no row or a figure is missing.
 */
export function sumsHold(parent: string, rows: readonly SummedRow[]): boolean | undefined {
  const above = rows.find(({ code }) => code === parent)?.line;
  const below = rows.filter(({ code }) => code !== "" && parentCode(code) === parent);
  return (
    above &&
    addUp(
      above,
      below.map(({ line }) => line),
    )
  );
}

/** Whether rows add up to the one above them in their first figure; undefined when one of them has none. */
export function addUp(above: Line, below: readonly Line[]): boolean | undefined {
  if (!above.total || below.length === 0) return undefined;
  let sum = new Decimal(0);
  let slack = above.total.step.div(2);
  for (const { total } of below) {
    if (!total) return undefined;
    sum = sum.plus(total.value);
    slack = slack.plus(total.step.div(2));
  }
  return sum.minus(above.total.value).abs().lessThanOrEqualTo(slack);
}
