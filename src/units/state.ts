import { ZERO } from "../amounts/decimal";
import type { Decimal } from "../amounts/decimal";
import { isApart } from "./difference";
import type { Compared } from "./difference";

/** Why figures of the department are not the sum of its units: one cause, as small an explanation as there is. */
export interface Cause {
  readonly kind: CauseKind;
  /** Place of the unit that it is about; undefined where none can be told. */
  readonly unit: number | undefined;
  /** Units of which it may be where one cannot be told. */
  readonly candidates: readonly number[];
  /** What it is about, for the sentence: a table, a row; "" for a whole workbook. */
  readonly what: string;
  /** The row that it should be, or the unit that has it, for what is misplaced. */
  readonly other: string;
  /** Figures it explains, the one to be told first. */
  readonly figures: readonly CauseFigure[];
}

/**
 * lacksUnit, twiceUnit, scaleUnit: the whole of a unit; …Table: all of it in one table; …Row: one row of it. moved: under another
 * row; movedUnit: under another unit. differs: another amount. extra: a row that no unit has. own: a total of the department's
 * that is not that of what stands below it. offset: money paid between units taken out on one side only.
 */
export type CauseKind =
  | "lacksUnit"
  | "twiceUnit"
  | "scaleUnit"
  | "lacksTable"
  | "twiceTable"
  | "scaleTable"
  | "lacksRow"
  | "twiceRow"
  | "scaleRow"
  | "moved"
  | "movedUnit"
  | "differs"
  | "extra"
  | "own";

export interface CauseFigure {
  readonly compared: Compared;
  /** What the department should have. */
  readonly expected: Decimal;
  readonly actual: Decimal;
}

/** The differences that are still to be explained. */
export class OpenDifferences {
  private readonly left = new Map<string, Decimal>();

  constructor(readonly compared: ReadonlyMap<string, Compared>) {
    for (const one of compared.values())
      if (isApart(one.difference, one.slack)) this.left.set(one.key, one.difference);
  }

  /** What is left to be explained of a figure; zero for one that is explained or agrees. */
  of(key: string): Decimal {
    return this.left.get(key) ?? ZERO;
  }

  isOpen(key: string): boolean {
    return this.left.has(key);
  }

  /** True when this amount would explain a figure, within what rounding may come to. */
  wouldExplain({ key, slack }: Compared, amount: Decimal): boolean {
    return !isApart(this.of(key).minus(amount), slack);
  }

  /** Takes an amount off what is left; a figure of which nothing is left is explained. */
  explain(one: Compared, amount: Decimal): void {
    const rest = this.of(one.key).minus(amount);
    if (isApart(rest, one.slack)) this.left.set(one.key, rest);
    else this.left.delete(one.key);
  }

  /** Nothing is left of a figure. */
  close(key: string): void {
    this.left.delete(key);
  }

  /** The figures that are not explained, in the order of the books. */
  open(): Compared[] {
    return [...this.compared.values()].filter(({ key }) => this.left.has(key));
  }
}

/** A figure as it should be, where the whole of its difference is one mistake. */
export function figureOf(compared: Compared): CauseFigure {
  return {
    compared,
    expected: compared.sum,
    actual: compared.department?.value ?? ZERO,
  };
}
