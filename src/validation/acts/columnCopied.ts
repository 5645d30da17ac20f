import type { Decimal } from "../../amounts/decimal";
import type { RecognisedRow, RecognisedTable } from "../../recognition/recognised";
import { cellKey } from "../cellKey";
import type { Candidate } from "./act";
import type { Place, Scene } from "./scene";
import { isFormula, placeIn } from "./scene";
import { amountIn, setAsideAll, Supposition } from "./supposition";
import { sharpestOf } from "./wanted";

/** Rows in which two columns hold the same amount: fewer are alike by chance. */
const LEAST_ALIKE = 3;

/** Of the rows in which a column says something so many hold just what another column holds there. */
const SHARE_ALIKE = 0.75;

/** Columns that hold the figures of another one as both stand: what belongs there is worked out row by row. */
export function columnsCopied(scene: Scene): Candidate[] {
  return failingColumns(scene).flatMap((typed) =>
    scene.effort.isSpent || sourceOf(typed.filter(saysAmount), isLike) === undefined
      ? []
      : copied(scene, typed, workedOut, isLike),
  );
}

/** Copies that show once formulas have followed, and those of which nothing belongs in the cells: where no block has moved. */
export function hiddenCopies(scene: Scene): Candidate[] {
  return failingColumns(scene).flatMap((typed) =>
    scene.effort.isSpent
      ? []
      : [workedOut, emptied].flatMap((right) => copied(scene, typed, right, isLikeOnce)),
  );
}

/** Columns that are copies though nobody can tell what belongs in their cells: looked for where nothing says more. */
export function openCopies(scene: Scene): Candidate[] {
  return failingColumns(scene).flatMap((typed) => openCopy(scene, typed.filter(saysAmount)));
}

/** The typed cells of each column that several relations which fail bear on. */
function failingColumns(scene: Scene): (readonly Place[])[] {
  const failing = new Map<RecognisedTable, Map<number, number>>();
  for (const judgement of scene.failing)
    for (const { row, column } of scene.sources.typed(judgement)) {
      const own = failing.get(row.table) ?? new Map<number, number>();
      failing.set(row.table, own.set(column, (own.get(column) ?? 0) + 1));
    }
  return [...failing].flatMap(([table, columns]) =>
    [...columns].flatMap(([column, count]) => {
      if (count < LEAST_ALIKE) return [];
      const typed = typedIn(scene, table, column);
      return typed.filter(saysAmount).length < LEAST_ALIKE ? [] : [typed];
    }),
  );
}

function saysAmount({ figure }: Place): boolean {
  return figure.kind === "amount" && !figure.value.isZero();
}

function typedIn(scene: Scene, { rows }: RecognisedTable, column: number): readonly Place[] {
  return rows.flatMap((row): Place[] => {
    const place = placeIn(row, column);
    return place && !isFormula(scene, place) ? [place] : [];
  });
}

/** Whether a cell holds what another column has in its row. */
type Alike = (place: Place, source: number, supposition: Supposition) => boolean;

/** What a cell would have to change by, by itself. */
type Right = (scene: Scene, supposition: Supposition, place: Place) => Decimal | undefined;

/** The column put right cell by cell, where it then was another column's, before or after formulas have followed. */
function copied(scene: Scene, typed: readonly Place[], right: Right, isAlike: Alike): Candidate[] {
  const supposition = new Supposition(scene, { reach: "none" });
  const cells: Place[] = [];
  for (const place of typed) {
    const by = right(scene, supposition, place);
    if (!by || by.isZero()) continue;
    supposition.change(place, by);
    cells.push(place);
  }
  const [first] = cells;
  const supposed = cells.length >= LEAST_ALIKE ? supposition.outcome() : undefined;
  if (!supposed || !first) return [];
  const { table } = first.row;
  const isCopy = (place: Place, source: number) =>
    isAlike(place, source, supposition) && !isLikeAfter(supposition, place, source);
  const said = typed.filter(saysAmount);
  const isWhole = (source: number) =>
    said.filter((place) => isAlike(place, source, supposition)).length >= said.length * SHARE_ALIKE;
  const whole = new Set(table.grid.numbers.filter(isWhole));
  const otherColumn = sourceOf(cells, (place, source) => whole.has(source) && isCopy(place, source));
  if (otherColumn === undefined) return [];
  return [
    {
      kind: "columnCopied",
      table,
      rows: cells.map(({ row }) => row),
      columns: [first.column],
      cells,
      supposed,
      free: right === emptied ? 0 : cells.length,
      cost: 6,
      told: { otherColumn },
    },
  ];
}

