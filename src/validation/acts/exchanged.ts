import type { Decimal } from "../../amounts/decimal";
import type { RecognisedRow } from "../../recognition/recognised";
import type { Candidate } from "./act";
import type { Place, Scene } from "./scene";
import { isFormula, placeIn } from "./scene";
import { amountIn, Supposition } from "./supposition";
import { wantedInRow } from "./wanted";
import type { Wanted } from "./wanted";

/** Rows further from each other than this are seldom taken for one another. */
const MOST_APART = 12;

/** Rows tried. */
const MOST_ROWS = 60;

/** Pairs of rows whose figures stand in each other's place, in all columns or in those that fail. */
export function rowsExchanged(scene: Scene): Candidate[] {
  const rows = new Map<RecognisedRow, ReadonlyMap<number, Wanted>>();
  const equations = scene.failing.filter(({ relation }) => relation.operator === "=");
  // Those that speak of few cells say most.
  for (const judgement of equations.sort((a, b) => scene.sources.span(a) - scene.sources.span(b)))
    for (const { row } of scene.sources.typed(judgement))
      if (rows.size < MOST_ROWS && !rows.has(row)) rows.set(row, wantedInRow(scene, row));
  return [...rows].flatMap(([row, wanted]) =>
    wanted.size === 0 ? [] : near(row).flatMap((other) => exchange(scene, row, other, wanted)),
  );
}

/** Rows below of the same kind: those above have had their turn with this one. */
function near({ table, index, rule }: RecognisedRow): readonly RecognisedRow[] {
  return table.rows
    .slice(index + 1, index + 1 + MOST_APART)
    .filter((other) => other.rule.level === rule.level);
}

/** The columns that fail in which the other row has what this one lacks. */
function fitting(
  row: RecognisedRow,
  other: RecognisedRow,
  wanted: ReadonlyMap<number, Wanted>,
): readonly number[] {
  return [...wanted].flatMap(([number, { now, right, slack }]) => {
    const by = differenceIn(row, other, number);
    return by && !by.isZero() && by.minus(right.minus(now)).abs().lessThanOrEqualTo(slack) ? [number] : [];
  });
}

function differenceIn(row: RecognisedRow, other: RecognisedRow, number: number): Decimal | undefined {
  const [own, its] = [row.figures.get(number), other.figures.get(number)].map((one) => one && amountIn(one));
  return own && its ? its.minus(own) : undefined;
}

function exchange(
  scene: Scene,
  row: RecognisedRow,
  other: RecognisedRow,
  wanted: ReadonlyMap<number, Wanted>,
): Candidate[] {
  const alike = fitting(row, other, wanted);
  if (alike.length === 0) return [];
  const whole = [[...row.figures.keys()], alike].flatMap((numbers) => exchangeIn(scene, row, other, numbers));
  if (whole[0]) return [whole[0]];
  // A column and the total over it want the same: either was exchanged, and parts are typed more often than their totals.
  return alike.length > 1 ? [...alike].reverse().flatMap((one) => exchangeIn(scene, row, other, [one])) : [];
}

/** The two rows with their figures in these columns exchanged, where that mends something. */
function exchangeIn(
  scene: Scene,
  row: RecognisedRow,
  other: RecognisedRow,
  numbers: readonly number[],
): Candidate[] {
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
  if (!supposed || supposed.mended.length === 0) return [];
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
      cost: 4.5,
    },
  ];
}
