import { unitBook } from "../../src/actions/unitBooks";
import type { SourceBook } from "../../src/units/consolidate";
import type { SheetSnapshot, WorkbookSnapshot } from "../../src/workbook/snapshot";
import { withTopics } from "./explainedBudget";
import { generatedBudget } from "./generatedBudget";
import type { Leaf } from "./generatedBudget";
import { Chooser, randomFrom } from "./random";
import { withCells } from "./withCells";

/** What makes one unit's workbook: the same seed gives the same one, but for what is changed. */
export interface UnitRecipe {
  readonly seed: number;
  readonly code: string;
}

/** Recipes of a department's units: 156001 and so on. */
export function unitRecipes(count: number, seed: number): UnitRecipe[] {
  return Array.from({ length: count }, (_, index) => ({
    seed: seed * 1000 + index,
    code: String(156001 + index),
  }));
}

/** A unit's workbook of eight tables: 表2, 3, 6, 7, 8, 10, 12, 13. */
export function unitWorkbook(
  { seed, code }: UnitRecipe,
  change?: (leaves: readonly Leaf[]) => readonly Leaf[],
  isExact = false,
): WorkbookSnapshot {
  const budget = generatedBudget(16 + (seed % 5) * 3, new Chooser(randomFrom(seed)), {
    units: [code],
    isExact,
    ...(change && { change }),
  });
  return { ...withTopics(budget, new Chooser(randomFrom(seed + 500_000))), name: `${code}.xlsx` };
}

/** It as a source of a consolidation. */
export function sourceBook(workbook: WorkbookSnapshot): SourceBook {
  return { ...unitBook({ file: workbook.name, workbook }), workbook };
}

/** The workbook with all its amounts so many times as large. */
export function multiplied(workbook: WorkbookSnapshot, factor: number): WorkbookSnapshot {
  return withCells(workbook, (_, cell) =>
    typeof cell.value === "number" ? { ...cell, value: Math.round(cell.value * factor * 100) / 100 } : cell,
  );
}

/** The place of a row in a sheet by its text in a column; throws where there is none. */
export function rowWith(
  sheet: SheetSnapshot | undefined,
  test: (texts: readonly string[]) => boolean,
): number {
  for (const [row, cells] of sheet?.rows ?? []) {
    if (test([...cells.values()].map(({ value }) => String(value)))) return row;
  }
  throw new Error("no such row");
}
