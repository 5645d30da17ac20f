import type { CellRange } from "../workbook/address";
import { formatRange } from "../workbook/address";
import type { ReadOptions } from "../workbook/port";
import type { SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot";
import { isRefusal } from "./hostError";
import { askForListing, askForMeasures } from "./measureSheets";
import type { MeasuredSheet } from "./measureSheets";
import { LARGEST_PAYLOAD } from "./payload";
import { readCells } from "./readCells";
import { withDataTypes } from "./readDataTypes";
import { readWithoutMarks } from "./readWorkbook";
import type { WorkbookReading } from "./readWorkbook";
import { runBatch } from "./runBatch";
import type { RunBatch } from "./runBatch";
import { askForTexts } from "./settings";
import type { SettingsReading } from "./settings";

export interface ContentReading {
  /** Without marks: each sheet's list is empty. */
  readonly snapshot: WorkbookSnapshot;
  readonly settings: SettingsReading;
  /** The name of each sheet, by its id. */
  readonly sheetIds: ReadonlyMap<string, string>;
  /** About how many bytes the contents took. */
  readonly bytes: number;
}

/** What an earlier reading knows, by which everything can be asked for at once. */
export type KnownLayout = Pick<WorkbookReading, "sheetIds" | "settings" | "bytes">;

/** So much of each sheet is asked for before it is known how far it is filled. */
const WINDOW: CellRange = { firstRow: 0, firstColumn: 0, lastRow: 1999, lastColumn: 63 };

/** A workbook may have grown since: all at once is asked for only where that leaves room for as much again. */
const LARGEST_AT_ONCE = LARGEST_PAYLOAD / 2;

/**
 * Reads contents, protection and settings, and no marks. Where an earlier reading knows the sheets, one round trip for a
 * workbook of which each sheet is filled within 2,000 rows and 64 columns; else, or when sheets have come or gone since, as
 * reading step by step (readWithoutMarks), whose errors are thrown. What may not be there is asked for only when it is known
 * to be: of a null object Excel promises nothing but isNullObject.
 */
export async function readContents(
  known?: KnownLayout,
  run: RunBatch = runBatch,
  options: ReadOptions = {},
): Promise<ContentReading> {
  if (known && known.bytes <= LARGEST_AT_ONCE) {
    try {
      const reading = await run((context) => readAtOnce(context, known));
      if (reading) {
        const sheets = await withDataTypes(run, reading.snapshot.sheets);
        return { ...reading, snapshot: { ...reading.snapshot, sheets } };
      }
    } catch (error) {
      if (!isRefusal(error)) throw error;
    }
  }
  return readWithoutMarks(run, options);
}

/** Everything in one round trip; undefined when something is no longer as it is known. */
async function readAtOnce(
  context: Excel.RequestContext,
  known: KnownLayout,
): Promise<ContentReading | undefined> {
  const listing = askForListing(context);
  const texts = askForTexts(context, known.settings.parts);
  const asked = new Map(
    [...known.sheetIds.keys()].map((id) => [
      id,
      {
        measured: askForMeasures(context, { id, name: "", isHidden: false }),
        window: context.workbook.worksheets
          .getItem(id)
          .getRange(formatRange(WINDOW))
          .getUsedRangeOrNullObject(true)
          .load("rowIndex,columnIndex,values,formulas,numberFormat,valueTypes"),
      },
    ]),
  );
  await context.sync();

  const { name, names, sheets, parts, isStale } = listing();
  if (sheets.length !== asked.size || parts.join() !== known.settings.parts.join()) return undefined;
  const snapshots: SheetSnapshot[] = [];
  for (const listed of sheets) {
    const own = asked.get(listed.id);
    const snapshot = own && sheetSnapshot({ ...own.measured(), ...listed }, own.window);
    if (!snapshot) return undefined;
    snapshots.push(snapshot);
  }
  const settings = texts();
  return {
    snapshot: {
      name,
      sheets: snapshots,
      ...(Object.keys(settings.settings).length > 0 ? { settings: settings.settings } : {}),
      ...(names.length > 0 ? { names } : {}),
      ...(isStale ? { isStale } : {}),
    },
    settings,
    sheetIds: new Map(sheets.map(({ id, name: of }) => [id, of])),
    bytes: known.bytes,
  };
}

/** Undefined for a sheet that is filled beyond the window. */
function sheetSnapshot(
  { name, isProtected, isHidden, used }: MeasuredSheet,
  window: Excel.Range,
): SheetSnapshot | undefined {
  const common = { name, marks: [], isProtected, isHidden };
  if (!used) return { ...common, rows: new Map() };
  if (used.lastRow > WINDOW.lastRow || used.lastColumn > WINDOW.lastColumn) return undefined;
  // Near its limit Excel on the web gives null in place of the arrays, without an error.
  const values = window.isNullObject ? null : (window.values as unknown[][] | null);
  return values ? { ...common, rows: readCells(window) } : undefined;
}
