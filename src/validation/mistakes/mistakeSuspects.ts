import { ZERO } from "../../amounts/decimal";
import type { Decimal } from "../../amounts/decimal";
import { plainAmount } from "../../amounts/format";
import { amountOf } from "../../relations/balance";
import type { RelationTerm } from "../../relations/relation";
import { formatA1 } from "../../workbook/address";
import { cellKey } from "../cellKey";
import type { Suspect } from "../finding";
import type { Judgement } from "../outcome";
import { inUnit } from "../wording";
import type { Culprit, Mistake } from "./findMistakes";

/** Cells named as suspects of one mistake. */
const MOST_SUSPECTS = 40;

/** The cells of a mistake's sets, each once, the likeliest first. */
export function mistakeSuspects({ sets, failing }: Mistake): Suspect[] {
  const suspects = new Map<string, Suspect>();
  for (const set of sets) {
    for (const culprit of set) {
      const key = cellKey(culprit.term.figure.address);
      if (!suspects.has(key)) suspects.set(key, suspectOf(culprit, set, failing));
    }
    if (suspects.size >= MOST_SUSPECTS) break;
  }
  return [...suspects.values()];
}

function suspectOf(
  { term, low, high }: Culprit,
  set: readonly Culprit[],
  failing: readonly Judgement[],
): Suspect {
  const { sheet, row, column } = term.figure.address;
  const own = failing.filter((judgement) => factorIn(judgement, term).isZero() === false);
  const value = low && high && low.equals(high) ? low : set.length === 1 ? exactValue(term, own) : undefined;
  const isWithin = value && !(low && value.lessThan(low)) && !(high && value.greaterThan(high));
  const count = String(own.length);
  const others = set.filter((other) => other.term !== term).map((other) => placeOf(other.term));
  const text = (amount: Decimal | null) => (amount ? plainAmount(amount) : null);
  return {
    sheet,
    row,
    column,
    low: text(low),
    high: text(high),
    suggested: value && isWithin ? plainAmount(value) : null,
    why: [
      others.length > 0
        ? { key: "suspect.together", args: { others: others.join("、") } }
        : failing.length > 0
          ? { key: "suspect.mends", args: { count } }
          : { key: "suspect.joint", args: {} },
    ],
  };
}

function placeOf({ figure }: RelationTerm): string {
  const { sheet, row, column } = figure.address;
  return `${sheet}!${formatA1(row, column)}`;
}

/** Change of left − right for a change of the cell by one. */
function factorIn({ relation }: Judgement, { figure }: RelationTerm): Decimal {
  const key = cellKey(figure.address);
  return relation.terms
    .filter((term) => cellKey(term.figure.address) === key)
    .reduce(
      (sum, { coefficient, side }) => sum.plus(side === "left" ? coefficient : coefficient.negated()),
      ZERO,
    );
}

/** The one value with which all failing equations of the cell hold to the last digit; undefined when they want several. */
function exactValue(term: RelationTerm, own: readonly Judgement[]): Decimal | undefined {
  const wanted = own
    .filter(({ relation }) => relation.operator === "=")
    .map((judgement) =>
      amountOf(term).minus((judgement.balance?.deviation ?? ZERO).dividedBy(factorIn(judgement, term))),
    );
  const [first, ...others] = wanted;
  if (!first || !others.every((other) => other.equals(first))) return undefined;
  return inUnit(first, term.row.table.unit);
}
