import type { TestCell } from "../sheet";

/** A table as another place or year prints it, which no set has: its figures agree. */
export interface OddTable {
  readonly name: string;
  readonly rows: readonly (readonly TestCell[])[];
}

export function whole(value: number): TestCell {
  return { value, numberFormat: "#,##0" };
}

export function six(value: number): TestCell {
  return { value, numberFormat: "#,##0.000000" };
}

export function share(value: number): TestCell {
  return { value, numberFormat: "0.00%" };
}
