import { cellKey } from "../cellKey";
import type { Followers } from "../following/followers";
import { isFailing } from "../outcome";
import type { Judgement } from "../outcome";
import { findConflict } from "../system/conflict";
import { Effort } from "../system/effort";
import { isProof, withOpenEnds } from "../system/halfOpen";
import { localise } from "../system/localise";
import type { Cluster } from "../system/localise";
import { Oracle } from "../system/oracle";
import { loosenZeros } from "../system/scale";
import { culpritsOf } from "./culprits";
import type { Culprit, Searched } from "./culprits";
import { withFollowers } from "./followingSystem";
import { joinRelations } from "./jointSystem";
import type { CellIndex, JointSystem, WeighCell } from "./jointSystem";
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
  /** True where no cell is blamed because a bound ended the search for it. */
  readonly isCut?: boolean;
  /** True for relations that can hold together, but not by rounding half up. */
  readonly isEdge?: boolean;
}

/** How many steps from the relations in question others are looked at: those of their cells, and those of these. */
const STEPS = 2;

/** Relations among which rounding is followed as far as it goes. */
const SMALL_SYSTEM = 200;

/** Failing relations searched together. */
const MOST_TOGETHER = 60;

/** Questions asked about one mistake, and where formulas follow: relations are longer then and each takes more time. */
const MOST_QUESTIONS = { alone: 300, following: 40 };

/** Numbers looked at (Effort) in all failing relations, in one group of them, about one mistake of it, about its cells. */
const MOST_EFFORT = { all: 250_000, trouble: 150_000, mistake: 75_000, cells: 75_000 };

/** Failing relations over formulas in which wrong figures are looked for: a budget half filled in has more, and none is wrong. */
const MOST_FOLLOWED = 40;

/** Where no more relations fail than these, somebody waits for what is wrong with each, and so many times as much is looked at. */
const FEW = { failing: 20, times: 12 };

/** The same for relations that hold by rounding: in all, together, and around one of them. */
const MOST_FOR_ROUNDING = { all: 1_000_000, together: 100_000, one: 20_000 };

/**
 * The mistakes behind the relations of a workbook that do not hold, alone or together. Every relation that fails is part of
 * one; where the search for its cells is cut short, of one without cells to blame.
 * @param followers gives the formulas that follow a wrong figure; where there are none, each cell is doubted by itself
 * @param index the cells of the relations; where left out, it is made of their terms
 */
export function findMistakes(
  judgements: readonly Judgement[],
  weigh: WeighCell,
  followers?: () => Followers | undefined,
  index?: CellIndex,
): Mistake[] {
  if (judgements.every(({ outcome }) => outcome === "exact" || outcome === "cannotTell")) return [];
  const plain = joinRelations(judgements, weigh, index);
  const failing = plain.system.inexact.filter((index) => isFailing(plain.judgements[index] as Judgement));
  const followed = failing.length > 0 ? followers?.() : undefined;
  if (followed && isLost(plain, failing, followed)) {
    const untold = failing.map((one) => untoldMistake(plain, one, true));
    return [...untold, ...notTogether(plain, failing, new Set(cellsOf(plain.system, failing)))];
  }
  // Where a formula is there to follow.
  const following = followed && withFollowers(plain, followed, weigh);
  const isFew = failing.length <= FEW.failing;
  const times = isFew ? FEW.times : 1;
  const { system } = following ?? plain;
  // Errors far apart can hide each other in a sum over both, so few are always searched together.
  const troubles = isFew && failing.length > 0 ? [failing] : troublesOf(system, failing, MOST_TOGETHER);
  const effort = new Effort(MOST_EFFORT.all * times);
  const doubted = new Set<number>();
  const mistakes: Mistake[] = [];
  for (const trouble of troubles) {
    const searched = searchTrouble(plain, following, { trouble, effort, times });
    mistakes.push(...mistakesIn(searched, trouble));
    for (const cell of changedBy(searched, trouble)) doubted.add(cell);
  }
  return [...mistakes, ...notTogether(plain, failing, doubted)];
}

/** Whether so many relations over formulas fail that no cell is looked for behind them. */
function isLost({ judgements }: JointSystem, failing: readonly number[], followers: Followers): boolean {
  const isTied = (index: number) =>
    judgements[index]?.relation.terms.some(({ figure }) => followers.takenIn(cellKey(figure.address)));
  return failing.length > MOST_FOLLOWED && failing.filter(isTied).length > MOST_FOLLOWED;
}

