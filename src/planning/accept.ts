import { ACCEPTED_KEY, acceptanceOf, acceptedFindings, isSame } from "../validation/acceptance";
import type { AcceptedFinding } from "../validation/acceptance";
import type { Finding } from "../validation/finding";
import type { WriteSetting } from "../workbook/edit";
import type { WorkbookSnapshot } from "../workbook/snapshot";

/** 接受: keeps with the workbook that a finding is accepted, why and when, in place of an earlier acceptance of it. */
export function planAccept(
  finding: Finding,
  workbook: WorkbookSnapshot,
  reason: string,
  date: string,
): WriteSetting {
  const others = acceptedFindings(workbook).filter((one) => !isSame(one, finding));
  return setting([...others, acceptanceOf(finding, workbook, reason, date)]);
}

/** 取消接受: the finding is told again. */
export function planUnaccept(finding: Finding, workbook: WorkbookSnapshot): WriteSetting {
  return setting(acceptedFindings(workbook).filter((one) => !isSame(one, finding)));
}

function setting(accepted: readonly AcceptedFinding[]): WriteSetting {
  const value = accepted.length > 0 ? JSON.stringify(accepted) : null;
  return { kind: "writeSetting", key: ACCEPTED_KEY, value };
}
