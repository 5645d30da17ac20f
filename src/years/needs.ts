import { ZERO } from "../amounts/decimal";
import { codesAbove } from "../codes/place";
import type { BareChange } from "./compareYears";
import type { Thresholds } from "./thresholds";

/**
 * Whether a change needs a reason. needed; none: it is below the thresholds, or there is none; below: rows under it need
 * theirs, which explain it; same: it is the change of an earlier row, of the same item and the same amounts; unread: a cell of
 * it is no amount.
 */
export type Need = "needed" | "none" | "below" | "same" | "unread";

/** For each change whether it needs a reason of its own: each cause is asked for once, at the lowest row that shows it. */
export function needsOf(changes: readonly BareChange[], thresholds: Thresholds): Need[] {
  const isOver = changes.map((one) => passes(one, thresholds));
  const explained = prefixesBelow(changes, isOver);
  const seen = new Set<string>();
  return changes.map((one, index): Need => {
    if (one.change === undefined) return "unread";
    if (!isOver[index]) return "none";
    const same = sameAs(one);
    const isSeen = seen.has(same);
    seen.add(same);
    if (isSeen) return "same";
    return codesOf(one).some((code) => explained.has(`${one.part}/${code}`)) ? "below" : "needed";
  });
}

function passes({ change, last }: BareChange, { rate, fromNothing, least }: Thresholds): boolean {
  if (change === undefined || change.isZero() || change.abs().lessThan(least)) return false;
  const before = last?.value ?? ZERO;
  if (before.isZero()) return fromNothing;
  return change.abs().times(100).greaterThanOrEqualTo(before.abs().times(rate));
}

/** The codes above those whose change needs a reason; a list without codes has none. */
function prefixesBelow(changes: readonly BareChange[], isOver: readonly boolean[]): ReadonlySet<string> {
  const above = new Set<string>();
  changes.forEach((one, index) => {
    if (!isOver[index] || one.part === "项目" || one.part === "单位") return;
    for (const code of codesOf(one))
      for (const higher of codesAbove(code)) above.add(`${one.part}/${higher}`);
  });
  return above;
}

function codesOf({ now, last }: BareChange): readonly string[] {
  return [...(now?.codes ?? []), ...(last?.codes ?? [])];
}

/** Lines are the same money where both amounts agree (收入总计, 支出总计); rows of lists where their codes do as well. */
function sameAs({ part, now, last }: BareChange): string {
  const amounts = `${(now?.value ?? ZERO).toFixed()}→${(last?.value ?? ZERO).toFixed()}`;
  if (part === "lines") return `lines ${amounts}`;
  const codes = [(now?.codes ?? []).join("+"), (last?.codes ?? []).join("+")];
  const names = part === "项目" || part === "转移支付项目" ? (now ?? last)?.names.join("+") : "";
  const kind = part.startsWith("支出") ? "支出" : part;
  return `${kind} ${codes.join("→")} ${names} ${amounts}`;
}
