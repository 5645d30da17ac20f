import type { Figure } from "../../recognition/recognised";
import type { WorkbookSnapshot } from "../../workbook/snapshot";
import { FormulaReader } from "../following/linearFormula";
import { cellKey } from "../cellKey";
import type { Judgement } from "../outcome";
import { connectedParts } from "../system/connectedParts";
import { findMistakes } from "./findMistakes";
import type { Mistake } from "./findMistakes";
import type { WeighCell } from "./jointSystem";

/** Relations joined by the cells they share, and the mistakes found in them. */
interface Group {
  readonly judgements: readonly Judgement[];
  readonly mistakes: readonly Mistake[];
  /** What its formulas were read from. */
  readonly workbook: WorkbookSnapshot;
}

/**
 * Mistakes of a workbook, searched for in each connected group of relations by itself: no figure of one bears on another.
 * Kept from one check to the next, so that after an edit only the groups are searched in which it has changed something.
 */
export class MistakesByGroup {
  private last: ReadonlyMap<string, Group> = new Map();
  /** Each group as it was when it last had no mistake: after a figure is put right, or typed in all its places. */
  private readonly sound = new Map<string, readonly Judgement[]>();

  /** All mistakes, group by group in the order of the relations. */
  find(judgements: readonly Judgement[], weigh: WeighCell, workbook: WorkbookSnapshot): Mistake[] {
    const formulas = new FormulaReader(workbook);
    const found = new Map<string, Group>();
    for (const [name, own] of groupsOf(judgements)) {
      const mistakes = this.known(name, own, workbook) ?? findMistakes(own, weigh, formulas);
      found.set(name, { judgements: own, mistakes, workbook });
      if (mistakes.length === 0) this.sound.set(name, own);
    }
    this.last = found;
    return [...found.values()].flatMap(({ mistakes }) => mistakes);
  }

  /** What a group comes to without a search: as before where nothing in it has changed, none where it is sound. */
  private known(
    name: string,
    own: readonly Judgement[],
    workbook: WorkbookSnapshot,
  ): readonly Mistake[] | undefined {
    const before = this.last.get(name);
    const isSame =
      before?.judgements.length === own.length && before.judgements.every((one, index) => one === own[index]);
    // A formula outside the relations may have come to follow another cell.
    const isReadAlike = () => before?.workbook.sheets.every((one, index) => one === workbook.sheets[index]);
    if (isSame && (before.mistakes.length === 0 || isReadAlike())) return before.mistakes;
    const sound = this.sound.get(name);
    return sound && areAlike(sound, own) ? [] : undefined;
  }
}

/** The groups by the first cell of the first relation of each; relations over no cell are one group. */
function groupsOf(judgements: readonly Judgement[]): Map<string, Judgement[]> {
  const cells = judgements.map(({ relation }) => relation.terms.map(({ figure }) => cellKey(figure.address)));
  const groups = new Map<string, Judgement[]>();
  for (const places of connectedParts(cells)) {
    const name = cells[places[0] as number]?.[0] ?? "";
    const own = places.map((place) => judgements[place] as Judgement);
    groups.set(name, [...(groups.get(name) ?? []), ...own]);
  }
  return groups;
}

/**
 * True when every relation of a group differs by as much as another time over figures rounded as then. Whether relations
 * can hold together is told by these alone, whatever the amounts are (system/scale.ts).
 */
function areAlike(ones: readonly Judgement[], others: readonly Judgement[]): boolean {
  return (
    ones.length === others.length && ones.every((one, index) => isAlike(one, others[index] as Judgement))
  );
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
