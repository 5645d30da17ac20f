/**
 * Relations joined by the cells they share, near and far, each given by the cells it speaks of: lists of their places, in
 * the order of the first of each. A relation over no cell is a part of its own. Takes as long as there are cells in them.
 */
export function connectedParts<Cell>(relations: readonly Iterable<Cell>[]): number[][] {
  const above = Int32Array.from(relations, (_, place) => place);
  const rootOf = (place: number): number => {
    let root = place;
    while (above[root] !== root) {
      // Each step halves the way for the next time.
      const next = above[root] as number;
      above[root] = above[next] as number;
      root = next;
    }
    return root;
  };
  const firstOf = new Map<Cell, number>();
  relations.forEach((cells, place) => {
    for (const cell of cells) {
      const first = firstOf.get(cell);
      if (first === undefined) firstOf.set(cell, place);
      else {
        const [one, other] = [rootOf(first), rootOf(place)];
        above[Math.max(one, other)] = Math.min(one, other);
      }
    }
  });
  const parts = new Map<number, number[]>();
  relations.forEach((_, place) => {
    const root = rootOf(place);
    const own = parts.get(root);
    if (own) own.push(place);
    else parts.set(root, [place]);
  });
  return [...parts.values()];
}