/** A relation that fails and has no cell to blame; `isCut` where a bound ended the search for it. */
function untoldMistake(joint: JointSystem, relation: number, isCut: boolean): Mistake {
  return {
    failing: [joint.judgements[relation] as Judgement],
    conflict: [],
    sets: [],
    isCut,
    isOnlyZeros: isOnlyZeros(joint, [relation]),
  };
}

/** Mistakes and edges of relations that hold one by one, beside those that fail. */
function notTogether(plain: JointSystem, failing: readonly number[], doubted: Set<number>): Mistake[] {
  const open: JointSystem = { ...plain, system: withOpenEnds(plain.system) };
  const hasEdges = plain.system.inexact.some((one) => plain.judgements[one]?.outcome === "edge");
  const effort = new Effort(MOST_FOR_ROUNDING.all);
  // Amounts within the narrower intervals are within the whole ones: mostly one question answers both.
  if (!hasEdges && canHoldTogether(open, new Set(failing), effort)) return [];
  const joint = jointMistakes(plain, failing, doubted);
  return [...joint, ...jointEdges(plain, open, { failing, doubted })];
}

/** Failing relations that are searched together, and what that may take: `times` as much as usual. */
interface TroubleTask {
  readonly trouble: readonly number[];
  readonly effort: Effort;
  readonly times: number;
}

/** Searches with formulas following, and without where that does not tell: a budget half filled in follows too much. */
function searchTrouble(plain: JointSystem, following: JointSystem | undefined, task: TroubleTask): Searched {
  if (following) {
    const found = search(following, task, MOST_QUESTIONS.following);
    if (found.clusters.every(({ sets }) => sets.length > 0)) return found;
  }
  return search(plain, task, MOST_QUESTIONS.alone);
}

function search(
  joint: JointSystem,
  { trouble, effort, times }: TroubleTask,
  mostQuestions: number,
): Searched {
  const { system, judgements } = joint;
  const own = new Set(trouble);
  const isPassed = (relation: number) => !own.has(relation) && isFailing(judgements[relation] as Judgement);
  const oracle = new Oracle(system, { from: trouble, steps: STEPS, ringSteps: 0, isPassed, effort });
  const options = { band: WEIGHT_BAND, mostQuestions, broken: trouble, most: MOST_EFFORT.mistake * times };
  return effort.within(MOST_EFFORT.trouble * times, () => {
    const clusters = localise(system, options, oracle);
    return { joint, oracle, clusters, isSpent: effort.isSpent };
  });
}

function mistakesIn(searched: Searched, trouble: readonly number[]): Mistake[] {
  const { joint, clusters } = searched;
  const judged = (places: readonly number[]) => places.map((one) => joint.judgements[one] as Judgement);
  const { owned, alone } = assign(joint, clusters, trouble);
  const found = clusters.flatMap((cluster): Mistake[] => {
    const failing = owned.get(cluster);
    if (!failing) return [];
    const { effort } = searched.oracle;
    const { sets, isSpent } = effort.within(MOST_EFFORT.cells, () => ({
      sets: culpritsOf(searched, cluster),
      isSpent: effort.isSpent,
    }));
    const isCut = sets.length === 0 && (isSpent || searched.isSpent === true || !cluster.isComplete);
    return [
      { failing: judged(failing), conflict: [], sets, isCut, isOnlyZeros: isOnlyZeros(joint, failing) },
    ];
  });
  const isCut = searched.isSpent === true || clusters.some(({ isComplete }) => !isComplete);
  const untold = alone.map((one) => untoldMistake(joint, one, isCut));
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
  const effort = new Effort(MOST_EFFORT.cells);
  const oracle = new Oracle(loosenZeros(system, isRounded), { only: new Set(relations), effort });
  return !oracle.findEvidence() && !oracle.isCut;
}

/** Cells that are changed where the likeliest cells are at fault, followers included; all in question where none are known. */
function changedBy({ joint, clusters }: Searched, trouble: readonly number[]): number[] {
  const { system, followers, placeOf, termOf } = joint;
  const isTold = clusters.every(({ sets }) => sets.length > 0);
  if (!isTold) return cellsOf(system, trouble);
  return clusters.flatMap(({ sets }) =>
    (sets[0] ?? []).flatMap((cell) => {
      // Where formulas follow, cells have numbers of their own.
      const own = followers ? placeOf(cellKey(termOf(cell).figure.address)) : cell;
      const taking = (followers?.get(cell) ?? []).map((address) => placeOf(cellKey(address)));
      return [own, ...taking].flatMap((place) => place ?? []);
    }),
  );
}

/**
 * Mistakes of relations that hold one by one and not together, beside those that fail. Each is looked at with what lies
 * around it, unless another has been looked at with it.
 */
