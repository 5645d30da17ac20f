import { ZERO } from "../amounts/decimal";
import { formatAmount, plainAmount } from "../amounts/format";
import type { Change, YearComparison } from "./compareYears";
import type { Reasons } from "./reasons";
import type { Thresholds } from "./thresholds";
import { cellsOfChange } from "./yearFinding";
import type { YearFinding } from "./yearFinding";

/** 三公 as a whole, then its items: an item is told of where the whole is not above last year. Source: 只减不增, 国发〔2013〕 and since. */
const PUBLIC_EXPENSES = ["三公", "出国", "公务用车", "接待"];

/** What last year left is what this year begins with: the names of both lines. */
const LEFT = "支出·结转下年";
const BEGUN = "收入·上年结转";

type SoftFinding = Omit<YearFinding, "reason">;

/**
 * The soft rules (合理性): what holds as a rule and may be otherwise for a reason that is kept. 三公 not above last year; the
 * opening balance is what last year left; 其他 is no large part of its class.
 */
export function softFindings(
  comparison: YearComparison,
  thresholds: Thresholds,
  reasons: Reasons,
): YearFinding[] {
  const byKey = new Map(comparison.changes.map((change) => [change.key, change]));
  const found = [...publicExpenses(byKey), ...openingBalance(byKey), ...otherShares(comparison, thresholds)];
  return found.map((one) => ({ ...one, reason: one.key === null ? undefined : reasons.get(one.key) }));
}

function publicExpenses(byKey: ReadonlyMap<string, Change>): SoftFinding[] {
  const above = PUBLIC_EXPENSES.flatMap((key) => {
    const change = byKey.get(key);
    return change?.change?.greaterThan(ZERO) ? [change] : [];
  });
  const told = above[0]?.key === PUBLIC_EXPENSES[0] ? above.slice(0, 1) : above;
  return told.map((change) => {
    const [now, last] = [change.now?.value ?? ZERO, change.last?.value ?? ZERO];
    const args = { what: change.label, now: formatAmount(now), last: formatAmount(last) };
    return {
      severity: "warning",
      rule: "years.sangong",
      key: change.key,
      message: { key: "years.sangong", args: { ...args, more: formatAmount(now.minus(last)) } },
      expected: plainAmount(last),
      actual: plainAmount(now),
      difference: plainAmount(now.minus(last)),
      cells: cellsOfChange(change),
    };
  });
}

function openingBalance(byKey: ReadonlyMap<string, Change>): SoftFinding[] {
  const [left, begun] = [byKey.get(LEFT), byKey.get(BEGUN)];
  const [before, now] = [left?.last?.value, begun?.now?.value];
  if (!left || !begun || !before || !now || before.equals(now)) return [];
  return [
    {
      severity: "warning",
      rule: "years.carryover",
      key: `${BEGUN}=${LEFT}`,
      message: {
        key: "years.carryover",
        args: {
          now: formatAmount(now),
          last: formatAmount(before),
          difference: formatAmount(now.minus(before).abs()),
        },
      },
      expected: plainAmount(before),
      actual: plainAmount(now),
      difference: plainAmount(now.minus(before)),
      cells: [
        ...(begun.now?.cells ?? []).map((cell) => ({ ...cell, year: "this" as const })),
        ...(left.last?.cells ?? []).map((cell) => ({ ...cell, year: "last" as const })),
      ],
    },
  ];
}

/**
 * The last 款 of an economic class is 其他 (30299 of 302); told where its share is large and above last year's. Not of wages:
 * persons without a post are paid under 30199, and may be most of an office.
 */
function otherShares({ changes }: YearComparison, { otherShare }: Thresholds): SoftFinding[] {
  const economic = changes.filter(({ part }) => part === "经济分类");
  const byCode = new Map(
    economic.flatMap((one) => (one.now?.codes ?? []).map((code) => [code, one] as const)),
  );
  return [...byCode].flatMap(([code, change]): SoftFinding[] => {
    const whole = byCode.get(code.slice(0, 3));
    const [part, all] = [change.now?.value, whole?.now?.value];
    if (!/^3(?!01)\d\d99$/.test(code) || !part || !all?.greaterThan(ZERO)) return [];
    const share = part.dividedBy(all).times(100);
    const [before, allBefore] = [change.last?.value ?? ZERO, whole?.last?.value ?? ZERO];
    const isHigher = allBefore.isZero() || part.times(allBefore).greaterThan(before.times(all));
    if (share.lessThanOrEqualTo(otherShare) || !isHigher) return [];
    const args = { what: `${code} ${change.label}`, whole: `${code.slice(0, 3)} ${whole?.label ?? ""}` };
    return [
      {
        severity: "warning",
        rule: "years.other",
        key: `${change.key}/占比`,
        message: { key: "years.other", args: { ...args, share: formatAmount(share), most: otherShare } },
        expected: null,
        actual: plainAmount(part),
        difference: null,
        cells: (change.now?.cells ?? []).map((cell) => ({ ...cell, year: "this" as const })),
      },
    ];
  });
}
