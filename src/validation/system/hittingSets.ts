/** What a search for hitting sets is about. */
export interface HittingTask {
  /** Sets known beforehand, each of which a solution must meet. More are added as they are found. */
  readonly sets: (readonly number[])[];
  /** Above 0. */
  readonly weightOf: (element: number) => number;
  /** A set that these elements do not meet but must; undefined when they are a solution. */
  readonly findUnmet: (elements: ReadonlySet<number>) => readonly number[] | undefined;
  /** Solutions heavier than the lightest by no more than this are given too. Default 0. */
  readonly band?: number;
  /** How many times findUnmet may be asked. */
  readonly mostQuestions: number;
  /** How many sets may be looked at: where many are alike, there are more of them than anybody could wait for. Default 3,000. */
  readonly mostSets?: number;
}

export interface HittingSets {
  /** The lightest solutions, lightest first; none contains another. */
  readonly found: readonly (readonly number[])[];
  /** False when the search was ended by its limit: there may be others. */
  readonly isComplete: boolean;
}

interface Node {
  readonly elements: readonly number[];
  readonly barred: ReadonlySet<number>;
  readonly weight: number;
  readonly bound: number;
}

/** Sums of weights that differ by less than this are equal. */
const SAME = 1e-9;

/**
 * All lightest sets that meet every set of a family which is only known by asking. Best first with a lower bound from
 * sets that share no element, so the first solution is a lightest one. Source: Reiter, A theory of diagnosis from first
 * principles, 1987; each branch bars the elements of its elder siblings, so that no set is seen twice.
 */
export function findHittingSets(task: HittingTask): HittingSets {
  const { sets, band = 0, findUnmet, mostQuestions, mostSets = 3000, weightOf } = task;
  const queue = new Queue();
  const found: { elements: readonly number[]; weight: number }[] = [];
  let limit = Infinity;
  let questions = 0;
  let looked = 0;
  queue.push({ elements: [], barred: new Set(), weight: 0, bound: 0 });
  for (let node = queue.pop(); node && node.bound <= limit + SAME; node = queue.pop()) {
    if (looked++ >= mostSets) return { found: tidy(found), isComplete: false };
    const chosen = new Set(node.elements);
    let unmet = smallestUnmet(task, chosen, node.barred);
    if (!unmet) {
      if (questions++ >= mostQuestions) return { found: tidy(found), isComplete: false };
      const asked = findUnmet(chosen);
      if (!asked) {
        found.push(node);
        limit = Math.min(limit, node.weight + band);
        continue;
      }
      sets.push(asked);
      unmet = asked.filter((element) => !node.barred.has(element));
    }
    const barred = new Set(node.barred);
    for (const element of [...unmet].sort((a, b) => weightOf(a) - weightOf(b) || a - b)) {
      const weight = node.weight + weightOf(element);
      const elements = [...node.elements, element];
      const bound = weight + restBound(task, new Set(elements), barred);
      if (bound <= limit + SAME) queue.push({ elements, barred: new Set(barred), weight, bound });
      barred.add(element);
    }
  }
  return { found: tidy(found), isComplete: true };
}

/** Of the sets not met, the one with the fewest elements left to choose from. */
function smallestUnmet(
  { sets }: HittingTask,
  chosen: ReadonlySet<number>,
  barred: ReadonlySet<number>,
): readonly number[] | undefined {
  let smallest: readonly number[] | undefined;
  for (const set of sets) {
    if (set.some((element) => chosen.has(element))) continue;
    const open = set.filter((element) => !barred.has(element));
    if (!smallest || open.length < smallest.length) smallest = open;
  }
  return smallest;
}

/** What must still be added at the least: one element for each of some sets that share none. */
function restBound(
  { sets, weightOf }: HittingTask,
  chosen: Set<number>,
  barred: ReadonlySet<number>,
): number {
  const taken = new Set(chosen);
  let bound = 0;
  for (const set of sets) {
    if (set.some((element) => taken.has(element))) continue;
    let least = Infinity;
    for (const element of set) if (!barred.has(element)) least = Math.min(least, weightOf(element));
    if (least === Infinity) return Infinity;
    bound += least;
    set.forEach((element) => taken.add(element));
  }
  return bound;
}

function tidy(found: readonly { elements: readonly number[]; weight: number }[]): number[][] {
  const sorted = [...found].sort((a, b) => a.weight - b.weight);
  const kept: Set<number>[] = [];
  for (const { elements } of sorted) {
    const own = new Set(elements);
    if (!kept.some((other) => other.size < own.size && [...other].every((one) => own.has(one))))
      kept.push(own);
  }
  return kept.map((set) => [...set].sort((a, b) => a - b));
}

/** Nodes by their bound, the lowest first; of equal ones the one with more elements. */
class Queue {
  private readonly nodes: Node[] = [];

  push(node: Node): void {
    const { nodes } = this;
    let at = nodes.push(node) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.isBefore(at, above)) break;
      this.swap(at, above);
      at = above;
    }
  }

  pop(): Node | undefined {
    const { nodes } = this;
    if (nodes.length === 0) return undefined;
    this.swap(0, nodes.length - 1);
    const first = nodes.pop();
    for (let at = 0; ;) {
      const below = [2 * at + 1, 2 * at + 2].filter((index) => index < nodes.length);
      const least = below.reduce((best, index) => (this.isBefore(index, best) ? index : best), at);
      if (least === at) return first;
      this.swap(at, least);
      at = least;
    }
  }

  private isBefore(a: number, b: number): boolean {
    const [one, other] = [this.nodes[a] as Node, this.nodes[b] as Node];
    const difference = one.bound - other.bound;
    return Math.abs(difference) > SAME ? difference < 0 : one.elements.length > other.elements.length;
  }

  private swap(a: number, b: number): void {
    const { nodes } = this;
    [nodes[a], nodes[b]] = [nodes[b] as Node, nodes[a] as Node];
  }
}
