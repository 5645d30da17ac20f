import { convertAmount } from "../../amounts/unit";
import type { Decimal } from "../../amounts/decimal";
import { COMMON_UNIT } from "../../recognition/figures";
import type { RelationTerm } from "../../relations/relation";
import type { CellAddress } from "../../workbook/address";
import { Followers } from "../following/followers";
import type { FormulaReader } from "../following/linearFormula";
import { isFailing } from "../outcome";
import type { Judgement } from "../outcome";
import { findConflict } from "../system/conflict";
import { localise } from "../system/localise";
import type { Cluster } from "../system/localise";
import { Oracle } from "../system/oracle";
import { findPrintable } from "../system/printable";
import { loosenZeros, scaleSystem } from "../system/scale";
import type { ScaledSystem } from "../system/scale";
import { withFollowers } from "./followingSystem";
import { joinRelations } from "./jointSystem";
import type { JointSystem, WeighCell } from "./jointSystem";
import { WEIGHT_BAND } from "./weights";

/** A cell that may be wrong and the printed figures, in the unit of its own table, with which everything would hold. */
export interface Culprit {
  readonly term: RelationTerm;
  readonly low: Decimal | null;
  readonly high: Decimal | null;
  /** Failing relations it bears on: the change of left − right, in 万元, for a change of the cell by one 万元. */
  readonly factors: ReadonlyMap<Judgement, Decimal>;
  /** Formulas that follow the cell; none where it is changed by itself. */
  readonly followers: readonly CellAddress[];
}

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

/** Questions asked about one mistake: some tenths of a second at the most. */
const MOST_QUESTIONS = 300;

/** The same where formulas follow: relations are longer then and each question takes more time. */
const MOST_FOLLOWING_QUESTIONS = 40;

/** Relations looked at together about one question; a workbook must never wait for minutes. */
const MOST_LOADED = 500;

/**
 * The mistakes behind the relations of a workbook that do not hold, alone or together.
 * @param formulas reads the formulas that follow a wrong figure; where left out, each cell is doubted by itself
 */
export function findMistakes(
  judgements: readonly Judgement[],
  weigh: WeighCell,
  formulas?: FormulaReader,
): Mistake[] {
  if (judgements.every(({ outcome }) => outcome === "exact" || outcome === "cannotTell")) return [];
  const plain = joinRelations(judgements, weigh);
  const following = formulas && joinFollowers(plain, weigh, formulas);
  const { joint, system, oracle, clusters } =
    (following && searchFollowing(following)) ?? search(plain, MOST_QUESTIONS);
  if (clusters.length === 0) return [];
  // Blank cells print nothing and are rounded in no reading.
  const loose = loosenZeros(
    system,
    (cell) => !joint.followers?.has(cell) && joint.terms[cell]?.figure.kind === "amount",
  );
  const owners = assign(joint, system, clusters);
  return clusters.flatMap((cluster, index): Mistake[] => {
    const failing = owners.get(index) ?? [];
    const conflict = failing.length === 0 ? jointConflict(system, cluster) : [];
    const relations = failing.length === 0 ? conflict : failing;
    // A relation that fails by itself is told with the cluster that owns it, and is no joint conflict.
    const isTold = conflict.some((one) => isFailing(joint.judgements[one] as Judgement));
    if (relations.length === 0 || isTold) return [];
    const judged = (places: readonly number[]) => places.map((one) => joint.judgements[one] as Judgement);
    return [
      {
        failing: judged(failing),
        conflict: judged(conflict),
        sets: culprits(joint, system, oracle, clusters, index),
        isOnlyZeros: !new Oracle(loose, new Set(relations)).findEvidence(),
      },
    ];
  });
}

interface Found {
  readonly joint: JointSystem;
  readonly system: ScaledSystem;
  readonly oracle: Oracle;
  readonly clusters: readonly Cluster[];
}

function search(joint: JointSystem, mostQuestions: number): Found {
  const system = scaleSystem(joint.system);
  const oracle = new Oracle(system, undefined, MOST_LOADED);
  return { joint, system, oracle, clusters: localise(system, { band: WEIGHT_BAND, mostQuestions }, oracle) };
}

/** Undefined where few questions do not tell: a budget half filled in, whose formulas follow too much. */
function searchFollowing(joint: JointSystem): Found | undefined {
  const found = search(joint, MOST_FOLLOWING_QUESTIONS);
  return found.clusters.every(({ sets }) => sets.length > 0) ? found : undefined;
}

