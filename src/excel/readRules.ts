import type { CellRange } from "../workbook/address";
import { MARK_SIGNATURE } from "../workbook/edit";
import { areasOf } from "./areas";
import { isRefusal } from "./hostError";
import type { RunBatch } from "./runBatch";

/** How a conditional format with a formula is made. */
export interface RuleLook {
  readonly formula: string;
  readonly fill: string | null;
  readonly font: string | null;
  readonly isBold: boolean | null;
  readonly stopIfTrue: boolean;
}

/** A conditional format of a sheet, and where it is. */
export interface FoundRule {
  readonly sheet: string;
  readonly areas: readonly CellRange[];
  /** Undefined where it cannot be made anew from what Excel tells of it; of other kinds than formulas none can. */
  readonly look: RuleLook | undefined;
}

/** A rule by the place where its sheet lists it, until its look is known; other kinds than formulas have none. */
type Outline = Pick<FoundRule, "sheet" | "areas"> & { readonly id: string; readonly formula: string };

/**
 * All conditional formats of some sheets without marks, in three round trips, more where a look cannot be read. Throws where
 * one of them cannot be read at all.
 */
export async function readRules(run: RunBatch, names: ReadonlySet<string>): Promise<FoundRule[]> {
  const outlines = await run((context) => readOutlines(context, names));
  const all = outlines.filter(({ formula }) => !formula.includes(MARK_SIGNATURE));
  // A formula that comes back blank cannot be written again either.
  const own = all.filter(({ formula }) => formula !== "");
  const others = all
    .filter(({ formula }) => formula === "")
    .map(({ sheet, areas }): FoundRule => ({ sheet, areas, look: undefined }));
  if (own.length === 0) return others;
  try {
    return [...others, ...(await run((context) => readLooks(context, own)))];
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
  const read: FoundRule[] = others;
  for (const one of own) {
    try {
      read.push(...(await run((context) => readLooks(context, [one]))));
    } catch (error) {
      if (!isRefusal(error)) throw error;
      read.push({ sheet: one.sheet, areas: one.areas, look: undefined });
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
    formats.items.map((format) => ({
      name,
      format,
      rule: format.type === "Custom" ? format.custom.rule.load("formula") : undefined,
      ranges: format.getRanges().load("address"),
    })),
  );
  if (found.length > 0) await context.sync();
  return found.map(({ name, format, rule, ranges }) => ({
    sheet: name,
    id: format.id,
    formula: rule?.formula ?? "",
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
    look: {
      formula,
      fill: format.custom.format.fill.color || null,
      font: format.custom.format.font.color || null,
      isBold: format.custom.format.font.bold,
      stopIfTrue: format.stopIfTrue,
    },
  }));
}
