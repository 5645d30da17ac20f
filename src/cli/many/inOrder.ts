/**
 * The results of work on each of many things, in the order of the things. Begins at most so many before the first of them
 * has been given on: what waits for an earlier one is bounded by that.
 */
export async function* inOrder<T, R>(
  things: readonly T[],
  work: (thing: T) => Promise<R>,
  atMost: number,
): AsyncGenerator<R, void, undefined> {
  const begun: Promise<R>[] = [];
  let next = 0;
  for (;;) {
    for (; begun.length < atMost && next < things.length; next++) begun.push(work(things[next] as T));
    const first = begun.shift();
    if (!first) return;
    yield await first;
  }
}

/** Lets at most so many pieces of work run at a time; further ones wait in the order in which they came. */
export function atMostAtOnce(most: number): <R>(work: () => Promise<R>) => Promise<R> {
  let free = most;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((go) => waiting.push(go));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
