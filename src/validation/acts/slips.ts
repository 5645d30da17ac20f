import { findSlip } from "../hints/digits";
import { cellKey } from "../cellKey";
import type { Judgement } from "../outcome";
import { inUnit } from "../wording";
import type { Candidate } from "./act";
import type { Place, Scene } from "./scene";
import { isFormula } from "./scene";
import { amountIn, Supposition } from "./supposition";

/** Relations that fail: one slip under formulas breaks few. */
const MOST_FAILING = 3;

/** Typed figures tried. */
const MOST_TRIED = 400;

/** Slips that chance seldom looks like: a sign turned, a point or two digits exchanged, 元 for 万元. */
const MOST_CHANCE = 1;

/**
 * Under formulas one typed figure may stand far below the sums that fail, among hundreds: the one whose digits tell how it
 * was mistyped, and which alone mends all equations that fail.
 */
export function typedSlips(scene: Scene): Candidate[] {
  const { followers } = scene;
  const failing = scene.failing.filter(({ relation }) => relation.operator === "=");
  const [first] = failing;
  if (!followers || !first || failing.length > MOST_FAILING) return [];
  const keys = first.relation.terms.map(({ figure }) => cellKey(figure.address));
  const found: Candidate[] = [];
  let tried = 0;
  for (const key of followers.origins(keys)) {
    const place = scene.placeOf(key);
    const now = place && amountIn(place.figure);
    if (!place || !now || now.isZero() || isFormula(scene, place)) continue;
    if (tried++ >= MOST_TRIED || scene.effort.isSpent) break;
    found.push(...slipOf(scene, place, failing));
  }
  return found;
}

function slipOf(scene: Scene, place: Place, failing: readonly Judgement[]): Candidate[] {
  const [first] = failing;
  const supposition = new Supposition(scene, { reach: "none" });
  const by = first && supposition.wanted(place, first);
  if (!by || by.isZero() || place.figure.kind !== "amount") return [];
  const { table } = place.row;
  const right = inUnit(place.figure.value.plus(by), table.unit);
  const present = inUnit(place.figure.value, table.unit);
  const decimals = Math.max(0, place.figure.decimals);
  const slip = findSlip({ present, decimals, low: right, high: right });
  if (!slip || slip.chance > MOST_CHANCE) return [];
  supposition.change(place, by);
  const supposed = supposition.outcome();
  if (!supposed || !failing.every((one) => supposed.mended.includes(one))) return [];
  const { row, column } = place;
  return [
    {
      kind: "figure",
      isTold: true,
      table,
      rows: [row],
      columns: [column],
      cells: [place],
      supposed,
      free: 0,
      cost: slip.chance,
    },
  ];
}
