import { readDelimitedList, rowsOfSheet } from "../src/actions/importCodes";
import type { Surroundings } from "./actions";

/** Text files; anything else has to be a workbook. */
const TEXT_FILE = /\.(csv|tsv|txt)$/i;

/**
 * Reading and writing of list files in the browser. What opens and makes .xlsx files is loaded when the first is asked
 * for.
 */
export const LIST_FILES: Pick<Surroundings, "readListFile" | "writeSheet"> = {
  readListFile: async (name, bytes) => {
    if (TEXT_FILE.test(name)) return [readDelimitedList(bytes)];
    const [{ readWorkbook }, { openableFile }, { WorkbookFileError }] = await Promise.all([
      import("../src/xlsx/read/readWorkbook"),
      import("../src/xlsx/legacy/openableFile"),
      import("../src/xlsx/fileError"),
    ]);
    try {
      return readWorkbook((await openableFile(bytes)).bytes, name).sheets.map(rowsOfSheet);
    } catch (error) {
      if (!(error instanceof WorkbookFileError)) throw error;
      return { key: error.code, args: { part: "", ...error.details } };
    }
  },
  writeSheet: async (design) => {
    const { writeNewWorkbook } = await import("../src/xlsx/write/newWorkbook");
    return writeNewWorkbook([design]);
  },
};
