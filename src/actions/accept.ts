import { planAccept, planUnaccept } from "../planning/accept";
import type { Finding } from "../validation/finding";
import type { WorkbookPort } from "../workbook/port";

/**
 * 接受: keeps with the workbook that a finding is accepted and why. It is told apart from then on, gets no mark, and comes
 * back by itself when one of its cells changes. Check again afterwards to see it so.
 * @param date the day of acceptance, "2026-03-01"
 */
export async function acceptFinding(
  port: WorkbookPort,
  finding: Finding,
  reason: string,
  date: string,
): Promise<void> {
  await port.apply([planAccept(finding, await port.read(), reason, date)]);
}

/** 取消接受: the finding is told again at the next check. */
export async function unacceptFinding(port: WorkbookPort, finding: Finding): Promise<void> {
  await port.apply([planUnaccept(finding, await port.read())]);
}
