import type { MessageRef } from "../messages/messageRef";
import type { Finding, Severity } from "../validation/finding";
import type { LiveEdit } from "../workbook/edit";
import { MarksRefused } from "../workbook/marksRefused";
import type { WorkbookPort } from "../workbook/port";
import type { WorkbookSnapshot } from "../workbook/snapshot";

/** What is to be said of a workbook as the host has handed it over: what it could not read, and what may be out of date. */
export function readingFindings({ sheets, isStale }: WorkbookSnapshot): Finding[] {
  return [
    ...(isStale ? [hostFinding("warning", sheets[0]?.name ?? "", { key: "workbook.stale", args: {} })] : []),
    ...sheets.flatMap(({ name, unreadable, hasUnreadableRules }) => [
      ...(unreadable?.reason === "refused"
        ? [hostFinding("warning", name, { key: "sheet.refused", args: { range: unreadable.usedRange } })]
        : []),
      ...(hasUnreadableRules
        ? [hostFinding("info", name, { key: "marks.unreadable", args: { sheet: name } })]
        : []),
    ]),
  ];
}

/** Writes marks; a check never depends on that: what was refused is a finding, and the others are written. */
export async function writeMarks(port: WorkbookPort, edits: readonly LiveEdit[]): Promise<Finding[]> {
  if (edits.length === 0) return [];
  try {
    await port.apply(edits);
    return [];
  } catch (error) {
    if (!(error instanceof MarksRefused)) throw error;
    const { key, args, unwritten } = error;
    return [hostFinding("info", unwritten[0]?.sheet ?? "", { key, args })];
  }
}

function hostFinding(severity: Severity, sheet: string, message: MessageRef): Finding {
  return {
    severity,
    rule: message.key.replace(/^(marks\.notWritten)\..*$/, "$1"),
    table: null,
    sheet,
    cell: null,
    message,
    expected: null,
    actual: null,
    difference: null,
    cells: [],
    suspects: [],
  };
}
