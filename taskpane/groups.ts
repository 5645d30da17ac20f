import type { CheckResult } from "../src/validation/checkResult";
import type { Finding, Severity } from "../src/validation/finding";
import { SEVERITIES } from "./preferences";

/** The findings of one table, or of one sheet where no table is named. */
export interface FindingGroup {
  /** Table id, or "sheet:" and the sheet's name. */
  readonly key: string;
  readonly table: string | null;
  /** What the table is called: 表6; "" where there is none. */
  readonly label: string;
  /** Official title of the table; the sheet's name where there is none. */
  readonly title: string;
  readonly sheet: string;
  readonly findings: readonly Finding[];
}

/** How many findings there are of each severity. */
export function countBySeverity(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, rounding: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/**
 * Findings of the severities shown, grouped by table in the order of table numbers (those without a table last), and
 * within a group by severity, then by place in the sheet.
 */
export function groupFindings(result: CheckResult, shown: readonly Severity[]): FindingGroup[] {
  const tables = new Map(result.tables.map((table) => [table.table, table]));
  const groups = new Map<string, Finding[]>();
  for (const finding of result.findings) {
    if (!shown.includes(finding.severity)) continue;
    const key = finding.table ?? `sheet:${finding.sheet}`;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups]
    .map(([key, findings]) => {
      const { table, sheet } = findings[0] as Finding;
      const known = table === null ? undefined : tables.get(table);
      const label = known?.label ?? "";
      return {
        key,
        table,
        label,
        title: known?.title ?? sheet,
        sheet,
        findings: findings.sort(bySeverityThenPlace),
      };
    })
    .sort((a, b) => Number(a.table === null) - Number(b.table === null) || (a.key < b.key ? -1 : 1));
}

function bySeverityThenPlace(a: Finding, b: Finding): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    (a.cell?.row ?? -1) - (b.cell?.row ?? -1) ||
    (a.cell?.column ?? -1) - (b.cell?.column ?? -1)
  );
}
