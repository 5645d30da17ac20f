import { ZERO } from "../../amounts/decimal";
import type { Decimal } from "../../amounts/decimal";
import { plainAmount } from "../../amounts/format";
import { amountOf } from "../../relations/balance";
import type { RelationTerm } from "../../relations/relation";
import type { CellAddress } from "../../workbook/address";
import { formatA1 } from "../../workbook/address";
import { cellKey } from "../cellKey";
import type { Suspect } from "../finding";
import type { Judgement } from "../outcome";
import { inUnit } from "../wording";
import type { Culprit, Mistake } from "./findMistakes";

/** Cells named as suspects of one mistake. */
const MOST_SUSPECTS = 40;

/** Followers named in one reason. */
const MOST_NAMED = 4;

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
  { term, low, high, factors, followers }: Culprit,
  set: readonly Culprit[],
  failing: readonly Judgement[],
): Suspect {
  const { sheet, row, column } = term.figure.address;
  const own = failing.filter((judgement) => factors.has(judgement));
  const value =
    low && high && low.equals(high) ? low : set.length === 1 ? exactValue(term, own, factors) : undefined;
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
        ? { key: "suspect.together", args: { others } }
        : failing.length > 0
          ? { key: "suspect.mends", args: { count } }
          : { key: "suspect.joint", args: {} },
      ...(followers.length > 0
        ? [{ key: "suspect.follows", args: { cells: followersText(term, followers) } }]
        : []),
    ],
  };
}

function placeOf({ figure }: RelationTerm): string {
  const { sheet, row, column } = figure.address;
  return `${sheet}!${formatA1(row, column)}`;
}

/** C21, D19, 表2!F18, …: the formulas that follow, with the sheet where it is another. */
function followersText(term: RelationTerm, followers: readonly CellAddress[]): readonly string[] {
  const named = followers.slice(0, MOST_NAMED).map(({ sheet, row, column }) => {
    const cell = formatA1(row, column);
    return sheet === term.figure.address.sheet ? cell : `${sheet}!${cell}`;
  });
  return followers.length > MOST_NAMED ? [...named, "…"] : named;
}

/** The one value with which all failing equations of the cell hold to the last digit; undefined when they want several. */
function exactValue(
  term: RelationTerm,
  own: readonly Judgement[],
  factors: Culprit["factors"],
): Decimal | undefined {
  const wanted = own
    .filter(({ relation }) => relation.operator === "=")
    .map((judgement) =>
      amountOf(term).minus((judgement.balance?.deviation ?? ZERO).dividedBy(factors.get(judgement) ?? 1)),
    );
  const [first, ...others] = wanted;
  if (!first || !others.every((other) => other.equals(first))) return undefined;
  return inUnit(first, term.row.table.unit);
}
