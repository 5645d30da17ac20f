import type { Decimal } from "../amounts/decimal";
import type { CellSum } from "./cellSums";
import { both, widened } from "./interval";
import type { Range } from "./interval";
import type { Settled } from "./variables";

/** table: figure = cell; twice: said twice; change: Δ = this − last; rate: Δ / last; sum: Σ list = total; share: part / whole. */
export type ConstraintKind = "table" | "twice" | "change" | "rate" | "sum" | "share" | "lastSum" | "level";

/**
 * exact: to the last digit; rounding: as rounded figures may; edge: only just not, as when cut instead of rounded; fails; untold: nothing
 * can be said. */
export type Outcome = "exact" | "rounding" | "edge" | "fails" | "untold";

/** Something that must hold between figures of the text and cells. All values are in 万元 or ratios. */
export interface Constraint {
  readonly kind: ConstraintKind;
  /** Figures it speaks of, the one it determines first. */
  readonly figures: readonly number[];
  readonly cells: readonly CellSum[];
  readonly outcome: Outcome;
  /** What the first figure should be, from the other figures as printed. */
  readonly expected: Decimal;
  /** A hint which figure is wrong, no mistake of its own. */
  readonly isWeak: boolean;
  /** The values of one of its figures with which it would hold; undefined when that cannot be told. */
  readonly allowed: (figure: number) => Range | undefined;
  /** Whether it holds once a figure may be anything; for those that cannot say which values they allow. */
  readonly holdsWithout?: (figure: number) => boolean;
}

/** How well two ranges agree; with a slack they may only just not. */
export function outcomeOf(one: Range, other: Range, isExact: boolean, slack: Decimal): Outcome {
  if (isExact) return "exact";
  if (both(one, other)) return "rounding";
  return both(widened(one, slack), other) ? "edge" : "fails";
}

/** This year's amount that a change is said of. */
export function amountOf(one: Settled, settled: readonly Settled[]): Settled | undefined {
  const subject = one.figure.subject === undefined ? undefined : settled[one.figure.subject];
  return subject?.meaning !== undefined && subject.figure.year === "this" ? subject : undefined;
}
