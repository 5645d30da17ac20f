import { Decimal } from "../../amounts/decimal";
import type { LinearSystem, SystemCell } from "./linearSystem";
import { absolute, add, compare, divide, fromDecimal, multiply, negate, signOf, subtract } from "./rational";
import type { Rational } from "./rational";

/** A cell counted in the system's unit. */
export interface ScaledCell {
  readonly id: string;
  readonly value: Rational;
  readonly step: Rational;
  /** How far the true amount may lie from the printed one: half a step, nothing for an exact zero. */
  readonly half: Rational;
  readonly weight: number;
  readonly fixed: boolean;
  /** False for cells whose zeros are rounded like other figures. */
  readonly zeroExact: boolean;
}

/**
 * A relation as bounds for Σ coefficient · (true amount − printed figure). Told this way its numbers are as small as the
 * roundings, however large the amounts: figures of 10^13 are no harder than figures of 10.
 */
export interface ScaledRelation {
  readonly id: string;
  /** Cells by their place, with whole coefficients other than 0. */
  readonly terms: readonly (readonly [cell: number, coefficient: Rational])[];
  readonly low: Rational | undefined;
  readonly high: Rational | undefined;
  /** Σ |coefficient| · half */
  readonly slack: Rational;
}

export interface ScaledSystem {
  readonly cells: readonly ScaledCell[];
  readonly relations: readonly ScaledRelation[];
  /** Cell → relations it stands in, both by their place. */
  readonly relationsOf: readonly (readonly number[])[];
  /** What one of the system's units is worth; amounts come back by multiplying with it. */
  readonly unit: Decimal;
}

/** Power of ten that makes all of these whole. */
function wholePower(values: Iterable<Decimal>): Decimal {
  let places = 0;
  for (const value of values) places = Math.max(places, value.decimalPlaces());
  return new Decimal(10).pow(places);
}

function amountsOf({ cells, relations }: LinearSystem): Decimal[] {
  return [
    ...[...cells.values()].flatMap(({ value, step }) => [value, step.dividedBy(2)]),
    ...relations.map(({ constant }) => constant),
  ];
}

/** Counts a system in whole numbers. Throws a RangeError for a relation over a cell that the system does not have. */
export function scaleSystem(system: LinearSystem): ScaledSystem {
  const power = wholePower(amountsOf(system));
  const place = new Map([...system.cells.keys()].map((id, index) => [id, index]));
  const cells = [...system.cells].map(([id, cell]) => scaleCell(id, cell, power));
  const relationsOf: number[][] = cells.map(() => []);
  const relations = system.relations.map(({ id, terms, op, constant }, index): ScaledRelation => {
    const factor = wholePower(terms.values());
    const isWhole = factor.equals(1);
    let rest = fromDecimal(constant.times(power).times(factor));
    let slack: Rational = 0;
    const scaled = [...terms].flatMap(([name, coefficient]): [number, Rational][] => {
      if (coefficient.isZero()) return [];
      const at = place.get(name);
      const cell = at === undefined ? undefined : cells[at];
      if (at === undefined || !cell) throw new RangeError(`${id} speaks of "${name}", which is no cell`);
      const whole = fromDecimal(isWhole ? coefficient : coefficient.times(factor));
      rest = subtract(rest, multiply(whole, cell.value));
      slack = add(slack, multiply(absolute(whole), cell.half));
      relationsOf[at]?.push(index);
      return [[at, whole]];
    });
    return {
      id,
      terms: scaled,
      low: op === "<=" ? undefined : rest,
      high: op === ">=" ? undefined : rest,
      slack,
    };
  });
  return { cells, relations, relationsOf, unit: new Decimal(1).dividedBy(power) };
}

function scaleCell(id: string, cell: SystemCell, power: Decimal): ScaledCell {
  const { value, step, weight = 1, fixed = false, zeroExact = true } = cell;
  const isExact = zeroExact && value.isZero();
  return {
    id,
    value: fromDecimal(value.times(power)),
    step: fromDecimal(step.times(power)),
    half: isExact ? 0 : fromDecimal(step.dividedBy(2).times(power)),
    weight,
    fixed,
    zeroExact,
  };
}

/** The same system with figures printed as zero counted as rounded like others; slacks stay as they are. */
export function loosenZeros(system: ScaledSystem, isRounded: (cell: number) => boolean): ScaledSystem {
  const cells = system.cells.map((cell, index) =>
    signOf(cell.half) === 0 && isRounded(index) ? { ...cell, half: divide(cell.step, 2) } : cell,
  );
  return { ...system, cells };
}

/** How far the printed figures are from the relation, never negative. */
export function excessOf({ low, high }: ScaledRelation): Rational {
  if (low !== undefined && signOf(low) > 0) return low;
  return high !== undefined && signOf(high) < 0 ? negate(high) : 0;
}

/** True when the relation cannot hold whatever its figures stand for. */
export function isBroken(relation: ScaledRelation): boolean {
  return compare(excessOf(relation), relation.slack) > 0;
}
