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
  /** Where it is not as far on both sides. */
  readonly bounds?: { readonly low: Rational; readonly high: Rational };
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

/**
 * A system counted in whole numbers. Cells and relations are known by their places from 0 on and asked for one by one, so that
 * a system may be worked out no further than it is looked at.
 */
export interface ScaledSystem {
  readonly cellCount: number;
  readonly relationCount: number;
  readonly cell: (place: number) => ScaledCell;
  readonly relation: (place: number) => ScaledRelation;
  /** Relations that a cell stands in. */
  readonly relationsOf: (cell: number) => readonly number[];
  /** Relations that do not hold to the last digit in the printed figures; all others are met where nothing is changed. */
  readonly inexact: readonly number[];
  /** What one of the system's units is worth; amounts come back by multiplying with it. */
  readonly unit: Decimal;
}

/** Below this a double times a power of ten is off by less than a half, so that rounding makes it exact. */
const MOST_ROUNDED = 2 ** 50;

/** Digits after the point of the number that has most of them. */
function mostPlaces(values: Iterable<Decimal>): number {
  let places = 0;
  for (const value of values) places = Math.max(places, value.decimalPlaces());
  return places;
}

/** Counts amounts in whole numbers. Steps and coefficients are few objects that come again and again: each is worked out once. */
class Scale {
  readonly power: Decimal;
  private readonly factor: number;
  private readonly halves: ReadonlyMap<Decimal, Decimal>;
  private readonly scaled = new Map<Decimal, Rational>();
  private readonly coefficients = new Map<Decimal, { readonly places: number; readonly whole: Rational }>();

  constructor({ cells, relations }: LinearSystem) {
    const halves = new Map<Decimal, Decimal>();
    const values: Decimal[] = [];
    for (const { value, step } of cells.values()) {
      values.push(value);
      if (!halves.has(step)) halves.set(step, step.dividedBy(2));
    }
    const constants = new Set(relations.map(({ constant }) => constant));
    const places = Math.max(mostPlaces(values), mostPlaces(halves.values()), mostPlaces(constants));
    this.halves = halves;
    this.power = new Decimal(10).pow(places);
    this.factor = this.power.toNumber();
  }

  amount(value: Decimal): Rational {
    const about = value.toNumber() * this.factor;
    return Math.abs(about) < MOST_ROUNDED ? Math.round(about) + 0 : fromDecimal(value.times(this.power));
  }

  step(step: Decimal): Rational {
    return this.known(step, step);
  }

  half(step: Decimal): Rational {
    const half = this.halves.get(step) ?? step.dividedBy(2);
    return this.known(half, half);
  }

  private known(key: Decimal, value: Decimal): Rational {
    const known = this.scaled.get(key) ?? this.amount(value);
    this.scaled.set(key, known);
    return known;
  }

  /** A coefficient as it stands, with its digits after the point. */
  coefficient(value: Decimal): { readonly places: number; readonly whole: Rational } {
    const known = this.coefficients.get(value);
    if (known) return known;
    const one = { places: value.decimalPlaces(), whole: fromDecimal(value) };
    this.coefficients.set(value, one);
    return one;
  }
}

/** Counts a system in whole numbers. Throws a RangeError for a relation over a cell that the system does not have. */
export function scaleSystem(system: LinearSystem): ScaledSystem {
  const scale = new Scale(system);
  const place = new Map([...system.cells.keys()].map((id, index) => [id, index]));
  const cells = [...system.cells].map(([id, cell]) => scaleCell(id, cell, scale));
  const relationsOf: number[][] = cells.map(() => []);
  const relations = system.relations.map(({ id, terms, op, constant }, index): ScaledRelation => {
    let places = 0;
    for (const coefficient of terms.values())
      places = Math.max(places, scale.coefficient(coefficient).places);
    const factor = places === 0 ? undefined : new Decimal(10).pow(places);
    let rest = scale.amount(constant);
    if (factor) rest = multiply(fromDecimal(factor), rest);
    let slack: Rational = 0;
    const scaled: [number, Rational][] = [];
    for (const [name, coefficient] of terms) {
      const at = place.get(name);
      const cell = at === undefined ? undefined : cells[at];
      if (at === undefined || !cell) throw new RangeError(`${id} speaks of "${name}", which is no cell`);
      const whole = factor ? fromDecimal(coefficient.times(factor)) : scale.coefficient(coefficient).whole;
      if (signOf(whole) === 0) continue;
      rest = subtract(rest, multiply(whole, cell.value));
      slack = add(slack, multiply(absolute(whole), cell.half));
      relationsOf[at]?.push(index);
      scaled.push([at, whole]);
    }
    return {
      id,
      terms: scaled,
      low: op === "<=" ? undefined : rest,
      high: op === ">=" ? undefined : rest,
      slack,
    };
  });
  return {
    cellCount: cells.length,
    relationCount: relations.length,
    cell: (one) => cells[one] as ScaledCell,
    relation: (one) => relations[one] as ScaledRelation,
    relationsOf: (one) => relationsOf[one] ?? [],
    inexact: relations.flatMap((relation, index) => (signOf(excessOf(relation)) === 0 ? [] : [index])),
    unit: new Decimal(1).dividedBy(scale.power),
  };
}

function scaleCell(id: string, cell: SystemCell, scale: Scale): ScaledCell {
  const { value, step, weight = 1, fixed = false, zeroExact = true } = cell;
  const isExact = cell.isExact === true || (zeroExact && value.isZero());
  return {
    id,
    value: scale.amount(value),
    step: scale.step(step),
    half: isExact ? 0 : scale.half(step),
    weight,
    fixed,
    zeroExact,
  };
}

/** The same system with figures printed as zero counted as rounded like others; slacks stay as they are. */
export function loosenZeros(system: ScaledSystem, isRounded: (cell: number) => boolean): ScaledSystem {
  return {
    ...system,
    cell: (place) => {
      const cell = system.cell(place);
      return signOf(cell.half) === 0 && isRounded(place) ? { ...cell, half: divide(cell.step, 2) } : cell;
    },
  };
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
