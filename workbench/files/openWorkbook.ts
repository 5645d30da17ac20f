import { openPackage } from "../../src/xlsx/package/openPackage";
import { readWorkbookPart } from "../../src/xlsx/package/workbookPart";
import { readNumberFormats } from "../../src/xlsx/read/numberFormats";
import { readWorkbook } from "../../src/xlsx/read/readWorkbook";
import type { WorkbookStore } from "../host/store";
import { storeFromSnapshot } from "../host/store";
import { readTheme } from "./colors";
import { storeNames } from "./definedNames";
import { readSheetLooks } from "./sheetLooks";
import { readStyleLooks } from "./styleLooks";
import { findUnshown } from "./unshown";

export interface OpenedWorkbook {
  readonly store: WorkbookStore;
  /** What the file holds that the grid does not show, in words. */
  readonly unshown: readonly string[];
}

/** An .xlsx file as a store: content, looks, marks. Throws WorkbookFileError when the file cannot be read. */
export function openWorkbook(bytes: Uint8Array, name: string): OpenedWorkbook {
  const store = storeFromSnapshot(readWorkbook(bytes, name, true));
  const file = openPackage(bytes);
  const workbook = readWorkbookPart(file);
  const theme = readTheme(file, workbook.part);
  const looks =
    workbook.stylesPart === undefined
      ? { cells: [], differential: [], numberFormats: [] }
      : {
          ...readStyleLooks(file, workbook.stylesPart, theme),
          numberFormats: readNumberFormats(file, workbook.stylesPart),
        };
  for (const { name: sheetName, part, isWorksheet } of workbook.sheets) {
    const sheet = store.sheets.find((one) => one.name === sheetName);
    if (isWorksheet && sheet) readSheetLooks(file, part, store, sheet, looks, theme);
  }
  storeNames(file, workbook, store);
  return { store, unshown: findUnshown(file) };
}
