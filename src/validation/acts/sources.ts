import { ZERO } from "../../amounts/decimal";
import type { Decimal } from "../../amounts/decimal";
import type { CellAddress } from "../../workbook/address";
import type { WorkbookSnapshot } from "../../workbook/snapshot";
import { cellKey } from "../cellKey";
import type { Followers } from "../following/followers";
import type { TakenCells } from "../following/linearFormula";
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
  /** By cellKey: how often a cell counts in relations, and the relations it bears on as they are looked up by now. */
  private readonly factors = new Map<string, Map<Judgement, Decimal>>();
  private readonly bearing = new Map<string, readonly Judgement[]>();
  private lookedUpBy: Scene["judgementsAt"] | undefined;

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
    const key = cellKey(figure.address);
    const followed = this.task.followers?.of(key);
    if (!followed || followed.size <= 1) return judgementsAt(figure.address);
    if (this.lookedUpBy !== judgementsAt) this.bearing.clear();
    this.lookedUpBy = judgementsAt;
    const known = this.bearing.get(key) ?? this.bearingOn(key, figure.address, followed, judgementsAt);
    this.bearing.set(key, known);
    return known;
  }

  private bearingOn(
    key: string,
    address: CellAddress,
    followed: TakenCells,
    judgementsAt: Scene["judgementsAt"],
  ): readonly Judgement[] {
    const { placeOf, rejudging } = this.task;
    const factors = this.factorsOf(key);
    const found = new Map<Judgement, Decimal>();
    for (const [cell, times] of followed) {
      const own = cell === key ? address : placeOf(cell)?.figure.address;
      for (const one of own ? judgementsAt(own) : []) {
        const factor = rejudging.factorOf(one, cell) ?? ZERO;
        const share = times === 1 ? factor : factor.times(toDecimal(times));
        const before = found.get(one);
        found.set(one, before ? before.plus(share) : share);
      }
    }
    for (const [one, factor] of found) factors.set(one, factor);
    return [...found].flatMap(([one, factor]) => (factor.isZero() ? [] : [one]));
  }

  /** By how much left − right of a relation changes with a cell, formulas that follow it included. */
  factorOf(key: string, judgement: Judgement): Decimal {
    const { followers, rejudging } = this.task;
    const followed = followers?.of(key);
    if (!followed || followed.size <= 1) return rejudging.factorOf(judgement, key) ?? ZERO;
    const factors = this.factorsOf(key);
    const known = factors.get(judgement) ?? this.summedFactor(judgement, followed);
    factors.set(judgement, known);
    return known;
  }

  private summedFactor(judgement: Judgement, followed: TakenCells): Decimal {
    const { rejudging } = this.task;
    const keys = rejudging.keysOf(judgement);
    let sum = ZERO;
    const take = (own: string, times: Rational | undefined) => {
      const factor = times === undefined ? undefined : rejudging.factorOf(judgement, own);
      if (factor && times !== undefined)
        sum = sum.plus(times === 1 ? factor : factor.times(toDecimal(times)));
    };
    if (followed.size < keys.size) for (const [own, times] of followed) take(own, times);
    else for (const own of keys.keys()) take(own, followed.get(own));
    return sum;
  }

  /** Factors worked out by now of a cell that formulas follow. */
  private factorsOf(key: string): Map<Judgement, Decimal> {
    const known = this.factors.get(key) ?? new Map<Judgement, Decimal>();
    this.factors.set(key, known);
    return known;
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
