import type { Decimal } from "../../amounts/decimal";
import type { Figure, RecognisedRow, RecognisedTable } from "../../recognition/recognised";
import { cellKey } from "../cellKey";
import type { Candidate } from "./act";
import type { Place, Scene } from "./scene";
import { isFormula, placeIn } from "./scene";
import { amountIn, Supposition } from "./supposition";
import { sharpestOf, wantedIn } from "./wanted";
import type { Wanted } from "./wanted";

/** How many rows and columns off blocks are looked for. */
const MOST_OFF = { rows: 5, columns: 2 };

/** Rows with cells that hold what belongs so many rows or columns away from them: fewer are so by chance. */
const LEAST_SEEN = 2;

/** Rows of a block beyond those that show it: rows of zeros and of like figures show nothing. */
const BEYOND = [0, 1, 2];

/** Rows off that are looked for where a block has left blanks, and its lengths. */
const GAP_OFFS = [1, -1, 2];
const LENGTHS = [2, 3, 4, 5, 6];

/** Relations that fail where one block has moved, and more: in a budget half filled in any blank may be one. */
const MOST_FAILING = 48;

/** Blanks of one table with amounts beside them: where there are more, no block has left them. */
const MOST_GAPS = 12;

/** One of so many amounts of a block may be right by chance where it has come to stand. */
const MOST_STAYED = 3;

/** Rows down and columns to the right of where its figures belong that a block stands. */
interface Off {
  readonly rows: number;
  readonly columns: number;
}

/**
 * Blocks of typed figures that stand some rows or columns off their labels: where cells want what stands so far from them.
 * What the block was put over is worked out from the equation that says most of it; formulas are left where they are, and follow.
 */
export function blocksShifted(scene: Scene): Candidate[] {
  const tables = new Set(
    scene.failing.flatMap((one) => scene.sources.typed(one).map(({ row }) => row.table)),
  );
  return [...tables].flatMap((table) => (scene.effort.isSpent ? [] : shiftedIn(scene, table)));
}

function shiftedIn(scene: Scene, table: RecognisedTable): Candidate[] {
  const wanted = wantedIn(scene, table);
  const found: Candidate[] = [];
  for (const off of OFFS) {
    const seen = seenOff(table, wanted, off);
    const rows = [...new Set(seen.map(({ row }) => row.index))];
    if (rows.length < LEAST_SEEN) continue;
    const columns = [...new Set(seen.map(({ column }) => column))];
    const [first, last] = [Math.min(...rows), Math.max(...rows)];
    for (const above of BEYOND)
      for (const below of BEYOND) {
        if (scene.effort.isSpent) return found;
        found.push(...shift(scene, table, { top: first - above, bottom: last + below, off, columns }));
      }
  }
  return found.length > 0 ? found : shiftedFromGaps(scene, table);
}

/**
 * Blocks that have left blanks behind where they belong: sums over few rows need not want what stands so far away, as more was
 * moved among them. Looked for where cells do not tell.
 */
function shiftedFromGaps(scene: Scene, table: RecognisedTable): Candidate[] {
  if (scene.failing.length > MOST_FAILING) return [];
  const rows = new Set(
    scene.failing.flatMap((one) =>
      scene.sources.typed(one).flatMap(({ row }) => (row.table === table ? [row.index] : [])),
    ),
  );
  const gaps = [...rows].sort((a, b) => a - b).flatMap((index) => gapsAt(scene, table, index));
  // In a table half filled in blanks say nothing.
  if (gaps.length > MOST_GAPS) return [];
  return gaps.flatMap(({ index, off }) =>
    LENGTHS.flatMap((length): Candidate[] => {
      if (scene.effort.isSpent) return [];
      const [top, bottom] = off > 0 ? [index, index + length - 1] : [index - length + 1, index];
      const moved = table.rows.slice(Math.max(0, top + off), bottom + off + 1);
      const columns = table.grid.numbers.filter(
        (number) =>
          isBlankAt(table, index, off, number) && moved.some((row) => saysAmount(row.figures.get(number))),
      );
      return columns.length === 0
        ? []
        : shift(scene, table, { top, bottom, off: { rows: off, columns: 0 }, columns });
    }),
  );
}

/** Where a block may have stood whose first row (or last, one moved up) is here: its place is blank, and amounts come next. */
function gapsAt(
  scene: Scene,
  table: RecognisedTable,
  index: number,
): { readonly index: number; readonly off: number }[] {
  return GAP_OFFS.filter((off) =>
    table.grid.numbers.some((number) => {
      const place = table.rows[index] && placeIn(table.rows[index], number);
      const next = table.rows[index + off]?.figures.get(number);
      return place && !isFormula(scene, place) && isBlankAt(table, index, off, number) && saysAmount(next);
    }),
  ).map((off) => ({ index, off }));
}

/** Whether the cells that a block moved by so many rows has left are blank, from its first row on. */
function isBlankAt({ rows }: RecognisedTable, index: number, off: number, number: number): boolean {
  return upTo(Math.abs(off))
    .filter((step) => step > 0)
    .every((step) => rows[index + Math.sign(off) * (step - 1)]?.figures.get(number)?.kind === "none");
}

function saysAmount(figure: Figure | undefined): boolean {
  return figure?.kind === "amount" && !figure.value.isZero();
}

