import type { WorkbookSnapshot } from "../../workbook/snapshot";
import { WorkbookFileError } from "../fileError";
import { openPackage } from "../package/openPackage";
import { readWorkbookPart } from "../package/workbookPart";
import { readNumberFormats } from "./numberFormats";
import { readSettings } from "./settings";
import { readSharedStrings } from "./sharedStrings";
import { readSheet } from "./readSheet";

/**
 * Reads an .xlsx file into a snapshot: values, formulas, number formats, marks and settings of this product. Chart sheets and the
 * report sheet of this product are left out. A sheet larger than MAX_CELLS is named as unreadable, the others are read.
 * Throws WorkbookFileError when the file cannot be used as a whole.
 * @param name of the file, without its folder
 * @param withReports for who shows a workbook: report sheets of this product too
 */
export function readWorkbook(bytes: Uint8Array, name: string, withReports = false): WorkbookSnapshot {
  const file = openPackage(bytes);
  const { relationships, sheets, names, sharedStringsPart, stylesPart } = readWorkbookPart(file);
  const worksheets = sheets.filter(({ isWorksheet }) => isWorksheet);
  if (worksheets.length === 0) throw new WorkbookFileError("file.notWorkbook", "it has no worksheet");
  const context = {
    strings: sharedStringsPart === undefined ? [] : readSharedStrings(file, sharedStringsPart),
    numberFormats: stylesPart === undefined ? [] : readNumberFormats(file, stylesPart),
  };
  const settings = readSettings(file, relationships);
  return {
    name,
    sheets: worksheets.flatMap((sheet) => readSheet(file, sheet, context, withReports) ?? []),
    ...(Object.keys(settings).length > 0 ? { settings } : {}),
    ...(names.length > 0 ? { names } : {}),
  };
}
