import type { Figure } from "../../recognition/recognised";
import { cellKey } from "../cellKey";
import type { Judgement } from "../outcome";
import { findMistakes } from "./findMistakes";
import type { Mistake } from "./findMistakes";
import type { WeighCell } from "./jointSystem";

/** Relations joined by the cells they share, and the mistakes found in them. */
interface Group {
  readonly judgements: readonly Judgement[];
  readonly mistakes: readonly Mistake[];
}

/**
 * Mistakes of a workbook, searched for in each connected group of relations by itself: no figure of one bears on another.
 * Kept from one check to the next, so that after an edit only the groups are searched in which it has changed something.
 */
export class MistakesByGroup {
  private last: ReadonlyMap<string, Group> = new Map();

  /** All mistakes, group by group in the order of the relations. */
  find(judgements: readonly Judgement[], weigh: WeighCell): Mistake[] {
    const found = new Map<string, Group>();
    for (const [name, own] of groupsOf(judgements)) {
      const before = this.last.get(name);
      const mistakes = before && isSettled(before, own) ? before.mistakes : findMistakes(own, weigh);
      found.set(name, { judgements: own, mistakes });
    }
    this.last = found;
    return [...found.values()].flatMap(({ mistakes }) => mistakes);
  }
}

/** The groups by the first cell that each speaks of. */
function groupsOf(judgements: readonly Judgement[]): Map<string, Judgement[]> {
  const above = new Map<string, string>();
  const rootOf = (cell: string): string => {
    let root = cell;
    for (let next = above.get(root); next !== undefined && next !== root; next = above.get(root)) root = next;
    for (let one = cell; one !== root;) {
      const next = above.get(one) as string;
      above.set(one, root);
      one = next;
    }
    return root;
  };
  const firsts: string[] = [];
  for (const { relation } of judgements) {
    let root = "";
    for (const { figure } of relation.terms) {
      const cell = cellKey(figure.address);
      if (!above.has(cell)) above.set(cell, cell);
      const own = rootOf(cell);
      // The cell that was named first stays the name of its group.
      if (root === "") root = own;
      else if (own !== root) above.set(own, root);
    }
    firsts.push(root);
  }
  const groups = new Map<string, Judgement[]>();
  judgements.forEach((judgement, index) => {
    const root = rootOf(firsts[index] as string);
    const own = groups.get(root);
    if (own) own.push(judgement);
    else groups.set(root, [judgement]);
  });
  return groups;
}

/**
 * True when a group comes to what it came to before: nothing in it has changed, or it had no mistake and every relation
 * differs by as much as before over figures rounded as before. Whether relations can hold together is told by these alone,
 * whatever the amounts are (system/scale.ts).
 */
function isSettled({ judgements, mistakes }: Group, now: readonly Judgement[]): boolean {
  if (judgements.length !== now.length) return false;
  if (judgements.every((one, index) => one === now[index])) return true;
  return mistakes.length === 0 && judgements.every((one, index) => isAlike(one, now[index] as Judgement));
}

function isAlike(one: Judgement, other: Judgement): boolean {
  if (one === other) return true;
  const [a, b] = [one.relation, other.relation];
  return (
    a.id === b.id &&
    a.operator === b.operator &&
    one.outcome === other.outcome &&
    (one.balance && other.balance
      ? one.balance.deviation.equals(other.balance.deviation)
      : one.balance === other.balance) &&
    a.terms.length === b.terms.length &&
    a.terms.every((term, index) => {
      const beside = b.terms[index];
      return (
        beside !== undefined &&
        term.side === beside.side &&
        term.coefficient.equals(beside.coefficient) &&
        cellKey(term.figure.address) === cellKey(beside.figure.address) &&
        isRoundedAlike(term.figure, beside.figure)
      );
    })
  );
}

function isRoundedAlike(one: Figure, other: Figure): boolean {
  if (one === other) return true;
  if (one.kind !== "amount" || other.kind !== "amount") return one.kind === other.kind;
  return one.step.equals(other.step) && one.value.isZero() === other.value.isZero();
}
