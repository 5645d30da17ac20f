import { Decimal, ZERO } from "../../amounts/decimal";
import type { RelationTerm } from "../../relations/relation";
import { cellKey } from "../cellKey";
import type { CellAddress } from "../../workbook/address";
import type { Judgement } from "../outcome";
import type { LinearSystem, SystemCell, SystemRelation } from "../system/linearSystem";

/** A step for cells that are blank and so print none: two digits after the point, in 万元. */
export const USUAL_STEP = new Decimal("0.01");

/** All relations of a workbook that can be told, as one system over its cells. */
export interface JointSystem {
  readonly system: LinearSystem;
  /** The judgements behind the system's relations, in its order. */
  readonly judgements: readonly Judgement[];
  /** A place where each of its cells stands in a relation, in its order. */
  readonly terms: readonly RelationTerm[];
  /** For cells that stand for a mistake in a figure and what follows it (followingSystem.ts): the formulas that follow. */
  readonly followers?: ReadonlyMap<number, readonly CellAddress[]>;
}

/** What is known of a cell where it is doubted together with the formulas that follow it. */
export interface Doubt {
  /** Relations that hold and would be changed. */
  readonly agreeing: number;
  /** True for a formula that does not add up what it should. */
  readonly isWrong: boolean;
}

/** What the check knows of a cell beside its figure, as the weight of doubting it (see weights.ts). */
export type WeighCell = (term: RelationTerm, doubt?: Doubt) => number;

/** Joins the relations of a workbook. Cells are named by cellKey, relations by their place among the judgements. */
export function joinRelations(judgements: readonly Judgement[], weigh: WeighCell): JointSystem {
  const told = judgements.filter(({ balance, outcome }) => balance && outcome !== "cannotTell");
  const cells = new Map<string, SystemCell>();
  const terms: RelationTerm[] = [];
  // Coefficients are few objects: what reads the system works out each once.
  const negated = new Map<Decimal, Decimal>();
  const signedOf = ({ side, coefficient }: RelationTerm) => {
    if (side === "left") return coefficient;
    const known = negated.get(coefficient) ?? coefficient.negated();
    negated.set(coefficient, known);
    return known;
  };
  const relations = told.map(({ relation }, index): SystemRelation => {
    const coefficients = new Map<string, Decimal>();
    for (const term of relation.terms) {
      const key = cellKey(term.figure.address);
      if (!cells.has(key)) {
        cells.set(key, systemCell(term, weigh(term)));
        terms.push(term);
      }
      const signed = signedOf(term);
      const before = coefficients.get(key);
      coefficients.set(key, before ? before.plus(signed) : signed);
    }
    return { id: String(index), terms: coefficients, op: relation.operator, constant: relation.constant };
  });
  return { system: { cells, relations }, judgements: told, terms };
}

function systemCell({ figure }: RelationTerm, weight: number): SystemCell {
  if (figure.kind !== "amount") return { value: ZERO, step: USUAL_STEP, weight };
  return { value: figure.value, step: figure.step, weight };
}
