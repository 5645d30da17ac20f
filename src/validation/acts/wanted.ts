import type { Decimal } from "../../amounts/decimal";
import type { RecognisedTable } from "../../recognition/recognised";
import { cellKey } from "../cellKey";
import { isFailing } from "../outcome";
import type { Judgement } from "../outcome";
import type { Place, Scene } from "./scene";
import { isFormula } from "./scene";
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
  for (const { relation } of scene.failing) {
    if (relation.operator !== "=" || relation.terms.length > MOST_TERMS) continue;
    for (const place of relation.terms) {
      const key = cellKey(place.figure.address);
      if (place.row.table !== table || seen.has(key) || isFormula(scene, place)) continue;
      seen.add(key);
      const wanted = wantedOf(scene, supposition, place);
      if (!wanted) continue;
      const column = found.get(place.column) ?? new Map<number, Wanted>();
      found.set(place.column, column.set(place.row.index, wanted));
    }
  }
  return found;
}

function wantedOf(scene: Scene, supposition: Supposition, place: Place): Wanted | undefined {
  const now = amountIn(place.figure);
  const [sharpest] = scene
    .judgementsAt(place.figure.address)
    .filter((one) => isFailing(one) && one.relation.operator === "=")
    .sort((a: Judgement, b: Judgement) => a.relation.terms.length - b.relation.terms.length);
  const by = sharpest && supposition.wanted(place, sharpest);
  if (!now || !by || by.isZero()) return undefined;
  return { place, now, right: now.plus(by), slack: sharpest.slack };
}
