import type { MovedRow } from "./rowsPlan";

type Move = Omit<MovedRow, "isFollowing">;

/**
 * Rows that change their places, told apart: the fewest that have to be taken elsewhere, and those that only close up behind
 * them in the order they had (其余顺延). Where one row goes from 25 to 16, ten change their places.
 * @param moved rows of any sheets and tables; given back in their order
 */
export function withFollowers(moved: readonly Move[]): MovedRow[] {
  const byTable = new Map<string, Move[]>();
  for (const row of moved) {
    const key = JSON.stringify([row.sheet, row.table]);
    const known = byTable.get(key);
    if (known) known.push(row);
    else byTable.set(key, [row]);
  }
  const staying = new Set([...byTable.values()].flatMap(longestInOrder));
  return moved.map((row) => ({ ...row, isFollowing: staying.has(row) }));
}

/** The most rows that keep their order: the longest rising run of where they go, with others between left out. */
function longestInOrder(rows: readonly Move[]): Move[] {
  const before = new Map<Move, Move | undefined>();
  /** ends[n]: of the runs of n + 1 rows, the last row of the one that ends lowest. */
  const ends: Move[] = [];
  for (const row of [...rows].sort((a, b) => a.from - b.from)) {
    const length = firstNotBelow(ends, row.to);
    before.set(row, ends[length - 1]);
    ends[length] = row;
  }
  const run: Move[] = [];
  for (let row = ends[ends.length - 1]; row; row = before.get(row)) run.push(row);
  return run;
}

/** The first place of rows that go ever lower down whose row does not go above a place. */
function firstNotBelow(rows: readonly Move[], to: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((rows[middle]?.to ?? Infinity) < to) low = middle + 1;
    else high = middle;
  }
  return low;
}
