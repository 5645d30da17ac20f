import { ZERO } from "../../amounts/decimal";
import type { Decimal } from "../../amounts/decimal";
import type { WorkbookSnapshot } from "../../workbook/snapshot";
import { cellKey } from "../cellKey";
import type { Followers } from "../following/followers";
import { apart } from "../mistakes/misplaced";
import type { Rejudging } from "../mistakes/rejudging";
import type { Judgement } from "../outcome";
import { toDecimal } from "../system/rational";
import type { Rational } from "../system/rational";
import type { Place, Scene } from "./scene";
import { isFormula } from "./scene";

interface SourcesTask {
  readonly workbook: WorkbookSnapshot;
  /** The formulas that follow cells; undefined where the workbook has none that can be read. */
  readonly followers: Followers | undefined;
  readonly rejudging: Rejudging;
  readonly placeOf: Scene["placeOf"];
}

/**
 * Relations as what they say of typed cells: each formula that can be read is taken apart into the cells people typed. What a
 * formula makes true by itself then says nothing of any of them. Without formulas these are just the cells of a relation.
 */
export class Sources {
  private readonly known = new Map<Judgement, readonly Place[]>();
  private readonly isEmpty: boolean;

  constructor(private readonly task: SourcesTask) {
    this.isEmpty = task.followers === undefined;
  }

  /** The cells that a relation bears on and that people typed, each once; formulas that cannot be read are passed over. */
  typed(judgement: Judgement): readonly Place[] {
    const known = this.known.get(judgement) ?? this.typedIn(judgement);
    this.known.set(judgement, known);
    return known;
  }

  /** How many cells a relation speaks of: the fewer, the more it says of each. */
  span(judgement: Judgement): number {
    return this.isEmpty ? judgement.relation.terms.length : this.typed(judgement).length;
  }

  /** Whether some of these relations surely have no cell in common: two that share none, formulas left aside. */
  isSurelyApart(judgements: readonly Judgement[]): boolean {
    return this.isEmpty && apart(judgements) > 1;
  }

  /** All relations that a cell bears on, by itself and through the formulas that follow it. */
  over(
    { figure }: Pick<Place, "figure">,
    { judgementsAt }: Pick<Scene, "judgementsAt">,
  ): readonly Judgement[] {
    const { followers, placeOf } = this.task;
    const key = cellKey(figure.address);
    const followed = followers?.of(key);
    if (!followed || followed.size <= 1) return judgementsAt(figure.address);
    const found = new Set<Judgement>();
    for (const cell of followed.keys()) {
      const address = cell === key ? figure.address : placeOf(cell)?.figure.address;
      if (address) for (const one of judgementsAt(address)) found.add(one);
    }
    return [...found].filter((one) => !this.factorOf(key, one).isZero());
  }

  /** By how much left − right of a relation changes with a cell, formulas that follow it included. */
  factorOf(key: string, judgement: Judgement): Decimal {
    const { followers, rejudging } = this.task;
    const followed = followers?.of(key);
    if (!followed || followed.size <= 1) return rejudging.factorOf(judgement, key) ?? ZERO;
    const keys = rejudging.keysOf(judgement);
    let sum = ZERO;
    const take = (own: string, times: Rational | undefined) => {
      const factor = times === undefined ? undefined : rejudging.factorOf(judgement, own);
      if (factor && times !== undefined) sum = sum.plus(factor.times(toDecimal(times)));
    };
    if (followed.size < keys.size) for (const [own, times] of followed) take(own, times);
    else for (const own of keys.keys()) take(own, followed.get(own));
    return sum;
  }

  private typedIn(judgement: Judgement): readonly Place[] {
    const { workbook, followers, placeOf } = this.task;
    const places = new Map<string, Place>();
    if (!followers)
      for (const term of judgement.relation.terms) places.set(cellKey(term.figure.address), term);
    else
      for (const key of followers.origins(this.task.rejudging.keysOf(judgement).keys())) {
        const place = followers.takenIn(key) ? undefined : placeOf(key);
        if (place && !this.factorOf(key, judgement).isZero()) places.set(key, place);
      }
    return [...places.values()].filter((place) => !isFormula({ workbook }, place));
  }
}

/** The same scene with formulas that stay as they are when cells change. */
export function withoutFormulas(scene: Scene): Scene {
  const { workbook, rejudging, placeOf } = scene;
  const followers = undefined;
  return { ...scene, followers, sources: new Sources({ workbook, followers, rejudging, placeOf }) };
}
