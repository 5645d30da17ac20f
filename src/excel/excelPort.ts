import type { SheetPort, WorkbookPort } from "../workbook/port";
import { addSheets, removeSheets } from "./addSheets";
import { applyEdits } from "./applyEdits";
import { readWorkbook } from "./readWorkbook";
import { selectCell } from "./selectCell";
import { applySettings } from "./settings";
import type { SettingsReading } from "./settings";

/** The workbook open in Excel. Every method may throw ExcelError (hostError.ts). */
export function excelPort(): WorkbookPort & SheetPort {
  // Where others' notes stood at the last reading: a note added on top of one would make Excel refuse the rest.
  let foreignNotes: ReadonlySet<string> = new Set();
  let settings: SettingsReading | undefined;
  let sheetIds: ReadonlySet<string> | undefined;
  return {
    read: async () => {
      const reading = await readWorkbook();
      foreignNotes = reading.foreignNotes;
      settings = reading.settings;
      sheetIds = reading.sheetIds;
      return reading.snapshot;
    },
    apply: async (edits) => {
      const changes = edits.filter((edit) => edit.kind !== "writeSetting");
      const written = edits.filter((edit) => edit.kind === "writeSetting");
      if (changes.length > 0) await applyEdits(changes, foreignNotes);
      if (written.length > 0) {
        const known = settings;
        // Should it fail nobody knows how they stand.
        settings = undefined;
        settings = await applySettings(written, known);
      }
    },
    addSheets: (edits) => addSheets(edits, sheetIds),
    removeSheets,
    select: selectCell,
  };
}
