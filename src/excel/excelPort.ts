import type { AddSheet, LiveEdit } from "../workbook/edit";
import type { ReportPort, SheetPort, WorkbookPort } from "../workbook/port";
import { addSheets, removeSheets } from "./addSheets";
import { applyEdits } from "./applyEdits";
import { capabilities } from "./capabilities";
import { ExcelError } from "./hostError";
import { keepReplaced } from "./keepReplaced";
import { readContents } from "./readContents";
import type { KnownLayout } from "./readContents";
import { readHiddenLines } from "./readHiddenLines";
import { readWorkbook } from "./readWorkbook";
import { runBatch, runsOfOneChange } from "./runBatch";
import type { RunBatch } from "./runBatch";
import { selectCell } from "./selectCell";
import { applySettings } from "./settings";
import type { SettingsReading } from "./settings";
import { writeReport } from "./writeReport";

const NO_SHEETS: ReadonlyMap<string, string> = new Map();

/**
 * The workbook open in Excel. Every method may throw ExcelError (hostError.ts), apply MarksRefused too.
 * @param run how requests are made; one that a pane can follow where there is one (runBatch.ts)
 */
export function excelPort(run: RunBatch = runBatch): WorkbookPort & SheetPort & ReportPort {
  // Where others' notes stood at the last reading: a note added on top of one would make Excel refuse the rest.
  let foreignNotes: ReadonlySet<string> = new Set();
  let layout: KnownLayout | undefined;
  let settings: SettingsReading | undefined;
  let protectedSheets: ReadonlySet<string> = new Set();
  let markedSheets: ReadonlySet<string> = new Set();
  const keep = (reading: KnownLayout) => {
    layout = reading;
    settings = reading.settings;
  };
  const apply = (edits: readonly LiveEdit[]) => applyBy(runsOfOneChange(run), edits);
  const applyBy = async (own: RunBatch, edits: readonly LiveEdit[]) => {
    const changes = edits.filter((edit) => edit.kind !== "writeSetting");
    const written = edits.filter((edit) => edit.kind === "writeSetting");
    if (changes.length > 0) {
      await applyEdits(
        changes,
        { foreignNotes, markedSheets, sheetIds: layout?.sheetIds ?? NO_SHEETS },
        own,
      ).catch((error: unknown) => {
        throw namingSheets(error, changes, protectedSheets);
      });
    }
    if (written.length > 0) {
      const known = settings;
      // Should it fail nobody knows how they stand.
      settings = undefined;
      settings = await applySettings(written, known, own);
    }
  };
  return {
    read: async (options = {}) => {
      const reading = await readWorkbook(run, options);
      const { sheets } = reading.snapshot;
      keep(reading);
      foreignNotes = reading.foreignNotes;
      protectedSheets = new Set(sheets.filter((sheet) => sheet.isProtected).map(({ name }) => name));
      markedSheets = new Set(
        sheets.filter((sheet) => sheet.marks.length > 0 || sheet.hasUnreadableRules).map(({ name }) => name),
      );
      return reading.snapshot;
    },
    readContents: async (options = {}) => {
      const known = layout && settings && { ...layout, settings };
      const reading = await readContents(known, run, options);
      keep(reading);
      return reading.snapshot;
    },
    apply,
    keep: (what) => keepReplaced(what, run),
    losesUndo: () => !capabilities().keepsUndo,
    addSheets: async (edits, further = []) => {
      const own = runsOfOneChange(run);
      if (capabilities().hasUndoGroups || settings === undefined) {
        if (edits.length > 0) await addSheets(edits, layout?.sheetIds, undefined, own);
        await applyBy(own, further).catch(async (error: unknown) => {
          if (edits.length > 0) await removeSheets(...namesOf(edits), own);
          throw error;
        });
        return;
      }
      const known = settings;
      settings = undefined;
      settings = await addSheets(
        edits,
        layout?.sheetIds,
        {
          content: further.filter((edit) => edit.kind !== "writeSetting"),
          settings: further.filter((edit) => edit.kind === "writeSetting"),
          before: known,
        },
        own,
      );
    },
    removeSheets: (sheets, names) => removeSheets(sheets, names, run),
    hiddenLines: (areas) => readHiddenLines(areas, run),
    writeReport: (report) => writeReport(report, run),
    select: (address) => selectCell(address, run),
  };
}

function namesOf(sheets: readonly AddSheet[]): [sheets: string[], names: string[]] {
  return [
    sheets.map(({ design }) => design.name),
    sheets.flatMap(({ design }) => design.names.map(({ name }) => name)),
  ];
}

/** Excel does not say which sheet is protected: those of the edits that were at the last reading are named. */
function namingSheets(
  error: unknown,
  edits: readonly { readonly sheet: string }[],
  protectedSheets: ReadonlySet<string>,
): unknown {
  if (!(error instanceof ExcelError) || error.key !== "host.protected") return error;
  const names = new Set(edits.map(({ sheet }) => sheet).filter((sheet) => protectedSheets.has(sheet)));
  return names.size === 0
    ? error
    : new ExcelError("host.sheetProtected", { sheets: [...names] }, error.cause);
}
