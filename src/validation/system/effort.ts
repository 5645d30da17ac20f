/**
 * How much a search may still do, counted in numbers looked at: terms of relations, of tableau rows, elements of sets. Counted
 * and not timed, so that a search ends at the same place on every machine.
 */
export class Effort {
  private spent = 0;

  /** `most`: numbers that may be looked at; ten million take a second or two. */
  constructor(private most = Infinity) {}

  /** Counts what was looked at. */
  spend(numbers: number): void {
    this.spent += numbers;
  }

  /** True when no more is to be done: what has not been decided by now stays open. */
  get isSpent(): boolean {
    return this.spent > this.most;
  }

  /** Does a part of the work that may take no more than so much of what is left. */
  within<T>(numbers: number, work: () => T): T {
    const before = this.most;
    this.most = Math.min(before, this.spent + numbers);
    try {
      return work();
    } finally {
      this.most = before;
    }
  }
}
