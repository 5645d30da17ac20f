import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { withLists } from "../actions/listsFor";
import type { HeldLists } from "../actions/listsFor";
import { checkSnapshot } from "../actions/validate";
import type { ValidateOptions } from "../actions/validate";
import type { MessageRef } from "../messages/messageRef";
import type { CheckResult } from "../validation/checkResult";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import type { KeptChecks } from "../validation/keptChecks";
import { WorkbookFileError } from "../xlsx/fileError";
import type { LegacyKind } from "../xlsx/legacy/fileKind";
import { openableFile } from "../xlsx/legacy/openableFile";
import { readWorkbook } from "../xlsx/read/readWorkbook";
import type { Target } from "./files";
import { errorCode, problemKey } from "./files";

/** One file on the command line: what its check gave, or why it could not be used; both when a part of it could not. */
export interface FileReport {
  readonly file: string;
  /** A key of src/messages, also the code in JSON: "file.notZip". */
  readonly error: MessageRef | null;
  readonly result: CheckResult | null;
  /** What the file was before it was read as an .xlsx; left out for one that is one. */
  readonly from?: LegacyKind;
}

/** A file as read: its bytes, those of an .xlsx whatever it was, and its picture. */
export interface ReadFile {
  readonly bytes: Uint8Array;
  readonly snapshot: WorkbookSnapshot;
  readonly from?: LegacyKind;
}

/** Reads a workbook file, .xls and .et too; gives the sentence about it when it cannot be used. */
export async function readTarget(target: Target): Promise<ReadFile | { readonly error: MessageRef }> {
  if ("problem" in target) return { error: { key: target.problem, args: { why: "" } } };
  try {
    // The same bytes, not a copy: a large file is not held twice.
    const { buffer, byteOffset, byteLength } = readFileSync(target.file);
    const { bytes, from } = await openableFile(new Uint8Array(buffer, byteOffset, byteLength));
    return { bytes, snapshot: readWorkbook(bytes, basename(target.file)), ...(from && { from }) };
  } catch (error) {
    return { error: fileProblem(error) };
  }
}

/** What a file holds, where that is not what its name says; empty for a workbook of Excel or WPS. */
export function formatNotes({ from }: Pick<FileReport, "from">): MessageRef[] {
  return from === undefined || from === "xls" ? [] : [{ key: `format.${from}`, args: {} }];
}

/** The sentence for whatever went wrong while a file was read. */
export function fileProblem(error: unknown): MessageRef {
  return error instanceof WorkbookFileError
    ? { key: error.code, args: { part: "", ...error.details } }
    : { key: problemKey(error), args: { why: errorCode(error) } };
}

/**
 * Checks one file. Never throws for what the file holds.
 * @param held for those who check several files: the code lists, and what is worked out of the sets of tables
 */
export async function checkTarget(
  target: Target,
  options: ValidateOptions = {},
  held?: { readonly lists: HeldLists; readonly kept: KeptChecks },
): Promise<FileReport> {
  const read = await readTarget(target);
  if ("error" in read) return { file: target.file, error: read.error, result: null };
  const withHeld = await withLists(read.snapshot, options, held?.lists);
  const result = checkSnapshot(read.snapshot, withHeld, held?.kept);
  const { from } = read;
  return { file: target.file, error: unusablePart(read.snapshot, result), result, ...(from && { from }) };
}

/** A sheet too large to read, or no table at all: the rest stands, but the file counts as not usable. */
export function unusablePart(snapshot: WorkbookSnapshot, result: CheckResult): MessageRef | null {
  const large = snapshot.sheets.find(({ unreadable }) => unreadable);
  if (large?.unreadable) {
    const { usedRange } = large.unreadable;
    return { key: "file.sheetTooLarge", args: { sheet: large.name, range: usedRange } };
  }
  return result.tables.length === 0 ? { key: "file.noTables", args: {} } : null;
}
