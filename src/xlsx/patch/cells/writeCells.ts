import type { WriteCell } from "../../../workbook/edit";
import { readWorkbookPart } from "../../package/workbookPart";
import { PackageDraft } from "../draft";
import { CellFormats } from "./cellFormats";
import { calculateOnLoad, dropCalculationOrder, hasFormulas } from "./recalculation";
import { writeSheet } from "./writeSheet";

/**
 * An .xlsx file with content put into cells. Touched are the sheets, the list of cell formats where a number format is
 * new, and, where the workbook has formulas, what makes Excel calculate when it opens the file. The very same bytes when
 * there is nothing to write. Equal arguments give equal bytes.
 * Throws WorkbookFileError when the file cannot be read, RangeError for a sheet that is not in it, a cell inside an
 * array formula, or a number that is none.
 */
export function writeCells(bytes: Uint8Array, writes: readonly WriteCell[]): Uint8Array {
  if (writes.length === 0) return bytes;
  const draft = new PackageDraft(bytes);
  const workbook = readWorkbookPart(draft.file);
  const formats = new CellFormats(draft, workbook);
  const sheets = new Map<string, WriteCell[]>();
  for (const write of writes) {
    const sheet = workbook.sheets.find(({ name, isWorksheet }) => isWorksheet && name === write.sheet);
    if (!sheet) throw new RangeError(`the workbook has no worksheet named “${write.sheet}”`);
    sheets.set(sheet.part, [...(sheets.get(sheet.part) ?? []), write]);
  }
  let isFormulaChanged = false;
  for (const [part, ofSheet] of sheets) {
    const written = writeSheet(draft.read(part), part, ofSheet, formats);
    draft.write(part, written.text);
    isFormulaChanged ||= written.isFormulaChanged;
  }
  if (isFormulaChanged) dropCalculationOrder(draft, workbook);
  if (isFormulaChanged || hasFormulas(draft, workbook)) calculateOnLoad(draft, workbook);
  return draft.toBytes();
}
