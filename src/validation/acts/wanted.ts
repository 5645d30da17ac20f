import type { Decimal } from "../../amounts/decimal";
import type { RecognisedRow, RecognisedTable } from "../../recognition/recognised";
import { cellKey } from "../cellKey";
import { isFailing } from "../outcome";
import type { Judgement } from "../outcome";
import type { Place, Scene } from "./scene";
import { isFormula, placeIn } from "./scene";
import { amountIn, Supposition } from "./supposition";

/** Equations of more cells than this say too little of one of them. */
const MOST_TERMS = 12;

/** A typed cell, what it holds, and what the shortest equation that fails over it would have it hold, in 万元. */
export interface Wanted {
  readonly place: Place;
  readonly now: Decimal;
  readonly right: Decimal;
  readonly slack: Decimal;
}

/** What typed cells of a table should hold by the equations that fail over them, row by row under each column. */
export function wantedIn(scene: Scene, table: RecognisedTable): Map<number, Map<number, Wanted>> {
  const found = new Map<number, Map<number, Wanted>>();
  const supposition = new Supposition(scene, { reach: "none" });
  const seen = new Set<string>();
  for (const judgement of scene.failing) {
    if (judgement.relation.operator !== "=" || scene.sources.span(judgement) > MOST_TERMS) continue;
    for (const place of scene.sources.typed(judgement)) {
      const key = cellKey(place.figure.address);
      if (place.row.table !== table || seen.has(key)) continue;
      seen.add(key);
      const wanted = wantedOf(scene, supposition, place);
      if (!wanted) continue;
      const column = found.get(place.column) ?? new Map<number, Wanted>();
      found.set(place.column, column.set(place.row.index, wanted));
    }
  }
  return found;
}

/** What the typed cells of a row should hold by the equations that fail over them, column by column. */
export function wantedInRow(scene: Scene, row: RecognisedRow): Map<number, Wanted> {
  const wanted = new Map<number, Wanted>();
  const supposition = new Supposition(scene, { reach: "none" });
  for (const number of row.figures.keys()) {
    const place = placeIn(row, number);
    const one = place && !isFormula(scene, place) ? wantedOf(scene, supposition, place) : undefined;
    if (one) wanted.set(number, one);
  }
  return wanted;
}

function wantedOf(scene: Scene, supposition: Supposition, place: Place): Wanted | undefined {
  const now = amountIn(place.figure);
  const sharpest = sharpestOf(scene, place, isFailing);
  const by = sharpest && supposition.wanted(place, sharpest);
  if (!now || !by || by.isZero()) return undefined;
  return { place, now, right: now.plus(by), slack: sharpest.slack };
}

/** The equation over a cell that speaks of the fewest typed cells, among those that fit. */
export function sharpestOf(
  scene: Scene,
  place: Place,
  fits: (judgement: Judgement) => boolean,
): Judgement | undefined {
  let best: { readonly judgement: Judgement; readonly span: number } | undefined;
  for (const judgement of scene.sources.over(place, scene)) {
    if (judgement.relation.operator !== "=" || judgement.outcome === "cannotTell" || !fits(judgement))
      continue;
    const span = scene.sources.span(judgement);
    if (!best || span < best.span) best = { judgement, span };
  }
  return best?.judgement;
}
