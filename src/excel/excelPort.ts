import type { WorkbookPort } from "../workbook/port";
import { applyMarks } from "./applyMarks";
import { readWorkbook } from "./readWorkbook";
import { selectCell } from "./selectCell";

/** The workbook open in Excel. Every method may throw ExcelError (hostError.ts). */
export function excelPort(): WorkbookPort {
  // Where others' notes stood at the last reading: a note added on top of one would make Excel refuse the rest.
  let foreignNotes: ReadonlySet<string> = new Set();
  return {
    read: async () => {
      const reading = await readWorkbook();
      foreignNotes = reading.foreignNotes;
      return reading.snapshot;
    },
    apply: (edits) => applyMarks(edits, foreignNotes),
    select: selectCell,
  };
}
