import { readFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import { readDelimitedList, rowsOfSheet } from "../actions/importCodes";
import type { Imported, ImportOptions, ListSource } from "../actions/importCodes";
import { importFrom } from "../actions/keptLists";
import { openableFile } from "../xlsx/legacy/openableFile";
import { readWorkbook } from "../xlsx/read/readWorkbook";
import { fileProblem } from "./fileReport";

/** Text files; anything else has to be a workbook. */
const TEXT_FILE = /^\.(csv|tsv|txt)$/i;

/** Reads a list of codes from a workbook, .csv or .tsv. Never throws for what the file holds. */
export async function readListFile(
  file: string,
  options: ImportOptions & { readonly sheet?: string } = {},
): Promise<Imported> {
  try {
    return await importFrom(await sourcesOf(file, options.sheet), titleOf(file), options);
  } catch (error) {
    return { problems: [fileProblem(error)] };
  }
}

/** The name of the file without its folder and ending. */
function titleOf(file: string): string {
  return basename(file, extname(file));
}

async function sourcesOf(file: string, sheet: string | undefined): Promise<ListSource[]> {
  const bytes = new Uint8Array(await readFile(file));
  if (TEXT_FILE.test(extname(file))) return [readDelimitedList(bytes)];
  const { sheets } = readWorkbook((await openableFile(bytes)).bytes, basename(file));
  return sheets.filter(({ name }) => sheet === undefined || name === sheet).map(rowsOfSheet);
}
