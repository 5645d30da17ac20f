import { formatAmount, plainAmount } from "../amounts/format";
import { ZERO } from "../amounts/decimal";
import type { Change, YearComparison } from "./compareYears";
import { isEmptyReason } from "./reasons";
import type { Reasons } from "./reasons";
import { softFindings } from "./softRules";
import type { Thresholds } from "./thresholds";
import { cellsOfChange } from "./yearFinding";
import type { YearFinding } from "./yearFinding";

/**
 * What two compared years leave to be said: changes over the thresholds without a reason, reasons that say nothing, soft rules
 * (合理性) that do not hold, workbooks given the wrong way round. Those answered by a reason carry it and are not open.
 */
export function yearFindings(
  comparison: YearComparison,
  thresholds: Thresholds,
  reasons: Reasons,
): YearFinding[] {
  const soft = softFindings(comparison, thresholds, reasons);
  // One reason answers both: a change that a soft rule speaks of is told once.
  const spoken = new Set(soft.map(({ key }) => key));
  const changes = comparison.changes
    .filter(({ key, need }) => need === "needed" && !spoken.has(key))
    .map((change) => changeFinding(change, reasons.get(change.key)));
  const empty = soft.map((one) =>
    one.reason !== undefined && isEmptyReason(one.reason) ? emptyReason(one, one.reason) : one,
  );
  return [...orderFindings(comparison), ...empty, ...changes];
}

function changeFinding(change: Change, reason: string | undefined): YearFinding {
  const finding: YearFinding = {
    severity: "warning",
    rule: "years.reason",
    key: change.key,
    message: reasonMessage(change),
    expected: null,
    actual: change.change ? plainAmount(change.change) : null,
    difference: null,
    cells: cellsOfChange(change),
    reason,
  };
  return reason !== undefined && isEmptyReason(reason) ? emptyReason(finding, reason) : finding;
}

/** What a change is called: its code and name. */
export function nameOfChange({ now, last, label }: Change): string {
  const codes = (now ?? last)?.codes ?? [];
  return [codes.join("+"), label].filter((part) => part !== "").join(" ");
}

function reasonMessage(change: Change): YearFinding["message"] {
  const { now, last, rate } = change;
  const args = {
    what: nameOfChange(change),
    now: formatAmount(now?.value ?? ZERO),
    last: formatAmount(last?.value ?? ZERO),
    change: formatAmount(change.change?.abs() ?? ZERO),
    rate: rate ? formatAmount(rate.abs()) : "",
  };
  const isMore = change.change?.greaterThan(ZERO) === true;
  return { key: isMore ? "years.reason.more" : "years.reason.less", args };
}

function emptyReason(finding: YearFinding, reason: string): YearFinding {
  const args = { what: finding.message.args["what"] ?? "", reason };
  return {
    ...finding,
    rule: "years.reason.empty",
    message: { key: "years.reason.empty", args },
    reason: undefined,
  };
}

function orderFindings({ now, last }: YearComparison): YearFinding[] {
  if (now.year === undefined || last.year === undefined || last.year < now.year) return [];
  const args = { now: String(now.year), last: String(last.year) };
  return [
    {
      severity: "info",
      rule: "years.order",
      key: null,
      message: { key: "years.order", args },
      expected: null,
      actual: null,
      difference: null,
      cells: [],
      reason: undefined,
    },
  ];
}
