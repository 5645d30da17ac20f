import { resolve } from "node:path";
import { unitBook } from "../actions/unitBooks";
import type { NamedWorkbook } from "../actions/unitBooks";
import type { MessageRef } from "../messages/messageRef";
import type { UnitBook } from "../units/unitBook";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { readTarget } from "./fileReport";
import { findTargets } from "./files";

/** The workbooks of a folder: those of units, those without budget tables, and what could not be read. */
export interface UnitFiles {
  readonly books: readonly (UnitBook & { readonly workbook: WorkbookSnapshot })[];
  readonly others: readonly WorkbookSnapshot[];
  readonly problems: readonly { readonly file: string; readonly problem: MessageRef }[];
}

/**
 * Reads the workbooks of a folder (or of files named) and those below it, less the department's own.
 * @param department path of the department's workbook, which may lie in the folder
 */
export async function readUnits(paths: readonly string[], department?: string): Promise<UnitFiles> {
  const own = department === undefined ? undefined : resolve(department);
  const books: UnitFiles["books"][number][] = [];
  const others: WorkbookSnapshot[] = [];
  const problems: UnitFiles["problems"][number][] = [];
  for (const target of findTargets(paths)) {
    if (resolve(target.file) === own) continue;
    const read = await readTarget(target);
    if ("error" in read) {
      problems.push({ file: target.file, problem: read.error });
      continue;
    }
    const named: NamedWorkbook = { file: target.file, workbook: read.snapshot };
    const book = unitBook(named);
    if (book.tables.length > 0) books.push({ ...book, workbook: read.snapshot });
    else others.push(read.snapshot);
  }
  return { books, others, problems };
}
