import { amountOf } from "../../relations/balance";
import type { Relation, RelationTerm } from "../../relations/relation";
import type { CellAddress } from "../../workbook/address";
import { formatA1 } from "../../workbook/address";
import type { MessageRef } from "../finding";
import { cellKey } from "../cellKey";
import type { HintContext, HintPlace } from "./hintContext";
import { failingPlaces } from "./hintContext";

/**
 * An amount that stands in the column or row beside its own: the suspect is empty, its neighbour holds just what it lacks
 * and has too much by it; or the other way round. `wanted` is what the suspect should hold, in 万元.
 */
export function neighbourHint(
  address: CellAddress,
  wanted: { readonly low: ReturnType<typeof amountOf>; readonly high: ReturnType<typeof amountOf> },
  context: HintContext,
): MessageRef | undefined {
  const own = failingPlaces(context, address)[0]?.term;
  if (!own) return undefined;
  const present = amountOf(own);
  for (const { address: other, direction } of neighbours(own)) {
    const place = failingPlaces(context, other).find(({ judgement: { relation } }) =>
      isEquationWithout(address, relation),
    );
    if (!place) continue;
    const theirs = amountOf(place.term);
    const cell = formatA1(other.row, other.column);
    const isTheirsWanted = theirs.greaterThanOrEqualTo(wanted.low) && theirs.lessThanOrEqualTo(wanted.high);
    if (present.isZero() && !theirs.isZero() && isTheirsWanted && isOverBy(place, theirs)) {
      return { key: `hint.${direction}Holds`, args: { cell } };
    }
    const isNoneWanted = wanted.low.lessThanOrEqualTo(0) && wanted.high.greaterThanOrEqualTo(0);
    if (!present.isZero() && theirs.isZero() && isNoneWanted && isOverBy(place, present.negated())) {
      return { key: `hint.${direction}Wants`, args: { cell } };
    }
  }
  return undefined;
}

/** A relation of both cells fails by either of them, so it says nothing of where the amount belongs. */
function isEquationWithout(address: CellAddress, { operator, terms }: Relation): boolean {
  return operator === "=" && !terms.some(({ figure }) => cellKey(figure.address) === cellKey(address));
}

/** True when the relation would hold if the cell's amount were smaller by this. */
function isOverBy({ judgement, term }: HintPlace, amount: ReturnType<typeof amountOf>): boolean {
  const { balance, slack } = judgement;
  if (!balance) return false;
  const weight = term.side === "left" ? term.coefficient : term.coefficient.negated();
  return balance.deviation.minus(weight.times(amount)).abs().lessThanOrEqualTo(slack);
}

function neighbours({
  row,
  column,
}: RelationTerm): { readonly address: CellAddress; readonly direction: "column" | "row" }[] {
  const columns = row.side.amountColumns;
  const index = columns.indexOf(column);
  const besides = [columns[index - 1], columns[index + 1]].flatMap((one) =>
    one === undefined ? [] : (row.figures.get(one)?.address ?? []),
  );
  const rows = row.table.rows.filter(({ side }) => side === row.side);
  const place = rows.indexOf(row);
  const aboveAndBelow = [rows[place - 1], rows[place + 1]].flatMap(
    (one) => one?.figures.get(column)?.address ?? [],
  );
  return [
    ...besides.map((address) => ({ address, direction: "column" as const })),
    ...aboveAndBelow.map((address) => ({ address, direction: "row" as const })),
  ];
}
