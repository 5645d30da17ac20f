import { planAccept, planUnaccept } from "../planning/accept";
import type { Finding } from "../validation/finding";
import type { WorkbookPort } from "../workbook/port";
import { MendOutdatedError } from "./mend";
import { applyWhole } from "./wholeEdits";

/**
 * 接受: keeps with the workbook that a finding is accepted and why. It is told apart from then on, gets no mark, and comes
 * back by itself when one of its cells changes. Check again afterwards to see it so.
 * @param date the day of acceptance, "2026-03-01"
 * Throws MendOutdatedError when its sheet has gone or has another name since: an acceptance without figures would hold for
 * nothing; and what the port throws.
 */
export async function acceptFinding(
  port: WorkbookPort,
  finding: Finding,
  reason: string,
  date: string,
): Promise<void> {
  const before = await port.read();
  // One of the whole workbook names no sheet.
  const isThere = finding.sheet === "" || before.sheets.some(({ name }) => name === finding.sheet);
  if (!isThere) throw new MendOutdatedError(finding.sheet);
  const edits = [planAccept(finding, before, reason, date)];
  await applyWhole(port, before, edits, { label: { key: "journal.accept", args: {} } });
}

/** 取消接受: the finding is told again at the next check. */
export async function unacceptFinding(port: WorkbookPort, finding: Finding): Promise<void> {
  const before = await port.read();
  const label = { key: "journal.unaccept", args: {} };
  await applyWhole(port, before, [planUnaccept(finding, before)], { label });
}
