import { cellKey } from "../cellKey";
import { Followers } from "../following/followers";
import type { FormulaReader } from "../following/linearFormula";
import { isFailing } from "../outcome";
import type { Judgement } from "../outcome";
import { findConflict } from "../system/conflict";
import { Effort } from "../system/effort";
import { localise } from "../system/localise";
import type { Cluster } from "../system/localise";
import { Oracle } from "../system/oracle";
import { loosenZeros } from "../system/scale";
import { culpritsOf } from "./culprits";
import type { Culprit, Searched } from "./culprits";
import { withFollowers } from "./followingSystem";
import { joinRelations } from "./jointSystem";
import type { JointSystem, WeighCell } from "./jointSystem";
import { troublesOf } from "./troubles";
import { WEIGHT_BAND } from "./weights";

export type { Culprit } from "./culprits";

/** One mistake: relations that one change mends. */
export interface Mistake {
  /** Relations that fail each by itself; none where relations hold one by one and not together. */
  readonly failing: readonly Judgement[];
  /** Relations that cannot hold together, where none of them fails by itself. */
  readonly conflict: readonly Judgement[];
  /** Cells that must be changed together, likeliest first; several where more than one choice mends everything. */
  readonly sets: readonly (readonly Culprit[])[];
  /** True when it would be none if figures printed as zero were rounded like others. */
  readonly isOnlyZeros: boolean;
}

/** How many steps from the relations in question others are looked at: those of their cells, and those of these. */
const STEPS = 2;

/** Failing relations searched together. */
const MOST_TOGETHER = 60;

/** Questions asked about one mistake, and where formulas follow: relations are longer then and each takes more time. */
const MOST_QUESTIONS = { alone: 300, following: 40 };

/** Numbers looked at: in all failing relations together, in one group of them, around one relation that holds by rounding. */
const MOST_EFFORT = { all: 2_000_000, trouble: 500_000, rounding: 20_000, roundings: 2_000_000 };

/**
 * The mistakes behind the relations of a workbook that do not hold, alone or together. Every relation that fails is part of
 * one; where the search for its cells is cut short, of one without cells to blame.
 * @param formulas reads the formulas that follow a wrong figure; where left out, each cell is doubted by itself
 */
export function findMistakes(
  judgements: readonly Judgement[],
  weigh: WeighCell,
  formulas?: FormulaReader,
): Mistake[] {
  if (judgements.every(({ outcome }) => outcome === "exact" || outcome === "cannotTell")) return [];
  const plain = joinRelations(judgements, weigh);
  const failing = plain.system.inexact.filter((index) => isFailing(plain.judgements[index] as Judgement));
  const following = formulas && failing.length > 0 ? joinFollowers(plain, weigh, formulas) : undefined;
  const effort = new Effort(MOST_EFFORT.all);
  const doubted = new Set<number>();
  const mistakes: Mistake[] = [];
  for (const trouble of troublesOf((following ?? plain).system, failing, MOST_TOGETHER)) {
    const searched = searchTrouble(plain, following, trouble, effort);
    mistakes.push(...mistakesIn(searched, trouble));
    for (const cell of changedBy(searched, trouble)) doubted.add(cell);
  }
  return [...mistakes, ...jointMistakes(plain, failing, doubted)];
}

/** The system with formulas following, where a formula is there to follow. */
function joinFollowers(
  plain: JointSystem,
  weigh: WeighCell,
  formulas: FormulaReader,
): JointSystem | undefined {
  const addresses = Array.from(
    { length: plain.system.cellCount },
    (_, cell) => plain.termOf(cell).figure.address,
  );
  const followers = new Followers(addresses, formulas);
  return followers.isEmpty ? undefined : withFollowers(plain, followers, weigh);
}

/** Searches with formulas following, and without where that does not tell: a budget half filled in follows too much. */
function searchTrouble(
  plain: JointSystem,
  following: JointSystem | undefined,
  trouble: readonly number[],
  effort: Effort,
): Searched {
  if (following) {
    const found = search(following, trouble, MOST_QUESTIONS.following, effort);
    if (found.clusters.every(({ sets }) => sets.length > 0)) return found;
  }
  return search(plain, trouble, MOST_QUESTIONS.alone, effort);
}

function search(
  joint: JointSystem,
  trouble: readonly number[],
  mostQuestions: number,
  effort: Effort,
): Searched {
  const { system, judgements } = joint;
  const own = new Set(trouble);
  const isPassed = (relation: number) => !own.has(relation) && isFailing(judgements[relation] as Judgement);
  const share = effort.share(MOST_EFFORT.trouble);
  const oracle = new Oracle(system, { from: trouble, steps: STEPS, isPassed, effort: share });
  const clusters = localise(system, { band: WEIGHT_BAND, mostQuestions, broken: trouble }, oracle);
  effort.giveBack(share);
  return { joint, oracle, clusters };
}

