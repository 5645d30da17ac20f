import { ONE, ZERO } from "../amounts/decimal";
import type { CellSum } from "./cellSums";
import { both, image, isPositive, minus, negated } from "./interval";
import type { Range } from "./interval";
import type { Draft } from "./variables";

/** The share of one amount in another, which is above zero. */
export function shareRange(part: Range, all: Range): Range {
  return image([part, all], ([some = ZERO, total = ONE]) => some.dividedBy(total));
}

/**
 * Of figures on a change whose sentence leaves open what they are said of: the amount they hold for. Those that stand side by side
 * (last year's amount, the change, its rate) go together; the first amount stays where no other one fits better.
 * @param lastCells last year's amount of each figure, by its index
 */
export function chosenSubjects(
  drafts: readonly Draft[],
  lastCells: readonly (CellSum | undefined)[],
): ReadonlyMap<number, number> {
  const chosen = new Map<number, number>();
  for (let at = 0; at < drafts.length; at++) {
    const group = groupAt(drafts, at);
    const [first] = group;
    if (!first) continue;
    const { subject = 0, otherSubjects } = first.figure;
    const fit = (amount: number) => fitOf(group, drafts[amount], lastCells[amount]);
    let best = subject;
    for (const other of otherSubjects) if (fit(other) > fit(best)) best = other;
    for (const { figure } of group) chosen.set(figure.index, best);
    at += group.length - 1;
  }
  return chosen;
}

function groupAt(drafts: readonly Draft[], start: number): Draft[] {
  const subject = drafts[start]?.figure.subject;
  const group: Draft[] = [];
  for (let at = start; at < drafts.length; at++) {
    const draft = drafts[at];
    const isOpen = draft && draft.figure.subject === subject && draft.figure.otherSubjects.length > 0;
    if (!isOpen || group.some(({ figure }) => figure.quantity === draft.figure.quantity)) break;
    group.push(draft);
  }
  return group;
}

/** How many relations of a change, its rate and last year's amount hold when they are said of this amount. */
function fitOf(group: readonly Draft[], amount: Draft | undefined, last: CellSum | undefined): number {
  if (!amount || amount.figure.meanings.length === 0) return -1;
  const [said, change, rate] = ["amount", "change", "rate"].map((kind) =>
    group.find(({ figure }) => figure.quantity === kind),
  );
  const before = last?.range ?? said?.range ?? (change && minus(amount.range, change.range));
  if (!before) return 0;
  const more = minus(amount.range, before);
  return (
    fits(said?.range, before) * 2 +
    fitsTurned(change?.range, more) +
    (isPositive(before) ? fitsTurned(rate?.range, shareRange(more, before)) : 0)
  );
}

function fits(one: Range | undefined, other: Range): number {
  return one && both(one, other) ? 1 : 0;
}

/** Two when it holds, one when only the word for its direction is the wrong one. */
function fitsTurned(one: Range | undefined, other: Range): number {
  return fits(one, other) * 2 || fits(one && negated(one), other);
}
