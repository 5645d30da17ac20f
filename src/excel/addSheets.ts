import type { AddSheet, RowEdit, WriteCell, WriteSetting } from "../workbook/edit";
import { quoteSheetName } from "../workbook/address";
import type { SheetDesign } from "../workbook/sheetDesign";
import { capabilities } from "./capabilities";
import { errorCode, ExcelError, isRefusal } from "./hostError";
import { queueContent } from "./queueContent";
import { queuePage, queueSheet } from "./queueSheet";
import { runBatch } from "./runBatch";
import type { RunBatch } from "./runBatch";
import { queueSettings } from "./settings";
import type { SettingsReading } from "./settings";
import { setUpPages } from "./setUpPages";
import { sheetsOf } from "./sheetsOf";

/** Named so on the first sheet while sheets are being made; no workbook has a name like it. */
const UNDER_WAY = "_gouji_under_way";

/** What else is changed in the round trip in which sheets are added, after them. */
export interface FurtherEdits {
  readonly content: readonly (WriteCell | RowEdit)[];
  readonly settings: readonly WriteSetting[];
  /** How the settings stood at the last reading. */
  readonly before: SettingsReading;
}

/**
 * Adds sheets behind all others and shows the first that is not hidden: one round trip, one step of undo where Excel
 * has undo groups and can undo new sheets, and one more for how they print, which is left as it is where Excel refuses.
 * All or nothing otherwise: when Excel fails half-way, what was made is taken away again, in three more round trips, and
 * names too.
 * @param before the sheets, by id, that were there at the last reading; asked for when undefined, in one more round trip
 * @param further not for an Excel with undo groups, where it would be carried out twice; not taken back by itself
 * @returns how the settings stand now, undefined when nothing further was asked for
 * Throws ExcelError when Excel refuses, with the key host.halfDone when not even taking away succeeds.
 */
export async function addSheets(
  edits: readonly AddSheet[],
  before: ReadonlyMap<string, string> | undefined,
  further?: FurtherEdits,
  run: RunBatch = runBatch,
): Promise<SettingsReading | undefined> {
  const designs = edits.map(({ design }) => design);
  const known = before ?? (await run(sheetIds));
  const make = (options: { mergeUndoGroup?: boolean }) =>
    run((context) => carryOut(context, designs, further), options).catch(async (error: unknown) => {
      // While a cell is being edited Excel has not begun at all.
      const hasBegun = !(error instanceof ExcelError) || error.key !== "host.cellEditMode";
      if (designs.length > 0 && hasBegun) await takeAway(run, designs, new Set(known.keys()), error);
      throw error;
    });
  const made = await withGroup(make);
  if (designs.length > 0) {
    await setUpPages(run, ({ workbook }) => {
      for (const { name, page } of designs) if (page) queuePage(workbook.worksheets.getItem(name), page);
    });
  }
  return made;
}

async function withGroup<T>(make: (options: { mergeUndoGroup?: boolean }) => Promise<T>): Promise<T> {
  if (!capabilities().hasUndoGroups) return make({});
  try {
    return await make({ mergeUndoGroup: true });
  } catch (error) {
    if (!(error instanceof ExcelError) || errorCode(error.cause) !== "UndoNotSupported") throw error;
    return make({});
  }
}

/**
 * Takes sheets away with the workbook's names for their cells: two round trips, the first of which finds out what is still
 * there, as of a null object Excel promises nothing but isNullObject. Once more when Excel breaks off half-way. In no undo group, since Excel cannot undo that a sheet
 * has gone (office-js-docs, docs/excel/excel-add-ins-undo-capabilities.md). Throws ExcelError when Excel refuses.
 */
export async function removeSheets(
  sheets: readonly string[],
  names: readonly string[],
  run: RunBatch = runBatch,
): Promise<void> {
  try {
    await takeOut(run, sheets, names);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    await takeOut(run, sheets, names);
  }
}

