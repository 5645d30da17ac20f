import type { RecognisedTable } from "../../recognition/recognised";
import { cellKey } from "../cellKey";
import type { Judgement } from "../outcome";
import type { Candidate } from "./act";
import type { Place, Scene } from "./scene";
import { isFormula, placeIn } from "./scene";
import { amountIn, Supposition } from "./supposition";
import { wantedIn } from "./wanted";

/** How many rows off blocks are looked for. */
const MOST_OFF = 5;

/** Cells that hold what belongs so many rows away from them: fewer are so by chance. */
const LEAST_SEEN = 2;

/** Rows of a block beyond those that show it: rows of zeros and of like figures show nothing. */
const BEYOND = [0, 1, 2];

/**
 * Blocks of typed figures that stand some rows off their labels: where cells want what stands so many rows below or above.
 * What the block was put over is worked out from the shortest equation that tells it; formulas follow.
 */
export function blocksShifted(scene: Scene): Candidate[] {
  const tables = new Set(scene.failing.flatMap(({ relation }) => relation.terms.map(({ row }) => row.table)));
  return [...tables].flatMap((table) => (scene.effort.isSpent ? [] : shiftedIn(scene, table)));
}

function shiftedIn(scene: Scene, table: RecognisedTable): Candidate[] {
  const wanted = wantedIn(scene, table);
  const found: Candidate[] = [];
  for (let size = 1; size <= MOST_OFF; size++)
    for (const by of [size, -size]) {
      const rows = new Set<number>();
      const columns = new Set<number>();
      for (const [column, cells] of wanted)
        for (const [index, { right, slack }] of cells) {
          const other = table.rows[index + by]?.figures.get(column);
          const its = other && amountIn(other);
          if (!its || its.isZero() || its.minus(right).abs().greaterThan(slack)) continue;
          rows.add(index);
          columns.add(column);
        }
      if (rows.size < LEAST_SEEN) continue;
      const [first, last] = [Math.min(...rows), Math.max(...rows)];
      for (const above of BEYOND)
        for (const below of BEYOND) {
          if (scene.effort.isSpent) return found;
          found.push(
            ...shift(scene, table, { top: first - above, bottom: last + below, by, columns: [...columns] }),
          );
        }
    }
  return found;
}

interface Block {
  readonly top: number;
  readonly bottom: number;
  /** Rows down to where its figures stand. */
  readonly by: number;
  readonly columns: readonly number[];
}

function shift(scene: Scene, table: RecognisedTable, { top, bottom, by, columns }: Block): Candidate[] {
  const supposition = new Supposition(scene, { reach: "none" });
  const cells: Place[] = [];
  const lost: Place[] = [];
  for (const column of columns)
    for (let index = top; index <= bottom; index++) {
      const [home, source] = [table.rows[index], table.rows[index + by]];
      const own = home && placeIn(home, column);
      const its = source && placeIn(source, column);
      if (!own || !its || isFormula(scene, own)) return [];
      if (!isFormula(scene, its)) supposition.set(own, its.figure);
      cells.push(own);
      if (index + by < top || index + by > bottom) lost.push(its);
    }
  let free = 0;
  for (const place of lost) {
    const equation = shortestWithout(scene, place, lost);
    const right = equation && supposition.wanted(place, equation);
    if (!right || right.isZero() || isFormula(scene, place)) continue;
    supposition.change(place, right);
    cells.push(place);
    free++;
  }
  const supposed = supposition.outcome();
  if (!supposed || supposed.mended.length === 0) return [];
  const changed = cells.filter(({ figure }) => supposed.typed.has(cellKey(figure.address)));
  const rows = [...new Set(changed.map(({ row }) => row))].sort((a, b) => a.index - b.index);
  const told = { by };
  // The block that changes least comes first of those that explain as much.
  return [
    {
      kind: "blockShifted",
      table,
      rows,
      columns,
      cells: changed,
      supposed,
      free,
      cost: 5 + (bottom - top) / 100,
      told,
    },
  ];
}

function shortestWithout(scene: Scene, { figure }: Place, others: readonly Place[]): Judgement | undefined {
  const key = cellKey(figure.address);
  const open = new Set(others.map((one) => cellKey(one.figure.address)));
  return scene
    .judgementsAt(figure.address)
    .filter(
      ({ relation, outcome }) =>
        outcome !== "cannotTell" &&
        relation.operator === "=" &&
        relation.terms.every((term) => {
          const own = cellKey(term.figure.address);
          return own === key || !open.has(own);
        }),
    )
    .sort((a, b) => a.relation.terms.length - b.relation.terms.length)[0];
}
