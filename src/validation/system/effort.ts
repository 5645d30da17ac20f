/**
 * How much a search may still do, counted in numbers looked at: terms of relations and of tableau rows. Counted and not
 * timed, so that a search ends at the same place on every machine.
 */
export class Effort {
  /** `most`: numbers that may be looked at; some ten million take a second. */
  constructor(private most = Infinity) {}

  /** Counts what was looked at. */
  spend(numbers: number): void {
    this.most -= numbers;
  }

  /** True when no more is to be done: what has not been decided by now stays open. */
  get isSpent(): boolean {
    return this.most < 0;
  }

  /** What is left of it, at most so much, for one search of several; it is taken away here. */
  share(numbers: number): Effort {
    const own = Math.max(0, Math.min(numbers, this.most));
    this.most -= own;
    return new Effort(own);
  }

  /** Gives back what a share has not used. */
  giveBack(share: Effort): void {
    this.most += Math.max(0, share.most);
  }
}
