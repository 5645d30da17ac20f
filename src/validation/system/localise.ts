import { findHittingSets } from "./hittingSets";
import { Oracle } from "./oracle";
import { isBroken } from "./scale";
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
  /** Relations that cannot hold by themselves and are asked about. Default: all such. */
  readonly broken?: readonly number[];
  /** Numbers that may be looked at for one mistake (Effort). Default: what the oracle's effort allows. */
  readonly most?: number;
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
 * The oracle says how much of the system is looked at and how much may be done; once its effort is spent, what is known by
 * then is given. None are given for a system that can hold.
 */
export function localise(
  system: ScaledSystem,
  options: LocaliseOptions = {},
  oracle = new Oracle(system),
): Cluster[] {
  return new Search(system, options, oracle).run();
}

class Search {
  private readonly clusters = new Set<Draft>();
  /** The mistake whose proofs a cell is part of. */
  private readonly draftOf = new Map<number, Draft>();

  constructor(
    private readonly system: ScaledSystem,
    private readonly options: LocaliseOptions,
    private readonly oracle: Oracle,
  ) {}

  run(): Cluster[] {
    this.separate();
    for (;;) {
      for (const draft of this.clusters)
        if (!draft.isSearched)
          this.oracle.effort.within(this.options.most ?? Infinity, () => this.searchSets(draft));
      const drafts = [...this.clusters];
      if (this.oracle.isCut || drafts.some(({ sets }) => sets.length === 0)) break;
      this.oracle.setFree(new Set(drafts.flatMap(({ sets }) => sets[0] ?? [])));
      if (!this.ask()) break;
    }
    return [...this.clusters].map(({ relations, sets, isComplete }) => ({
      relations: [...relations].sort((a, b) => a - b),
      sets,
      isComplete,
    }));
  }

  /**
   * First proofs, each over cells that none of the others uses: a relation that cannot hold by itself is one, the shortest
   * first; then what is proven while all their cells are doubted. None are asked for what no change of a cell can mend.
   */
  private separate(): void {
    const { broken = this.system.inexact.filter((index) => isBroken(this.system.relation(index))) } =
      this.options;
    const termsOf = (index: number) => this.system.relation(index).terms;
    for (const index of [...broken].sort((a, b) => termsOf(a).length - termsOf(b).length || a - b)) {
      const cells = termsOf(index).map(([cell]) => cell);
      if (cells.some((cell) => this.draftOf.has(cell))) continue;
      const own = this.doubtable(cells);
      this.take({ relations: [index], cells: own });
      this.oracle.doubt(own);
    }
    const isHopeless = () => [...this.clusters].some(({ cells }) => cells.size === 0);
    while (!isHopeless()) {
      this.oracle.doubt(this.draftOf.keys());
      if (!this.ask()) return;
    }
  }

  private doubtable(cells: readonly number[]): number[] {
    return cells.filter((cell) => !this.system.cell(cell).fixed);
  }

  /** Asks with the cells free that are; puts the proof, if there is one, where it belongs. */
  private ask(): boolean {
    const evidence = this.oracle.findEvidence();
    if (evidence) this.take({ relations: evidence.relations, cells: this.doubtable(evidence.cells) });
    return evidence !== undefined;
  }

  private take(proof: { readonly relations: readonly number[]; readonly cells: readonly number[] }): void {
    const touched = new Set(proof.cells.flatMap((cell) => this.draftOf.get(cell) ?? []));
    const merged: Draft = {
      relations: new Set(proof.relations),
      evidence: [proof.cells],
      cells: new Set(proof.cells),
      sets: [],
      isComplete: true,
      isSearched: false,
    };
    for (const { relations, evidence, cells } of touched) {
      for (const relation of relations) merged.relations.add(relation);
      merged.evidence.push(...evidence);
      for (const cell of cells) merged.cells.add(cell);
    }
    for (const draft of touched) this.clusters.delete(draft);
    this.clusters.add(merged);
    for (const cell of merged.cells) this.draftOf.set(cell, merged);
  }

  /** The cells of all other mistakes are doubted meanwhile. */
  private searchSets(draft: Draft): void {
    const { band = 0, mostQuestions = 2000, mustFind = false } = this.options;
    const { oracle } = this;
    oracle.doubt(this.draftOf.keys());
    oracle.believe(draft.cells);
    let chosen: ReadonlySet<number> = new Set();
    const { found, isComplete } = findHittingSets({
      sets: draft.evidence,
      weightOf: (cell) => this.system.cell(cell).weight,
      findUnmet: (cells) => {
        oracle.believe([...chosen].filter((cell) => !cells.has(cell)));
        oracle.doubt(cells);
        chosen = new Set(cells);
        const evidence = oracle.findEvidence();
        if (!evidence) return undefined;
        const own = this.doubtable(evidence.cells);
        for (const relation of evidence.relations) draft.relations.add(relation);
        for (const cell of own) {
          draft.cells.add(cell);
          if (!this.draftOf.has(cell)) this.draftOf.set(cell, draft);
        }
        return own;
      },
      effort: oracle.effort,
      band,
      mostQuestions,
      ...(mustFind && { mustFind, mostSets: MOST_SETS }),
    });
    draft.sets = found;
    draft.isComplete = isComplete;
    draft.isSearched = true;
  }
}
