import { parseRange } from "../workbook/address";
import type { CellRange } from "../workbook/address";
import { MARK_SIGNATURE } from "../workbook/edit";
import { moveFormula } from "../workbook/formula/shift";
import type { ToKeep } from "../workbook/kept";
import { isRefusal } from "./hostError";
import type { RunBatch } from "./runBatch";

/** A conditional format with a formula, as far as it covers one row. */
export interface KeptRule {
  readonly firstColumn: number;
  readonly lastColumn: number;
  /** As it reads in the first of these columns. */
  readonly formula: string;
  readonly fill: string | null;
  readonly font: string | null;
  readonly isBold: boolean | null;
  readonly stopIfTrue: boolean;
}

/**
 * The conditional formats of rows that are to be deleted, by "row sheet", which do not come back by themselves when the
 * rows do: those of which rows above and below stay grow again over what is put in between. Marks are left out, and other
 * kinds than formulas, which cannot be made anew from what Excel tells of them. Three round trips; none is kept where one
 * of them cannot be read.
 */
export async function keepRules(
  run: RunBatch,
  rows: ToKeep["rows"],
): Promise<ReadonlyMap<string, readonly KeptRule[]>> {
  if (rows.length === 0) return new Map();
  try {
    return await run((context) => readRules(context, rows));
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return new Map();
  }
}

async function readRules(
  context: Excel.RequestContext,
  rows: ToKeep["rows"],
): Promise<ReadonlyMap<string, readonly KeptRule[]>> {
  const names = [...new Set(rows.map(({ sheet }) => sheet))];
  const sheets = names.map((name) => ({
    name,
    going: new Set(rows.filter(({ sheet }) => sheet === name).map(({ row }) => row)),
    formats: context.workbook.worksheets.getItem(name).getRange().conditionalFormats.load("items/type"),
  }));
  await context.sync();
  const found = sheets.flatMap(({ formats, ...sheet }) =>
    formats.items
      .filter(({ type }) => type === "Custom")
      .map((format) => ({ ...sheet, format, ranges: format.getRanges().load("address") })),
  );
  if (found.length === 0) return new Map();
  await context.sync();
  const touching = found.flatMap((one) => {
    const areas = areasOf(one.ranges.address);
    const parts = areas.flatMap((area) => lostParts(area, one.going));
    if (parts.length === 0) return [];
    const { format } = one;
    format.load("stopIfTrue");
    format.custom.rule.load("formula");
    format.custom.format.fill.load("color");
    format.custom.format.font.load("color,bold");
    return [{ ...one, first: areas[0] as CellRange, parts }];
  });
  if (touching.length === 0) return new Map();
  await context.sync();
  const kept = new Map<string, KeptRule[]>();
  for (const { name, format, first, parts } of touching) {
    const { rule, format: look } = format.custom;
    if (rule.formula.includes(MARK_SIGNATURE)) continue;
    for (const { firstRow: row, firstColumn, lastColumn } of parts) {
      const key = `${row} ${name}`;
      const one = {
        firstColumn,
        lastColumn,
        formula: moveFormula(rule.formula, row - first.firstRow, firstColumn - first.firstColumn),
        fill: look.fill.color || null,
        font: look.font.color || null,
        isBold: look.font.bold,
        stopIfTrue: format.stopIfTrue,
      };
      kept.set(key, [...(kept.get(key) ?? []), one]);
    }
  }
  return kept;
}

/** "表6!C7:C8,表6!C10" */
function areasOf(address: string): CellRange[] {
  return address.split(",").flatMap((area) => parseRange(area.slice(area.lastIndexOf("!") + 1)) ?? []);
}

/** The rows of an area that go and do not grow again, row by row. */
function lostParts(area: CellRange, going: ReadonlySet<number>): CellRange[] {
  const gone = [...going].filter((row) => row >= area.firstRow && row <= area.lastRow);
  if (gone.length === 0) return [];
  let first = area.firstRow;
  while (first <= area.lastRow && going.has(first)) first++;
  let last = area.lastRow;
  while (last >= area.firstRow && going.has(last)) last--;
  return gone
    .filter((row) => row < first || row > last)
    .map((row) => ({ ...area, firstRow: row, lastRow: row }));
}

/** Asks for the conditional formats of a row that comes back; the next sync makes them. */
export function queueRules(sheet: Excel.Worksheet, row: number, rules: readonly KeptRule[]): void {
  // The last first, since each comes above those that are there.
  for (const rule of [...rules].reverse()) {
    const { firstColumn, lastColumn, formula, fill, font, isBold, stopIfTrue } = rule;
    const format = sheet
      .getRangeByIndexes(row, firstColumn, 1, lastColumn - firstColumn + 1)
      .conditionalFormats.add("Custom");
    if (fill !== null) format.custom.format.fill.color = fill;
    if (font !== null) format.custom.format.font.color = font;
    if (isBold !== null) format.custom.format.font.bold = isBold;
    format.stopIfTrue = stopIfTrue;
    format.custom.rule.formula = formula;
  }
}
