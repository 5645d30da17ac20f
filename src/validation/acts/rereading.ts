import { keptJudgementsAt } from "../judgementsAt";
import type { JudgementsAt } from "../judgementsAt";
import type { Judgement } from "../outcome";

/** Relations as they are read once acts are taken back. */
export class Rereading {
  private readonly read = new Map<Judgement, Judgement>();
  private readonly before = new Map<Judgement, Judgement>();
  private lookUp: JudgementsAt | undefined;
  private readonly places: ReadonlyMap<Judgement, number>;

  constructor(
    private readonly judgements: readonly Judgement[],
    private readonly judgementsAt: JudgementsAt,
  ) {
    this.places = new Map(judgements.map((one, place) => [one, place]));
  }

  /** Looked up once for each cell until relations are read otherwise. */
  get at(): JudgementsAt {
    return (this.lookUp ??= this.lookUpNow());
  }

  private lookUpNow(): JudgementsAt {
    if (this.read.size === 0) return this.judgementsAt;
    return keptJudgementsAt((cell) => this.judgementsAt(cell).map((one) => this.read.get(one) ?? one));
  }

  /** All relations as they are read by now. */
  now(): Judgement[] {
    return this.judgements.map((one) => this.read.get(one) ?? one);
  }

  /** Reads relations otherwise. */
  take(judged: ReadonlyMap<Judgement, Judgement>): void {
    this.lookUp = undefined;
    for (const [one, after] of judged) {
      const first = this.before.get(one) ?? one;
      this.before.set(after, first);
      this.read.set(first, after);
    }
  }

  /** Relations as the workbook has them, in their order. */
  originals(read: readonly Judgement[]): Judgement[] {
    const place = (one: Judgement) => this.places.get(one) ?? 0;
    return read.map((one) => this.before.get(one) ?? one).sort((a, b) => place(a) - place(b));
  }
}
