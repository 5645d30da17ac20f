import { stepOf } from "../amounts/step";
import { unitFactor } from "../amounts/unit";
import { Decimal } from "../amounts/decimal";
import type { CellFinder, CellSum } from "./cellSums";
import type { Meaning, TextFigure, TextReading } from "./figure";
import { isTimes, meaningName } from "./figure";
import { both, isPositive, minus, rangeOf } from "./interval";
import type { Range } from "./interval";
import { chosenSubjects, shareRange } from "./openSubjects";

/** A figure of the text with what it is compared with. */
export interface Settled {
  readonly figure: TextFigure;
  /** Money in 万元, per cent as a ratio. */
  readonly value: Decimal;
  readonly step: Decimal;
  readonly range: Range;
  /** The one of its meanings that is taken; undefined when none was told. */
  readonly meaning: Meaning | undefined;
  /** What it is a figure of, whatever the words: 收入预算 and 支出预算 with one total are one. */
  readonly about: string;
  /** This year's amount in the tables, and last year's in last year's: of a change the amount that changed. */
  readonly cell: CellSum | undefined;
  readonly lastCell: CellSum | undefined;
  /** Of a share whose whole only the tables have. */
  readonly wholeCell: CellSum | undefined;
}

/** A figure in 万元 or as a ratio, before it is settled what it means. */
export type Draft = Pick<Settled, "figure" | "value" | "step" | "range">;

/** 收入, 支出 and 收支 without more words are both sides of one statement. */
const BOTH_SIDES = /^(收入|支出|收支)(·总|·本年)?$/;

/**
 * Decides which of its possible meanings each figure has: the first with a cell that agrees; else the one the rest of the
 * text has taken the same words for; else the first that has a cell. Where it is open which amount a change is said of, the
 * one it holds for; a figure read in doubt is one only when it, or another one read so beside it, agrees.
 */
export function settle(reading: TextReading, now: CellFinder, last: CellFinder | undefined): Settled[] {
  const drafts = reading.figures.map(draftOf);
  const lastOf = ({ meaning, place }: Choice) => last?.find(meaning)[place] ?? last?.find(meaning)[0];
  const agreed = drafts.map((draft) =>
    choicesOf(draft.figure, now).find((choice) => agrees(draft, choice.cell, lastOf(choice))),
  );
  const taken = new Map<string, Choice>();
  agreed.forEach((choice, index) => {
    const figure = reading.figures[index];
    const [first] = figure?.meanings ?? [];
    if (choice && first && figure?.quantity === "amount" && !taken.has(meaningName(first)))
      taken.set(meaningName(first), choice);
  });
  const wholeCells = drafts.map((draft) => wholeCellOf(draft, drafts, now));
  const believed = believedDoubts(drafts, agreed, wholeCells);
  const choices: (Choice | undefined)[] = [];
  for (const { figure } of drafts) {
    const isBelieved = figure.doubt === undefined || believed.has(figure.doubt);
    if (figure.subject !== undefined)
      choices[figure.index] = isBelieved ? choices[figure.subject] : undefined;
    else choices[figure.index] = isBelieved ? (agreed[figure.index] ?? usual(figure, taken, now)) : undefined;
  }
  const lastCells = choices.map((choice) => choice && lastOf(choice));
  const subjects = chosenSubjects(drafts, lastCells);
  return drafts.map((draft) => {
    const { figure } = draft;
    const subject = subjects.get(figure.index) ?? figure.subject;
    const from = subject === figure.subject ? figure.index : subject;
    const choice = from === undefined || figure.meanings.length === 0 ? undefined : choices[from];
    const meanings = from === figure.index ? figure.meanings : (reading.figures[from ?? 0]?.meanings ?? []);
    return {
      ...draft,
      ...asPrecise(draft, choice?.cell),
      figure: { ...figure, subject, meanings },
      meaning: choice?.meaning,
      about: choice ? aboutOf(choice) : "",
      cell: choice?.cell,
      wholeCell: choice && wholeCells[figure.index],
      lastCell: figure.base === "budget" && from !== undefined && choice ? lastCells[from] : undefined,
    };
  });
}