function jointMistakes(joint: JointSystem, failing: readonly number[], doubted: Set<number>): Mistake[] {
  const { system } = joint;
  const failed = new Set(failing);
  const effort = new Effort(MOST_FOR_ROUNDING.all);
  const done = new Set<number>();
  const mistakes: Mistake[] = [];
  if (canHoldTogether(joint, failed, effort)) return mistakes;
  for (const relation of system.inexact) {
    if (failed.has(relation) || done.has(relation) || effort.isSpent) continue;
    effort.within(MOST_FOR_ROUNDING.one, () => {
      const isPassed = (one: number) => failed.has(one);
      const oracle = new Oracle(system, {
        from: [relation],
        ...reachIn(system),
        isPassed,
        doubted,
        effort,
      });
      const options = { band: WEIGHT_BAND, mostQuestions: MOST_QUESTIONS.alone, broken: [] };
      const clusters = localise(system, options, oracle);
      for (const cluster of clusters) {
        mistakes.push(jointMistake({ joint, oracle, clusters }, cluster));
        for (const cell of cluster.sets[0] ?? cellsOf(system, cluster.relations)) doubted.add(cell);
      }
      if (!oracle.isCut) for (const one of oracle.relationsWithin(STEPS - 1)) done.add(one);
    });
  }
  return mistakes;
}

/**
 * Relations that hold by rounding one by one, and together only where some amount lay at an end of its interval that rounding
 * half up does not reach. Looked for where no mistake is, and no relation that is told for the same by itself.
 * @param joint the system with the ends moved in that rounding does not reach
 */
function jointEdges(
  plain: JointSystem,
  joint: JointSystem,
  { failing, doubted }: { readonly failing: readonly number[]; readonly doubted: ReadonlySet<number> },
): Mistake[] {
  const atEdge = plain.system.inexact.filter((one) => plain.judgements[one]?.outcome === "edge");
  const passed = new Set([...failing, ...atEdge]);
  const effort = new Effort(MOST_FOR_ROUNDING.all);
  if (canHoldTogether(joint, passed, effort)) return [];
  const found: Mistake[] = [];
  const told = new Set([...doubted, ...cellsOf(plain.system, atEdge)]);
  for (const relation of plain.system.inexact) {
    if (passed.has(relation) || effort.isSpent) continue;
    effort.within(MOST_FOR_ROUNDING.one, () => {
      const isPassed = (one: number) => passed.has(one);
      const oracle = new Oracle(joint.system, {
        from: [relation],
        ...reachIn(joint.system),
        isPassed,
        doubted: told,
        effort,
      });
      const evidence = oracle.findEvidence();
      if (!evidence || !isProof(plain.system, evidence.factors)) return;
      const conflict = findConflict(joint.system, evidence.relations, effort) ?? evidence.relations;
      const judged = conflict.map((one) => plain.judgements[one] as Judgement);
      found.push({ failing: [], conflict: judged, sets: [], isOnlyZeros: false, isEdge: true });
      // What is told is told once, however far its figures are repeated along sums.
      for (const one of conflict) passed.add(one);
    });
  }
  return found;
}

/** How far around rounding is looked: everywhere in a workbook of a table or two. */
function reachIn({ relationCount }: JointSystem["system"]): { steps?: number; ringSteps?: number } {
  return relationCount <= SMALL_SYSTEM ? {} : { steps: STEPS, ringSteps: 1 };
}

/** Whether relations that hold by rounding can all do so at once, with what lies around them: then none is looked at by itself. */
function canHoldTogether({ system }: JointSystem, failed: ReadonlySet<number>, effort: Effort): boolean {
  const from = system.inexact.filter((relation) => !failed.has(relation));
  return effort.within(MOST_FOR_ROUNDING.together, () => {
    const isPassed = (one: number) => failed.has(one);
    const oracle = new Oracle(system, { from, ...reachIn(system), isPassed, fewestFirst: true, effort });
    return !oracle.findEvidence() && !oracle.isCut;
  });
}

function jointMistake(searched: Searched, cluster: Cluster): Mistake {
  const { joint, oracle } = searched;
  const conflict = findConflict(joint.system, cluster.relations, oracle.effort) ?? cluster.relations;
  return {
    failing: [],
    conflict: conflict.map((one) => joint.judgements[one] as Judgement),
    sets: culpritsOf(searched, cluster),
    isOnlyZeros: isOnlyZeros(joint, conflict),
  };
}

function cellsOf(system: JointSystem["system"], relations: readonly number[]): number[] {
  return relations.flatMap((one) => system.relation(one).terms.map(([cell]) => cell));
}
