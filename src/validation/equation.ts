import type { Decimal } from "../amounts/decimal";
import { plainAmount } from "../amounts/format";
import type { RelationTerm } from "../relations/relation";
import type { CellAddress } from "../workbook/address";
import type { Judgement, Outcome } from "./outcome";
import { inUnit, placeText, termLabels, unitOf } from "./wording";

/** One cell of an equation: "+ 基本支出 725.78". */
export interface EquationTerm extends CellAddress {
  /** "+" or "-" as written; "" in front of a side's first term when it is added. */
  readonly sign: "+" | "-" | "";
  /** What the cell is multiplied by; "" for once. */
  readonly factor: string;
  readonly label: string;
  /** Its amount, plain, in the unit of its own sheet; what the cell says where that is no amount; "" where it is blank. */
  readonly amount: string;
}

/** A relation as a reader follows it: both sides cell by cell, and whether it holds. Amounts are plain decimals. */
export interface Equation {
  /** Id of the rule. */
  readonly rule: string;
  /** What the table is called that the relation belongs to. */
  readonly table: string;
  /** The row or column that its cells share; "" when they share none. */
  readonly place: string;
  readonly operator: "=" | "<=" | ">=";
  readonly left: readonly EquationTerm[];
  readonly right: readonly EquationTerm[];
  readonly outcome: Outcome;
  /** Sums of the sides and left − right, in the unit of the relation's table; null when they cannot be told. */
  readonly sums: { readonly left: string; readonly right: string; readonly difference: string } | null;
}

/** A judged relation as an equation. */
export function equationOf({ relation, outcome, balance }: Judgement): Equation {
  const plain = (amount: Decimal) => plainAmount(inUnit(amount, unitOf(relation)));
  const labelOf = termLabels(relation);
  const side = (name: "left" | "right") =>
    relation.terms
      .filter((term) => term.side === name)
      .map((term, index) => equationTerm(term, index, labelOf(term)));
  return {
    rule: relation.id,
    table: relation.table.definition.label,
    place: placeText(relation),
    operator: relation.operator,
    left: side("left"),
    right: side("right"),
    outcome,
    sums: balance
      ? { left: plain(balance.left), right: plain(balance.right), difference: plain(balance.deviation) }
      : null,
  };
}

function equationTerm(
  { figure, coefficient, row }: RelationTerm,
  index: number,
  label: string,
): EquationTerm {
  const size = coefficient.abs();
  const { sheet, row: sheetRow, column } = figure.address;
  return {
    sheet,
    row: sheetRow,
    column,
    sign: coefficient.isNegative() ? "-" : index > 0 ? "+" : "",
    factor: size.equals(1) ? "" : size.toFixed(),
    label,
    amount:
      figure.kind === "amount"
        ? inUnit(figure.value, row.table.unit).toFixed(Math.max(0, figure.decimals))
        : figure.kind === "bad"
          ? figure.text
          : "",
  };
}
