import { powerOfTen, safeCount } from "../../amounts/count";
import { Decimal, ONE } from "../../amounts/decimal";
import { stepOf } from "../../amounts/step";
import { convertAmount } from "../../amounts/unit";
import { COMMON_UNIT } from "../../recognition/figures";
import type { RecognisedTable } from "../../recognition/recognised";
import { PLACE } from "../../recognition/figureGrid";
import { CountedRelation, newSums } from "../../relations/countedRelation";
import type { Relation, RelationTerm, Side } from "../../relations/relation";
import type { GridPlace } from "../relationIndex";
import { cellKey } from "../cellKey";
import type { CellAddress } from "../../workbook/address";
import type { Judgement } from "../outcome";
import { absolute, add, divide, fromDecimal, multiply, negate, signOf } from "../system/rational";
import type { Rational } from "../system/rational";
import type { ScaledCell, ScaledRelation, ScaledSystem } from "../system/scale";

/** Digits after the point in a table that prints no amount at all. */
const USUAL_DECIMALS = 2;

/** All relations of a workbook that can be told, as one system over its cells, worked out no further than it is looked at. */
export interface JointSystem {
  readonly system: ScaledSystem;
  /** The judgements behind the system's relations, in its order. */
  readonly judgements: readonly Judgement[];
  /** A place where a cell of the system stands in a relation. */
  readonly termOf: (cell: number) => RelationTerm;
  /** The place of a cell among those of the system, by its cellKey; undefined where no relation speaks of it. */
  readonly placeOf: (key: string) => number | undefined;
  /** For cells that stand for a mistake in a figure and what follows it (followingSystem.ts): the formulas that follow. */
  readonly followers?: ReadonlyMap<number, readonly CellAddress[]>;
}

/** What is known of a cell where it is doubted together with the formulas that follow it. */
export interface Doubt {
  /** Relations that hold and would be changed. */
  readonly agreeing: number;
  /** True for a formula that does not add up what it should. */
  readonly isWrong: boolean;
}

/** What the check knows of a cell beside its figure, as the weight of doubting it (see weights.ts). */
export type WeighCell = (term: RelationTerm, doubt?: Doubt) => number;

/** The finest step that the amounts of a table are printed in, in 万元: what a figure typed into a blank cell would print in. */
export function finestStep(table: RecognisedTable): Decimal {
  let finest: Decimal | undefined;
  for (const row of table.rows)
    for (const figure of row.figures.values())
      if (figure.kind === "amount" && (!finest || figure.step.lessThan(finest))) finest = figure.step;
  return finest ?? convertAmount(stepOf(USUAL_DECIMALS), table.unit, COMMON_UNIT);
}

/** Which cells relations speak of and which relations speak of a cell; both go by numbers. */
export interface CellIndex {
  readonly cellCount: number;
  /** The cell of each term of a relation, in their order. */
  cellsOf(relation: number): readonly number[];
  /** The relations that a cell stands in, each once, in their order. */
  relationsOf(cell: number): readonly number[];
  /** Where a cell lies in the grid of its table, if cells are numbered by tables and it holds what its table says. */
  gridPlaceOf?(cell: number): GridPlace | undefined;
}

/** The index of relations that are given one by one: cells are the same that lie in the same place of a sheet. */
function indexByPlace(judgements: readonly Judgement[]): CellIndex {
  const places = new Map<string, number>();
  const relationsOf: number[][] = [];
  const cells = judgements.map(({ relation }, index) =>
    relation.terms.map(({ figure }) => {
      const key = cellKey(figure.address);
      const cell = places.get(key) ?? places.size;
      places.set(key, cell);
      const own = (relationsOf[cell] ??= []);
      if (own[own.length - 1] !== index) own.push(index);
      return cell;
    }),
  );
  return {
    cellCount: places.size,
    cellsOf: (relation) => cells[relation] ?? [],
    relationsOf: (cell) => relationsOf[cell] ?? [],
  };
}

