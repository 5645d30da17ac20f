import type { Decimal } from "../../amounts/decimal";
import type { RecognisedTable } from "../../recognition/recognised";
import type { Candidate } from "./act";
import type { Place, Scene } from "./scene";
import { isFormula, placeIn } from "./scene";
import { amountIn, Supposition } from "./supposition";
import { sharpestOf } from "./wanted";

/** Rows in which two columns hold the same amount: fewer are alike by chance. */
const LEAST_ALIKE = 3;

/** Of the rows in which a column says something so many hold just what another column holds there. */
const SHARE_ALIKE = 0.75;

/** Columns whose figures are those of another column: what belongs there is worked out row by row. */
export function columnsCopied(scene: Scene): Candidate[] {
  const failing = new Map<RecognisedTable, Map<number, number>>();
  for (const judgement of scene.failing)
    for (const { row, column } of scene.sources.typed(judgement)) {
      const own = failing.get(row.table) ?? new Map<number, number>();
      failing.set(row.table, own.set(column, (own.get(column) ?? 0) + 1));
    }
  return [...failing].flatMap(([table, columns]) =>
    [...columns].flatMap(([column, count]) => {
      if (count < LEAST_ALIKE || scene.effort.isSpent) return [];
      const source = sourceOf(table, column);
      return source === undefined ? [] : copied(scene, table, column, source);
    }),
  );
}

/** The column that holds the same amounts. */
function sourceOf(table: RecognisedTable, column: number): number | undefined {
  const { grid } = table;
  const own = grid.column(column);
  const said = table.rows.filter(({ index }) => grid.countAt(index, own) !== 0);
  if (said.length < LEAST_ALIKE) return undefined;
  const alike = (other: number) => {
    const place = grid.column(other);
    return said.filter(({ index }) => grid.countAt(index, place) === grid.countAt(index, own)).length;
  };
  return grid.numbers
    .filter((other) => other !== column)
    .map((other) => [other, alike(other)] as const)
    .filter(([, count]) => count >= LEAST_ALIKE && count >= said.length * SHARE_ALIKE)
    .sort(([, a], [, b]) => b - a)[0]?.[0];
}

function copied(scene: Scene, table: RecognisedTable, column: number, source: number): Candidate[] {
  const supposition = new Supposition(scene, { reach: "none" });
  const cells: Place[] = [];
  for (const row of table.rows) {
    const place = placeIn(row, column);
    if (!place || isFormula(scene, place)) continue;
    const by = wantedFor(scene, supposition, place);
    if (!by || by.isZero()) continue;
    supposition.change(place, by);
    cells.push(place);
  }
  const supposed = cells.length >= LEAST_ALIKE ? supposition.outcome() : undefined;
  const isCopy = (place: Place) => isLike(place, source) && !isLikeAfter(supposition, place, source);
  if (!supposed || cells.filter(isCopy).length < cells.length * SHARE_ALIKE) return [];
  const rows = cells.map(({ row }) => row);
  const told = { otherColumn: source };
  return [
    {
      kind: "columnCopied",
      table,
      rows,
      columns: [column],
      cells,
      supposed,
      free: cells.length,
      cost: 6,
      told,
    },
  ];
}

/** What the shortest equation says that has no other cell of the column: of the row alone, or with another table. */
function wantedFor(
  scene: Scene,
  supposition: Supposition,
  { figure, row, column }: Place,
): Decimal | undefined {
  const place = { figure, row, column };
  const equation = sharpestOf(scene, place, (one) => {
    const isOther = (term: Place) =>
      term.row.table === row.table && term.column === column && term.row !== row && !isFormula(scene, term);
    return !scene.sources.typed(one).some(isOther) && supposition.wanted(place, one) !== undefined;
  });
  return equation && supposition.wanted(place, equation);
}

/** Columns that are alike when all is right tell nothing. */
function isLikeAfter(supposition: Supposition, place: Place, source: number): boolean {
  const other = placeIn(place.row, source);
  const [own, its] = [place, other].map((one) => one && amountIn(supposition.figureAt(one)));
  return own !== undefined && its !== undefined && own.equals(its);
}

function isLike({ row, figure }: Place, source: number): boolean {
  const other = row.figures.get(source);
  const [own, its] = [amountIn(figure), other && amountIn(other)];
  return own !== undefined && its !== undefined && own.equals(its);
}