const OFFS: readonly Off[] = [
  ...upTo(MOST_OFF.rows).map((rows) => ({ rows, columns: 0 })),
  ...upTo(MOST_OFF.columns).map((columns) => ({ rows: 0, columns })),
];

/** 1, −1, 2, −2 and so on. */
function upTo(most: number): number[] {
  return Array.from({ length: most }, (_, place) => [place + 1, -place - 1]).flat();
}

/** The cells that want just what stands so far from them, and not in every place. */
function seenOff(
  table: RecognisedTable,
  wanted: ReadonlyMap<number, ReadonlyMap<number, Wanted>>,
  off: Off,
): Place[] {
  return [...wanted.values()].flatMap((cells) =>
    [...cells.values()].flatMap(({ place, right, slack }) => {
      const other = placeOff(table, place, off);
      const its = other && amountIn(other.figure);
      return its && !its.isZero() && its.minus(right).abs().lessThanOrEqualTo(slack) ? [place] : [];
    }),
  );
}

/** The place so far from another among the rows and amount columns of its table. */
function placeOff(table: RecognisedTable, { row, column }: Place, { rows, columns }: Off): Place | undefined {
  const { numbers } = table.grid;
  const number = columns === 0 ? column : numbers[numbers.indexOf(column) + columns];
  const other = table.rows[row.index + rows];
  return other && number !== undefined ? placeIn(other, number) : undefined;
}

interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly off: Off;
  readonly columns: readonly number[];
}

function shift(scene: Scene, table: RecognisedTable, { top, bottom, off, columns }: Block): Candidate[] {
  const supposition = new Supposition(scene, { reach: "none" });
  const homes = new Map<string, Place>();
  for (const column of columns)
    for (let index = top; index <= bottom; index++) {
      const row = table.rows[index];
      const own = row && placeIn(row, column);
      if (!row) return [];
      if (own && !isFormula(scene, own)) homes.set(cellKey(own.figure.address), own);
    }
  const lost: Place[] = [];
  const open: Place[] = [];
  for (const own of homes.values()) {
    const its = placeOff(table, own, off);
    if (!its) return [];
    // A formula in its place has not moved: what stood here has to be worked out like what was written over.
    if (isFormula(scene, its)) open.push(own);
    else {
      supposition.set(own, its.figure);
      if (!homes.has(cellKey(its.figure.address))) lost.push(its);
    }
  }
  const worked = workOut(scene, supposition, [...open, ...lost]);
  for (const place of worked.left) supposition.leaveOpen(place);
  const supposed = supposition.outcome();
  if (!supposed || supposed.mended.length === 0) return [];
  // An equation over what nobody knows proves nothing.
  const free = worked.free + supposed.mended.filter((one) => supposition.isUnknown(one)).length;
  if (!hasMoved(supposition, [...homes.values()], (own) => placeOff(table, own, off))) return [];
  const changed = [...homes.values(), ...lost].filter(({ figure }) =>
    supposed.typed.has(cellKey(figure.address)),
  );
  const rows = [...new Set(changed.map(({ row }) => row))].sort((a, b) => a.index - b.index);
  const told = off.rows === 0 ? { byColumns: off.columns } : { by: off.rows };
  // The block that changes least comes first of those that explain as much.
  const cost = 5 + (bottom - top) / 100;
  return [{ kind: "blockShifted", table, rows, columns, cells: changed, supposed, free, cost, told }];
}

/** An amount that is right where it stands has not moved: most of those in the places of others have to be wrong there. */
function hasMoved(
  supposition: Supposition,
  homes: readonly Place[],
  placeIts: (own: Place) => Place | undefined,
): boolean {
  const moved = homes.flatMap((own) => {
    const its = placeIts(own);
    return its?.figure.kind === "amount" && !its.figure.value.isZero() && supposition.has(own) ? [its] : [];
  });
  const stayed = moved.filter((its) => !supposition.has(its) && !supposition.isOpenCell(its)).length;
  return stayed * MOST_STAYED < moved.length;
}

/**
 * Works out what open cells hold, those first whose equations have no other open cell; gives how many equations that takes
 * (what a row lacks in several columns alike is one) and the cells that none tells.
 */
function workOut(
  scene: Scene,
  supposition: Supposition,
  open: readonly Place[],
): { readonly free: number; readonly left: readonly Place[] } {
  const left = new Map(open.map((place) => [cellKey(place.figure.address), place]));
  const found = new Map<RecognisedRow, Decimal[]>();
  let free = 0;
  for (let isGoing = true; isGoing;) {
    isGoing = false;
    for (const [key, place] of left) {
      const equation = sharpestOf(scene, place, (one) =>
        scene.sources.typed(one).every(({ figure }) => {
          const other = cellKey(figure.address);
          return other === key || !left.has(other);
        }),
      );
      if (!equation) continue;
      left.delete(key);
      isGoing = true;
      const right = supposition.wanted(place, equation);
      if (!right || right.isZero()) continue;
      supposition.change(place, right);
      const own = found.get(place.row) ?? [];
      if (!own.some((one) => one.minus(right).abs().lessThanOrEqualTo(equation.slack))) free++;
      found.set(place.row, [...own, right]);
    }
  }
  return { free, left: [...left.values()] };
}
