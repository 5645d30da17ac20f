import { ZERO } from "../../amounts/decimal";
import { convertAmount } from "../../amounts/unit";
import { COMMON_UNIT } from "../../recognition/figures";
import { balance } from "../../relations/balance";
import type { Relation } from "../../relations/relation";
import type { AmountFigure, Figure } from "../../recognition/recognised";
import { cellKey } from "../cellKey";
import { isFailing } from "../outcome";
import type { Judgement } from "../outcome";
import { substitute } from "./rejudging";
import type { Judging } from "./rejudging";

/** Another way of reading a workbook: what some cells are taken to hold, by cellKey. */
export interface Reading {
  readonly figures: ReadonlyMap<string, Figure>;
  /** Cells whose own amounts are nowhere in the workbook any more; they are worked out where a relation tells them. */
  readonly lost: readonly Figure[];
}

/** What a reading comes to, next to the workbook as it stands. */
export interface ReadingOutcome {
  /** Each relation it changes, as judged before and under the reading. */
  readonly judged: ReadonlyMap<Judgement, Judgement>;
  /** Relations that fail as the workbook stands and hold under the reading. */
  readonly mended: readonly Judgement[];
  /** Relations it touches that fail in both. */
  readonly left: readonly Judgement[];
  /** The lost amounts that could be worked out; each takes one relation for itself, which then proves nothing. */
  readonly found: readonly Figure[];
}

/** Judges what a reading changes; undefined as soon as one relation that holds as the workbook stands would not. */
export function tryReading(
  { judgementsAt, rejudging }: Judging,
  reading: Reading,
): ReadingOutcome | undefined {
  const figures = new Map(reading.figures);
  const open = new Map(reading.lost.map((figure) => [cellKey(figure.address), figure]));
  const judged = new Map<Judgement, Judgement>();
  const waiting = new Set<Judgement>();
  const take = (before: Judgement): boolean => {
    const after = rejudging.judge(before, figures);
    judged.set(before, after);
    return !isWorse(before, after);
  };
  const isOpen = (one: Judgement) => {
    const keys = rejudging.keysOf(one);
    for (const key of open.keys()) if (keys.has(key)) return true;
    return false;
  };
  // Most readings are given up at one of the first.
  for (const { address } of [...figures.values(), ...open.values()])
    for (const one of judgementsAt(address)) {
      if (judged.has(one) || waiting.has(one)) continue;
      if (isOpen(one)) waiting.add(one);
      else if (!take(one)) return undefined;
    }
  const found: Figure[] = [];
  for (const figure of reading.lost) {
    const key = cellKey(figure.address);
    const others = new Set([...open.keys()].filter((other) => other !== key));
    const worked = workOut([...waiting], figure, others, figures);
    if (worked) {
      figures.set(key, worked);
      found.push(worked);
    }
    open.delete(key);
  }
  for (const one of waiting) if (!take(one)) return undefined;
  const failing = [...judged].filter(([before]) => isFailing(before));
  return {
    judged,
    mended: failing.flatMap(([before, after]) => (isFailing(after) ? [] : [before])),
    left: failing.flatMap(([before, after]) => (isFailing(after) ? [before] : [])),
    found,
  };
}

function isWorse(before: Judgement, after: Judgement): boolean {
  if (after.outcome === "cannotTell") return before.outcome !== "cannotTell";
  return isFailing(after) && !isFailing(before);
}

/** The amount of a cell by the shortest equation in which nothing else is lost; undefined where there is none. */
function workOut(
  waiting: readonly Judgement[],
  figure: Figure,
  others: ReadonlySet<string>,
  figures: ReadonlyMap<string, Figure>,
): Figure | undefined {
  const key = cellKey(figure.address);
  const [shortest] = waiting
    .map(({ relation }) => relation)
    .filter(({ operator, terms }) => {
      const keys = terms.map((term) => cellKey(term.figure.address));
      return operator === "=" && keys.includes(key) && !keys.some((one) => others.has(one));
    })
    .sort((a, b) => a.terms.length - b.terms.length);
  if (!shortest) return undefined;
  const without = substitute(shortest, new Map([...figures, [key, blankAt(figure)]]));
  const factor = shortest.terms
    .filter((term) => cellKey(term.figure.address) === key)
    .reduce(
      (sum, { side, coefficient }) => sum.plus(side === "left" ? coefficient : coefficient.negated()),
      ZERO,
    );
  const deviation = balance(without)?.deviation;
  if (!deviation || factor.isZero()) return undefined;
  const value = deviation.negated().dividedBy(factor);
  if (value.isZero()) return blankAt(figure);
  const { address } = figure;
  const { step, decimals } = figure.kind === "amount" ? figure : stepLike(shortest, key);
  return { kind: "amount", address, value, stored: value, step, decimals, isText: false };
}

/** How a figure typed into a blank cell of an equation would print: as finely as the finest of its table there, else of all. */
function stepLike({ terms }: Relation, key: string): Pick<AmountFigure, "step" | "decimals"> {
  const table = terms.find(({ figure }) => cellKey(figure.address) === key)?.row.table;
  const amounts = terms.flatMap((term) =>
    term.figure.kind === "amount" ? [{ table: term.row.table, step: term.figure.step }] : [],
  );
  const own = amounts.filter((one) => one.table === table);
  const step = (own.length > 0 ? own : amounts)
    .map((one) => one.step)
    .reduce((a, b) => (b.lessThan(a) ? b : a));
  const decimals = convertAmount(step, COMMON_UNIT, table?.unit ?? COMMON_UNIT).decimalPlaces();
  return { step, decimals };
}

function blankAt({ address }: Figure): Figure {
  return { kind: "none", why: "blank", address };
}
