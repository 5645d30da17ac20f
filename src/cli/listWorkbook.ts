import { readFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import { readDelimitedList } from "../actions/importCodes";
import type { Cell, WorkbookSnapshot } from "../workbook/snapshot";
import { openableFile } from "../xlsx/legacy/openableFile";
import { readWorkbook } from "../xlsx/read/readWorkbook";

/** Text files; anything else has to be a workbook. */
const TEXT_FILE = /^\.(csv|tsv|txt)$/i;

/**
 * Reads a file with rows as a workbook: .xlsx, .xls, .et, or .csv, .tsv and .txt as one sheet of texts. Throws what the
 * file system throws, and WorkbookFileError for a workbook that cannot be read.
 */
export async function readListWorkbook(file: string): Promise<WorkbookSnapshot> {
  const bytes = new Uint8Array(await readFile(file));
  const name = basename(file);
  if (!TEXT_FILE.test(extname(file))) return readWorkbook((await openableFile(bytes)).bytes, name);
  const rows = readDelimitedList(bytes).rows.map(({ number, cells }) => {
    const filled = cells.flatMap((text, column): [number, Cell][] =>
      text === "" ? [] : [[column, { value: text, numberFormat: "General" }]],
    );
    return [number - 1, new Map(filled)] as const;
  });
  const sheet = { rows: new Map(rows), marks: [], isProtected: false, isHidden: false };
  return { name, sheets: [{ ...sheet, name: basename(file, extname(file)) }] };
}