/** The system with formulas following, where a relation fails and a formula is there to follow. */
function joinFollowers(
  plain: JointSystem,
  weigh: WeighCell,
  formulas: FormulaReader,
): JointSystem | undefined {
  if (!plain.judgements.some(isFailing)) return undefined;
  const followers = new Followers(
    plain.terms.map(({ figure }) => figure.address),
    formulas,
  );
  return followers.isEmpty ? undefined : withFollowers(plain, followers, weigh);
}

/** Each failing relation to the cluster whose likeliest cells it speaks of, else to the one whose proofs it is part of. */
function assign(
  { judgements }: JointSystem,
  system: ScaledSystem,
  clusters: readonly Cluster[],
): Map<number, number[]> {
  const owners = new Map<number, number[]>();
  judgements.forEach((judgement, relation) => {
    if (!isFailing(judgement)) return;
    const cells = new Set(system.relations[relation]?.terms.map(([cell]) => cell));
    const speaksOf = (set: readonly number[] | undefined) => set?.some((cell) => cells.has(cell)) === true;
    const owner = [
      clusters.findIndex(({ sets }) => speaksOf(sets[0])),
      clusters.findIndex(({ relations }) => relations.includes(relation)),
      clusters.findIndex(({ relations }) =>
        relations.some((one) => speaksOf(system.relations[one]?.terms.map(([cell]) => cell))),
      ),
      0,
    ].find((place) => place >= 0) as number;
    owners.set(owner, [...(owners.get(owner) ?? []), relation]);
  });
  return owners;
}

function jointConflict(system: ScaledSystem, { relations }: Cluster): readonly number[] {
  const own = new Set(relations);
  const found = findConflict({
    ...system,
    relations: system.relations.map((relation, index) =>
      own.has(index) ? relation : { ...relation, low: undefined, high: undefined },
    ),
  });
  return found ?? [];
}

function culprits(
  joint: JointSystem,
  system: ScaledSystem,
  oracle: Oracle,
  clusters: readonly Cluster[],
  own: number,
): Culprit[][] {
  const firsts = clusters.flatMap(({ sets }, index) => (index === own ? [] : (sets[0] ?? [])));
  return (clusters[own]?.sets ?? []).flatMap((set): Culprit[][] => {
    const holdsWith = (others: readonly number[]) => {
      oracle.setFree(new Set([...set, ...others]));
      return !oracle.findEvidence();
    };
    // One wrong row shows in several columns: its cells are each right only beside the others of that row.
    if (!holdsWith(firsts) && !holdsWith(companions(system, clusters, own, set))) return [];
    return [
      set.flatMap((cell): Culprit[] => {
        const term = joint.terms[cell];
        if (!term) return [];
        const { low, high } = findPrintable(system, oracle, cell);
        const inOwnUnit = (amount: Decimal | null) =>
          amount && convertAmount(amount, COMMON_UNIT, term.row.table.unit);
        const followers = joint.followers?.get(cell) ?? [];
        return [
          {
            term,
            low: inOwnUnit(low),
            high: inOwnUnit(high),
            factors: factorsOf(cell, joint, system),
            followers,
          },
        ];
      }),
    ];
  });
}

function factorsOf(
  cell: number,
  { judgements, system: { relations } }: JointSystem,
  { cells, relationsOf }: ScaledSystem,
): Map<Judgement, Decimal> {
  const factors = new Map<Judgement, Decimal>();
  for (const index of relationsOf[cell] ?? []) {
    const judgement = judgements[index];
    const factor = relations[index]?.terms.get(cells[cell]?.id ?? "");
    if (judgement && factor && isFailing(judgement)) factors.set(judgement, factor);
  }
  return factors;
}

/** For each other mistake the set that a relation ties closest to these cells, step by step; its likeliest where none is. */
function companions(
  { relations }: ScaledSystem,
  clusters: readonly Cluster[],
  own: number,
  set: readonly number[],
): number[] {
  const chosen = new Set(set);
  const open = new Map([...clusters.entries()].filter(([index]) => index !== own));
  const others: number[] = [];
  const take = (index: number, cells: readonly number[]) => {
    open.delete(index);
    cells.forEach((cell) => chosen.add(cell));
    others.push(...cells);
  };
  for (let isGrowing = true; isGrowing;) {
    isGrowing = false;
    const ties = relations
      .map(({ terms }) => terms.map(([cell]) => cell))
      .filter((cells) => cells.some((cell) => chosen.has(cell)))
      .sort((a, b) => a.length - b.length);
    for (const [index, { sets }] of open) {
      const tied = ties
        .map((cells) => sets.find((one) => one.some((cell) => cells.includes(cell) && !chosen.has(cell))))
        .find((one) => one !== undefined);
      if (!tied) continue;
      take(index, tied);
      isGrowing = true;
    }
  }
  for (const [index, { sets }] of open) take(index, sets[0] ?? []);
  return others;
}
