import type { Effort } from "./effort";

/** What a search for hitting sets is about. */
export interface HittingTask {
  /** Sets known beforehand, each of which a solution must meet. More are added as they are found. */
  readonly sets: (readonly number[])[];
  /** Above 0. */
  readonly weightOf: (element: number) => number;
  /** A set that these elements do not meet but must; undefined when they are a solution. */
  readonly findUnmet: (elements: ReadonlySet<number>) => readonly number[] | undefined;
  /** What may be done, by findUnmet too: once it is spent, the search ends. Default: as much as it takes. */
  readonly effort?: Effort;
  /** Solutions heavier than the lightest by no more than this are given too. Default 0. */
  readonly band?: number;
  /** How many times findUnmet may be asked. */
  readonly mostQuestions: number;
  /** How many sets may be looked at: where many are alike, there are more of them than anybody could wait for. Default 3,000. */
  readonly mostSets?: number;
  /** Where the search ends at its limit without a solution, one that is good and perhaps not lightest is given. Default no. */
  readonly mustFind?: boolean;
}

export interface HittingSets {
  /** The lightest solutions, lightest first; none contains another. */
  readonly found: readonly (readonly number[])[];
  /** False when the search was ended by its limit: there may be others. */
  readonly isComplete: boolean;
}

/**
 * All choices of one element from each class. Elements of a class weigh the same and meet the same sets, as far as sets
 * were known when the class was chosen.
 */
interface Node {
  readonly classes: readonly (readonly number[])[];
  readonly barred: ReadonlySet<number>;
  readonly weight: number;
  readonly bound: number;
}

/** Elements of sets that may be looked at in all: some seconds. */
const MOST_WORK = 50_000_000;

/** Questions asked in looking for a solution that need not be the lightest. */
const MOST_GREEDY = 300;

/** A question takes as long as looking at about so many elements. */
const WORK_OF_QUESTION = 20_000;

/** Sums of weights that differ by less than this are equal. */
const SAME = 1e-9;

/**
 * All lightest sets that meet every set of a family which is only known by asking. Best first with a lower bound from
 * weights that several sets share, so the first solution is a lightest one. Source: Reiter, A theory of diagnosis from
 * first principles, 1987; each branch bars the elements of its elder siblings. Elements that the sets known so far do not
 * tell apart are looked at as one: a total has many parts that could all be the wrong one.
 */
export function findHittingSets(task: HittingTask): HittingSets {
  return new HittingSearch(task).run();
}

class HittingSearch {
  private readonly queue = new Queue();
  private readonly sets: ReadonlySet<number>[];
  private readonly found: { elements: readonly number[]; weight: number }[] = [];
  private limit = Infinity;
  private work = 0;

  constructor(private readonly task: HittingTask) {
    this.sets = task.sets.map((set) => new Set(set));
  }

  run(): HittingSets {
    const { mostQuestions, mostSets = 3000 } = this.task;
    let questions = 0;
    let looked = 0;
    this.push({ classes: [], barred: new Set(), weight: 0, bound: 0 });
    for (let node = this.queue.pop(); node && node.bound <= this.limit + SAME; node = this.queue.pop()) {
      const open = this.unmetBy(node);
      const isPartly = (set: ReadonlySet<number>) =>
        node.classes.some((one) => one.some((element) => set.has(element)));
      const partly = open.find(isPartly);
      const unmet = partly ? open.filter((set) => !isPartly(set)) : open;
      // Sets found since the node was made may show that it costs more.
      const bound = node.weight + this.restBound(unmet, node.barred);
      if (bound > node.bound + SAME) {
        this.push({ ...node, bound });
        continue;
      }
      if (looked++ >= mostSets || this.work > MOST_WORK || this.task.effort?.isSpent) return this.end(false);
      if (partly) this.split(node, partly);
      else if (unmet.length > 0) this.branch(node, unmet);
      else if (questions++ >= mostQuestions || !this.ask(node)) return this.end(false);
    }
    return this.end(true);
  }

  private end(isComplete: boolean): HittingSets {
    const isStuck = !isComplete && this.found.length === 0 && this.task.mustFind === true;
    const some = isStuck ? this.findSome() : undefined;
    return { found: some ? [some] : tidy(this.found), isComplete };
  }

