import { formatA1 } from "../workbook/address";
import { fieldsOf, keptJson } from "../workbook/keptJson";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { cellAtAddress, isErrorValue } from "../workbook/snapshot";
import type { Finding } from "./finding";

/** Under this key the workbook keeps what was accepted (WorkbookSnapshot.settings). */
export const ACCEPTED_KEY = "accepted";

/** A finding that a person has accepted, with the reason. It holds as long as every cell of the finding stays as it was. */
export interface AcceptedFinding {
  readonly rule: string;
  readonly sheet: string;
  /** A1; "" for a finding about a whole sheet. */
  readonly cell: string;
  /** What the cells of the finding held: when one of them changes, the finding is new. */
  readonly cells: string;
  readonly reason: string;
  /** When it was accepted: "2026-03-01". */
  readonly date: string;
}

/** The findings accepted in a workbook. What cannot be read of the setting counts as nothing accepted. */
export function acceptedFindings({ settings }: WorkbookSnapshot): readonly AcceptedFinding[] {
  const list = keptJson(settings?.[ACCEPTED_KEY]);
  return Array.isArray(list) ? list.filter(isAccepted) : [];
}

function isAccepted(entry: unknown): entry is AcceptedFinding {
  const fields = fieldsOf(entry);
  return ["rule", "sheet", "cell", "cells", "reason", "date"].every(
    (name) => typeof fields[name] === "string",
  );
}

/** Gives a finding its acceptance when the workbook has one for it and no cell has changed since. */
export function withAcceptance(workbook: WorkbookSnapshot): (finding: Finding) => Finding {
  const accepted = acceptedFindings(workbook);
  if (accepted.length === 0) return (finding) => finding;
  return (finding) => {
    const found = accepted.find((one) => isSame(one, finding) && one.cells === cellsText(finding, workbook));
    return found ? { ...finding, accepted: { reason: found.reason, date: found.date } } : finding;
  };
}

/** True when an acceptance is about this finding, whatever its cells hold now. */
export function isSame({ rule, sheet, cell }: AcceptedFinding, finding: Finding): boolean {
  return rule === finding.rule && sheet === finding.sheet && cell === cellText(finding);
}

/** The acceptance of a finding as it stands now. */
export function acceptanceOf(
  finding: Finding,
  workbook: WorkbookSnapshot,
  reason: string,
  date: string,
): AcceptedFinding {
  const { rule, sheet } = finding;
  return { rule, sheet, cell: cellText(finding), cells: cellsText(finding, workbook), reason, date };
}

function cellText({ cell }: Finding): string {
  return cell ? formatA1(cell.row, cell.column) : "";
}

function cellsText({ cells }: Finding, workbook: WorkbookSnapshot): string {
  const texts = cells.map((address) => {
    const value = cellAtAddress(workbook, address)?.value;
    const held = value === undefined ? "" : isErrorValue(value) ? value.error : String(value);
    return `${address.sheet}!${formatA1(address.row, address.column)}=${held}`;
  });
  return [...new Set(texts)].sort().join("\n");
}
