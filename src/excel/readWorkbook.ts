import type { ReadOptions } from "../workbook/port";
import type { SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot";
import { capabilities } from "./capabilities";
import { isRefusal } from "./hostError";
import { listSheets, measureSheets } from "./measureSheets";
import type { Listing, Measures } from "./measureSheets";
import { askForTexts, marksOf, readMarks, refsOf, RULES_A_REQUEST } from "./readMarks";
import type { MarkTexts, SheetMarks } from "./readMarks";
import { readParts } from "./readParts";
import type { IsWanted, PartsReading } from "./readParts";
import { withDataTypes } from "./readDataTypes";
import { runBatch } from "./runBatch";
import type { RunBatch } from "./runBatch";
import type { SettingsReading } from "./settings";

export interface WorkbookReading {
  readonly snapshot: WorkbookSnapshot;
  /** Cells with a note that is not this product's, as "Sheet!B2"; a further note cannot be put there. */
  readonly foreignNotes: ReadonlySet<string>;
  readonly settings: SettingsReading;
  /** The name of each sheet, by its id. */
  readonly sheetIds: ReadonlyMap<string, string>;
  /** About how many bytes the contents took. */
  readonly bytes: number;
}

/**
 * Reads the workbook in three round trips, however many sheets it has: what it is made of; how far each sheet is filled,
 * its protection, settings and what marks may be there; the cells, and whose the marks are. Each further 4 MB take one more.
 * Merged areas are never asked for, since that clears the user's undo in Excel.
 *
 * A sheet filled beyond MAX_CELLS, or that Excel refuses, stays unread and says so. What Excel refuses to tell of marks
 * costs the marks alone, never the cells. Throws ExcelError when Excel refuses all.
 */
export async function readWorkbook(
  run: RunBatch = runBatch,
  options: ReadOptions = {},
): Promise<WorkbookReading> {
  const { hasNotes } = capabilities();
  const listing = await listSheets(run);
  const measures = await measureSheets(run, listing, { hasNotes });
  const { presence } = measures;
  const refs = presence ? refsOf(presence) : [];
  let texts: MarkTexts | undefined = presence && refs.length === 0 ? new Map() : undefined;
  const besides = (context: Excel.RequestContext) => {
    const answer = askForTexts(context, refs);
    return () => void (texts = answer());
  };
  const isBeside = refs.length > 0 && refs.length <= RULES_A_REQUEST;
  const parts = await readParts(
    run,
    measures.sheets,
    wantedBy(options, measures),
    isBeside ? besides : undefined,
  );
  const ids = listing.sheets.map(({ id }) => id);
  const reading = presence && texts ? marksOf(run, presence, texts) : readMarks(run, ids, hasNotes, presence);
  const marks = await reading.catch((error: unknown) => {
    if (!isRefusal(error)) throw error;
    return new Map<string, SheetMarks>();
  });
  return readingOf(listing, measures, await told(run, parts), marks);
}

/** Reads the workbook without its marks: each sheet's list is empty. Otherwise as readWorkbook. */
export async function readWithoutMarks(run: RunBatch, options: ReadOptions = {}): Promise<WorkbookReading> {
  const listing = await listSheets(run);
  const measures = await measureSheets(run, listing, undefined);
  const parts = await readParts(run, measures.sheets, wantedBy(options, measures));
  return readingOf(listing, measures, await told(run, parts), undefined);
}

async function told(run: RunBatch, { sheets, bytes }: PartsReading): Promise<PartsReading> {
  return { sheets: await withDataTypes(run, sheets), bytes };
}

function wantedBy({ isWanted }: ReadOptions, { settings }: Measures): IsWanted {
  return isWanted && ((beginning) => isWanted(beginning, settings.settings));
}

function readingOf(
  listing: Listing,
  { settings }: Pick<Measures, "settings">,
  { sheets, bytes }: { readonly sheets: readonly SheetSnapshot[]; readonly bytes: number },
  marks: ReadonlyMap<string, SheetMarks> | undefined,
): WorkbookReading {
  const marked = sheets.map((sheet, index): SheetSnapshot => {
    if (!marks) return sheet;
    const own = marks.get(listing.sheets[index]?.id ?? "");
    const found = (own?.found ?? []).map(({ id, kind }) => ({ id, kind }));
    return { ...sheet, marks: found, ...(own && own.unreadable === 0 ? {} : { hasUnreadableRules: true }) };
  });
  const { name, names, isStale } = listing;
  return {
    snapshot: {
      name,
      sheets: marked,
      ...(Object.keys(settings.settings).length > 0 ? { settings: settings.settings } : {}),
      ...(names.length > 0 ? { names } : {}),
      ...(isStale ? { isStale } : {}),
    },
    sheetIds: new Map(listing.sheets.map(({ id, name: of }) => [id, of])),
    settings,
    bytes,
    foreignNotes: new Set(
      listing.sheets.flatMap((sheet) =>
        (marks?.get(sheet.id)?.foreignNotes ?? []).map((cell) => `${sheet.name}!${cell}`),
      ),
    ),
  };
}
