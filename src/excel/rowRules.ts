import { parseRange } from "../workbook/address";
import type { CellRange } from "../workbook/address";
import { MARK_SIGNATURE } from "../workbook/edit";
import type { RestoreRows } from "../workbook/edit";
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

/** A conditional format of a sheet with a formula, and where it is. */
interface FoundRule {
  readonly sheet: string;
  readonly areas: readonly CellRange[];
  readonly rule: Omit<KeptRule, "firstColumn" | "lastColumn">;
}

/**
 * The conditional formats of rows that are to be deleted, by "row sheet". Marks are left out, and other kinds than
 * formulas, which cannot be made anew from what Excel tells of them. Three round trips, more where a look cannot be read; none is kept where one of them
 * cannot be read.
 */
export async function keepRules(
  run: RunBatch,
  rows: ToKeep["rows"],
): Promise<ReadonlyMap<string, readonly KeptRule[]>> {
  const kept = new Map<string, KeptRule[]>();
  if (rows.length === 0) return kept;
  try {
    for (const rule of await readRules(run, new Set(rows.map(({ sheet }) => sheet)))) {
      for (const { row } of rows.filter(({ sheet }) => sheet === rule.sheet)) {
        const key = `${row} ${rule.sheet}`;
        kept.set(key, [...(kept.get(key) ?? []), ...partsIn(rule, row)]);
      }
    }
    return kept;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return new Map();
  }
}

/** A rule by the place where its sheet lists it, until its look is known. */
type Outline = Pick<FoundRule, "sheet" | "areas"> & { readonly id: string; readonly formula: string };

/** All rules with formulas of some sheets, without marks and those whose look Excel does not tell. */
async function readRules(run: RunBatch, names: ReadonlySet<string>): Promise<FoundRule[]> {
  const outlines = await run((context) => readOutlines(context, names));
  const own = outlines.filter(({ formula }) => !formula.includes(MARK_SIGNATURE));
  if (own.length === 0) return [];
  try {
    return await run((context) => readLooks(context, own));
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
  const read: FoundRule[] = [];
  for (const one of own) {
    try {
      read.push(...(await run((context) => readLooks(context, [one]))));
    } catch (error) {
      if (!isRefusal(error)) throw error;
    }
  }
  return read;
}

async function readOutlines(context: Excel.RequestContext, names: ReadonlySet<string>): Promise<Outline[]> {
  const sheets = [...names].map((name) => {
    const sheet = context.workbook.worksheets.getItem(name);
    return { name, formats: sheet.getRange().conditionalFormats.load("items/type,items/id") };
  });
  await context.sync();
  const found = sheets.flatMap(({ name, formats }) =>
    formats.items
      .filter(({ type }) => type === "Custom")
      .map((format) => ({
        name,
        format,
        rule: format.custom.rule.load("formula"),
        ranges: format.getRanges().load("address"),
      })),
  );
  if (found.length > 0) await context.sync();
  return found.map(({ name, format, rule, ranges }) => ({
    sheet: name,
    id: format.id,
    formula: rule.formula,
    areas: areasOf(ranges.address),
  }));
}

async function readLooks(context: Excel.RequestContext, outlines: readonly Outline[]): Promise<FoundRule[]> {
  const asked = outlines.map(({ sheet, id, ...outline }) => {
    const all = context.workbook.worksheets.getItem(sheet).getRange().conditionalFormats;
    const format = all.getItem(id).load("stopIfTrue");
    format.custom.format.fill.load("color");
    format.custom.format.font.load("color,bold");
    return { sheet, format, ...outline };
  });
  await context.sync();
  return asked.map(({ sheet, areas, formula, format }) => ({
    sheet,
    areas,
    rule: {
      formula,
      fill: format.custom.format.fill.color || null,
      font: format.custom.format.font.color || null,
      isBold: format.custom.format.font.bold,
      stopIfTrue: format.stopIfTrue,
    },
  }));
}

/** "表6!C7:C8,表6!C10" */
function areasOf(address: string): CellRange[] {
  return address.split(",").flatMap((area) => parseRange(area.slice(area.lastIndexOf("!") + 1)) ?? []);
}

/** What a rule is in one row, area by area, its formula as it reads there. */
function partsIn({ areas, rule }: FoundRule, row: number): KeptRule[] {
  const [first] = areas;
  if (!first) return [];
  return areas
    .filter(({ firstRow, lastRow }) => row >= firstRow && row <= lastRow)
    .map(({ firstColumn, lastColumn }) => ({
      ...rule,
      firstColumn,
      lastColumn,
      formula: moveFormula(rule.formula, row - first.firstRow, firstColumn - first.firstColumn),
    }));
}

/**
 * Gives rows that have come back the conditional formats that were kept of them and that have not grown over them again by
 * themselves. Three round trips to read, one more where one is missing.
 */
export async function restoreRules(run: RunBatch, edits: readonly RestoreRows[]): Promise<void> {
  const wanted = edits.flatMap(({ sheet, row, looks }) =>
    looks.flatMap(({ rules }, index) =>
      ((rules ?? []) as readonly KeptRule[]).map((rule) => ({ sheet, row: row + index, rule })),
    ),
  );
  if (wanted.length === 0) return;
  const found = await readRules(run, new Set(wanted.map(({ sheet }) => sheet)));
  const textOf = (sheet: string, row: number, rule: KeptRule) => JSON.stringify([sheet, row, sorted(rule)]);
  const there = new Map<string, number>();
  for (const { sheet, row } of uniqueRows(wanted)) {
    for (const rule of found.filter((one) => one.sheet === sheet).flatMap((one) => partsIn(one, row))) {
      const text = textOf(sheet, row, rule);
      there.set(text, (there.get(text) ?? 0) + 1);
    }
  }
  const missing = wanted.filter(({ sheet, row, rule }) => {
    const text = textOf(sheet, row, rule);
    const left = there.get(text) ?? 0;
    there.set(text, left - 1);
    return left <= 0;
  });
  if (missing.length === 0) return;
  await run(async (context) => {
    // The last first, since each comes above those that are there.
    for (const { sheet, row, rule } of missing.reverse())
      queueRule(context.workbook.worksheets.getItem(sheet), row, rule);
    await context.sync();
  });
}

function uniqueRows(
  wanted: readonly { readonly sheet: string; readonly row: number }[],
): { readonly sheet: string; readonly row: number }[] {
  return [...new Map(wanted.map(({ sheet, row }) => [`${row} ${sheet}`, { sheet, row }])).values()];
}

function sorted(rule: KeptRule): [string, unknown][] {
  return Object.entries(rule).sort(([a], [b]) => (a < b ? -1 : 1));
}

function queueRule(sheet: Excel.Worksheet, row: number, rule: KeptRule): void {
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
