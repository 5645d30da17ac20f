import type { Decimal } from "../../amounts/decimal";
import { unitFactor } from "../../amounts/unit";
import type { RelationTerm } from "../../relations/relation";
import type { CellAddress } from "../../workbook/address";
import { asSum } from "../hints/hintContext";
import { cellKey } from "../cellKey";
import type { Followers } from "../following/followers";
import { isFailing } from "../outcome";
import { add, divide, fromDecimal, multiply, signOf, toDecimal } from "../system/rational";
import type { Rational } from "../system/rational";
import type { SystemCell, SystemRelation } from "../system/linearSystem";
import type { JointSystem, WeighCell } from "./jointSystem";

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
  const { system, judgements, terms } = joint;
  const standing = relationsByCell(system.relations);
  const termOf = new Map(terms.map((term) => [cellKey(term.figure.address), term]));
  const failing = new Set(judgements.flatMap((one, index) => (isFailing(one) ? [index] : [])));
  const cells = new Map<string, SystemCell>(system.cells);
  const added = system.relations.map(() => new Map<string, Decimal>());
  const constants = system.relations.map(({ constant }) => constant);
  const mistakes: RelationTerm[] = [];
  const taking = new Map<number, readonly CellAddress[]>();
  const behind = [...failing].flatMap((index) => [...(system.relations[index]?.terms.keys() ?? [])]);
  for (const cell of followers.origins(behind)) {
    const [term, known] = [termOf.get(cell), system.cells.get(cell)];
    const changes = followers.of(cell);
    if (!term || !known || changes.size < 2) continue;
    cells.set(cell, { ...known, fixed: true });
    const net = netChange(changes, unitOf(term), termOf, standing);
    if (![...net.keys()].some((index) => failing.has(index))) continue;
    const agreeing = [...net.keys()].filter((index) => !failing.has(index)).length;
    const name = mistakeOf(cell);
    const isWrong = [...failing].some((index) => showsWrongFormula(cell, index, joint, followers));
    cells.set(name, { ...known, isExact: true, weight: weigh(term, { agreeing, isWrong }) });
    for (const [index, factor] of net) {
      const change = toDecimal(factor);
      added[index]?.set(name, change);
      constants[index] = (constants[index] as Decimal).plus(change.times(known.value));
    }
    const following = [...changes.keys()].flatMap((one) => {
      const address = one === cell ? undefined : termOf.get(one)?.figure.address;
      return address ? [address] : [];
    });
    taking.set(terms.length + mistakes.length, following);
    mistakes.push(term);
  }
  if (mistakes.length === 0) return undefined;
  const relations = system.relations.map((relation, index): SystemRelation => ({
    ...relation,
    terms: new Map([...relation.terms, ...(added[index] ?? [])]),
    constant: constants[index] as Decimal,
  }));
  return { system: { cells, relations }, judgements, terms: [...terms, ...mistakes], followers: taking };
}

/** The name of the unknown that stands for a mistake in a cell and all that follows it. */
function mistakeOf(cell: string): string {
  return `${cell}\u0000`;
}

type Standing = ReadonlyMap<string, readonly (readonly [relation: number, coefficient: Decimal])[]>;

function relationsByCell(relations: readonly SystemRelation[]): Standing {
  const standing = new Map<string, (readonly [number, Decimal])[]>();
  relations.forEach(({ terms }, index) => {
    for (const [cell, coefficient] of terms) {
      const own = standing.get(cell);
      if (own) own.push([index, coefficient]);
      else standing.set(cell, [[index, coefficient]]);
    }
  });
  return standing;
}

/** Relations that a change of one in a cell and its followers changes, and by how much; amounts in 万元. */
function netChange(
  changes: ReadonlyMap<string, Rational>,
  unit: number,
  termOf: ReadonlyMap<string, RelationTerm>,
  standing: Standing,
): Map<number, Rational> {
  const net = new Map<number, Rational>();
  for (const [cell, change] of changes) {
    const term = termOf.get(cell);
    if (!term) continue;
    // Formulas add up what cells hold, relations what it is worth.
    const own = unitOf(term) === unit ? change : divide(multiply(change, unitOf(term)), unit);
    for (const [index, coefficient] of standing.get(cell) ?? [])
      net.set(index, add(net.get(index) ?? 0, multiply(own, rational(coefficient))));
  }
  for (const [index, change] of net) if (signOf(change) === 0) net.delete(index);
  return net;
}

function unitOf({ row }: RelationTerm): number {
  return Number(unitFactor(row.table.unit));
}

function rational(coefficient: Decimal): Rational {
  const number = coefficient.toNumber();
  return Number.isSafeInteger(number) ? number : fromDecimal(coefficient);
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
