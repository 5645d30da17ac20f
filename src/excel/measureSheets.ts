import type { CellRange } from "../workbook/address";
import { ExcelError, isRefusal } from "./hostError";
import type { MarkPresence } from "./readMarks";
import { askForPresence } from "./readMarks";
import type { RunBatch } from "./runBatch";
import { askForParts, askForTexts } from "./settings";
import type { SettingsReading } from "./settings";

/** A sheet as the workbook lists it. */
export interface ListedSheet {
  readonly id: string;
  readonly name: string;
  readonly isHidden: boolean;
}

/** What a workbook is made of, before anything of its sheets is known. */
export interface Listing {
  readonly name: string;
  readonly sheets: readonly ListedSheet[];
  readonly names: readonly string[];
  /** Ids of the custom XML parts with this product's settings. */
  readonly parts: readonly string[];
  /** Figures were changed since Excel last calculated, as in manual calculation. */
  readonly isStale: boolean;
}

/** A sheet with how far it is filled. */
export interface MeasuredSheet extends ListedSheet {
  readonly isProtected: boolean;
  /** Null for a blank sheet. */
  readonly used: CellRange | null;
  /** The same as "A1:C9"; "" where it is not known. */
  readonly usedRange: string;
  /** Excel told nothing of it. */
  readonly isRefused: boolean;
}

/** Asks what the workbook is made of; gives it after the next sync. */
export function askForListing(context: Excel.RequestContext): () => Listing {
  const workbook = context.workbook.load("name");
  const sheets = workbook.worksheets.load("items/id,items/name,items/visibility");
  const names = workbook.names.load("items/name");
  const application = workbook.application.load("calculationMode,calculationState");
  const parts = askForParts(context);
  return () => ({
    name: workbook.name,
    sheets: sheets.items.map(({ id, name, visibility }) => ({
      id,
      name,
      isHidden: visibility !== "Visible",
    })),
    names: names.items.map(({ name }) => name),
    parts: parts(),
    isStale: application.calculationMode === "Manual" && application.calculationState !== "Done",
  });
}

/** What the workbook is made of: one round trip. */
export function listSheets(run: RunBatch): Promise<Listing> {
  return run(async (context) => {
    const listing = askForListing(context);
    await context.sync();
    return listing();
  });
}

/** How far sheets are filled, the settings, and what marks may stand there; undefined where that was refused. */
export interface Measures {
  readonly sheets: readonly MeasuredSheet[];
  readonly settings: SettingsReading;
  readonly presence: ReadonlyMap<string, MarkPresence> | undefined;
}

/**
 * Measures all sheets in one round trip. When Excel refuses, marks are not asked about; when it still does, each sheet is
 * asked about by itself, and those that are refused say so.
 * @param marks whether to ask about rules and, where the host has them, notes
 */
export async function measureSheets(
  run: RunBatch,
  { sheets, parts }: Listing,
  marks: { readonly hasNotes: boolean } | undefined,
): Promise<Measures> {
  try {
    return await measure(run, sheets, parts, marks);
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
  try {
    if (marks) return await measure(run, sheets, parts, undefined);
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
  const measured: MeasuredSheet[] = [];
  let refusal: ExcelError | undefined;
  for (const sheet of sheets) {
    try {
      measured.push(...(await measure(run, [sheet], [], undefined)).sheets);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      refusal = error;
      measured.push({ ...sheet, isProtected: false, used: null, usedRange: "", isRefused: true });
    }
  }
  if (refusal && measured.every(({ isRefused }) => isRefused)) throw refusal;
  const { settings } = await measure(run, [], parts, undefined);
  return { sheets: measured, settings, presence: undefined };
}

function measure(
  run: RunBatch,
  sheets: readonly ListedSheet[],
  parts: readonly string[],
  marks: { readonly hasNotes: boolean } | undefined,
): Promise<Measures> {
  return run(async (context) => {
    const asked = sheets.map((sheet) => ({
      sheet,
      measured: askForMeasures(context, sheet),
      presence: marks && askForPresence(context, sheet.id, marks.hasNotes),
    }));
    const settings = askForTexts(context, parts);
    await context.sync();
    return {
      sheets: asked.map(({ measured }) => measured()),
      settings: settings(),
      presence:
        marks && new Map(asked.flatMap(({ sheet, presence }) => (presence ? [[sheet.id, presence()]] : []))),
    };
  });
}

/** Asks how far a sheet is filled and whether it is protected. */
export function askForMeasures(context: Excel.RequestContext, sheet: ListedSheet): () => MeasuredSheet {
  const worksheet = context.workbook.worksheets.getItem(sheet.id);
  const protection = worksheet.protection.load("protected");
  const used = worksheet
    .getUsedRangeOrNullObject(true)
    .load("address,rowIndex,columnIndex,rowCount,columnCount");
  return () => ({
    ...sheet,
    isProtected: protection.protected,
    isRefused: false,
    used: used.isNullObject
      ? null
      : {
          firstRow: used.rowIndex,
          firstColumn: used.columnIndex,
          lastRow: used.rowIndex + used.rowCount - 1,
          lastColumn: used.columnIndex + used.columnCount - 1,
        },
    usedRange: used.isNullObject ? "" : used.address.slice(used.address.lastIndexOf("!") + 1),
  });
}
