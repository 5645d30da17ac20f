import type { CellAddress } from "../workbook/address";
import { cellKey } from "./cellKey";
import type { Finding } from "./finding";

/** Digits after the point that budget tables print. */
const USUAL_DECIMALS = 2;

const PLAIN_AMOUNT = /^-?\d+(?:\.(\d+))?$/;

/**
 * With how many decimals the figures of a finding are printed: those of a cell where its figure is among them, else the most
 * that any has; two where it is about none. What is said of a figure should look like the figures beside it.
 */
export function printedDecimals({ equations = [] }: Pick<Finding, "equations">, cell?: CellAddress): number {
  const terms = equations.flatMap(({ left, right }) => [...left, ...right]);
  const key = cell && cellKey(cell);
  const own = terms.filter((term) => cellKey(term) === key).flatMap(decimalsOf);
  const decimals = own.length > 0 ? own : terms.flatMap(decimalsOf);
  return decimals.length > 0 ? Math.max(...decimals) : USUAL_DECIMALS;
}

function decimalsOf({ amount }: { readonly amount: string }): number[] {
  const found = PLAIN_AMOUNT.exec(amount);
  return found ? [found[1]?.length ?? 0] : [];
}
