import { ZERO } from "../amounts/decimal";
import type { CellAddress } from "../workbook/address";
import type { CellSum } from "./cellSums";
import type { Constraint } from "./constraint";
import { roundToDecimals } from "../amounts/step";
import { both, exactly, negated } from "./interval";
import type { Range } from "./interval";
import { findSlip } from "./slips";
import type { FoundSlip } from "./slips";
import type { Settled } from "./variables";

/** A figure of the text, or cells, whose change alone would make all of it hold. */
export type Place = { readonly figure: number } | { readonly cells: CellSum };

/** One thing that may be wrong, and the values that would be right (万元, ratios) when they can be told. */
export interface Suspected {
  readonly place: Place;
  readonly meant: Range | undefined;
  readonly slip: FoundSlip | undefined;
}

/** What one mistake breaks, and where it may be, likeliest first. */
export interface Contradiction {
  readonly broken: readonly Constraint[];
  readonly suspects: readonly Suspected[];
}

/**
 * Gathers what does not hold by what it shares, and looks in each for the one place that mends it.
 * @param isDisputed true of a cell that the tables themselves speak against
 */
export function contradictionsOf(
  constraints: readonly Constraint[],
  settled: readonly Settled[],
  isDisputed: (cell: CellAddress) => boolean = () => false,
): Contradiction[] {
  const byFigure = new Map<number, Constraint[]>();
  for (const constraint of constraints) {
    for (const figure of constraint.figures) {
      const known = byFigure.get(figure);
      if (known) known.push(constraint);
      else byFigure.set(figure, [constraint]);
    }
  }
  const broken = constraints.filter((one) => isBroken(one) && !one.isWeak);
  return clusters(broken).flatMap((cluster) => explain(cluster, { byFigure, settled, isDisputed }));
}

interface Context {
  readonly byFigure: ReadonlyMap<number, readonly Constraint[]>;
  readonly settled: readonly Settled[];
  readonly isDisputed: (cell: CellAddress) => boolean;
}

export function isBroken({ outcome }: Constraint): boolean {
  return outcome === "fails" || outcome === "edge";
}

function clusters(broken: readonly Constraint[]): Constraint[][] {
  const found: Constraint[][] = [];
  const left = new Set(broken);
  for (const first of broken) {
    if (!left.delete(first)) continue;
    const cluster = [first];
    for (let at = 0; at < cluster.length; at++) {
      const one = cluster[at] as Constraint;
      for (const other of left) {
        if (!sharesPlace(one, other)) continue;
        left.delete(other);
        cluster.push(other);
      }
    }
    found.push(cluster);
  }
  return found;
}

function sharesPlace(one: Constraint, other: Constraint): boolean {
  return (
    one.figures.some((figure) => other.figures.includes(figure)) ||
    one.cells.some((cell) => other.cells.some((beside) => sameCells(cell, beside)))
  );
}

function sameCells(one: CellSum, other: CellSum): boolean {
  return (
    one === other ||
    (one.cells.length === other.cells.length &&
      one.cells.every((cell, at) => {
        const beside = other.cells[at];
        return (
          cell.table === beside?.table &&
          cell.sheet === beside.sheet &&
          cell.row === beside.row &&
          cell.column === beside.column
        );
      }))
  );
}

/** One contradiction when one change mends all; else one for the place that mends most, and so on with the rest. */
function explain(broken: readonly Constraint[], context: Context): Contradiction[] {
  const whole = mendsOf(broken, context);
  const flipped = flip(broken, context);
  // 增加…增长 for 减少…下降 is one slip; a single figure that would need more than one comes behind it.
  if (flipped && whole[0]?.slip === undefined) return [{ broken, suspects: [flipped, ...whole] }];
  if (whole.length > 0) return [{ broken, suspects: whole }];
  const figures = [...new Set(broken.flatMap((one) => one.figures))];
  const parts = figures
    .map((figure) => broken.filter((one) => one.figures.includes(figure)))
    .filter((part) => part.length < broken.length && mendsOf(part, context).length > 0)
    .sort((one, other) => other.length - one.length);
  const [part] = parts;
  if (!part) return broken.map((one) => ({ broken: [one], suspects: figuresOf(one) }));
  const rest = broken.filter((one) => !part.includes(one));
  return [
    { broken: part, suspects: mendsOf(part, context) },
    ...clusters(rest).flatMap((one) => explain(one, context)),
  ];
}

function figuresOf({ figures, cells }: Constraint): Suspected[] {
  const places: Place[] = [...figures.map((figure) => ({ figure })), ...cells.map((one) => ({ cells: one }))];
  return places.map((place) => ({ place, meant: undefined, slip: undefined }));
}

/**
 * The places whose change alone makes all of `broken` hold and breaks nothing else, likeliest first. Where other words of the text
 * bear its figure out, as in one written from an earlier draft, no figure is such a place: it comes before the cells all the
 * same, unless the tables themselves speak against those.
 */
function mendsOf(broken: readonly Constraint[], context: Context): Suspected[] {
  const [first] = broken;
  if (!first) return [];
  const figures = first.figures.filter((figure) => broken.every((one) => one.figures.includes(figure)));
  const found = figures.flatMap((figure) => mendBy(figure, broken, context) ?? []);
  const cells = first.cells.filter((cell) =>
    broken.every((one) => one.cells.some((other) => sameCells(cell, other))),
  );
  const texts = found
    .map((suspect) => ({ suspect, rank: rankOf(suspect, context) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ suspect }) => suspect);
  const sheets = cells
    .filter(() => agree(broken, context))
    .map((cell): Suspected => ({ place: { cells: cell }, meant: undefined, slip: undefined }));
  if (texts.length > 0 || sheets.length === 0) return [...texts, ...sheets];
  const compared = figures.flatMap((figure) => asCompared(figure, broken));
  const areDisputed = cells.some((sum) => sum.cells.some((cell) => context.isDisputed(cell)));
  return areDisputed ? [...sheets, ...compared] : [...compared, ...sheets];
}

