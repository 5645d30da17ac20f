import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { isTextFile, textAsWorkbook } from "../actions/listText";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { openableFile } from "../xlsx/legacy/openableFile";
import { readWorkbook } from "../xlsx/read/readWorkbook";

/**
 * Reads a file with rows as a workbook: .xlsx, .xls, .et, or .csv, .tsv and .txt as one sheet of texts. Throws what the
 * file system throws, and WorkbookFileError for a workbook that cannot be read.
 */
export async function readListWorkbook(file: string): Promise<WorkbookSnapshot> {
  const bytes = new Uint8Array(await readFile(file));
  const name = basename(file);
  return isTextFile(name)
    ? textAsWorkbook(bytes, name)
    : readWorkbook((await openableFile(bytes)).bytes, name);
}
