import { unitFactor } from "../../amounts/unit";
import type { RelationTerm } from "../../relations/relation";
import type { CellAddress } from "../../workbook/address";
import { asSum } from "../hints/hintContext";
import { cellKey } from "../cellKey";
import type { Followers } from "../following/followers";
import { isFailing } from "../outcome";
import { add, divide, multiply, signOf } from "../system/rational";
import type { Rational } from "../system/rational";
import type { ScaledCell, ScaledRelation, ScaledSystem } from "../system/scale";
import type { JointSystem, WeighCell } from "./jointSystem";

/** A second unknown of a cell: how far it is wrong, and with it what follows it. */
interface Unknown {
  /** The cell, by its place. */
  readonly cell: number;
  readonly weight: number;
  /** Relations that a change of one in the cell and its followers changes, and by how much. */
  readonly net: ReadonlyMap<number, Rational>;
}

/**
 * The system in which a wrong figure takes along the formulas that follow it. Each cell that formulas take and that may
 * be behind a relation that fails gets a second unknown: its mistake, none unless it is doubted, which stands in every
 * relation by as much as the cell and its followers change it together. The cell itself keeps its rounding and is not
 * doubted any more. Undefined where no formula takes a cell behind a failing relation.
 */
export function withFollowers(
  joint: JointSystem,
  followers: Followers,
  weigh: WeighCell,
): JointSystem | undefined {
  const { system, judgements, termOf, placeOf } = joint;
  const isBroken = (index: number) => isFailing(judgements[index] as JointSystem["judgements"][number]);
  const behind = system.inexact
    .filter(isBroken)
    .flatMap((index) => system.relation(index).terms.map(([cell]) => cellKey(termOf(cell).figure.address)));
  const netOf = netChanges(joint);
  const followed = new Set<number>();
  const unknowns: Unknown[] = [];
  const taking = new Map<number, readonly CellAddress[]>();
  for (const key of followers.origins(behind)) {
    const cell = placeOf(key);
    const changes = followers.of(key);
    if (cell === undefined || changes.size < 2) continue;
    followed.add(cell);
    const net = netOf(changes, unitOf(termOf(cell)));
    if (![...net.keys()].some(isBroken)) continue;
    const agreeing = [...net.keys()].filter((index) => !isBroken(index)).length;
    const isWrong = system
      .relationsOf(cell)
      .some((index) => isBroken(index) && showsWrongFormula(key, index, joint, followers));
    const following = [...changes.keys()].flatMap((one) => {
      const place = one === key ? undefined : placeOf(one);
      return place === undefined ? [] : [termOf(place).figure.address];
    });
    taking.set(system.cellCount + unknowns.length, following);
    unknowns.push({ cell, net, weight: weigh(termOf(cell), { agreeing, isWrong }) });
  }
  if (unknowns.length === 0) return undefined;
  return {
    ...joint,
    system: withUnknowns(system, unknowns, followed),
    termOf: (cell) => termOf(unknowns[cell - system.cellCount]?.cell ?? cell),
    followers: taking,
  };
}

/** The system with these unknowns behind its cells; cells that are followed are doubted by their unknowns alone. */
function withUnknowns(
  system: ScaledSystem,
  unknowns: readonly Unknown[],
  followed: ReadonlySet<number>,
): ScaledSystem {
  const added = new Map<number, [number, Rational][]>();
  unknowns.forEach(({ net }, index) => {
    for (const [relation, change] of net) {
      const own = added.get(relation) ?? [];
      own.push([system.cellCount + index, change]);
      added.set(relation, own);
    }
  });
  const cells = new Map<number, ScaledCell>();
  const cellOf = (place: number): ScaledCell => {
    const unknown = unknowns[place - system.cellCount];
    const { value, step, half, zeroExact, bounds } = system.cell(unknown?.cell ?? place);
    const printed = { id: String(place), value, step, zeroExact, ...(bounds && { bounds }) };
    // A mistake is none at all where the cell is believed.
    if (unknown) return { ...printed, half: 0, weight: unknown.weight, fixed: false };
    // A cell that is not doubted has no weight to be asked for.
    return { ...printed, half, weight: 0, fixed: true };
  };
  const relations = new Map<number, ScaledRelation>();
  return {
    ...system,
    cellCount: system.cellCount + unknowns.length,
    cell: (place) => {
      if (place < system.cellCount && !followed.has(place)) return system.cell(place);
      const cell = cells.get(place) ?? cellOf(place);
      cells.set(place, cell);
      return cell;
    },
    relation: (place) => {
      const own = added.get(place);
      if (!own) return system.relation(place);
      const before = system.relation(place);
      const relation = relations.get(place) ?? { ...before, terms: [...before.terms, ...own] };
      relations.set(place, relation);
      return relation;
    },
    relationsOf: (place) => {
      const unknown = unknowns[place - system.cellCount];
      return unknown ? [...unknown.net.keys()] : system.relationsOf(place);
    },
  };
}

/** Works out which relations a change of one in a cell and its followers changes, and by how much; amounts in 万元. */
function netChanges({ system, termOf, placeOf }: JointSystem) {
  const factors = new Map<number, ReadonlyMap<number, Rational>>();
  const factorsOf = (index: number) => {
    const own = factors.get(index) ?? new Map(system.relation(index).terms);
    factors.set(index, own);
    return own;
  };
  return (changes: ReadonlyMap<string, Rational>, unit: number): Map<number, Rational> => {
    const net = new Map<number, Rational>();
    for (const [key, change] of changes) {
      const cell = placeOf(key);
      if (cell === undefined) continue;
      // Formulas add up what cells hold, relations what it is worth.
      const worth = unitOf(termOf(cell));
      const own = worth === unit ? change : divide(multiply(change, worth), unit);
      for (const index of system.relationsOf(cell))
        net.set(index, add(net.get(index) ?? 0, multiply(own, factorsOf(index).get(cell) ?? 0)));
    }
    for (const [index, change] of net) if (signOf(change) === 0) net.delete(index);
    return net;
  };
}

function unitOf({ row }: RelationTerm): number {
  return Number(unitFactor(row.table.unit));
}

/** True for a total whose formula takes some of the parts it should, and others of them not just once. */
function showsWrongFormula(
  cell: string,
  relation: number,
  { judgements }: JointSystem,
  followers: Followers,
): boolean {
  const taken = followers.takenIn(cell);
  const sum = taken && asSum((judgements[relation] as JointSystem["judgements"][number]).relation);
  if (!sum || cellKey(sum.total.figure.address) !== cell) return false;
  const once = ({ figure }: RelationTerm) => {
    return taken.get(cellKey(figure.address)) === 1;
  };
  return sum.parts.some(once) && !sum.parts.every(once);
}
