import { Decimal } from "../amounts/decimal";
import { formatAmount, plainAmount } from "../amounts/format";
import type { MessageArgs, MessageRef } from "../messages/messageRef";
import { amountOf } from "../relations/balance";
import type { RelationTerm } from "../relations/relation";
import type { CellAddress } from "../workbook/address";
import { formatA1 } from "../workbook/address";
import { cellKey } from "./cellKey";
import type { CheckFinding } from "./checkFinding";
import { isBorneOut } from "./finding";
import type { Suspect } from "./finding";
import type { JudgementsAt } from "./judgementsAt";
import type { Judgement } from "./outcome";
import { relationOf } from "./relationFindings";
import { inUnit, unitText } from "./wording";

/** Of more cells that might each be wrong, naming them helps nobody. */
const MOST_NAMED = 3;

/** What a finding about relations says of its suspects. */
interface Choice {
  readonly kind: "one" | "open";
  /** Those worth naming, which come first. */
  readonly named: readonly Suspect[];
}

/**
 * A finding about relations told by the cell that is to blame, where that can be told: its sentence begins with that cell,
 * and it shows there. A cell can be blamed when it is the only one, or when something beside the relations speaks for it
 * (a hint) and for none after it. Else the finding says that nobody can tell, and names what is to be compared. A suspect
 * that would have to turn negative is never blamed. Acts tell for themselves and stay as they are.
 */
export function withVerdict(finding: CheckFinding, judgementsAt: JudgementsAt): CheckFinding {
  const [anchor] = finding.about;
  if (finding.act || !anchor || finding.suspects.length === 0) return finding;
  const termOf = (cell: CellAddress) => termAt(cell, judgementsAt(cell));
  const positive = finding.suspects.filter((suspect) => !turnsNegative(suspect, termOf(suspect)));
  const suspects = positive.length > 0 ? positive : finding.suspects;
  // Where each of them would have to turn negative, none is to blame by itself.
  const { kind, named } = positive.length > 0 ? choose(suspects) : NOBODY;
  const rest = positive.filter((suspect) => !named.includes(suspect));
  const ordered = { ...finding, suspects: [...named, ...rest] };
  const [lead] = named;
  const term = lead && termOf(lead);
  if (kind === "one" && lead && term)
    return ledBy({ ...ordered, about: anchored(finding, term) }, lead, term);
  const places = named.length > 0 ? named.map(placeOf) : endsOf(anchor);
  const labels = places.map((place) => placeText(place, termOf(place)));
  return {
    ...ordered,
    message: { key: "finding.open", args: { told: finding.message, places: labels } },
    verdict: { kind: "open", places, named: named.length },
  };
}

const NOBODY: Choice = { kind: "open", named: [] };

/** Which suspects are named: the one to blame with those that must be changed with it; else up to three that may be. */
function choose(suspects: readonly Suspect[]): Choice {
  const [first, second] = suspects;
  if (!first) return { kind: "open", named: [] };
  const together = withOthers(first, suspects);
  if (together.length === suspects.length) return { kind: "one", named: together };
  if (together.length > 1) return { kind: "open", named: [] };
  const borneOut = suspects.filter(isBorneOut);
  if (isBorneOut(first) && !(second && isBorneOut(second))) return { kind: "one", named: [first] };
  if (borneOut.length > 0) return { kind: "open", named: borneOut.slice(0, MOST_NAMED) };
  return { kind: "open", named: suspects.length <= MOST_NAMED ? suspects : [] };
}

/** A suspect with those that have to be changed with it. */
function withOthers(suspect: Suspect, suspects: readonly Suspect[]): readonly Suspect[] {
  const together = suspect.why.find(({ key }) => key === "suspect.together");
  const others = together?.args["others"];
  if (!Array.isArray(others)) return [suspect];
  const names = new Set<unknown>(others);
  return [
    suspect,
    ...suspects.filter(({ sheet, row, column }) => names.has(`${sheet}!${formatA1(row, column)}`)),
  ];
}

/** Whether a figure that is not negative could only be right below zero. */
export function turnsNegative({ high }: Suspect, term: Pick<RelationTerm, "figure"> | undefined): boolean {
  return high !== null && new Decimal(high).isNegative() && !(term && amountOf(term).isNegative());
}

function termAt(cell: CellAddress, judgements: readonly Judgement[]): RelationTerm | undefined {
  const key = cellKey(cell);
  for (const { relation } of judgements) {
    const term = relation.terms.find(({ figure }) => cellKey(figure.address) === key);
    if (term) return term;
  }
  return undefined;
}