/** A figure with what the cells would have it be. */
function asCompared(figure: number, broken: readonly Constraint[]): Suspected[] {
  const compared = broken.find(({ kind, figures }) => kind === "table" && figures[0] === figure);
  return compared ? [{ place: { figure }, meant: compared.allowed(figure), slip: undefined }] : [];
}

/** Cells can be wrong when all figures compared with them say the same. */
function agree(broken: readonly Constraint[], { settled }: Context): boolean {
  const ranges = broken
    .filter(({ kind }) => kind === "table")
    .flatMap(({ figures: [figure] }) => settled[figure ?? -1]?.range ?? []);
  let met: Range | undefined = ranges[0];
  for (const range of ranges) met = met && both(met, range);
  return ranges.length === 0 || met !== undefined;
}

function mendBy(
  figure: number,
  broken: readonly Constraint[],
  { byFigure, settled }: Context,
): Suspected | undefined {
  let meant: Range | undefined;
  for (const constraint of byFigure.get(figure) ?? []) {
    if (constraint.isWeak) continue;
    if (constraint.holdsWithout && !constraint.holdsWithout(figure)) return undefined;
    const allowed = constraint.allowed(figure);
    if (!allowed) continue;
    const met = both(meant ?? allowed, allowed);
    if (!met) return undefined;
    meant = met;
  }
  const one = settled[figure];
  if (!one || broken.length === 0) return undefined;
  return { place: { figure }, meant, slip: meant && slipOf(one, aimOf(one, meant, broken)) };
}

/** A rate or a share is worked out from amounts as printed: a slip must lead to just that. */
function aimOf({ figure, step }: Settled, meant: Range, broken: readonly Constraint[]): Range {
  const own = broken.find(
    ({ kind, figures }) => (kind === "rate" || kind === "share") && figures[0] === figure.index,
  );
  if (!own) return meant;
  const nearest = roundToDecimals(own.expected.dividedBy(step), 0).times(step);
  return both(exactly(nearest), meant) ? exactly(nearest) : meant;
}

function slipOf({ figure, value, step }: Settled, meant: Range): FoundSlip | undefined {
  if (figure.value.isZero()) return undefined;
  const scale = value.dividedBy(figure.value);
  const own: Range = { ...meant, low: meant.low.dividedBy(scale), high: meant.high.dividedBy(scale) };
  const half = meant.low.equals(meant.high) ? ZERO : step.dividedBy(scale).dividedBy(2);
  return findSlip(
    figure.value,
    figure.decimals,
    {
      ...own,
      low: own.low.minus(half),
      high: own.high.plus(half),
      lowIn: half.isZero(),
      highIn: half.isZero(),
    },
    figure.unit !== undefined,
  );
}

/** Less is likelier: hints against it first, then whether a slip explains it, then what tables confirm. */
function rankOf({ place, meant, slip }: Suspected, { byFigure, settled }: Context): number {
  if (!("figure" in place)) return 1000;
  const weak = (byFigure.get(place.figure) ?? []).filter(({ isWeak }) => isWeak);
  const mended = weak.filter((one) => isBroken(one) && allows(one, place.figure, meant)).length;
  const spoilt = weak.filter((one) => !isBroken(one) && !allows(one, place.figure, meant)).length;
  const isConfirmed =
    settled[place.figure]?.figure.quantity === "amount" && settled[place.figure]?.cell ? 1 : 0;
  return spoilt * 100 - mended * 100 + (slip ? 0 : 10) + isConfirmed;
}

function allows(constraint: Constraint, figure: number, meant: Range | undefined): boolean {
  const allowed = constraint.allowed(figure);
  return !allowed || !meant || both(allowed, meant) !== undefined;
}

/** 增加…增长 written for 减少…下降: turning a change and its rate together mends all. */
function flip(broken: readonly Constraint[], { byFigure, settled }: Context): Suspected | undefined {
  const changes = [...new Set(broken.flatMap(({ figures }) => figures))].filter(
    (figure) => settled[figure]?.figure.quantity === "change",
  );
  for (const change of changes) {
    const one = settled[change];
    const rate = settled.find(
      ({ figure }) =>
        figure.quantity === "rate" && figure.subject !== undefined && figure.subject === one?.figure.subject,
    );
    if (!one || !rate) continue;
    const isMended = [one, rate].every((turned) =>
      (byFigure.get(turned.figure.index) ?? [])
        .filter((constraint) => constraint.cells.length > 0 || constraint.kind === "twice")
        .every((constraint) => {
          const allowed = constraint.allowed(turned.figure.index);
          return !allowed || both(negated(turned.range), allowed) !== undefined;
        }),
    );
    const isRate = rateHolds(one, rate, settled);
    const isWhole = broken.every(
      ({ figures }) => figures.includes(change) || figures.includes(rate.figure.index),
    );
    if (isMended && isRate && isWhole)
      return {
        place: { figure: change },
        meant: negated(one.range),
        slip: { slip: "direction", value: one.figure.value.negated() },
      };
  }
  return undefined;
}

function rateHolds(change: Settled, rate: Settled, settled: readonly Settled[]): boolean {
  const amount = change.figure.subject === undefined ? undefined : settled[change.figure.subject];
  if (!amount) return false;
  const last = amount.value.plus(change.value);
  if (last.isZero()) return false;
  const turned = change.value.negated().dividedBy(last);
  return turned.minus(rate.value.negated()).abs().lessThanOrEqualTo(rate.step);
}
