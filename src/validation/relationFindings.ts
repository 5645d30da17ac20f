import type { Decimal } from "../amounts/decimal";
import { plainAmount } from "../amounts/format";
import type { Relation, RelationTerm } from "../relations/relation";
import type { Evidence } from "../tables/definition";
import { formatA1 } from "../workbook/address";
import { cellKey } from "./cellKey";
import type { CheckFinding } from "./checkFinding";
import type { FindingCell, FindingRelation, MessageRef, Severity } from "./finding";
import type { Mistake } from "./mistakes/findMistakes";
import { mistakeSuspects } from "./mistakes/mistakeSuspects";
import type { Judgement } from "./outcome";
import { areOnlyWarnings, excessOf } from "./outcome";
import { inUnit, placeText, sideText, spokenCount, sumText, unitOf, unitText } from "./wording";

/** One finding for each mistake: what should hold, what is there, the difference, the likely cells, all that it breaks. */
export function relationFindings(mistakes: readonly Mistake[]): CheckFinding[] {
  return mistakes.map((mistake) =>
    mistake.failing.length > 0 ? failingFinding(mistake, anchorFirst(mistake)) : jointFinding(mistake),
  );
}

/**
 * The relation by which a mistake is told comes first: one whose total is the likeliest cell, else one of that cell's own
 * table, in the order of the tables' sentences.
 */
function anchorFirst({ failing, sets }: Mistake): readonly Judgement[] {
  const suspect = sets[0]?.[0]?.term;
  const key = suspect && cellKey(suspect.figure.address);
  const isTotal = ({ relation: { terms } }: Judgement) =>
    terms.some(({ side, figure }) => side === "left" && cellKey(figure.address) === key);
  const isOwn = ({ relation }: Judgement) => relation.table === suspect?.row.table;
  const anchor =
    failing.find((one) => isOwn(one) && isTotal(one)) ?? failing.find(isOwn) ?? (failing[0] as Judgement);
  return [anchor, ...failing.filter((one) => one !== anchor)];
}

function failingFinding(mistake: Mistake, judgements: readonly Judgement[]): CheckFinding {
  const suspects = mistakeSuspects(mistake);
  const found = relationFinding(judgements, { severity: severityOf(mistake), suspects });
  // What a bound left out is said where it was left out.
  return mistake.isCut ? { ...found, message: { key: "finding.cut", args: { told: found.message } } } : found;
}

/** One finding about judged relations, told by the first of them. */
export function relationFinding(
  judgements: readonly Judgement[],
  { severity, suspects }: Pick<CheckFinding, "severity" | "suspects">,
): CheckFinding {
  const relations = judgements.map(relationOf);
  const anchor = relations[0] as FindingRelation;
  const { rule, table, sheet, cell, message, expected, actual, difference } = anchor;
  return {
    severity,
    rule,
    table,
    sheet,
    cell,
    message,
    expected,
    actual,
    difference,
    cells: cellsOf(relations),
    suspects,
    about: judgements,
  };
}

/** Relations that hold one by one and not together. */
function jointFinding(mistake: Mistake): CheckFinding {
  const relations = mistake.conflict.map(relationOf);
  const [first] = mistake.conflict as [Judgement];
  const anchor = relations[0] as FindingRelation;
  return {
    severity: severityOf(mistake),
    rule: "joint",
    table: anchor.table,
    sheet: anchor.sheet,
    cell: anchor.cell,
    message: {
      key: mistake.isEdge ? "relation.joint.edge" : "relation.joint",
      args: {
        table: first.relation.table.definition.label,
        cell: anchor.cell ? formatA1(anchor.cell.row, anchor.cell.column) : "",
        count: String(relations.length),
      },
    },
    expected: null,
    actual: null,
    difference: null,
    cells: cellsOf(relations),
    suspects: mistakeSuspects(mistake),
    about: mistake.conflict,
  };
}

/** A mistake that breaks nothing but relations an office calls mere warnings is one itself; so is a difference no mistake made. */
function severityOf({ isOnlyZeros, isEdge = false, failing }: Mistake): Severity {
  return isOnlyZeros || isEdge || areOnlyWarnings(failing) ? "warning" : "error";
}

