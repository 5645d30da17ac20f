import type { Decimal } from "../../amounts/decimal";
import type { Oracle } from "./oracle";
import {
  add,
  ceil,
  compare,
  divide,
  floor,
  fromDecimal,
  multiply,
  signOf,
  subtract,
  toDecimal,
} from "./rational";
import type { Rational } from "./rational";
import type { ScaledCell, ScaledSystem } from "./scale";
import type { Bounds } from "./simplex";

/** Printed figures from low to high; null on a side without a limit. */
export interface PrintableRange {
  readonly low: Decimal | null;
  readonly high: Decimal | null;
}

/**
 * The printed figures of a free cell with which everything can hold. Only after the oracle has found no evidence. Mostly
 * the relations of the cell itself set the limits, which two questions confirm.
 */
export function findPrintable(system: ScaledSystem, oracle: Oracle, index: number): PrintableRange {
  const cell = system.cell(index);
  const outer = printableRange(cell, oracle.outerRangeOf(index), system.unit);
  const low =
    outer.low && firstPossible(system, oracle, index, { from: outer.low, to: outer.high, direction: 1 });
  const high =
    low && outer.high && firstPossible(system, oracle, index, { from: outer.high, to: low, direction: -1 });
  return low && high ? { low, high } : printableRange(cell, oracle.rangeOf(index), system.unit);
}

/** Figures tried from the outer end of a range before it is worked out otherwise. */
const MOST_TRIED = 8;

/** From one end of a range to the other; null where it has none. */
interface Search {
  readonly from: Decimal;
  readonly to: Decimal | null;
  readonly direction: 1 | -1;
}

/** The first figure from one end on that can be printed, step by step; undefined where it is further away. */
function firstPossible(
  system: ScaledSystem,
  oracle: Oracle,
  index: number,
  { from, to, direction }: Search,
): Decimal | undefined {
  const cell = system.cell(index);
  const step = toDecimal(cell.step).times(system.unit).times(direction);
  let figure = from;
  for (let tried = 0; tried < MOST_TRIED; tried++) {
    if (to && figure.minus(to).times(direction).greaterThan(0)) return undefined;
    const amount = fromDecimal(figure.dividedBy(system.unit));
    const half = cell.zeroExact && signOf(amount) === 0 ? 0 : divide(cell.step, 2);
    const offset = subtract(amount, cell.value);
    if (oracle.canHoldWithin(index, { low: subtract(offset, half), high: add(offset, half) })) return figure;
    if (step.isZero()) return undefined;
    figure = figure.plus(step);
  }
  return undefined;
}

/**
 * The printed figures that stand for one of the amounts a cell may have. `range` is given as differences from the
 * present figure. A figure with a step is a multiple of it; 0 is left out when it stands for 0 alone and 0 is not among
 * the amounts. Where no figure stands for any of them (amounts that would print as 0 and are not), the amounts themselves.
 */
function printableRange(cell: ScaledCell, range: Bounds, unit: Decimal): PrintableRange {
  const low = range.low === undefined ? undefined : add(cell.value, range.low);
  const high = range.high === undefined ? undefined : add(cell.value, range.high);
  const contains = (amount: Rational) =>
    (low === undefined || compare(low, amount) <= 0) && (high === undefined || compare(amount, high) <= 0);
  const isZeroPossible = !cell.zeroExact || contains(0);
  const first = low === undefined ? undefined : lowest(low, cell, isZeroPossible);
  const last = high === undefined ? undefined : highest(high, cell, isZeroPossible);
  const amount = (value: Rational | undefined) => (value === undefined ? null : toDecimal(value).times(unit));
  const isEmpty = first !== undefined && last !== undefined && compare(first, last) > 0;
  return isEmpty ? { low: amount(low), high: amount(high) } : { low: amount(first), high: amount(last) };
}

function lowest(low: Rational, { step }: ScaledCell, isZeroPossible: boolean): Rational {
  if (signOf(step) === 0) return low;
  const printed = multiply(ceil(divide(subtract(low, divide(step, 2)), step)), step);
  return signOf(printed) === 0 && !isZeroPossible ? step : printed;
}

function highest(high: Rational, { step }: ScaledCell, isZeroPossible: boolean): Rational {
  if (signOf(step) === 0) return high;
  const printed = multiply(floor(divide(add(high, divide(step, 2)), step)), step);
  return signOf(printed) === 0 && !isZeroPossible ? multiply(step, -1) : printed;
}
