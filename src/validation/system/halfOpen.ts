import type { Bounds } from "./simplex";
import { add, compare, multiply, negate, signOf } from "./rational";
import type { Rational } from "./rational";
import { excessOf } from "./scale";
import type { ScaledCell, ScaledRelation, ScaledSystem } from "./scale";

/**
 * Rounding half up, away from zero as Excel's ROUND does it, prints 1.005 as 1.01: a figure stands for the end of its
 * interval that lies nearer to zero and not for the other. Sets of relations that only hold where a figure is at such an
 * end are told apart here from those that hold by rounding.
 */

/** How many times finer the half-open system counts: an end that is not reached is moved in by one of its units. */
const FINENESS = 2 ** 20;

/** The side on which a figure's interval has no end of its own; both for a rounded zero, none for an exact figure. */
function openSides({ value, half }: ScaledCell): { readonly low: boolean; readonly high: boolean } {
  if (signOf(half) === 0) return { low: false, high: false };
  const sign = signOf(value);
  return { low: sign <= 0, high: sign >= 0 };
}

/** True for a relation that is off by just its slack, and that no amounts which round to its figures would meet. */
export function isAtEdge(system: ScaledSystem, relation: ScaledRelation): boolean {
  const excess = excessOf(relation);
  if (signOf(excess) === 0 || compare(excess, relation.slack) !== 0) return false;
  const isUp = relation.low !== undefined && signOf(relation.low) > 0;
  return relation.terms.some(([cell, factor]) => {
    const { low, high } = openSides(system.cell(cell));
    return signOf(factor) > 0 === isUp ? high : low;
  });
}

/**
 * The system with the ends moved in that rounding does not reach, by so little that only sums over a million half steps
 * could tell: for those isProof asks again. Nothing is worked out before it is looked at.
 */
export function withOpenEnds(system: ScaledSystem): ScaledSystem {
  return {
    ...system,
    unit: system.unit.dividedBy(FINENESS),
    cell: once((place) => narrowed(system.cell(place))),
    relation: once((place) => finer(system.relation(place))),
  };
}

/**
 * Whether a sum over variables of the half-open system that its bounds rule out (Conflict) is ruled out by the half-open
 * intervals themselves: its largest value lies below zero, or is zero and needs an end that rounding does not reach.
 * @param conflict factors by variable: cells by their place, relations after all cells
 */
export function isProof(system: ScaledSystem, conflict: ReadonlyMap<number, Rational>): boolean {
  return [1, -1].some((sign) => {
    let most: Rational = 0;
    let isOpen = false;
    for (const [variable, factor] of conflict) {
      const signed = multiply(factor, sign);
      const isUp = signOf(signed) > 0;
      const end = isUp ? boundsOf(system, variable).high : boundsOf(system, variable).low;
      if (end === undefined) return false;
      most = add(most, multiply(signed, end));
      if (variable < system.cellCount) {
        const open = openSides(system.cell(variable));
        isOpen ||= isUp ? open.high : open.low;
      }
    }
    return signOf(most) < 0 || (signOf(most) === 0 && isOpen);
  });
}

/** The closed bounds of a variable, in the units of the system as it was. */
function boundsOf(system: ScaledSystem, variable: number): Bounds {
  if (variable >= system.cellCount) return system.relation(variable - system.cellCount);
  const { half } = system.cell(variable);
  return { low: negate(half), high: half };
}

function narrowed(cell: ScaledCell): ScaledCell {
  const half = multiply(cell.half, FINENESS);
  const open = openSides(cell);
  return {
    id: cell.id,
    fixed: cell.fixed,
    zeroExact: cell.zeroExact,
    // Seldom asked for: what a figure may be off by says all.
    get value() {
      return multiply(cell.value, FINENESS);
    },
    get step() {
      return multiply(cell.step, FINENESS);
    },
    half,
    weight: 1,
    bounds: { low: open.low ? add(negate(half), 1) : negate(half), high: open.high ? add(half, -1) : half },
  };
}

function finer(relation: ScaledRelation): ScaledRelation {
  const { id, terms, low, high } = relation;
  const times = (bound: Rational | undefined) => bound && multiply(bound, FINENESS);
  return {
    id,
    terms,
    low: times(low),
    high: times(high),
    // Seldom asked for, and added up over all its cells.
    get slack() {
      return multiply(relation.slack, FINENESS);
    },
  };
}

/** What is made for a place, made once. */
function once<T>(make: (place: number) => T): (place: number) => T {
  const made: T[] = [];
  return (place) => (made[place] ??= make(place));
}