/** Joins the relations of a workbook that can be told, by their places among all. Nothing is worked out before it is asked for. */
export function joinRelations(
  judgements: readonly Judgement[],
  weigh: WeighCell,
  index: CellIndex = indexByPlace(judgements),
): JointSystem {
  const judgementAt = (place: number) => judgements[place] as Judgement;
  const inexact = judgements.flatMap(({ outcome }, place) =>
    outcome === "exact" || outcome === "cannotTell" ? [] : [place],
  );
  const scale = scaleOf(inexact.map(judgementAt));
  const termOf = kept((cell): RelationTerm => {
    const [relation = 0] = index.relationsOf(cell);
    return judgementAt(relation).relation.terms[index.cellsOf(relation).indexOf(cell)] as RelationTerm;
  });
  const steps = new Map<RecognisedTable, Decimal>();
  const blankStep = (table: RecognisedTable) => {
    const step = steps.get(table) ?? finestStep(table);
    steps.set(table, step);
    return step;
  };
  const cell = kept((place): ScaledCell => {
    const at = index.gridPlaceOf?.(place);
    const printed = (at && countedFigure(at, scale)) ?? printedFigure(termOf(place), scale, blankStep);
    let weight: number | undefined;
    return {
      id: String(place),
      ...printed,
      // Most cells are never doubted.
      get weight() {
        return (weight ??= weigh(termOf(place)));
      },
      fixed: false,
      zeroExact: true,
    };
  });
  return {
    judgements,
    termOf,
    placeOf: placesOf(judgements, index),
    system: {
      cellCount: index.cellCount,
      relationCount: judgements.length,
      cell,
      relation: kept((place) => scaledRelation(judgementAt(place), index.cellsOf(place), scale, cell)),
      relationsOf: kept((place) =>
        index.relationsOf(place).filter((one) => judgementAt(one).outcome !== "cannotTell"),
      ),
      inexact,
      unit: scale.unit,
    },
  };
}

/** The number of each cell by its cellKey; worked out when first asked for. */
function placesOf(judgements: readonly Judgement[], index: CellIndex): JointSystem["placeOf"] {
  let places: Map<string, number> | undefined;
  return (key) => {
    if (!places) {
      places = new Map();
      for (const [place, { relation, outcome }] of judgements.entries()) {
        if (outcome === "cannotTell") continue;
        const cells = index.cellsOf(place);
        for (const [at, { figure }] of relation.terms.entries())
          places.set(cellKey(figure.address), cells[at] as number);
      }
    }
    return places.get(key);
  };
}

/** What is made for a place, made once. */
function kept<T>(make: (place: number) => T): (place: number) => T {
  const made: T[] = [];
  return (place) => (made[place] ??= make(place));
}

interface Scale {
  readonly unit: Decimal;
  /** Digits after the point of an amount in 万元 that is one of the unit. */
  readonly places: number;
  amount(value: Decimal): Rational;
  half(step: Decimal): Rational;
}

/**
 * Amounts in 万元 as multiples of a unit in which those that matter most, what relations are off by and may be off by, are
 * whole; finer ones become fractions, which are as exact and slower.
 */
function scaleOf(inexact: readonly Judgement[]): Scale {
  let places = 0;
  for (const judgement of inexact) places = Math.max(places, placesOfSlack(judgement));
  const power = new Decimal(10).pow(places);
  const halves = new Map<Decimal, Rational>();
  const amount = (value: Decimal) => fromDecimal(value.times(power));
  return {
    unit: new Decimal(1).dividedBy(power),
    places,
    amount,
    half: (step) => {
      const half = halves.get(step) ?? amount(step.dividedBy(2));
      halves.set(step, half);
      return half;
    },
  };
}

function decimalRest({ balance }: Judgement, scale: Scale): Rational {
  return balance ? negate(scale.amount(balance.deviation)) : 0;
}

type PrintedFigure = Pick<ScaledCell, "value" | "step" | "half">;

