import { convertAmount } from "../../amounts/unit";
import type { Decimal } from "../../amounts/decimal";
import { COMMON_UNIT } from "../../recognition/figures";
import type { RelationTerm } from "../../relations/relation";
import type { CellAddress } from "../../workbook/address";
import { isFailing } from "../outcome";
import type { Judgement } from "../outcome";
import type { Cluster } from "../system/localise";
import type { Oracle } from "../system/oracle";
import { findPrintable } from "../system/printable";
import { toDecimal } from "../system/rational";
import type { ScaledSystem } from "../system/scale";
import type { JointSystem } from "./jointSystem";

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

/** A search that has ended: mistakes, and the oracle that can be asked about them. */
export interface Searched {
  readonly joint: JointSystem;
  readonly oracle: Oracle;
  readonly clusters: readonly Cluster[];
  /** True where a bound ended the search. */
  readonly isSpent?: boolean;
}

/** More sets than this are not worked out: nobody reads further. */
const MOST_SETS = 40;

/** The cells of each of a mistake's sets that mend everything beside what mends the other mistakes, likeliest first. */
export function culpritsOf({ joint, oracle, clusters }: Searched, own: Cluster): Culprit[][] {
  const firsts = clusters.flatMap((other) => (other === own ? [] : (other.sets[0] ?? [])));
  const found: Culprit[][] = [];
  for (const set of readFirst(own.sets, joint)) {
    if (found.length >= MOST_SETS) break;
    const holdsWith = (others: readonly number[]) => {
      oracle.setFree(new Set([...set, ...others]));
      return !oracle.findEvidence();
    };
    // One wrong row shows in several columns: its cells are each right only beside the others of that row.
    if (!holdsWith(firsts) && !holdsWith(companions(joint.system, clusters, own, set))) continue;
    found.push(set.map((cell) => culpritOf(cell, joint, oracle)));
  }
  return found;
}

/** Where not all can be worked out, negative figures come first, blanks and zeros last: a typed figure is likelier wrong. */
function readFirst(sets: Cluster["sets"], { termOf }: JointSystem): Cluster["sets"] {
  if (sets.length <= MOST_SETS) return sets;
  const rank = (cell: number) => {
    const { figure } = termOf(cell);
    if (figure.kind !== "amount" || figure.value.isZero()) return 2;
    return figure.value.isNegative() ? 0 : 1;
  };
  const worst = (set: readonly number[]) => Math.max(...set.map(rank));
  return [...sets].sort((a, b) => worst(a) - worst(b));
}

function culpritOf(cell: number, joint: JointSystem, oracle: Oracle): Culprit {
  const term = joint.termOf(cell);
  const { low, high } = findPrintable(joint.system, oracle, cell);
  const inOwnUnit = (amount: Decimal | null) =>
    amount && convertAmount(amount, COMMON_UNIT, term.row.table.unit);
  return {
    term,
    low: inOwnUnit(low),
    high: inOwnUnit(high),
    factors: factorsOf(cell, joint),
    followers: joint.followers?.get(cell) ?? [],
  };
}

function factorsOf(cell: number, { judgements, system }: JointSystem): Map<Judgement, Decimal> {
  const factors = new Map<Judgement, Decimal>();
  for (const index of system.relationsOf(cell)) {
    const judgement = judgements[index];
    if (!judgement || !isFailing(judgement)) continue;
    const factor = system.relation(index).terms.find(([one]) => one === cell)?.[1];
    if (factor !== undefined) factors.set(judgement, toDecimal(factor));
  }
  return factors;
}

/** For each other mistake the set that a relation ties closest to these cells, step by step; its likeliest where none is. */
function companions(
  system: ScaledSystem,
  clusters: readonly Cluster[],
  own: Cluster,
  set: readonly number[],
): number[] {
  const chosen = new Set(set);
  const open = new Set(clusters.filter((cluster) => cluster !== own));
  const others: number[] = [];
  const take = (cluster: Cluster, cells: readonly number[]) => {
    open.delete(cluster);
    cells.forEach((cell) => chosen.add(cell));
    others.push(...cells);
  };
  for (let isGrowing = true; isGrowing;) {
    isGrowing = false;
    const near = [...new Set([...chosen].flatMap((cell) => system.relationsOf(cell)))].sort((a, b) => a - b);
    const ties = near
      .map((relation) => new Set(system.relation(relation).terms.map(([cell]) => cell)))
      .sort((a, b) => a.size - b.size);
    for (const cluster of open) {
      const isTied = (tie: ReadonlySet<number>) => (one: readonly number[]) =>
        one.some((cell) => tie.has(cell) && !chosen.has(cell));
      let tied: readonly number[] | undefined;
      for (const tie of ties) {
        tied = cluster.sets.find(isTied(tie));
        if (tied) break;
      }
      if (!tied) continue;
      take(cluster, tied);
      isGrowing = true;
    }
  }
  for (const cluster of open) take(cluster, cluster.sets[0] ?? []);
  return others;
}