function draftOf(figure: TextFigure): Draft {
  const step = stepOf(figure.decimals).times(scaleOf(figure));
  const value = figure.value.times(scaleOf(figure));
  return { figure, value, step, range: rangeOf(value, step) };
}

/** A figure that is its cell's in smaller money (元 from 万元) is no finer than the cell. */
function asPrecise({ figure, value, step }: Draft, cell: CellSum | undefined): Partial<Draft> {
  const isCopy = figure.quantity === "amount" && figure.year === "this" && cell?.value.equals(value);
  return isCopy && cell && cell.step.greaterThan(step) ? { range: cell.range } : {};
}

/** The groups of figures read in doubt of which one agrees with its cell, or is the share it says; nothing agrees with 0. */
function believedDoubts(
  drafts: readonly Draft[],
  agreed: readonly (Choice | undefined)[],
  wholeCells: readonly (CellSum | undefined)[],
): Set<string> {
  return new Set(
    drafts.flatMap(({ figure, value, range }) => {
      const { doubt, subject, whole, index } = figure;
      if (doubt === undefined || value.isZero()) return [];
      const [part, all] = [drafts[subject ?? -1], drafts[whole ?? -1] ?? wholeCells[index]];
      const isShare = part && all && isPositive(all.range) && both(range, shareRange(part.range, all.range));
      return agreed[index] || isShare ? [doubt] : [];
    }),
  );
}

/** A meaning with the cells it stands in; `place` counts the sums that may be meant. */
interface Choice {
  readonly meaning: Meaning;
  readonly cell: CellSum | undefined;
  readonly place: number;
}

function scaleOf({ unit, quantity, text }: TextFigure): Decimal {
  if (unit !== undefined) return unitFactor(unit).dividedBy(unitFactor("万元"));
  return quantity === "count" || isTimes(text) ? new Decimal(1) : new Decimal("0.01");
}

function choicesOf({ meanings }: TextFigure, now: CellFinder): Choice[] {
  return meanings.flatMap((meaning) => now.find(meaning).map((cell, place) => ({ meaning, cell, place })));
}

/** Whether a figure holds for these cells: an amount of this year, or a change or rate of an amount the text does not give. */
function agrees({ figure, range }: Draft, cell: CellSum | undefined, last: CellSum | undefined): boolean {
  const { quantity, subject, year } = figure;
  if (!cell) return false;
  if (quantity === "amount") return year === "this" && both(range, cell.range) !== undefined;
  if (!last || subject !== undefined) return false;
  const change = minus(cell.range, last.range);
  if (quantity === "change") return both(range, change) !== undefined;
  return (
    quantity === "rate" && isPositive(last.range) && both(range, shareRange(change, last.range)) !== undefined
  );
}

/** The whole that a share's words name and only the tables have: the one it holds for, else the likeliest. */
function wholeCellOf(
  { figure, range }: Draft,
  drafts: readonly Draft[],
  now: CellFinder,
): CellSum | undefined {
  const part = drafts[figure.subject ?? -1] ?? choicesOf(figure, now)[0]?.cell;
  const cells = figure.wholes.flatMap((meaning) => now.find(meaning));
  const holds = (all: CellSum) =>
    part && isPositive(all.range) && both(range, shareRange(part.range, all.range)) !== undefined;
  return cells.find(holds) ?? cells[0];
}

function usual(figure: TextFigure, taken: ReadonlyMap<string, Choice>, now: CellFinder): Choice | undefined {
  const [first] = figure.meanings;
  if (!first) return undefined;
  return (
    taken.get(meaningName(first)) ??
    choicesOf(figure, now)[0] ?? { meaning: first, cell: undefined, place: 0 }
  );
}

function aboutOf({ meaning, cell }: Choice): string {
  const name = meaningName(meaning);
  return BOTH_SIDES.test(name) && cell ? `总计 ${cell.value.toFixed()}` : name;
}