  /** A solution of which no element can be left out: elements that meet most for their weight, until all is met. */
  private findSome(): number[] | undefined {
    const { findUnmet, weightOf } = this.task;
    const chosen = new Set<number>();
    for (let asks = 0; asks < MOST_GREEDY;) {
      const open = this.sets.filter((set) => ![...chosen].some((element) => set.has(element)));
      const counts = new Map<number, number>();
      for (const set of open)
        for (const element of set) counts.set(element, (counts.get(element) ?? 0) + 1 / weightOf(element));
      if (open.length === 0) {
        asks++;
        const asked = findUnmet(chosen);
        if (!asked) return this.withoutIdle(chosen);
        this.sets.push(new Set(asked));
        continue;
      }
      const best = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [-1, 0]);
      if (best[0] < 0) return undefined;
      chosen.add(best[0]);
    }
    return undefined;
  }

  /** Leaves out what is not needed, one element after the other. */
  private withoutIdle(chosen: Set<number>): number[] {
    for (const element of [...chosen]) {
      chosen.delete(element);
      const isMet = this.sets.every((set) => [...chosen].some((other) => set.has(other)));
      const asked = isMet ? this.task.findUnmet(chosen) : [];
      if (!asked) continue;
      if (asked.length > 0) this.sets.push(new Set(asked));
      chosen.add(element);
    }
    return [...chosen].sort((a, b) => a - b);
  }

  private push(node: Node): void {
    if (node.bound <= this.limit + SAME) this.queue.push(node);
  }

  private spend(elements: number): void {
    this.work += elements;
    this.task.effort?.spend(elements);
  }

  /** Sets that some choice of the node does not meet. */
  private unmetBy({ classes }: Node): ReadonlySet<number>[] {
    this.spend(this.sets.length * classes.length);
    return this.sets.filter((set) => !classes.some((one) => one.every((element) => set.has(element))));
  }

  /** Asks about one choice of the node; false when that cannot be told. */
  private ask(node: Node): boolean {
    this.work += WORK_OF_QUESTION;
    const elements = node.classes.map(([element]) => element as number);
    const asked = this.task.findUnmet(new Set(elements));
    if (asked) {
      this.task.sets.push(asked);
      this.sets.push(new Set(asked));
      this.push(node);
      return true;
    }
    if (this.task.effort?.isSpent) return false;
    this.found.push({ elements, weight: node.weight });
    this.limit = Math.min(this.limit, node.weight + (this.task.band ?? 0));
    this.divide(node, ([element]) => [element as number]);
    return true;
  }

  /** Of the choices of a node those that meet the set, and those that do not. */
  private split(node: Node, set: ReadonlySet<number>): void {
    const outside = this.divide(node, (one) => one.filter((element) => !set.has(element)));
    if (outside) this.push(outside);
  }

  /**
   * Divides a node's choices: those that keep to a part of every class are given back, the others are pushed, each once.
   */
  private divide(node: Node, part: (one: readonly number[]) => readonly number[]): Node | undefined {
    let classes = node.classes;
    for (const [index, one] of node.classes.entries()) {
      const inside = new Set(part(one));
      const rest = one.filter((element) => !inside.has(element));
      if (rest.length > 0) this.push({ ...node, classes: classes.with(index, rest) });
      if (inside.size === 0) return undefined;
      classes = classes.with(index, [...inside]);
    }
    return { ...node, classes };
  }

  /** Adds an element of the set with the fewest to choose from. */
  private branch(node: Node, unmet: readonly ReadonlySet<number>[]): void {
    let open: number[] | undefined;
    for (const set of unmet) {
      const left = [...set].filter((element) => !node.barred.has(element));
      if (!open || left.length < open.length) open = left;
    }
    const barred = new Set(node.barred);
    for (const one of this.classesOf(open ?? [], unmet)) {
      const [element = 0] = one;
      const weight = node.weight + this.task.weightOf(element);
      const rest = unmet.filter((set) => !set.has(element));
      const bound = weight + this.restBound(rest, barred);
      this.push({ classes: [...node.classes, one], barred: new Set(barred), weight, bound });
      for (const other of one) barred.add(other);
    }
  }

  /** Elements by their weight and the sets they meet, the lightest first. */
  private classesOf(elements: readonly number[], sets: readonly ReadonlySet<number>[]): number[][] {
    const { weightOf } = this.task;
    const classes = new Map<string, number[]>();
    for (const element of [...elements].sort((a, b) => weightOf(a) - weightOf(b) || a - b)) {
      const key = `${weightOf(element)} ${sets.map((set) => (set.has(element) ? 1 : 0)).join("")}`;
      const known = classes.get(key);
      if (known) known.push(element);
      else classes.set(key, [element]);
    }
    return [...classes.values()];
  }

  /**
   * What must still be added at the least. Each set takes of its elements' weights what its lightest element has left:
   * an element must pay for all sets that it meets, so the sum is no more than any solution weighs. How much it comes to
   * depends on the order, so two are tried.
   */
  private restBound(sets: readonly ReadonlySet<number>[], barred: ReadonlySet<number>): number {
    if (sets.length === 0) return 0;
    const first = this.packed(sets, barred);
    return sets.length < 3 ? first : Math.max(first, this.packed([...sets].reverse(), barred));
  }

  private packed(sets: readonly ReadonlySet<number>[], barred: ReadonlySet<number>): number {
    const { weightOf } = this.task;
    const left = new Map<number, number>();
    let sum = 0;
    for (const set of sets) {
      this.spend(set.size);
      let least = Infinity;
      for (const element of set) {
        if (least <= 0) break;
        if (!barred.has(element)) least = Math.min(least, left.get(element) ?? weightOf(element));
      }
      if (least <= 0) continue;
      if (least === Infinity) return Infinity;
      sum += least;
      for (const element of set) left.set(element, (left.get(element) ?? weightOf(element)) - least);
    }
    return sum;
  }
}

function tidy(found: readonly { elements: readonly number[]; weight: number }[]): number[][] {
  const sorted = [...found].sort((a, b) => a.weight - b.weight);
  const kept: Set<number>[] = [];
  for (const { elements } of sorted) {
    const own = new Set(elements);
    if (!kept.some((other) => [...other].every((one) => own.has(one)))) kept.push(own);
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
    return Math.abs(difference) > SAME ? difference < 0 : one.classes.length > other.classes.length;
  }

  private swap(a: number, b: number): void {
    const { nodes } = this;
    [nodes[a], nodes[b]] = [nodes[b] as Node, nodes[a] as Node];
  }
}