/** A judged relation as told of by itself. */
export function relationOf(judgement: Judgement): FindingRelation {
  const { relation, balance } = judgement;
  const [anchor] = relation.terms as [RelationTerm];
  const amount = (value: Decimal | undefined) =>
    value === undefined ? null : plainAmount(inUnit(value, unitOf(relation)));
  return {
    rule: relation.id,
    table: relation.table.definition.id,
    sheet: anchor.figure.address.sheet,
    cell: anchor.figure.address,
    message: message(judgement, anchor),
    expected: amount(balance?.right),
    actual: amount(balance?.left),
    difference: amount(balance?.deviation),
    cells: relationCells(relation),
  };
}

function cellsOf(relations: readonly FindingRelation[]): FindingCell[] {
  const cells = new Map<string, FindingCell>();
  for (const cell of relations.flatMap((relation) => relation.cells))
    if (!cells.has(cellKey(cell))) cells.set(cellKey(cell), cell);
  return [...cells.values()];
}

function relationCells({ terms }: Relation): FindingCell[] {
  const cells = new Map<string, FindingCell>();
  for (const { figure, side } of terms) {
    const { sheet, row, column } = figure.address;
    const key = cellKey(figure.address);
    if (!cells.has(key)) cells.set(key, { sheet, row, column, role: side === "left" ? "total" : "part" });
  }
  return [...cells.values()];
}

/**
 * Keys: relation.equal, relation.atMost, relation.atLeast, each for a right side of one cell (.one) or more (.sum), and
 * with .zero behind them when only printed zeros are in the way and .edge where it is off by what rounding half up just does
 * not come to; .same for an edge between one figure and one other. relation.holds where it holds by itself.
 */
function message(judgement: Judgement, anchor: RelationTerm): MessageRef {
  const { relation, balance } = judgement;
  const kind = { "=": "equal", "<=": "atMost", ">=": "atLeast" }[relation.operator];
  const form = spokenCount(relation, "right") > 1 ? "sum" : "one";
  const deviation = balance?.deviation;
  const excess = deviation && excessOf(relation, deviation);
  const over = deviation && !deviation.isNegative();
  const { row, column } = anchor.figure.address;
  return {
    key:
      excess?.isZero() === true
        ? "relation.holds"
        : `relation.${kind}.${form}${over ? ".over" : ".short"}${reasonOf(judgement)}`,
    args: {
      table: relation.table.definition.label,
      cell: formatA1(row, column),
      place: placeText(relation),
      left: leftText(relation, balance?.left),
      right: sideText(relation, "right"),
      operator: { "=": "=", "<=": "≤", ">=": "≥" }[relation.operator],
      sum: sumText(relation, balance?.right),
      difference: sumText(relation, excess),
      unit: unitText(relation.table),
      ...(relation.evidence ? evidenceArgs(relation.evidence) : {}),
      ...(relation.purpose === undefined ? {} : { purpose: relation.purpose }),
    },
  };
}

/** What a message's key ends with where a relation differs for a reason of its own. */
function reasonOf({ relation, outcome }: Judgement): "" | ".zero" | ".edge" | ".same" {
  if (outcome === "zero") return ".zero";
  if (outcome !== "edge") return "";
  const counted = relation.terms.filter(isCounted);
  const isPair = counted.length === 2 && new Set(counted.map(({ side }) => side)).size === 2;
  const isOnce = counted.every(({ coefficient }) => coefficient.equals(1));
  return relation.operator === "=" && isPair && isOnce ? ".same" : ".edge";
}

/** True for figures that rounding may have changed: amounts other than zero. */
export function isCounted({ figure, coefficient }: RelationTerm): boolean {
  return figure.kind === "amount" && !figure.value.isZero() && !coefficient.isZero();
}

/** Arguments with which a sentence says that nobody wrote its relation down, see describe. */
function evidenceArgs({ held, of }: Evidence): Readonly<Record<string, string>> {
  return { held: String(held), inferredFrom: String(of) };
}

function leftText(relation: Relation, sum: Decimal | undefined): string {
  const text = sideText(relation, "left");
  return spokenCount(relation, "left") > 1 ? `${text} = ${sumText(relation, sum)}` : text;
}
