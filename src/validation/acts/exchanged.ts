import type { Decimal } from "../../amounts/decimal";
import type { RecognisedRow } from "../../recognition/recognised";
import { isFailing } from "../outcome";
import type { Candidate } from "./act";
import type { Place, Scene } from "./scene";
import { isFormula, placeIn } from "./scene";
import { amountIn, Supposition } from "./supposition";

/** Rows further from each other than this are seldom taken for one another. */
const MOST_APART = 12;

/** Rows tried. */
const MOST_ROWS = 60;

/** Pairs of rows whose figures stand in each other's place, in all columns or in those that fail. */
export function rowsExchanged(scene: Scene): Candidate[] {
  const rows = new Map<RecognisedRow, ReadonlyMap<number, Decimal>>();
  for (const { relation } of scene.failing) {
    if (relation.operator !== "=") continue;
    for (const { row } of relation.terms)
      if (rows.size < MOST_ROWS && !rows.has(row)) rows.set(row, wantedIn(scene, row));
  }
  return [...rows].flatMap(([row, wanted]) =>
    wanted.size === 0
      ? []
      : near(row).flatMap((other) => (fits(row, other, wanted) ? exchange(scene, row, other, wanted) : [])),
  );
}

/** By how much the figures of a row would have to change, column by column, for a relation that fails. */
function wantedIn(scene: Scene, row: RecognisedRow): Map<number, Decimal> {
  const wanted = new Map<number, Decimal>();
  const supposition = new Supposition(scene);
  for (const number of row.figures.keys()) {
    const place = placeIn(row, number);
    if (!place || isFormula(scene, place)) continue;
    const [shortest] = scene
      .judgementsAt(place.figure.address)
      .filter((one) => isFailing(one) && one.relation.operator === "=")
      .sort((a, b) => a.relation.terms.length - b.relation.terms.length);
    const by = shortest && supposition.wanted(place, shortest);
    if (by && !by.isZero()) wanted.set(number, by);
  }
  return wanted;
}

/** Rows below of the same kind: those above have had their turn with this one. */
function near({ table, index, rule }: RecognisedRow): readonly RecognisedRow[] {
  return table.rows
    .slice(index + 1, index + 1 + MOST_APART)
    .filter((other) => other.rule.level === rule.level);
}

/** In a column that fails the other row has what this one lacks. */
function fits(row: RecognisedRow, other: RecognisedRow, wanted: ReadonlyMap<number, Decimal>): boolean {
  return [...wanted].some(([number, by]) => differenceIn(row, other, number)?.equals(by));
}

function differenceIn(row: RecognisedRow, other: RecognisedRow, number: number): Decimal | undefined {
  const [own, its] = [row.figures.get(number), other.figures.get(number)].map((one) => one && amountIn(one));
  return own && its ? its.minus(own) : undefined;
}

function exchange(
  scene: Scene,
  row: RecognisedRow,
  other: RecognisedRow,
  wanted: ReadonlyMap<number, Decimal>,
): Candidate[] {
  for (const numbers of [[...row.figures.keys()], [...wanted.keys()]]) {
    const supposition = new Supposition(scene, { reach: "none" });
    const cells: Place[] = [];
    for (const number of numbers) {
      const [own, its] = [placeIn(row, number), placeIn(other, number)];
      const by = differenceIn(row, other, number);
      if (!own || !its || !by || by.isZero() || isFormula(scene, own) || isFormula(scene, its)) continue;
      supposition.change(own, by);
      supposition.change(its, by.negated());
      cells.push(own, its);
    }
    const supposed = cells.length > 0 ? supposition.outcome() : undefined;
    if (!supposed || supposed.mended.length === 0) continue;
    const columns = [...new Set(cells.map(({ column }) => column))];
    return [
      {
        kind: "rowsExchanged",
        table: row.table,
        rows: [row, other],
        columns,
        cells,
        supposed,
        free: 0,
        cost: 4,
      },
    ];
  }
  return [];
}