/** A figure by its count; undefined where that does not tell it: blanks, and figures of too many digits. */
function countedFigure({ table, row, column }: GridPlace, scale: Scale): PrintedFigure | undefined {
  const { grid } = table;
  const kind = grid.kindAt(row, column);
  if (kind !== PLACE.amount && kind !== PLACE.textAmount) return undefined;
  const units = powerOfTen(scale.places - grid.places);
  const value = safeCount(grid.countAt(row, column) * units);
  const step = safeCount(grid.stepAt(row, column) * units);
  if (Number.isNaN(value) || Number.isNaN(step)) return undefined;
  return { value, step, half: value === 0 ? 0 : divide(step, 2) };
}

function printedFigure(
  { figure, row }: RelationTerm,
  scale: Scale,
  blankStep: (table: RecognisedTable) => Decimal,
): PrintedFigure {
  const isAmount = figure.kind === "amount";
  const printed = isAmount ? figure.step : blankStep(row.table);
  const value = isAmount ? scale.amount(figure.value) : 0;
  return { value, step: scale.amount(printed), half: signOf(value) === 0 ? 0 : scale.half(printed) };
}

/** What the right side lacks of the left, by counts; undefined where those do not tell. */
function countedRest(relation: Relation, scale: Scale): Rational | undefined {
  if (!(relation instanceof CountedRelation)) return undefined;
  const deviation = countedDeviation(relation);
  if (deviation === undefined) return undefined;
  const rest = safeCount(-deviation * powerOfTen(scale.places - relation.sentence.places));
  return Number.isNaN(rest) ? undefined : rest;
}

/** left − right of a relation in steps of its sentence; undefined where only decimals tell. */
function countedDeviation(relation: CountedRelation): number | undefined {
  const sums = newSums();
  relation.sums(sums);
  return sums.kind === "told" ? sums.deviation : undefined;
}

/** The coefficients of a relation, signed as on its left side, in the order of its cells. */
function signedFactors(relation: Relation): Rational[] {
  const signed = (coefficient: Decimal, side: Side) => {
    const factor = coefficient === ONE ? 1 : fromDecimal(coefficient);
    return side === "left" ? factor : negate(factor);
  };
  if (!(relation instanceof CountedRelation))
    return relation.terms.map(({ side, coefficient }) => signed(coefficient, side));
  const { terms } = relation.sentence;
  const ofTerms = terms.map(({ coefficient, side }) => signed(coefficient, side));
  const factors: Rational[] = [];
  relation.visit((_row, _column, term) => factors.push(ofTerms[term] as Rational));
  return factors;
}

/** Digits after the point, in 万元, of half a step of what a relation is about, and of what it is off by. */
function placesOfSlack(judgement: Judgement): number {
  const { relation } = judgement;
  // Counts are whole steps, and half a step has one digit more.
  if (relation instanceof CountedRelation && countedDeviation(relation) !== undefined)
    return relation.sentence.places + 1;
  return Math.max(judgement.slack.decimalPlaces(), judgement.balance?.deviation.decimalPlaces() ?? 0);
}

function scaledRelation(
  judgement: Judgement,
  cells: readonly number[],
  scale: Scale,
  cell: (place: number) => ScaledCell,
): ScaledRelation {
  const { relation } = judgement;
  const factors = new Map<number, Rational>();
  signedFactors(relation).forEach((signed, at) => {
    const own = cells[at] as number;
    const before = factors.get(own);
    factors.set(own, before === undefined ? signed : add(before, signed));
  });
  const terms = [...factors].filter(([, factor]) => signOf(factor) !== 0);
  const rest = countedRest(relation, scale) ?? decimalRest(judgement, scale);
  const { operator, id, key } = relation;
  return {
    id: `${id} ${key}`,
    terms,
    low: operator === "<=" ? undefined : rest,
    high: operator === ">=" ? undefined : rest,
    get slack() {
      return terms.reduce<Rational>(
        (sum, [own, factor]) => add(sum, multiply(absolute(factor), cell(own).half)),
        0,
      );
    },
  };
}
