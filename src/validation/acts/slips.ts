import { findSlip } from "../hints/digits";
import { cellKey } from "../cellKey";
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
 * was mistyped, and which alone mends all that fails.
 */
export function typedSlips(scene: Scene): Candidate[] {
  const { failing, followers } = scene;
  if (!followers || failing.length > MOST_FAILING) return [];
  const [first] = failing;
  if (!first || first.relation.operator !== "=") return [];
  const keys = first.relation.terms.map(({ figure }) => cellKey(figure.address));
  const found: Candidate[] = [];
  let tried = 0;
  for (const key of followers.origins(keys)) {
    const place = scene.placeOf(key);
    const now = place && amountIn(place.figure);
    if (!place || !now || now.isZero() || isFormula(scene, place)) continue;
    if (tried++ >= MOST_TRIED || scene.effort.isSpent) break;
    found.push(...slipOf(scene, place));
  }
  return found;
}

function slipOf(scene: Scene, place: Place): Candidate[] {
  const [first] = scene.failing;
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
  if (!supposed || supposed.mended.length < scene.failing.length) return [];
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
