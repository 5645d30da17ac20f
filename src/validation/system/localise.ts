import { findHittingSets } from "./hittingSets";
import { Oracle } from "./oracle";
import type { ScaledSystem } from "./scale";

/** One mistake, as far as it can be told apart from the others. */
export interface Cluster {
  /** Places of the relations that show it. */
  readonly relations: readonly number[];
  /** Lightest sets of cells whose change mends it, by their place; none when no change of them can. */
  readonly sets: readonly (readonly number[])[];
  /** False when there may be other sets. */
  readonly isComplete: boolean;
}

export interface LocaliseOptions {
  /** Sets heavier than the lightest by no more than this are named too. Default 0. */
  readonly band?: number;
  /** Questions asked about one mistake. Default 2,000. */
  readonly mostQuestions?: number;
  /** Where the search is cut short, one set that mends everything is given, perhaps not a lightest. Default no. */
  readonly mustFind?: boolean;
}

/** Sets looked at where one must be found. */
const MOST_SETS = 20_000;

interface Draft {
  relations: Set<number>;
  /** Sets of cells of which one must be changed. */
  evidence: (readonly number[])[];
  cells: Set<number>;
  sets: readonly (readonly number[])[];
  isComplete: boolean;
  isSearched: boolean;
}

/**
 * Finds, for a system that cannot hold, the lightest sets of cells whose change makes everything hold (Fellegi and Holt,
 * 1976), without a big M: sets that must be met come from exact proofs that the system cannot hold. Mistakes whose proofs
 * share no cell are searched apart; a lightest set of the whole is one lightest set of each, which is checked together.
 * An oracle of the system may be passed, to go on from what it has worked out; none are given for a system that can hold.
 */
export function localise(
  system: ScaledSystem,
  options: LocaliseOptions = {},
  oracle = new Oracle(system),
): Cluster[] {
  const search = new Search(system, options, oracle);
  return search.run();
}

class Search {
  private clusters: Draft[] = [];

  constructor(
    private readonly system: ScaledSystem,
    private readonly options: LocaliseOptions,
    private readonly oracle: Oracle,
  ) {}

  run(): Cluster[] {
    this.separate();
    for (;;) {
      for (const draft of this.clusters) if (!draft.isSearched) this.searchSets(draft);
      const chosen = new Set(this.clusters.flatMap(({ sets }) => sets[0] ?? []));
      if (this.clusters.some(({ sets }) => sets.length === 0)) break;
      if (!this.ask(chosen)) break;
    }
    return this.clusters.map(({ relations, sets, isComplete }) => ({
      relations: [...relations].sort((a, b) => a - b),
      sets,
      isComplete,
    }));
  }

  /** First proofs, each over cells that none of the others uses. */
  private separate(): void {
    const doubted = new Set<number>();
    while (this.ask(doubted)) {
      for (const { cells } of this.clusters) for (const cell of cells) doubted.add(cell);
      if (this.clusters.some(({ cells }) => cells.size === 0)) return;
    }
  }

  /** Asks with these cells free; puts the proof, if there is one, where it belongs. */
  private ask(free: ReadonlySet<number>): boolean {
    const proof = this.prove(free);
    if (!proof) return false;
    const touched = this.clusters.filter((draft) => proof.cells.some((cell) => draft.cells.has(cell)));
    const merged: Draft = {
      relations: new Set([...touched.flatMap(({ relations }) => [...relations]), ...proof.relations]),
      evidence: [...touched.flatMap(({ evidence }) => evidence), proof.cells],
      cells: new Set([...touched.flatMap(({ cells }) => [...cells]), ...proof.cells]),
      sets: [],
      isComplete: true,
      isSearched: false,
    };
    this.clusters = [...this.clusters.filter((draft) => !touched.includes(draft)), merged];
    return true;
  }

  private prove(free: ReadonlySet<number>) {
    this.oracle.setFree(free);
    const evidence = this.oracle.findEvidence();
    return (
      evidence && {
        relations: evidence.relations,
        cells: evidence.cells.filter((cell) => this.system.cells[cell]?.fixed === false),
      }
    );
  }

  private searchSets(draft: Draft): void {
    const { band = 0, mostQuestions = 2000, mustFind = false } = this.options;
    const others = this.clusters.filter((other) => other !== draft).flatMap(({ cells }) => [...cells]);
    const { found, isComplete } = findHittingSets({
      sets: draft.evidence,
      weightOf: (cell) => this.system.cells[cell]?.weight ?? 1,
      findUnmet: (cells) => {
        const proof = this.prove(new Set([...cells, ...others]));
        proof?.relations.forEach((relation) => draft.relations.add(relation));
        proof?.cells.forEach((cell) => draft.cells.add(cell));
        return proof?.cells;
      },
      band,
      mostQuestions,
      ...(mustFind && { mustFind, mostSets: MOST_SETS }),
    });
    draft.sets = found;
    draft.isComplete = isComplete;
    draft.isSearched = true;
  }
}
