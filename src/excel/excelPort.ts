import type { AddSheet, LiveEdit } from "../workbook/edit";
import type { SheetPort, WorkbookPort } from "../workbook/port";
import { addSheets, removeSheets } from "./addSheets";
import { applyEdits } from "./applyEdits";
import { capabilities } from "./capabilities";
import { ExcelError } from "./hostError";
import { readContents } from "./readContents";
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
  let protectedSheets: ReadonlySet<string> = new Set();
  const apply = async (edits: readonly LiveEdit[]) => {
    const changes = edits.filter((edit) => edit.kind !== "writeSetting");
    const written = edits.filter((edit) => edit.kind === "writeSetting");
    if (changes.length > 0) {
      await applyEdits(changes, foreignNotes).catch((error: unknown) => {
        throw namingSheets(error, changes, protectedSheets);
      });
    }
    if (written.length > 0) {
      const known = settings;
      // Should it fail nobody knows how they stand.
      settings = undefined;
      settings = await applySettings(written, known);
    }
  };
  return {
    read: async () => {
      const reading = await readWorkbook();
      foreignNotes = reading.foreignNotes;
      settings = reading.settings;
      sheetIds = reading.sheetIds;
      protectedSheets = new Set(
        reading.snapshot.sheets.filter((sheet) => sheet.isProtected).map(({ name }) => name),
      );
      return reading.snapshot;
    },
    readContents: async () => {
      const reading = await readContents();
      settings = reading.settings;
      sheetIds = reading.sheetIds;
      return reading.snapshot;
    },
    apply,
    addSheets: async (edits, further = []) => {
      if (capabilities().hasUndoGroups || settings === undefined) {
        if (edits.length > 0) await addSheets(edits, sheetIds);
        await apply(further).catch(async (error: unknown) => {
          if (edits.length > 0) await removeSheets(...namesOf(edits));
          throw error;
        });
        return;
      }
      const known = settings;
      settings = undefined;
      settings = await addSheets(edits, sheetIds, {
        content: further.filter((edit) => edit.kind !== "writeSetting"),
        settings: further.filter((edit) => edit.kind === "writeSetting"),
        before: known,
      });
    },
    removeSheets,
    select: selectCell,
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
    : new ExcelError("host.sheetProtected", { sheets: [...names].join("、") }, error.cause);
}
