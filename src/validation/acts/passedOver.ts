import { ZERO } from "../../amounts/decimal";
import { rowPlace } from "../../recognition/recognised";
import type { WriteCell } from "../../workbook/edit";
import { cellKey } from "../cellKey";
import type { Judgement } from "../outcome";
import { sumFormulaOf } from "../totalFormula";
import { inUnit } from "../wording";
import type { Candidate } from "./act";
import type { Place, Scene } from "./scene";
import { isFormula } from "./scene";
import { amountIn, Supposition } from "./supposition";
import type { Supposed } from "./supposition";

/** Sums that pass over one row: a single one is a wrong cell like others, and told as that. */
const LEAST_SUMS = 2;

/** A total that leaves out one row among those it stands for. */
interface Passing {
  /** Its formula adds some of the others; of a typed total nothing but the amount tells. */
  readonly isFormula: boolean;
  readonly total: Place;
  readonly judgement: Judgement;
  readonly left: Place;
}

/**
 * Rows that the formulas over them pass over in several columns: put in at the edge of a range, or taken to another place. Typed
 * totals beside them lack the row as well. The act is the row, and its mend the formulas over all rows that they stand for.
 */
export function rowsPassedOver(scene: Scene): Candidate[] {
  if (!scene.followers) return [];
  const byRow = new Map<string, Passing[]>();
  for (const judgement of scene.failing)
    for (const passing of passingIn(scene, judgement)) {
      const { sheet, sheetRow } = passing.left.row;
      const key = rowPlace(sheet, sheetRow);
      byRow.set(key, [...(byRow.get(key) ?? []), passing]);
    }
  return [...byRow.values()].flatMap((all) =>
    all.some((one) => one.isFormula) ? passedOver(scene, all) : [],
  );
}

/** The parts by just one of which a failing sum is short: the only one that its formula leaves out. */
function passingIn(scene: Scene, judgement: Judgement): Passing[] {
  const { relation, balance, slack } = judgement;
  const [total, ...parts] = relation.terms;
  if (relation.operator !== "=" || !balance || total?.side !== "left") return [];
  const isShortBy = ({ figure, row }: Place) => {
    // Columns left out of a sum along the row are no row that is.
    if (row === total.row) return false;
    const amount = amountIn(figure);
    return amount?.isZero() === false && balance.deviation.plus(amount).abs().lessThanOrEqualTo(slack);
  };
  if (!isFormula(scene, total))
    return parts.filter(isShortBy).map((left) => ({ isFormula: false, total, judgement, left }));
  const taken = scene.followers?.takenIn(cellKey(total.figure.address));
  const isTaken = ({ figure }: Place) => taken?.has(cellKey(figure.address)) === true;
  // A formula that adds none of the parts adds something else on purpose: one level further down, say.
  if (!parts.some(isTaken)) return [];
  const passed = parts.filter((part) => amountIn(part.figure)?.isZero() === false && !isTaken(part));
  const [left] = passed;
  return left && passed.length === 1 && isShortBy(left) ? [{ isFormula: true, total, judgement, left }] : [];
}

function passedOver(scene: Scene, passing: readonly Passing[]): Candidate[] {
  const [first] = passing;
  if (!first || passing.length < LEAST_SUMS) return [];
  const supposition = new Supposition(scene, { reach: "none" });
  for (const { total, judgement } of passing)
    supposition.change(total, supposition.wanted(total, judgement) ?? ZERO);
  const supposed = supposition.outcome();
  if (!supposed || !passing.every(({ judgement }) => supposed.mended.includes(judgement))) return [];
  const { row } = first.left;
  return [
    {
      kind: "sumMisses",
      table: row.table,
      rows: [row],
      columns: passing.map(({ total }) => total.column),
      cells: passing.map(({ total }) => total),
      supposed,
      free: 0,
      cost: 1,
      told: { edits: passing.flatMap((one) => mendOf(one, supposed)) },
    },
  ];
}

/** A formula over all rows that the total stands for; a typed total gets its amount. */
function mendOf({ total, judgement: { relation }, ...one }: Passing, { figures }: Supposed): WriteCell[] {
  const { address } = total.figure;
  const after = figures.get(cellKey(address));
  const amount = after && amountIn(after);
  if (!amount) return [];
  const formula = one.isFormula ? sumFormulaOf(relation) : undefined;
  const value = inUnit(amount, total.row.table.unit).toNumber();
  return [{ kind: "writeCell", ...address, content: formula === undefined ? { value } : { formula } }];
}
