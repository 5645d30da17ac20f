import type { Decimal } from "../../amounts/decimal";

/** A printed figure of a linear system. */
export interface SystemCell {
  readonly value: Decimal;
  /** The printed step u: the figure stands for value − u/2 to value + u/2. 0 for a figure that is exact. */
  readonly step: Decimal;
  /** How unlikely it is that this figure is the wrong one, above 0; 1 when left out. */
  readonly weight?: number;
  /** True when the figure may not be doubted: it has its interval, but is never a suspect. */
  readonly fixed?: boolean;
  /** True for a figure that is no more and no less than it prints, though what replaced it would print in its steps. */
  readonly isExact?: boolean;
  /** Whether a figure of zero is exactly zero. Default true. */
  readonly zeroExact?: boolean;
}

/** Σ coefficient · cell (op) constant. */
export interface SystemRelation {
  readonly id: string;
  /** Cell id → coefficient. */
  readonly terms: ReadonlyMap<string, Decimal>;
  readonly op: "=" | "<=" | ">=";
  readonly constant: Decimal;
}

/** Printed figures and the equations and inequalities between the true amounts behind them. */
export interface LinearSystem {
  readonly cells: ReadonlyMap<string, SystemCell>;
  readonly relations: readonly SystemRelation[];
}

/**
 * exact: holds in the figures as printed; rounding: may hold in the amounts they stand for; edge: only where one of them
 * were at an end of its interval that rounding half up does not reach; mismatch: cannot hold.
 */
export type Verdict = "exact" | "rounding" | "edge" | "mismatch";