/** The relations with the one by which the cell is best told in front: its own total, else one it takes part in. */
function anchored({ about, rule }: CheckFinding, { figure, row }: RelationTerm): readonly Judgement[] {
  if (rule === "joint") return about;
  const key = cellKey(figure.address);
  const takesPart = about.filter(({ relation }) =>
    relation.terms.some((term) => cellKey(term.figure.address) === key),
  );
  const isOwn = ({ relation }: Judgement) => relation.table === row.table;
  const totals = takesPart.filter((one) => isTotal(one, key));
  const anchor =
    totals.find(isOwn) ?? totals[0] ?? takesPart.find(isOwn) ?? takesPart[0] ?? (about[0] as Judgement);
  return [anchor, ...about.filter((one) => one !== anchor)];
}

/** True where the cell is the one figure that should come to what stands on the other side. */
function isTotal({ relation }: Judgement, key: string): boolean {
  const left = relation.terms.filter(({ side }) => side === "left");
  return left.length === 1 && left.every(({ figure }) => cellKey(figure.address) === key);
}

/** The finding as one of its first suspect; what it says of the relation in front stays part of the sentence. */
function ledBy(finding: CheckFinding, lead: Suspect, term: RelationTerm): CheckFinding {
  const [anchor] = finding.about as readonly [Judgement];
  const isJoint = finding.rule === "joint";
  const told = isJoint ? finding : relationOf(anchor);
  const cell = placeOf(lead);
  const key = cellKey(cell);
  const named = withOthers(lead, finding.suspects);
  const found: CheckFinding = {
    ...finding,
    ...(!isJoint && { rule: told.rule }),
    table: term.row.table.definition.id,
    sheet: cell.sheet,
    cell,
    cells: finding.cells.some((one) => cellKey(one) === key)
      ? finding.cells
      : [{ ...cell, role: "other" }, ...finding.cells],
    verdict: { kind: "one", places: named.map(placeOf), named: named.length },
  };
  const { message, expected, actual, difference } = told;
  if (!isJoint && isTotal(anchor, key)) return { ...found, message, expected, actual, difference };
  const now = inUnit(amountOf(term), term.row.table.unit);
  const right = lead.suggested === null ? null : new Decimal(lead.suggested);
  return {
    ...found,
    message: leadMessage(lead, term, { told: message, count: isJoint ? 1 : finding.about.length }),
    ...(!isJoint && {
      actual: plainAmount(now),
      expected: lead.suggested,
      difference: right ? plainAmount(now.minus(right)) : difference,
    }),
  };
}

/** Keys finding.lead.value, .between, .atLeast, .atMost, by what is known of the right figure. */
function leadMessage(
  { low, high, suggested }: Suspect,
  { figure, row }: RelationTerm,
  { told, count }: { readonly told: MessageRef; readonly count: number },
): MessageRef {
  const { definition, unit } = row.table;
  const { address } = figure;
  const decimals = figure.kind === "amount" ? Math.max(0, figure.decimals) : 2;
  const text = (amount: string) => {
    const value = new Decimal(amount);
    return formatAmount(value, Math.max(decimals, value.decimalPlaces()));
  };
  const args: MessageArgs = {
    table: definition.label,
    cell: formatA1(address.row, address.column),
    now: figure.kind === "amount" ? formatAmount(inUnit(figure.value, unit), decimals) : "",
    unit: unitText(row.table),
    count: count > 1 ? String(count) : "",
    told,
  };
  const only = suggested ?? (low === high ? low : null);
  if (only !== null) return { key: "finding.lead.value", args: { ...args, right: text(only) } };
  if (low !== null && high !== null)
    return { key: "finding.lead.between", args: { ...args, low: text(low), high: text(high) } };
  if (low !== null) return { key: "finding.lead.atLeast", args: { ...args, low: text(low) } };
  return { key: "finding.lead.atMost", args: { ...args, high: text(high ?? "0") } };
}

/** What disagrees: the first cell on each side of a relation. */
function endsOf({ relation: { terms } }: Judgement): readonly CellAddress[] {
  return (["left", "right"] as const).flatMap((side) => {
    const own = terms.filter((term) => term.side === side);
    const end = own.find(({ figure }) => figure.kind === "amount") ?? own[0];
    return end ? [placeOf(end.figure.address)] : [];
  });
}

function placeOf({ sheet, row, column }: CellAddress): CellAddress {
  return { sheet, row, column };
}

/** "表6 D7", by what its table is called. */
function placeText({ sheet, row, column }: CellAddress, term: RelationTerm | undefined): string {
  return `${term?.row.table.definition.label ?? sheet} ${formatA1(row, column)}`;
}
