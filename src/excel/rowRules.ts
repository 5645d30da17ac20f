import type { RestoreRows } from "../workbook/edit";
import { moveFormula } from "../workbook/formula/shift";
import type { ToKeep } from "../workbook/kept";
import { isRefusal } from "./hostError";
import { readRules } from "./readRules";
import type { FoundRule, RuleLook } from "./readRules";
import type { RunBatch } from "./runBatch";

/** A conditional format with a formula, as far as it covers one row; the formula as it reads in the first of the columns. */
export interface KeptRule extends RuleLook {
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** A row of a sheet with the rules that it is to have. */
interface RuledRow {
  readonly sheet: string;
  readonly row: number;
  readonly rules: readonly KeptRule[];
}

/** The part of a row in which there are rules. */
interface OvergrownRow {
  readonly sheet: string;
  readonly row: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** What has to be done so that rows that have come back have the rules that were kept of them. */
export interface RulesBack {
  /** Rows over which others have grown: no rule at all is to be there before they get their own. */
  readonly overgrown: readonly OvergrownRow[];
  /** What is then missing, in the order in which it was kept. */
  readonly missing: readonly RuledRow[];
}

/**
 * The conditional formats of rows that are to be deleted, by "row sheet": a list for every row, blank where there are none.
 * Marks are left out, and what cannot be made anew from what Excel tells of it. Three round trips, more where a look cannot
 * be read; nothing is kept where one of them cannot be read at all.
 */
export async function keepRules(
  run: RunBatch,
  rows: ToKeep["rows"],
): Promise<ReadonlyMap<string, readonly KeptRule[]>> {
  if (rows.length === 0) return new Map();
  try {
    const parts = partsByRow(await readRules(run, sheetsOf(rows)), rows);
    return new Map([...parts].map(([key, { rules }]) => [key, rules]));
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return new Map();
  }
}

function sheetsOf(rows: readonly { readonly sheet: string }[]): ReadonlySet<string> {
  return new Set(rows.map(({ sheet }) => sheet));
}

function keyOf({ sheet, row }: { readonly sheet: string; readonly row: number }): string {
  return `${row} ${sheet}`;
}

/** What there is in one row: rules, and whether something else is there that cannot be made anew. */
interface RowParts {
  readonly rules: KeptRule[];
  hasOthers: boolean;
}

/** By "row sheet", each of the rows. */
function partsByRow(found: readonly FoundRule[], rows: ToKeep["rows"]): Map<string, RowParts> {
  const parts = new Map(rows.map((one): [string, RowParts] => [keyOf(one), { rules: [], hasOthers: false }]));
  const bySheet = new Map<string, number[]>();
  for (const { sheet, row } of rows) bySheet.set(sheet, [...(bySheet.get(sheet) ?? []), row]);
  for (const { sheet, areas, look } of found) {
    const [first] = areas;
    for (const { firstRow, lastRow, firstColumn, lastColumn } of areas) {
      for (const row of bySheet.get(sheet) ?? []) {
        const own = row >= firstRow && row <= lastRow ? parts.get(keyOf({ sheet, row })) : undefined;
        if (!own || !first) continue;
        if (!look) own.hasOthers = true;
        else
          own.rules.push({
            ...look,
            firstColumn,
            lastColumn,
            formula: moveFormula(look.formula, row - first.firstRow, firstColumn - first.firstColumn),
          });
      }
    }
  }
  return parts;
}

/**
 * Looks at the conditional formats of rows that have just come back: those that were kept of them may have grown over them
 * again by themselves, others of the row above too, as Excel lets rules grow over new rows. Three round trips.
 */
export async function findRulesBack(run: RunBatch, edits: readonly RestoreRows[]): Promise<RulesBack> {
  const wanted = edits.flatMap(({ sheet, row, looks }) =>
    looks.flatMap(({ rules }, index): RuledRow[] =>
      // Of rows whose rules could not be read nothing is known.
      rules === undefined ? [] : [{ sheet, row: row + index, rules: rules as readonly KeptRule[] }],
    ),
  );
  if (wanted.length === 0) return { overgrown: [], missing: [] };
  const parts = partsByRow(await readRules(run, sheetsOf(wanted)), wanted);
  const overgrown: OvergrownRow[] = [];
  const missing: RuledRow[] = [];
  for (const one of wanted) {
    const { rules, hasOthers } = parts.get(keyOf(one)) ?? { rules: [], hasOthers: false };
    // What cannot be made anew must not be cleared.
    const isOvergrown = !hasOthers && without(rules, one.rules).length > 0;
    if (isOvergrown)
      overgrown.push({
        sheet: one.sheet,
        row: one.row,
        firstColumn: Math.min(...rules.map(({ firstColumn }) => firstColumn)),
        lastColumn: Math.max(...rules.map(({ lastColumn }) => lastColumn)),
      });
    missing.push({ ...one, rules: isOvergrown ? one.rules : without(one.rules, rules) });
  }
  return { overgrown, missing: missing.filter(({ rules }) => rules.length > 0) };
}

/** Those of some rules that are not among others, each counted as often as it is there. */
function without(rules: readonly KeptRule[], others: readonly KeptRule[]): KeptRule[] {
  const there = new Map<string, number>();
  for (const one of others.map(textOf)) there.set(one, (there.get(one) ?? 0) + 1);
  return rules.filter((rule) => {
    const text = textOf(rule);
    const count = there.get(text) ?? 0;
    there.set(text, count - 1);
    return count <= 0;
  });
}

function textOf(rule: KeptRule): string {
  return JSON.stringify(Object.entries(rule).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Takes the formats off cells over which rules have grown that are not theirs, before they get their looks again: as by hand,
 * that leaves the rules where they are elsewhere.
 */
export async function clearOvergrown(run: RunBatch, { overgrown }: RulesBack): Promise<void> {
  if (overgrown.length === 0) return;
  await run(async (context) => {
    for (const { sheet, row, firstColumn, lastColumn } of overgrown)
      context.workbook.worksheets
        .getItem(sheet)
        .getRangeByIndexes(row, firstColumn, 1, lastColumn - firstColumn + 1)
        .clear("Formats");
    await context.sync();
  });
}

/** Makes the rules anew that rows still miss. */
export async function addMissingRules(run: RunBatch, { missing }: RulesBack): Promise<void> {
  if (missing.length === 0) return;
  await run(async (context) => {
    // The last first, since each comes above those that are there.
    for (const { sheet, row, rules } of [...missing].reverse())
      for (const rule of [...rules].reverse())
        queueRule(context.workbook.worksheets.getItem(sheet), row, rule);
    await context.sync();
  });
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
