import type { Decimal } from "../../amounts/decimal";
import { findConflict } from "./conflict";
import { localise } from "./localise";
import type { Cluster } from "./localise";
import type { LinearSystem, Verdict } from "./linearSystem";
import { Oracle } from "./oracle";
import { findPrintable } from "./printable";
import type { PrintableRange } from "./printable";
import { signOf } from "./rational";
import { excessOf, isBroken, scaleSystem } from "./scale";
import type { ScaledRelation, ScaledSystem } from "./scale";

export interface SystemVerdict {
  readonly relations: readonly { readonly id: string; readonly verdict: Verdict }[];
  /** Whether the true amounts can satisfy all relations together. */
  readonly feasible: boolean;
  /** Ids of relations that cannot hold together though all but any one can; empty when feasible. */
  readonly conflict: readonly string[];
  /** The lightest sets of cells whose change mends everything; several when none is better than another. */
  readonly minimalSets: readonly (readonly string[])[];
  /** For each cell of these sets: the printed figures with which everything holds. */
  readonly intervals: ReadonlyMap<string, { readonly low: Decimal | null; readonly high: Decimal | null }>;
  /** False when the search was cut short, so that other sets as light may exist. */
  readonly isComplete: boolean;
}

/** Sets of the whole that are listed when its mistakes have several each. */
const MOST_SETS = 1000;

/** Decides a system exactly: each relation alone, all together, and the cells that are likeliest wrong. */
export function solveSystem(system: LinearSystem): SystemVerdict {
  const scaled = scaleSystem(system);
  const relations = scaled.relations.map((relation) => ({ id: relation.id, verdict: verdictOf(relation) }));
  const conflict = findConflict(scaled);
  if (!conflict)
    return {
      relations,
      feasible: true,
      conflict: [],
      minimalSets: [],
      intervals: new Map(),
      isComplete: true,
    };
  const clusters = localise(scaled, { mustFind: true });
  const { sets, isCut } = combine(scaled, clusters);
  return {
    relations,
    feasible: false,
    conflict: conflict.map((index) => scaled.relations[index]?.id ?? ""),
    minimalSets: sets.map((set) => set.map((cell) => scaled.cells[cell]?.id ?? "")),
    intervals: intervalsOf(scaled, sets),
    isComplete: !isCut && clusters.every(({ isComplete }) => isComplete),
  };
}

/** Judges one relation by the interval rule. Source: XBRL Calculations 1.1. */
export function verdictOf(relation: ScaledRelation): Verdict {
  if (signOf(excessOf(relation)) === 0) return "exact";
  return isBroken(relation) ? "mismatch" : "rounding";
}

/** One set of each mistake, in all ways in which they mend everything together. */
function combine(
  system: ScaledSystem,
  clusters: readonly Cluster[],
): { sets: readonly (readonly number[])[]; isCut: boolean } {
  const [only] = clusters;
  if (only && clusters.length === 1) return { sets: only.sets, isCut: false };
  const count = clusters.reduce((product, { sets }) => product * sets.length, 1);
  const oracle = new Oracle(system);
  const sets = clusters
    .reduce<number[][]>(
      (combined, { sets: own }) =>
        combined.flatMap((before) => own.map((set) => [...before, ...set])).slice(0, MOST_SETS),
      [[]],
    )
    .filter((set) => {
      oracle.setFree(new Set(set));
      return oracle.findEvidence() === undefined;
    })
    .map((set) => set.sort((a, b) => a - b));
  return { sets, isCut: count > MOST_SETS };
}

function intervalsOf(system: ScaledSystem, sets: readonly (readonly number[])[]) {
  const oracle = new Oracle(system);
  const intervals = new Map<string, PrintableRange>();
  for (const set of sets) {
    oracle.setFree(new Set(set));
    if (oracle.findEvidence()) continue;
    for (const index of set) {
      const cell = system.cells[index];
      if (!cell) continue;
      const range = findPrintable(system, oracle, index);
      const known = intervals.get(cell.id);
      intervals.set(cell.id, known ? hull(known, range) : range);
    }
  }
  return intervals;
}

function hull(a: PrintableRange, b: PrintableRange): PrintableRange {
  return {
    low: a.low && b.low && (a.low.lessThan(b.low) ? a.low : b.low),
    high: a.high && b.high && (a.high.greaterThan(b.high) ? a.high : b.high),
  };
}
