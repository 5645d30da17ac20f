import type { Decimal } from "../../../src/amounts/decimal";
import { cellKey } from "../../../src/validation/cellKey";
import { judgementsByCell } from "../../../src/validation/judgementsAt";
import { findMistakes } from "../../../src/validation/mistakes/findMistakes";
import { mistakeSuspects } from "../../../src/validation/mistakes/mistakeSuspects";
import { weighCells } from "../../../src/validation/mistakes/weights";
import type { Oracle } from "../../support/independentOracle";
import type { Chooser } from "../../support/random";
import { judgeChanged, wrongValue } from "../../support/seededErrors";
import type { Kind, Prepared } from "../../support/seededErrors";
import { processorTime } from "./processorTime";

/** Cases of one kind of error, and what became of them. */
export interface Tally {
  cases: number;
  /** Cases that cannot be true, by HiGHS. */
  infeasible: number;
  reported: number;
  falsely: number;
  naive: number;
  oneByOne: number;
  /** Cases in which each mistake has one smallest set, and those in which its first cell is the wrong one. */
  unique: number;
  first: number;
  /** Cases in which a wrong cell is among the suspects of each mistake. */
  among: number;
  /** First suspects with one possible value, and those whose value is the true one. */
  single: number;
  right: number;
}

export function emptyTally(): Tally {
  return {
    cases: 0,
    infeasible: 0,
    reported: 0,
    falsely: 0,
    naive: 0,
    oneByOne: 0,
    unique: 0,
    first: 0,
    among: 0,
    single: 0,
    right: 0,
  };
}

export function addTally(to: Tally, from: Tally): void {
  for (const key of Object.keys(to) as (keyof Tally)[]) to[key] += from[key];
}

export interface Trial {
  readonly name: string;
  readonly tally: Tally;
  /** Milliseconds of processor time of the decision and the search. */
  readonly time: number;
  /** What was done, where a figure of the bench is missed by it. */
  readonly missed: string | undefined;
}

/** Puts errors of these kinds into as many cells and looks at what is found. */
export function tryErrors(
  prepared: Prepared,
  kinds: readonly Kind[],
  judgeAll: Oracle,
  choose: Chooser,
): Trial {
  const wrong = new Map<string, Decimal>();
  const truth = new Map<string, Decimal>();
  while (wrong.size < kinds.length) {
    const { term } = choose.pick(prepared.cells);
    const key = cellKey(term.figure.address);
    const value = wrongValue(kinds[wrong.size] as Kind, term, prepared, choose);
    if (!value || term.figure.kind !== "amount" || wrong.has(key)) continue;
    wrong.set(key, value);
    truth.set(key, term.figure.value);
  }
  const judgements = judgeChanged(prepared, wrong);
  const timer = processorTime();
  const mistakes = findMistakes(judgements, weighCells(prepared.workbook, judgementsByCell(judgements)));
  const time = timer();
  const truly = judgeAll(judgements);
  const suspects = mistakes.map((mistake) => mistakeSuspects(mistake));
  const isWrong = (suspect: { sheet: string; row: number; column: number } | undefined) =>
    suspect !== undefined && wrong.has(cellKey(suspect));
  const values = suspects.flatMap(([suspect]) => {
    const right = suspect && truth.get(cellKey(suspect));
    return suspect?.suggested && right ? [right.equals(suspect.suggested)] : [];
  });
  const isReported = mistakes.length > 0;
  const isInfeasible = truly !== "none";
  const isUnique = isReported && mistakes.every(({ sets }) => sets.length === 1);
  const isFirst = isUnique && suspects.every(([first]) => isWrong(first));
  const isAmong = isReported && suspects.every((own) => own.some(isWrong));
  const tally: Tally = {
    cases: 1,
    infeasible: Number(isInfeasible),
    reported: Number(isInfeasible && isReported),
    falsely: Number(!isInfeasible && isReported),
    naive: Number(judgements.some(isOffByMore)),
    oneByOne: Number(truly === "alone"),
    unique: Number(isUnique),
    first: Number(isFirst),
    among: Number(isAmong),
    single: values.length,
    right: values.filter(Boolean).length,
  };
  const isMissed =
    isInfeasible !== isReported ||
    (isUnique && !isFirst) ||
    (isReported && !isAmong) ||
    values.includes(false);
  const done = [...wrong].map(([key, value]) => `${key} ${truth.get(key)?.toFixed()} → ${value.toFixed()}`);
  return {
    name: kinds.length > 1 ? "two cells" : (kinds[0] as Kind),
    tally,
    time,
    missed: isMissed ? `${kinds.join(", ")}: ${done.join("; ")}` : undefined,
  };
}

/** The rule ±0.01. */
export function isOffByMore({ relation, balance }: Prepared["judgements"][number]): boolean {
  return relation.operator === "=" && balance?.deviation.abs().greaterThan(0.01) === true;
}