function takeOut(run: RunBatch, sheets: readonly string[], names: readonly string[]): Promise<void> {
  return run(async (context) => {
    const { workbook } = context;
    const found = [
      ...names.map((name) => workbook.names.getItemOrNullObject(name).load("name")),
      ...sheets.map((sheet) => workbook.worksheets.getItemOrNullObject(sheet).load("name")),
    ];
    await context.sync();
    for (const one of found) if (!one.isNullObject) one.delete();
    await context.sync();
  });
}

async function sheetIds(context: Excel.RequestContext): Promise<ReadonlyMap<string, string>> {
  const sheets = context.workbook.worksheets.load("items/id,items/name");
  await context.sync();
  return new Map(sheets.items.map(({ id, name }) => [id, name]));
}

/** All sheets come first, since formulas may speak of each other; the sign that they are there comes right behind them. */
async function carryOut(
  context: Excel.RequestContext,
  designs: readonly SheetDesign[],
  further?: FurtherEdits,
): Promise<SettingsReading | undefined> {
  const { workbook } = context;
  // Each formula once, when all is there.
  context.application.suspendApiCalculationUntilNextSync();
  const sheets = designs.map((design) => ({ design, sheet: workbook.worksheets.add(design.name) }));
  const sign = sheets[0]?.sheet.names.add(UNDER_WAY, "=1");
  for (const { sheet, design } of sheets) queueSheet(sheet, design);
  for (const { sheet, design } of sheets) {
    for (const { name, range } of design.names) {
      const { firstRow, firstColumn, lastRow, lastColumn } = range;
      workbook.names.add(
        name,
        sheet.getRangeByIndexes(firstRow, firstColumn, lastRow - firstRow + 1, lastColumn - firstColumn + 1),
      );
    }
  }
  const shown = sheets.find(({ design }) => !design.isHidden);
  shown?.sheet.activate();
  for (const { sheet, design } of sheets) if (design.isHidden) sheet.visibility = "Hidden";
  if (further) queueContent(sheetsOf(context, further.content), further.content);
  const written =
    further && further.settings.length > 0
      ? queueSettings(context, further.settings, further.before)
      : () => further?.before;
  // Last of all, since what has failed before is known by it.
  sign?.delete();
  await context.sync();
  return written();
}

/**
 * What a failed attempt has left is told from sheets that somebody else has made in the meantime: the sign is there
 * once all of the sheets are; before that they are wholly blank.
 */
async function takeAway(
  run: RunBatch,
  designs: readonly SheetDesign[],
  before: ReadonlySet<string>,
  cause: unknown,
): Promise<void> {
  try {
    await run(async (context) => {
      const { worksheets, names } = context.workbook;
      worksheets.load("items/id,items/name");
      await context.sync();
      const wanted = new Set(designs.map(({ name }) => name.toLowerCase()));
      const found = worksheets.items
        .filter(({ id, name }) => !before.has(id) && wanted.has(name.toLowerCase()))
        .map((sheet) => ({
          sheet,
          sign: sheet.names.getItemOrNullObject(UNDER_WAY).load("name"),
          used: sheet.getUsedRangeOrNullObject(false).load("address"),
        }));
      if (found.length === 0) return;
      names.load("items/name,items/formula");
      await context.sync();
      const isAllThere = found.some(({ sign }) => !sign.isNullObject);
      const left = found.filter(({ used }) => isAllThere || used.isNullObject).map(({ sheet }) => sheet);
      const ownNames = new Set(designs.flatMap((design) => design.names.map(({ name }) => name)));
      for (const name of names.items) {
        if (ownNames.has(name.name) && left.some((sheet) => speaksOf(name, sheet))) name.delete();
      }
      for (const sheet of left) sheet.visibility = "Visible";
      for (const sheet of left) sheet.delete();
      await context.sync();
    });
  } catch (error) {
    const sheets = designs.map(({ name }) => name);
    throw new ExcelError("host.halfDone", { sheets }, new AggregateError([cause, error]));
  }
}

/** Sheet names with no other signs than letters stand in formulas without quotes. */
function speaksOf({ formula }: Excel.NamedItem, { name }: Excel.Worksheet): boolean {
  const text = String(formula);
  return text.startsWith(`=${quoteSheetName(name)}!`) || text.startsWith(`=${name}!`);
}
