import type { Decimal } from "../../amounts/decimal";
import { findConflict } from "./conflict";
import { connectedParts } from "./connectedParts";
import { isAtEdge, isProof, withOpenEnds } from "./halfOpen";
import { localise } from "./localise";
import type { Cluster } from "./localise";
import type { LinearSystem, SystemCell, SystemRelation, Verdict } from "./linearSystem";
import { Oracle } from "./oracle";
import { findPrintable } from "./printable";
import type { PrintableRange } from "./printable";
import { signOf } from "./rational";
import { excessOf, isBroken, scaleSystem } from "./scale";
import type { ScaledRelation, ScaledSystem } from "./scale";

/** What is wrong with relations that cannot hold together. */
export interface Failure {
  /** Ids of relations that cannot hold together though all but any one can. */
  readonly conflict: readonly string[];
  /** The lightest sets of cells whose change mends everything; several when none is better than another. */
  readonly minimalSets: readonly (readonly string[])[];
  /** For each cell of these sets: the printed figures with which everything holds. */
  readonly intervals: ReadonlyMap<string, { readonly low: Decimal | null; readonly high: Decimal | null }>;
  /** False when the search was cut short, so that other sets as light may exist. */
  readonly isComplete: boolean;
}

/** A connected part of a system that cannot hold: relations that share cells, near and far, and none with the others. */
export interface FailingPart extends Failure {
  /** Ids of all its relations. */
  readonly relations: readonly string[];
}

export interface SystemVerdict extends Failure {
  readonly relations: readonly { readonly id: string; readonly verdict: Verdict }[];
  /** Whether the true amounts can satisfy all relations together. */
  readonly feasible: boolean;
  /**
   * Ids of relations of parts that can hold only where some amount lies at an end of its interval that rounding half up does
   * not reach: for each such part those that cannot hold together otherwise.
   */
  readonly edge: readonly string[];
  /**
   * Each part that cannot hold, in the order of their first relations. What is wrong with the first of them is what is said
   * of the system: conflict, minimalSets, intervals, isComplete; with none, nothing.
   */
  readonly parts: readonly FailingPart[];
}

/** Sets of a part that are listed when its mistakes have several each. */
const MOST_SETS = 1000;

/**
 * Decides a system exactly: each relation alone, all together, and the cells that are likeliest wrong. Each connected part
 * is decided by itself: sets for the whole would be all ways of taking one of each, more than anybody could read.
 */
export function solveSystem(system: LinearSystem): SystemVerdict {
  const relations: SystemVerdict["relations"][number][] = [];
  const parts: FailingPart[] = [];
  const edge: string[] = [];
  for (const places of connectedParts(system.relations.map(({ terms }) => terms.keys()))) {
    const scaled = scaleSystem(partOf(system, places));
    places.forEach((place, index) => {
      const relation = scaled.relation(index);
      relations[place] = { id: relation.id, verdict: verdictOf(scaled, relation) };
    });
    const failure = failureOf(scaled);
    if (failure) parts.push({ relations: places.map((_, index) => scaled.relation(index).id), ...failure });
    else edge.push(...edgeOf(scaled).map((index) => scaled.relation(index).id));
  }
  const [first] = parts;
  const { conflict = [], minimalSets = [], intervals = new Map(), isComplete = true } = first ?? {};
  return { relations, feasible: !first, edge, conflict, minimalSets, intervals, isComplete, parts };
}

/** Some relations of a system and the cells they speak of. */
function partOf(system: LinearSystem, places: readonly number[]): LinearSystem {
  const relations = places.map((place) => system.relations[place] as SystemRelation);
  const cells = new Map<string, SystemCell>();
  for (const { terms } of relations)
    for (const id of terms.keys()) {
      const cell = system.cells.get(id);
      if (cell) cells.set(id, cell);
    }
  return { cells, relations };
}

/**
 * Places of relations of a system that can hold, but not by rounding half up: those that cannot each by itself, else some that
 * cannot together; none where it can.
 */
function edgeOf(system: ScaledSystem): readonly number[] {
  const alone = system.inexact.filter((index) => isAtEdge(system, system.relation(index)));
  if (alone.length > 0) return alone;
  const evidence = new Oracle(withOpenEnds(system), { from: system.inexact }).findEvidence();
  if (!evidence || !isProof(system, evidence.factors)) return [];
  return [...evidence.relations].sort((a, b) => a - b);
}

/** What is wrong with a connected system; undefined where it can hold. */
function failureOf(system: ScaledSystem): Failure | undefined {
  const conflict = findConflict(system);
  if (!conflict) return undefined;
  const clusters = localise(system, { mustFind: true });
  const { sets, isCut } = combine(system, clusters);
  return {
    conflict: conflict.map((index) => system.relation(index).id),
    minimalSets: sets.map((set) => set.map((cell) => system.cell(cell).id)),
    intervals: intervalsOf(system, sets),
    isComplete: !isCut && clusters.every(({ isComplete }) => isComplete),
  };
}

/** Judges one relation of a system by the interval rule. Source: XBRL Calculations 1.1. */
function verdictOf(system: ScaledSystem, relation: ScaledRelation): Verdict {
  if (signOf(excessOf(relation)) === 0) return "exact";
  if (isBroken(relation)) return "mismatch";
  return isAtEdge(system, relation) ? "edge" : "rounding";
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
      const { id } = system.cell(index);
      const range = findPrintable(system, oracle, index);
      const known = intervals.get(id);
      intervals.set(id, known ? hull(known, range) : range);
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
