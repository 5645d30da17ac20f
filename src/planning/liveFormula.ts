import type { Decimal } from "../amounts/decimal";
import { stepOf as stepFromDecimals } from "../amounts/step";
import { convertAmount } from "../amounts/unit";
import { COMMON_UNIT } from "../recognition/figures";
import type { Relation, RelationTerm } from "../relations/relation";
import { inUnit } from "../validation/wording";
import { columnLetters } from "../workbook/address";
import type { Cell } from "../workbook/snapshot";
import { isErrorValue } from "../workbook/snapshot";

/** Longer sums are not spelt out in a conditional format, which Excel evaluates at each change. */
const MOST_TERMS = 30;

function reference(row: number, column: number): string {
  return `$${columnLetters(column)}$${row + 1}`;
}

/**
 * The condition, in Excel's formula language, under which a relation still fails: figures are rounded as they print and
 * half a step is allowed for each that is not zero, as in the check itself. Undefined when the relation has cells on
 * other sheets, text among its figures, or too many terms.
 */
export function stillFails(relation: Relation, sheet: string): string | undefined {
  const { terms, operator, constant, table } = relation;
  const isSpeakable = ({ figure, row }: RelationTerm) =>
    figure.address.sheet === sheet &&
    row.table.unit === table.unit &&
    (figure.kind === "amount" ? !figure.isText : figure.kind === "none" && figure.why === "blank");
  if (terms.length > MOST_TERMS || !terms.every(isSpeakable)) return undefined;
  const sums = terms.map((term) => {
    const { figure, coefficient, side } = term;
    const weight = side === "left" ? coefficient : coefficient.negated();
    return `${weight.isNegative() ? "-" : "+"}${times(weight.abs().toFixed())}${printed(term, figure.address)}`;
  });
  const offset = inUnit(constant, table.unit).negated();
  if (!offset.isZero()) sums.push(`${offset.isNegative() ? "-" : "+"}${offset.abs().toFixed()}`);
  // Terms of equal steps share their factor: a conditional format has room for few characters.
  const slack = new Map<string, string[]>();
  for (const term of terms) {
    const half = inUnit(stepOf(term), table.unit).dividedBy(2).times(term.coefficient.abs()).toFixed();
    slack.set(half, [...(slack.get(half) ?? []), `(${printed(term, term.figure.address)}<>0)`]);
  }
  const allowed = [...slack].map(([half, all]) =>
    all.length > 1 ? `${half}*(${all.join("+")})` : `${half}*${all[0]}`,
  );
  const deviation = sums.join("").replace(/^\+/, "");
  const excess = { "=": `ABS(${deviation})`, "<=": deviation, ">=": `-(${deviation})` }[operator];
  // Rounded once more: Excel adds in binary, and 0.1+0.2 must not cross the bound.
  return `ROUND(${excess}-(${allowed.join("+")}),6)>0`;
}

function times(factor: string): string {
  return factor === "1" ? "" : `${factor}*`;
}

/** A blank cell prints nothing yet; once filled it is taken to print two digits like its neighbours. */
const USUAL_DECIMALS = 2;

function stepOf({ figure, row }: RelationTerm): Decimal {
  return figure.kind === "amount"
    ? figure.step
    : convertAmount(stepFromDecimals(USUAL_DECIMALS), row.table.unit, COMMON_UNIT);
}

function printed(term: RelationTerm, { row, column }: { row: number; column: number }): string {
  const { figure } = term;
  const decimals = figure.kind === "amount" ? figure.decimals : USUAL_DECIMALS;
  return `ROUND(N(${reference(row, column)}),${decimals})`;
}

/**
 * The condition that a cell still holds what it held at the check.
 * @param longest a text of more characters is told by its length; Excel's longest literal is 255
 */
export function stillHolds(cell: Cell | undefined, row: number, column: number, longest = 255): string {
  const place = reference(row, column);
  if (!cell) return `ISBLANK(${place})`;
  const { value } = cell;
  if (isErrorValue(value)) return `ISERROR(${place})`;
  if (typeof value === "boolean") return `${place}=${value ? "TRUE" : "FALSE"}`;
  if (typeof value === "number") return `AND(ISNUMBER(${place}),${place}=${plainNumber(value)})`;
  const literal = value.replace(/"/g, '""');
  // A text too long for a literal, or one with line breaks, is told by its length.
  return literal.length <= longest && !/[\r\n]/.test(literal)
    ? `EXACT(${place},"${literal}")`
    : `LEN(${place})=${value.length}`;
}

/** A number as Excel reads it in a formula; 15 digits, as cells hold. */
function plainNumber(value: number): string {
  return String(Number(value.toPrecision(15)));
}