/** The column that cells are copies of, most of them. */
function sourceOf(
  cells: readonly Place[],
  isCopy: (place: Place, source: number) => boolean,
): number | undefined {
  const [first] = cells;
  if (!first) return undefined;
  return first.row.table.grid.numbers
    .filter((number) => number !== first.column)
    .map((number) => [number, cells.filter((place) => isCopy(place, number)).length] as const)
    .filter(([, count]) => count >= LEAST_ALIKE && count >= cells.length * SHARE_ALIKE)
    .sort(([, a], [, b]) => b - a)[0]?.[0];
}

/**
 * A copy of which nobody can tell what belongs in its cells one by one: all that fails with the table speaks of the column, and
 * the two columns are not alike by themselves, as a total and its only part are.
 */
function openCopy(scene: Scene, typed: readonly Place[]): Candidate[] {
  const { sources } = scene;
  const source = sourceOf(typed, isLike);
  const [first] = typed;
  if (source === undefined || !first) return [];
  const { column } = first;
  const { table } = first.row;
  const cells = typed.filter((place) => isLike(place, source));
  const amounts = new Set(cells.map(({ figure }) => amountIn(figure)?.toFixed()));
  if (amounts.size < LEAST_ALIKE || cells.some((place) => isLikeByItself(scene, place, source))) return [];
  const own = new Set(cells.map(({ figure }) => cellKey(figure.address)));
  const isInColumn = (place: Place) => place.row.table === table && place.column === column;
  const near = scene.failing.filter(({ relation }) => relation.terms.some(({ row }) => row.table === table));
  const covered = near.filter((one) => sources.typed(one).some(isInColumn));
  if (covered.length < LEAST_ALIKE || covered.length < near.length) return [];
  return [
    {
      kind: "columnCopied",
      table,
      rows: cells.map(({ row }) => row),
      columns: [column],
      cells,
      supposed: setAsideAll(covered, own),
      free: Math.ceil(covered.length / 2),
      proofs: covered.length,
      cost: 20,
      told: { otherColumn: source },
    },
  ];
}

/** Whether the equations of the row that hold lead from one of the two columns up to the other, by one step or several. */
function isLikeByItself(scene: Scene, { row, column }: Place, source: number): boolean {
  return totalsOver(scene, row, column).has(source) || totalsOver(scene, row, source).has(column);
}

/** The columns of a row that a column of it goes into by its equations that hold, near and far. */
function totalsOver({ judgementsAt }: Scene, row: RecognisedRow, column: number): ReadonlySet<number> {
  const found = new Set([column]);
  // A set hands out what is added to it while it is gone through.
  for (const number of found) {
    const place = placeIn(row, number);
    for (const { relation, outcome } of place ? judgementsAt(place.figure.address) : []) {
      if (outcome === "mismatch" || relation.terms.some((term) => term.row !== row)) continue;
      if (relation.terms.every((term) => term.column !== number || term.side === "left")) continue;
      for (const term of relation.terms) if (term.side === "left") found.add(term.column);
    }
  }
  found.delete(column);
  return found;
}

function emptied(_: Scene, __: Supposition, { figure }: Place): Decimal | undefined {
  return amountIn(figure)?.negated();
}

/** What the shortest equation says that has no other cell of the column: of the row alone, or with another table. */
function workedOut(
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

/** As it stands, or once formulas have followed. */
function isLikeOnce(place: Place, source: number, supposition: Supposition): boolean {
  const other = placeIn(place.row, source);
  const [own, its] = [amountIn(place.figure), other && amountIn(supposition.figureAt(other))];
  return isLike(place, source) || (own !== undefined && its !== undefined && own.equals(its));
}

function isLike({ row, figure }: Place, source: number): boolean {
  const other = row.figures.get(source);
  const [own, its] = [amountIn(figure), other && amountIn(other)];
  return own !== undefined && its !== undefined && own.equals(its);
}