function mistakesIn(searched: Searched, trouble: readonly number[]): Mistake[] {
  const { joint, clusters } = searched;
  const judged = (places: readonly number[]) => places.map((one) => joint.judgements[one] as Judgement);
  const { owned, alone } = assign(joint, clusters, trouble);
  const found = clusters.flatMap((cluster): Mistake[] => {
    const failing = owned.get(cluster);
    if (!failing) return [];
    const sets = culpritsOf(searched, cluster);
    return [{ failing: judged(failing), conflict: [], sets, isOnlyZeros: isOnlyZeros(joint, failing) }];
  });
  const untold = alone.map((one): Mistake => ({
    failing: judged([one]),
    conflict: [],
    sets: [],
    isOnlyZeros: isOnlyZeros(joint, [one]),
  }));
  return [...found, ...untold];
}

/**
 * Each failing relation to the mistake whose likeliest cells it speaks of, else to the one whose proofs it is part of, else
 * to one whose proofs speak of one of its cells; alone where there is none.
 */
function assign(
  { system }: JointSystem,
  clusters: readonly Cluster[],
  trouble: readonly number[],
): { readonly owned: ReadonlyMap<Cluster, number[]>; readonly alone: readonly number[] } {
  const [byLikeliest, byProof, byCell] = [0, 1, 2].map(() => new Map<number, number>()) as [
    Map<number, number>,
    Map<number, number>,
    Map<number, number>,
  ];
  const note = (map: Map<number, number>, key: number, place: number) => {
    if (!map.has(key)) map.set(key, place);
  };
  clusters.forEach(({ sets, relations }, place) => {
    for (const cell of sets[0] ?? []) note(byLikeliest, cell, place);
    for (const relation of relations) {
      note(byProof, relation, place);
      for (const [cell] of system.relation(relation).terms) note(byCell, cell, place);
    }
  });
  const owned = new Map<Cluster, number[]>();
  const alone: number[] = [];
  for (const relation of trouble) {
    const cells = system.relation(relation).terms.map(([cell]) => cell);
    const first = (map: ReadonlyMap<number, number>) => {
      const places = cells.flatMap((cell) => map.get(cell) ?? []);
      return places.length > 0 ? Math.min(...places) : undefined;
    };
    const owner = clusters[first(byLikeliest) ?? byProof.get(relation) ?? first(byCell) ?? -1];
    if (!owner) alone.push(relation);
    else owned.set(owner, [...(owned.get(owner) ?? []), relation]);
  }
  return { owned, alone };
}

/** Whether failing relations could hold together if figures printed as zero were rounded like others. */
function isOnlyZeros(joint: JointSystem, relations: readonly number[]): boolean {
  const { system, judgements, termOf, followers } = joint;
  if (relations.some((one) => judgements[one]?.outcome === "mismatch")) return false;
  // Blank cells print nothing and are rounded in no reading.
  const isRounded = (cell: number) => !followers?.has(cell) && termOf(cell).figure.kind === "amount";
  const effort = new Effort(MOST_EFFORT.rounding);
  const oracle = new Oracle(loosenZeros(system, isRounded), { only: new Set(relations), effort });
  return !oracle.findEvidence();
}

/** Cells that are changed where the likeliest cells are at fault, followers included; all in question where none are known. */
function changedBy({ joint, clusters }: Searched, trouble: readonly number[]): number[] {
  const { system, followers, placeOf, termOf } = joint;
  const isTold = clusters.every(({ sets }) => sets.length > 0);
  if (!isTold) return trouble.flatMap((one) => system.relation(one).terms.map(([cell]) => cell));
  return clusters.flatMap(({ sets }) =>
    (sets[0] ?? []).flatMap((cell) => {
      const own = placeOf(cellKey(termOf(cell).figure.address));
      const taking = (followers?.get(cell) ?? []).map((address) => placeOf(cellKey(address)));
      return [own, ...taking].flatMap((place) => place ?? []);
    }),
  );
}

/** Mistakes of relations that hold one by one and not together, beside those that fail. */
function jointMistakes(joint: JointSystem, failing: readonly number[], doubted: Set<number>): Mistake[] {
  const { system, judgements } = joint;
  const failed = new Set(failing);
  const effort = new Effort(MOST_EFFORT.roundings);
  const done = new Set<number>();
  const mistakes: Mistake[] = [];
  for (const relation of system.inexact) {
    if (failed.has(relation) || done.has(relation) || effort.isSpent) continue;
    const share = effort.share(MOST_EFFORT.rounding);
    const oracle = new Oracle(system, {
      from: [relation],
      steps: STEPS,
      isPassed: (one) => failed.has(one),
      doubted,
      effort: share,
    });
    const mostQuestions = MOST_QUESTIONS.alone;
    const clusters = localise(system, { band: WEIGHT_BAND, mostQuestions, broken: [] }, oracle);
    for (const cluster of clusters) {
      const conflict = findConflict(system, cluster.relations, share) ?? cluster.relations;
      mistakes.push({
        failing: [],
        conflict: conflict.map((one) => judgements[one] as Judgement),
        sets: culpritsOf({ joint, oracle, clusters }, cluster),
        isOnlyZeros: isOnlyZeros(joint, conflict),
      });
      const changed =
        cluster.sets[0] ??
        cluster.relations.flatMap((one) => system.relation(one).terms.map(([cell]) => cell));
      for (const cell of changed) doubted.add(cell);
    }
    effort.giveBack(share);
    if (!oracle.isCut) for (const one of oracle.relationsWithin(STEPS - 1)) done.add(one);
  }
  return mistakes;
}
