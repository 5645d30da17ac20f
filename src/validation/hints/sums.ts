import { formatAmount } from "../../amounts/format";
import { amountOf } from "../../relations/balance";
import type { RelationTerm } from "../../relations/relation";
import type { CellAddress } from "../../workbook/address";
import { formatA1 } from "../../workbook/address";
import type { MessageRef } from "../finding";
import { inUnit, rowLabel } from "../wording";
import type { HintContext } from "./hintContext";
import { asSum, failingPlaces, isTotalOf } from "./hintContext";
import { addedCells } from "./sumFormula";

/** Cells named in one hint; the rest are left to the eye. */
const MOST_NAMED = 4;

/** With more parts of the same size than this, naming one would be a guess. */
const MOST_ALIKE = 2;

/**
 * Hints for a total that does not agree with its parts: its formula leaves out or repeats cells, one part is
 * left out or counted twice, it was typed while its neighbours are formulas, or a row is missing below it.
 */
export function sumHints(address: CellAddress, context: HintContext): MessageRef[] {
  const sums = failingPlaces(context, address).filter(({ judgement }) =>
    isTotalOf(address, judgement.relation),
  );
  const byFormula = sums.flatMap((place) => formulaHint(address, place.judgement.relation.terms, context));
  if (byFormula.length > 0) return byFormula;
  const byAmount = sums.flatMap((place) => partHint(place.judgement));
  return [
    ...byAmount,
    ...(sums.some(({ judgement }) => isStale(address, judgement.relation.terms, context))
      ? [{ key: "hint.typedTotal", args: { cell: formatA1(address.row, address.column) } }]
      : []),
  ];
}

/** The total of a sum typed into one of its parts: the sum then exceeds its total by just the other parts. */
export function typedTotalHint(address: CellAddress, context: HintContext): MessageRef[] {
  return failingPlaces(context, address).flatMap(({ judgement, term }): MessageRef[] => {
    const sum = term.side === "right" ? asSum(judgement.relation) : undefined;
    if (!sum || amountOf(term).isZero() || !amountOf(term).equals(amountOf(sum.total))) return [];
    const { row, column } = sum.total.figure.address;
    return [
      { key: "hint.holdsTotal", args: { cell: formatA1(row, column), total: rowLabel(sum.total.row) } },
    ];
  });
}

/** What the formula of a total adds up, against the parts it should. */
function formulaHint(
  address: CellAddress,
  terms: readonly RelationTerm[],
  context: HintContext,
): MessageRef[] {
  const formula = context.cellOf(address)?.formula;
  const added = formula === undefined ? undefined : addedCells(formula);
  if (!formula || !added) return [];
  const parts = terms.filter(({ side }) => side === "right");
  if (!parts.every(({ figure }) => figure.address.sheet === address.sheet)) return [];
  const times = ({ row, column }: CellAddress) => added.get(`${row},${column}`) ?? 0;
  const addresses = parts.map(({ figure }) => figure.address);
  // A formula that adds none of them adds something else on purpose: one level further down, say.
  if (!addresses.some((part) => times(part) > 0)) return [];
  const spoken = parts.filter(({ figure }) => figure.kind === "amount" && !figure.value.isZero());
  const left = spoken.filter(({ figure }) => times(figure.address) === 0);
  const twice = spoken.filter(({ figure }) => times(figure.address) > 1);
  const hints: MessageRef[] = [];
  if (left.length > 0) hints.push({ key: "hint.formulaMisses", args: { formula, cells: named(left) } });
  if (twice.length > 0) hints.push({ key: "hint.formulaRepeats", args: { formula, cells: named(twice) } });
  return hints;
}

function named(terms: readonly RelationTerm[]): readonly string[] {
  const texts = terms
    .slice(0, MOST_NAMED)
    .map(({ figure, row }) => `${formatA1(figure.address.row, figure.address.column)} ${rowLabel(row)}`);
  return terms.length > MOST_NAMED ? [...texts, "…"] : texts;
}

/** The difference is the amount of a part: one too few when the total is short of it, one too many when it exceeds. */
function partHint({
  relation,
  balance,
  slack,
}: ReturnType<HintContext["placesOf"]>[number]["judgement"]): MessageRef[] {
  const sum = asSum(relation);
  if (!sum || !balance) return [];
  const { deviation } = balance;
  const alike = sum.parts.filter(
    (part) =>
      !amountOf(part).isZero() && deviation.abs().minus(amountOf(part).abs()).abs().lessThanOrEqualTo(slack),
  );
  if (alike.length === 0 || alike.length > MOST_ALIKE) return [];
  return alike.flatMap((part) => {
    const isLeftOut = deviation.isNegative() === amountOf(part).greaterThan(0);
    const { figure, row } = part;
    const decimals = figure.kind === "amount" ? figure.decimals : 0;
    return {
      key: isLeftOut ? "hint.partLeftOut" : "hint.partTwice",
      args: {
        cell: formatA1(figure.address.row, figure.address.column),
        part: rowLabel(row),
        amount: formatAmount(inUnit(amountOf(part), row.table.unit), decimals),
      },
    };
  });
}

/** A typed total over parts that are formulas, or beside totals that are. */
function isStale(address: CellAddress, terms: readonly RelationTerm[], context: HintContext): boolean {
  if (context.cellOf(address)?.formula !== undefined || !context.cellOf(address)) return false;
  const total = terms.find(({ side }) => side === "left");
  const besides = [...(total?.row.figures.values() ?? [])].map((figure) => figure.address);
  const parts = terms.filter(({ side }) => side === "right").map(({ figure }) => figure.address);
  const isFormula = (one: CellAddress) => context.cellOf(one)?.formula !== undefined;
  return parts.some(isFormula) || besides.filter(({ column }) => column !== address.column).some(isFormula);
}
