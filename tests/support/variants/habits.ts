import type { Chooser } from "../random";

/** The habits of one layout: each is taken on or not when it is first asked for, and stays so. */
export class Habits {
  private readonly decided = new Map<string, boolean>();

  constructor(readonly choose: Chooser) {}

  /** True in this share of the layouts. */
  has(habit: string, share: number): boolean {
    let is = this.decided.get(habit);
    if (is === undefined) {
      is = this.choose.chance(share);
      this.decided.set(habit, is);
    }
    return is;
  }

  /** Notes a habit that was chosen otherwise. */
  note(habit: string): void {
    this.decided.set(habit, true);
  }

  get names(): string[] {
    return [...this.decided].flatMap(([habit, is]) => (is ? [habit] : []));
  }
}
