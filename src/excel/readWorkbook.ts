import type { SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot";
import { MAX_CELLS } from "../workbook/snapshot";
import { capabilities } from "./capabilities";
import { readCells } from "./readCells";
import type { MarkReading } from "./readMarks";
import { askForMarks } from "./readMarks";
import { runBatch } from "./runBatch";
import { askForSettings } from "./settings";
import type { SettingsReading } from "./settings";

export interface WorkbookReading {
  readonly snapshot: WorkbookSnapshot;
  /** Cells with a note that is not this product's, as "Sheet!B2"; a further note cannot be put there. */
  readonly foreignNotes: ReadonlySet<string>;
  readonly settings: SettingsReading;
  readonly sheetIds: ReadonlySet<string>;
}

interface SheetReading {
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
  readonly marks: MarkReading;
}

/**
 * Reads the whole workbook in three round trips, however many sheets it has: the sheets; how far each is filled, its
 * protection and marks; the cells. Merged areas are never asked for, since that clears the user's undo in Excel.
 * A sheet filled beyond MAX_CELLS stays unread and says so. Throws ExcelError when Excel refuses.
 */
export function readWorkbook(): Promise<WorkbookReading> {
  const { hasNotes } = capabilities();
  return runBatch(async (context) => {
    const workbook = context.workbook.load("name");
    const sheets = workbook.worksheets.load("items/id,items/name,items/visibility");
    const names = workbook.names.load("items/name");
    const asked = askForSettings(context);
    await context.sync();

    const readings = sheets.items.map((sheet): SheetReading => {
      sheet.protection.load("protected");
      return {
        sheet,
        used: sheet.getUsedRangeOrNullObject(true).load("address,rowIndex,columnIndex,rowCount,columnCount"),
        marks: askForMarks(sheet, hasNotes),
      };
    });
    asked.askForTexts();
    await context.sync();

    for (const { used, marks } of readings) {
      marks.askForDetails();
      if (!used.isNullObject && !isTooLarge(used)) used.load("values,formulas,numberFormat,valueTypes");
    }
    await context.sync();

    const settings = asked.found();
    const hasSettings = Object.keys(settings.settings).length > 0;
    return {
      snapshot: {
        name: workbook.name,
        sheets: readings.map(sheetSnapshot),
        ...(hasSettings ? { settings: settings.settings } : {}),
        ...(names.items.length > 0 ? { names: names.items.map(({ name }) => name) } : {}),
      },
      sheetIds: new Set(sheets.items.map(({ id }) => id)),
      settings,
      foreignNotes: new Set(
        readings.flatMap(({ sheet, marks }) => marks.foreignNotes().map((cell) => `${sheet.name}!${cell}`)),
      ),
    };
  });
}

function isTooLarge({ rowCount, columnCount }: Excel.Range): boolean {
  return rowCount * columnCount > MAX_CELLS;
}

function sheetSnapshot({ sheet, used, marks }: SheetReading): SheetSnapshot {
  const common = {
    name: sheet.name,
    marks: marks.found().map(({ id, kind }) => ({ id, kind })),
    isProtected: sheet.protection.protected,
    isHidden: sheet.visibility !== "Visible",
  };
  if (used.isNullObject) return { ...common, rows: new Map() };
  // For a range near the limit Excel on the web gives null in place of the arrays, without an error.
  if (isTooLarge(used) || used.values === null) {
    const usedRange = used.address.slice(used.address.lastIndexOf("!") + 1);
    return { ...common, rows: new Map(), unreadable: { reason: "tooLarge", usedRange } };
  }
  return { ...common, rows: readCells(used) };
}
