import { ZERO } from "../amounts/decimal";
import type { Decimal } from "../amounts/decimal";
import { sumSlack } from "../amounts/step";
import { balance } from "../relations/balance";
import type { Balance } from "../relations/balance";
import type { Figure } from "../recognition/recognised";
import type { Relation, RelationTerm } from "../relations/relation";
import { LastMade } from "../workbook/lastMade";
import { cellKey } from "./cellKey";

/**
 * exact: holds to the last digit. rounding: fails by no more than rounded figures may. zero: would do so if the figures
 * printed as zero were rounded too, but a printed zero is exactly zero. mismatch: fails. cannotTell: one of its cells is
 * no amount.
 */
export type Outcome = "exact" | "rounding" | "zero" | "mismatch" | "cannotTell";

export interface Judgement {
  readonly relation: Relation;
  readonly outcome: Outcome;
  /** Undefined when it cannot be told. */
  readonly balance: Balance | undefined;
  /** How far rounded figures may take it apart, in 万元. */
  readonly slack: Decimal;
}

/**
 * Judges one relation by the interval rule: figures printed with step u are off by at most u/2 each, so the sides may
 * lie Σ|coefficient|·u/2 apart. Source: XBRL Calculations 1.1; the exact zero as well.
 */
export function judge(relation: Relation): Judgement {
  const sums = balance(relation);
  const slack = relationSlack(relation, true);
  if (!sums) return { relation, outcome: "cannotTell", balance: undefined, slack };
  const excess = excessOf(relation, sums.deviation);
  const outcome = excess.isZero()
    ? "exact"
    : excess.lessThanOrEqualTo(slack)
      ? "rounding"
      : excess.lessThanOrEqualTo(relationSlack(relation, false))
        ? "zero"
        : "mismatch";
  return { relation, outcome, balance: sums, slack };
}

/** Judges the relations of a workbook; those whose figures are those of the last check (carryOver) not once more. */
export function judgeAll(relations: readonly Relation[]): Judgement[] {
  return relations.map((relation) => lastJudgements.get(relation, [], () => carriedOrNew(relation)));
}

const lastJudgements = new LastMade<Relation, Judgement>();

/**
 * The last judgement of each relation by its first figure, then by its sentence and first cell: a table that an edit
 * touches has new relations, most of them over old figures.
 */
const lastByFigure = new WeakMap<Figure, Map<string, Judgement>>();

function carriedOrNew(relation: Relation): Judgement {
  const { id, key, terms } = relation;
  const figure = terms.find((term) => term.figure.kind !== "none")?.figure;
  if (!figure) return judge(relation);
  const known = lastByFigure.get(figure) ?? new Map<string, Judgement>();
  lastByFigure.set(figure, known);
  const name = `${id} ${key} ${cellKey(terms[0]?.figure.address ?? figure.address)}`;
  const last = known.get(name);
  const judgement = last && hasSameFigures(last.relation, relation) ? { ...last, relation } : judge(relation);
  known.set(name, judgement);
  return judgement;
}

function hasSameFigures(one: Relation, other: Relation): boolean {
  return (
    one.operator === other.operator &&
    one.terms.length === other.terms.length &&
    one.constant.equals(other.constant) &&
    one.terms.every(({ figure, side, coefficient }, index) => {
      const beside = other.terms[index] as RelationTerm;
      const isSame = figure === beside.figure || (figure.kind === "none" && beside.figure.kind === "none");
      return isSame && side === beside.side && coefficient.equals(beside.coefficient);
    })
  );
}

/** By how much a relation fails, never negative: |left − right| for =, what lies on the wrong side for <= and >=. */
export function excessOf({ operator }: Relation, deviation: Decimal): Decimal {
  if (operator === "=") return deviation.abs();
  const wrong = operator === "<=" ? deviation : deviation.negated();
  return wrong.greaterThan(ZERO) ? wrong : ZERO;
}

/** The slack of a relation; with `zeroExact` false its zeros count half a step like other figures. Blank cells never do. */
export function relationSlack({ terms }: Relation, zeroExact: boolean): Decimal {
  const parts = terms.flatMap(({ figure, coefficient }) =>
    figure.kind === "amount" ? [{ value: figure.value, step: figure.step, coefficient }] : [],
  );
  return sumSlack(parts, { zeroExact });
}

/** True for outcomes that are findings of their own. */
export function isFailing({ outcome }: Judgement): boolean {
  return outcome === "mismatch" || outcome === "zero";
}

/** A judgement set aside: the relation fails, and says nothing of its figures. The same object for the same judgement. */
export function setAside(judgement: Judgement): Judgement {
  return lastSetAside.get(judgement, [], () => ({ ...judgement, outcome: "cannotTell" }));
}

const lastSetAside = new LastMade<Judgement, Judgement>();
