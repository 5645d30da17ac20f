import type { CheckResult } from "../src/validation/checkResult";
import type { Finding, Severity } from "../src/validation/finding";

/** Severities in the order in which lists show them. */
const SEVERITIES = ["error", "warning", "rounding", "info"] as const satisfies readonly Severity[];

/**
 * What the list may be narrowed to. A finding about a code is counted under its severity and under 编码; one that was
 * accepted only under 已接受.
 */
export const FILTERS = ["all", "error", "warning", "rounding", "code", "info", "accepted"] as const;
export type Filter = (typeof FILTERS)[number];

/** Key of the group of rounding differences. */
const ROUNDING = "rounding";

/** What is listed: one kind of finding, and of one sheet when it is named. */
export interface Selection {
  readonly filter: Filter;
  readonly sheet: string | null;
}

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
  /** True for the rounding differences of all tables, which are folded at first. */
  readonly isRounding: boolean;
  readonly findings: readonly Finding[];
}

/** How many things a finding tells of: a note on rounding differences is one for a whole table. */
export function sizeOf({ severity, equations }: Finding): number {
  return severity === "rounding" ? (equations?.length ?? 1) : 1;
}

/** True when a finding is of the kind a filter names. */
function isOfKind({ severity, rule, accepted }: Finding, filter: Filter): boolean {
  if (accepted || filter === "accepted") return accepted !== undefined && filter === "accepted";
  return filter === "all" || filter === severity || (filter === "code" && rule.startsWith("code."));
}

/** True when a finding shows on the sheet or one of its cells stands there; null takes in every sheet. */
function isOnSheet(finding: Finding, sheet: string | null): boolean {
  return sheet === null || finding.sheet === sheet || finding.cells.some((cell) => cell.sheet === sheet);
}

/** How many findings there are of each kind, on the sheet when one is named. */
export function countByFilter(
  findings: readonly Finding[],
  sheet: string | null,
): Readonly<Record<Filter, number>> {
  const listed = findings.filter((finding) => isOnSheet(finding, sheet));
  const counts = FILTERS.map((filter) => [
    filter,
    listed.filter((finding) => isOfKind(finding, filter)).reduce((sum, finding) => sum + sizeOf(finding), 0),
  ]);
  return Object.fromEntries(counts) as Record<Filter, number>;
}

/**
 * The findings selected, grouped by table, the tables with the worst first, then in the order of table numbers (those
 * without a table last), and within a group by severity, then by place in the sheet. While all are listed, rounding
 * differences are a group of their own at the end.
 */
export function groupFindings(result: CheckResult, { filter, sheet }: Selection): FindingGroup[] {
  const tables = new Map(result.tables.map((table) => [table.table, table]));
  const groups = new Map<string, Finding[]>();
  for (const finding of result.findings) {
    if (!isOfKind(finding, filter) || !isOnSheet(finding, sheet)) continue;
    const isRounding = filter === "all" && finding.severity === "rounding";
    const key = isRounding ? ROUNDING : (finding.table ?? `sheet:${finding.sheet}`);
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups]
    .map(([key, findings]) => {
      const isRounding = key === ROUNDING;
      const { table: first, sheet } = findings[0] as Finding;
      const table = isRounding ? null : first;
      const known = table === null ? undefined : tables.get(table);
      return {
        key,
        table,
        label: known?.label ?? "",
        title: known?.title ?? sheet,
        sheet,
        isRounding,
        findings: findings.sort(isRounding ? byTable : bySeverityThenPlace),
      };
    })
    .sort(
      (a, b) =>
        Number(a.isRounding) - Number(b.isRounding) ||
        worstOf(a) - worstOf(b) ||
        Number(a.table === null) - Number(b.table === null) ||
        (a.key < b.key ? -1 : 1),
    );
}

/** The worst severity of a group, by its place among the severities; findings are in order. */
function worstOf({ findings }: FindingGroup): number {
  return SEVERITIES.indexOf(findings[0]?.severity ?? "info");
}

/**
 * The finding after (+1) or before (-1) the current one, or the place of one that is gone, round and round: mistakes first, then what is to be looked at,
 * each in the order of the list; of those with a cell.
 * While all are listed, rounding differences and hints are passed over: nothing has to be done about them.
 */
export function neighbour(
  result: CheckResult,
  selection: Selection,
  current: Finding | undefined,
  by: 1 | -1,
): Finding | undefined {
  const isGone = current !== undefined && !result.findings.includes(current);
  const findings = isGone ? [...result.findings, current] : result.findings;
  const all = groupFindings({ ...result, findings }, selection)
    .flatMap((group) => group.findings)
    .filter(({ cell }) => cell !== null)
    .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  const isUrgent = ({ severity }: Finding) => severity === "error" || severity === "warning";
  const present = all.filter((one) => !(isGone && one === current));
  const isNarrowed = selection.filter === "all" && present.some(isUrgent);
  const list = isNarrowed ? all.filter((one) => isUrgent(one) || one === current) : all;
  const at = current ? list.indexOf(current) : -1;
  const start = at < 0 && by < 0 ? 0 : at;
  for (let step = 1; step <= list.length; step++) {
    const next = list[(start + by * step + list.length * 2) % list.length];
    if (next && !(isGone && next === current) && (!isNarrowed || isUrgent(next))) return next;
  }
  return undefined;
}

/** The same thing said of the same cell. */
export function isSameFinding(a: Finding, b: Finding): boolean {
  return identityOf(a) === identityOf(b);
}

/** What tells a finding from others, and knows it again after the next check. */
export function identityOf({ rule, sheet, cell, message }: Finding): string {
  return JSON.stringify([rule, sheet, cell, message]);
}

function bySeverityThenPlace(a: Finding, b: Finding): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    (a.cell?.row ?? -1) - (b.cell?.row ?? -1) ||
    (a.cell?.column ?? -1) - (b.cell?.column ?? -1)
  );
}

function byTable(a: Finding, b: Finding): number {
  return (a.table ?? "") < (b.table ?? "") ? -1 : 1;
}
