import { toNumber } from "./rational";
import type { Limits, PlainRelation } from "./reduce";

/** Sweeps over all relations before the search is given up. */
const MOST_SWEEPS = 800;

/** Sweeps that keep inequalities off their bounds; later ones let those touch that must. */
const SPARING_SWEEPS = 20;

/** How close, as a share of the unit, a sweep must come to every relation. */
const CLOSE = 1e-3;

/** Inequalities are kept off their bounds by this share of the unit. */
const SPARE = 0.1;

/** After so many sweeps they must have come closer, to this share of what was off before. */
const LOOK_BACK = 100;
const LEAST_GAIN = 0.97;

/** What is so many units off can be made good only by amounts that may be as far. */
const FAR = 1000;

interface QuickRelation {
  readonly places: Int32Array;
  readonly factors: Float64Array;
  readonly low: number;
  readonly high: number;
}

/** Amounts as they are moved. */
interface Field extends Limits {
  readonly amounts: Float64Array;
}

/**
 * Comes near amounts with which all relations hold by moving the amounts of each broken one evenly, time and again.
 * Source: Kaczmarz 1937, with bounds. In floating point: what it gives is a suggestion.
 */
export class Sweeps {
  private readonly relations: readonly QuickRelation[];
  /** How far off each relation was in the last sweep. */
  readonly offs: Float64Array;

  /** `unit`: the largest rounding, by which all is measured. */
  constructor(
    relations: readonly PlainRelation[],
    private readonly unit: number,
  ) {
    this.offs = new Float64Array(relations.length);
    this.relations = relations.map(({ terms, low, high }) => ({
      places: Int32Array.from(terms, ([place]) => place),
      factors: Float64Array.from(terms, ([, factor]) => toNumber(factor)),
      low: low === undefined ? -Infinity : toNumber(low),
      high: high === undefined ? Infinity : toNumber(high),
    }));
  }

  /** Amounts near a point where all holds, from `start` on if there is one; undefined where sweeps do not come near one. */
  run({ lows, highs }: Limits, start: Float64Array | undefined): Float64Array | undefined {
    const { unit, relations } = this;
    const amounts = lows.map((low, place) => Math.max(low, Math.min(highs[place]!, start?.[place] ?? 0)));
    const field = { amounts, lows, highs };
    let before = Infinity;
    for (let count = 0; count < MOST_SWEEPS; count++) {
      const spare = !start && count < SPARING_SWEEPS ? SPARE * unit : 0;
      let worst = 0;
      for (let index = 0; index < relations.length; index++) {
        const off = this.settle(relations[index]!, field, spare);
        this.offs[index] = off;
        if (off > worst) worst = off;
      }
      if (spare === 0 && worst <= CLOSE * unit) return amounts;
      if (count % LOOK_BACK === LOOK_BACK - 1) {
        // Where nothing is gained there is no such point, as far as this can tell.
        if (worst > before * LEAST_GAIN) return undefined;
        before = worst;
      }
    }
    return undefined;
  }

  /** Inequalities that a near point just meets, with the bound it meets. */
  touched(near: Float64Array, within: number): Map<number, "low" | "high"> {
    const found = new Map<number, "low" | "high">();
    this.relations.forEach(({ places, factors, low, high }, index) => {
      if (low === high) return;
      let sum = 0;
      for (let at = 0; at < places.length; at++) sum += factors[at]! * near[places[at]!]!;
      if (Math.abs(low - sum) < within) found.set(index, "low");
      else if (Math.abs(high - sum) < within) found.set(index, "high");
    });
    return found;
  }

  /** Brings one relation closer, an inequality by `spare` more than needed; gives how far off it was. */
  private settle({ places, factors, low, high }: QuickRelation, field: Field, spare: number): number {
    const { unit } = this;
    const { amounts, lows, highs } = field;
    const own = low === high ? 0 : spare;
    const count = places.length;
    let off = 0;
    for (let turn = 0; turn < 3; turn++) {
      let sum = 0;
      for (let at = 0; at < count; at++) sum += factors[at]! * amounts[places[at]!]!;
      const lack = sum < low + own ? low + own - sum : sum > high - own ? high - own - sum : 0;
      if (turn === 0) off = sum < low ? low - sum : sum > high ? sum - high : 0;
      const size = lack < 0 ? -lack : lack;
      if (size <= (CLOSE * unit) / 2) break;
      // What is far off can only be made good by amounts that may be anything.
      const reach = size > FAR * unit && hasFar(places, field, FAR * unit) ? FAR * unit : -1;
      let squares = 0;
      for (let at = 0; at < count; at++)
        if (canMove(places[at]!, lack * factors[at]!, field, reach)) squares += factors[at]! * factors[at]!;
      if (squares === 0) break;
      for (let at = 0; at < count; at++) {
        const place = places[at]!;
        const factor = factors[at]!;
        if (!canMove(place, lack * factor, field, reach)) continue;
        const moved = amounts[place]! + (lack * factor) / squares;
        amounts[place] = moved < lows[place]! ? lows[place]! : moved > highs[place]! ? highs[place]! : moved;
      }
    }
    return off;
  }
}

function hasFar(places: Int32Array, { lows, highs }: Field, reach: number): boolean {
  return places.some((place) => highs[place]! - lows[place]! > reach);
}

function canMove(place: number, way: number, { amounts, lows, highs }: Field, reach: number): boolean {
  if (reach >= 0 && highs[place]! - lows[place]! <= reach) return false;
  return way > 0 ? amounts[place]! < highs[place]! : amounts[place]! > lows[place]!;
}
