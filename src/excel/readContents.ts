import type { CellRange } from "../workbook/address";
import { formatRange } from "../workbook/address";
import type { SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot";
import { MAX_CELLS } from "../workbook/snapshot";
import { readCells } from "./readCells";
import { ExcelError } from "./hostError";
import { readWorkbook } from "./readWorkbook";
import { runBatch } from "./runBatch";
import { askForSettings } from "./settings";
import type { SettingsReading } from "./settings";

export interface ContentReading {
  /** Without marks: each sheet's list is empty. */
  readonly snapshot: WorkbookSnapshot;
  readonly settings: SettingsReading;
  readonly sheetIds: ReadonlySet<string>;
}

/** So many sheets are asked for before it is known how many there are; more take a second round trip. */
const SHEETS = 48;

/** So much of each sheet is asked for before it is known how far it is filled; more takes another round trip. */
const WINDOW: CellRange = { firstRow: 0, firstColumn: 0, lastRow: 1999, lastColumn: 63 };

/** What is being read of one sheet. */
interface SheetAsked {
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
  /** Null once all of it is asked for. */
  window: Excel.Range | null;
}

/**
 * Reads contents, protection and settings, and no marks: one round trip for a workbook of up to 48 sheets of up to 2,000
 * rows and 64 columns, two or three for others. Sheets are asked for as the neighbours of the first: what is asked of a
 * neighbour that is not there is answered by a null object. When Excel does not like to be asked so, or has too much to
 * hand over at a time, everything is read step by step (readWorkbook), whose errors are thrown.
 */
export async function readContents(): Promise<ContentReading> {
  try {
    return await runBatch(readAtOnce);
  } catch (error) {
    if (!(error instanceof ExcelError) || !STEP_BY_STEP.has(error.key)) throw error;
    const { snapshot, settings, sheetIds } = await readWorkbook();
    return { snapshot, settings, sheetIds };
  }
}

/** Errors that asking for less at a time may avoid. */
const STEP_BY_STEP: ReadonlySet<string> = new Set([
  "host.payloadTooLarge",
  "host.changed",
  "host.apiNotFound",
  "host.unknown",
]);

async function readAtOnce(context: Excel.RequestContext): Promise<ContentReading> {
  const workbook = context.workbook.load("name");
  const sheets = workbook.worksheets.load("items/id,items/name,items/visibility");
  const names = workbook.names.load("items/name");
  const settings = askForSettings(context);
  const onlyText = settings.askForOnlyText();
  const guessed: SheetAsked[] = [];
  for (let sheet = workbook.worksheets.getFirst(); guessed.length < SHEETS;) {
    guessed.push(ask(sheet));
    sheet = sheet.getNextOrNullObject();
  }
  await context.sync();

  const asked = sheets.items.map((sheet, index) => guessed[index] ?? ask(sheet));
  let isBehind = asked.length > guessed.length;
  if (!onlyText.isWhole()) {
    settings.askForTexts();
    isBehind = true;
  }
  for (const one of asked.slice(0, guessed.length)) isBehind = askForRest(one) || isBehind;
  if (isBehind) await context.sync();
  const further = asked.slice(guessed.length).map(askForRest);
  if (further.some((isAsked) => isAsked)) await context.sync();

  const found = onlyText.isWhole() ? onlyText.found() : settings.found();
  return {
    snapshot: {
      name: workbook.name,
      sheets: asked.map((one, index) => sheetSnapshot(one, sheets.items[index] as Excel.Worksheet)),
      ...(Object.keys(found.settings).length > 0 ? { settings: found.settings } : {}),
      ...(names.items.length > 0 ? { names: names.items.map(({ name }) => name) } : {}),
    },
    settings: found,
    sheetIds: new Set(sheets.items.map(({ id }) => id)),
  };
}

const CONTENT = "values,formulas,numberFormat,valueTypes";

function ask(sheet: Excel.Worksheet): SheetAsked {
  sheet.protection.load("protected");
  return {
    sheet,
    used: sheet.getUsedRangeOrNullObject(true).load("address,rowIndex,columnIndex,rowCount,columnCount"),
    window: sheet
      .getRange(formatRange(WINDOW))
      .getUsedRangeOrNullObject(true)
      .load(`rowIndex,columnIndex,${CONTENT}`),
  };
}

/** Asks for a sheet as a whole that is filled beyond the window; true when it did. */
function askForRest(asked: SheetAsked): boolean {
  const { used } = asked;
  if (used.isNullObject || isInWindow(used)) return false;
  asked.window = null;
  if (isTooLarge(used)) return false;
  used.load(CONTENT);
  return true;
}

function isInWindow({ rowIndex, rowCount, columnIndex, columnCount }: Excel.Range): boolean {
  return rowIndex + rowCount - 1 <= WINDOW.lastRow && columnIndex + columnCount - 1 <= WINDOW.lastColumn;
}

function isTooLarge({ rowCount, columnCount }: Excel.Range): boolean {
  return rowCount * columnCount > MAX_CELLS;
}

function sheetSnapshot({ sheet, used, window }: SheetAsked, listed: Excel.Worksheet): SheetSnapshot {
  const common = {
    name: listed.name,
    marks: [],
    isProtected: sheet.protection.protected,
    isHidden: listed.visibility !== "Visible",
  };
  if (used.isNullObject) return { ...common, rows: new Map() };
  const content = window ?? used;
  // For a range near the limit Excel on the web gives null in place of the arrays, without an error.
  if ((window === null && isTooLarge(used)) || content.isNullObject || content.values === null) {
    const usedRange = used.address.slice(used.address.lastIndexOf("!") + 1);
    return { ...common, rows: new Map(), unreadable: { reason: "tooLarge", usedRange } };
  }
  return { ...common, rows: readCells(content) };
}
