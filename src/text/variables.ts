import { stepOf } from "../amounts/step";
import { unitFactor } from "../amounts/unit";
import { Decimal } from "../amounts/decimal";
import type { CellFinder, CellSum } from "./cellSums";
import type { Meaning, TextFigure, TextReading } from "./figure";
import { meaningName } from "./figure";
import { both, rangeOf } from "./interval";
import type { Range } from "./interval";

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
  /** This year's amount in the tables, and last year's in last year's. */
  readonly cell: CellSum | undefined;
  readonly lastCell: CellSum | undefined;
}

/** 收入, 支出 and 收支 without more words are both sides of one statement. */
const BOTH_SIDES = /^(收入|支出|收支)(·总|·本年)?$/;

/**
 * Decides which of its possible meanings each figure has: the first with a cell that agrees; else the one the rest of the
 * text has taken the same words for; else the first that has a cell.
 */
export function settle(reading: TextReading, now: CellFinder, last: CellFinder | undefined): Settled[] {
  const drafts = reading.figures.map((figure) => {
    const step = stepOf(figure.decimals).times(scaleOf(figure));
    const value = figure.value.times(scaleOf(figure));
    return { figure, value, step, range: rangeOf(value, step) };
  });
  const agreed = drafts.map(({ figure, range }) =>
    figure.quantity === "amount" && figure.year === "this" ? agreeing(figure, range, now) : undefined,
  );
  const taken = new Map<string, Choice>();
  agreed.forEach((choice, index) => {
    const first = reading.figures[index]?.meanings[0];
    if (choice && first && !taken.has(meaningName(first))) taken.set(meaningName(first), choice);
  });
  const choices: (Choice | undefined)[] = [];
  for (const { figure } of drafts) {
    const subject = figure.subject === undefined ? undefined : choices[figure.subject];
    choices[figure.index] = subject ?? agreed[figure.index] ?? usual(figure, taken, now);
  }
  return drafts.map((draft) => {
    const choice = choices[draft.figure.index];
    return {
      ...draft,
      meaning: choice?.meaning,
      about: choice ? aboutOf(choice) : "",
      cell: choice?.cell,
      lastCell:
        choice && last && draft.figure.base === "budget"
          ? (last.find(choice.meaning)[choice.place] ?? last.find(choice.meaning)[0])
          : undefined,
    };
  });
}

/** A meaning with the cells it stands in; `place` counts the sums that may be meant. */
interface Choice {
  readonly meaning: Meaning;
  readonly cell: CellSum | undefined;
  readonly place: number;
}

function scaleOf({ unit, quantity }: TextFigure): Decimal {
  if (unit !== undefined) return unitFactor(unit).dividedBy(unitFactor("万元"));
  return quantity === "count" ? new Decimal(1) : new Decimal("0.01");
}

function choicesOf({ meanings }: TextFigure, now: CellFinder): Choice[] {
  return meanings.flatMap((meaning) => now.find(meaning).map((cell, place) => ({ meaning, cell, place })));
}

function agreeing(figure: TextFigure, range: Range, now: CellFinder): Choice | undefined {
  return choicesOf(figure, now).find(({ cell }) => cell && both(range, cell.range) !== undefined);
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
