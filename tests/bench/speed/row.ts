/** Milliseconds, megabytes, or a bare number. */
export type Unit = "ms" | "MB" | "";

/** One line of the table. */
export interface Row {
  /** What was measured; also its name in the stored ratios. */
  readonly what: string;
  readonly amount: number;
  readonly unit: Unit;
  /** What was measured in turn with it, in the same unit. */
  readonly beside?: { readonly what: string; readonly amount: number };
  /** The most that the amount, or its ratio to what is beside it, may be. */
  readonly bar?: { readonly of: "amount" | "ratio"; readonly most: number };
}

/** The amount by what is beside it; undefined where nothing is. */
export function ratioOf({ amount, beside }: Row): number | undefined {
  return beside && amount / beside.amount;
}

/** Whether the row's bar holds; undefined for a row without one. */
export function holds(row: Row): boolean | undefined {
  if (!row.bar) return undefined;
  const value = row.bar.of === "amount" ? row.amount : ratioOf(row);
  return value !== undefined && value <= row.bar.most;
}
