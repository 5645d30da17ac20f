import { convertAmount } from "../../amounts/unit";
import type { Decimal } from "../../amounts/decimal";
import { COMMON_UNIT } from "../../recognition/figures";
import type { RelationTerm } from "../../relations/relation";
import { isFailing } from "../outcome";
import type { Judgement } from "../outcome";
import { findConflict } from "../system/conflict";
import { localise } from "../system/localise";
import type { Cluster } from "../system/localise";
import { Oracle } from "../system/oracle";
import { findPrintable } from "../system/printable";
import { loosenZeros, scaleSystem } from "../system/scale";
import type { ScaledSystem } from "../system/scale";
import { joinRelations } from "./jointSystem";
import type { JointSystem, WeighCell } from "./jointSystem";
import { WEIGHT_BAND } from "./weights";

/** A cell that may be wrong and the printed figures, in the unit of its own table, with which everything would hold. */
export interface Culprit {
  readonly term: RelationTerm;
  readonly low: Decimal | null;
  readonly high: Decimal | null;
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

/** Relations looked at together about one question; a workbook must never wait for minutes. */
const MOST_LOADED = 500;

/** The mistakes behind the relations of a workbook that do not hold, alone or together. */
export function findMistakes(judgements: readonly Judgement[], weigh: WeighCell): Mistake[] {
  if (judgements.every(({ outcome }) => outcome === "exact" || outcome === "cannotTell")) return [];
  const joint = joinRelations(judgements, weigh);
  const system = scaleSystem(joint.system);
  const oracle = new Oracle(system, undefined, MOST_LOADED);
  const clusters = localise(system, { band: WEIGHT_BAND, mostQuestions: MOST_QUESTIONS }, oracle);
  if (clusters.length === 0) return [];
  // Blank cells print nothing and are rounded in no reading.
  const loose = loosenZeros(system, (cell) => joint.terms[cell]?.figure.kind === "amount");
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
  { terms }: JointSystem,
  system: ScaledSystem,
  oracle: Oracle,
  clusters: readonly Cluster[],
  own: number,
): Culprit[][] {
  const others = clusters.flatMap(({ sets }, index) => (index === own ? [] : (sets[0] ?? [])));
  return (clusters[own]?.sets ?? []).flatMap((set): Culprit[][] => {
    oracle.setFree(new Set([...set, ...others]));
    if (oracle.findEvidence()) return [];
    return [
      set.flatMap((cell): Culprit[] => {
        const term = terms[cell];
        if (!term) return [];
        const { low, high } = findPrintable(system, oracle, cell);
        const inOwnUnit = (amount: Decimal | null) =>
          amount && convertAmount(amount, COMMON_UNIT, term.row.table.unit);
        return [{ term, low: inOwnUnit(low), high: inOwnUnit(high) }];
      }),
    ];
  });
}
