import type { ScaledSystem } from "../system/scale";

/**
 * Failing relations in groups that are searched together, none of more than `most`. Relations belong together that share a
 * cell, or whose cells a third relation ties: one wrong row shows in several columns. Where more hang together than are
 * searched at once, each group is the nearest of those left. Every relation is looked at once, whether it fails or not.
 */
export function troublesOf(system: ScaledSystem, failing: readonly number[], most: number): number[][] {
  const left = new Set(failing);
  const seenCells = new Set<number>();
  const seenRelations = new Set<number>();
  const handedOut = new Set<number>();
  const troubles: number[][] = [];
  for (const first of failing) {
    if (!left.delete(first)) continue;
    let trouble = [first];
    troubles.push(trouble);
    // What is added to a list while it is gone through comes up in its turn.
    const reached = [first];
    for (const relation of reached)
      for (const [cell] of system.relation(relation).terms) {
        if (seenCells.has(cell)) continue;
        seenCells.add(cell);
        for (const tie of system.relationsOf(cell)) {
          if (seenRelations.has(tie)) continue;
          seenRelations.add(tie);
          const near = [tie, ...tiedTo(system, tie, handedOut)];
          for (const other of near) {
            if (!left.delete(other)) continue;
            if (trouble.length >= most) troubles.push((trouble = []));
            trouble.push(other);
            reached.push(other);
          }
        }
      }
  }
  return troubles;
}

/**
 * Relations that share a cell with one, but for such as are over more cells than would tie anything.
 * @param handedOut cells whose relations have been given before, and need not be again
 */
function tiedTo(system: ScaledSystem, relation: number, handedOut: Set<number>): number[] {
  const { terms } = system.relation(relation);
  if (terms.length > MOST_TIED) return [];
  return terms.flatMap(([cell]) => {
    if (handedOut.has(cell)) return [];
    handedOut.add(cell);
    return system.relationsOf(cell);
  });
}

/** A sum over more cells than this says nothing of which of its parts belong together. */
const MOST_TIED = 40;
