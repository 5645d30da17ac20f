import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { departmentOf } from "../actions/departmentOf";
import { withLists } from "../actions/listsFor";
import { broughtSettings } from "../actions/keepSets";
import { planMarkedCopy, planUnmarkedCopy } from "../actions/markedCopy";
import type { MessageRef } from "../messages/messageRef";
import { applyEdits, removeReport } from "../xlsx/patch/applyEdits";

import type { FileReport } from "./fileReport";
import { fileProblem, readTarget, unusablePart } from "./fileReport";
import { findTargets, writeProblem } from "./files";
import { writeWhole } from "./writeWhole";

export interface MarkReport extends FileReport {
  /** Sheets that are protected and so were left as they are. */
  readonly protectedSheets: readonly string[];
  /** What the workbook calls its department; "" where it says nothing, or could not be read. */
  readonly department: string;
}

/**
 * gouji mark: writes a copy of a workbook with marks and a report sheet. Nothing is written when the file is unusable.
 * @param date the day that the report says, "2026-03-01"
 * @param options the year of the code lists, and texts of the office's own sets
 */
export async function markFile(
  input: string,
  output: string,
  date: string,
  { edition, sets = [] }: { readonly edition?: number; readonly sets?: readonly string[] } = {},
): Promise<MarkReport> {
  return copyFile(input, output, async (file) => {
    const read = withSetsOf(file, sets);
    const options = await withLists(read.snapshot, edition === undefined ? {} : { edition });
    const { result, edits, protectedSheets } = planMarkedCopy(read.snapshot, { ...options, date });
    const error = unusablePart(read.snapshot, result);
    return {
      error,
      result,
      protectedSheets,
      bytes: () => applyEdits(read.bytes, edits),
    };
  });
}

/** gouji unmark: writes a copy of a workbook without the marks and the report sheet of this product. */
export async function unmarkFile(input: string, output: string): Promise<MarkReport> {
  return copyFile(input, output, (read) => {
    const { edits, protectedSheets } = planUnmarkedCopy(read.snapshot);
    return {
      error: null,
      result: null,
      protectedSheets,
      bytes: () => removeReport(applyEdits(read.bytes, edits)),
    };
  });
}

/** What a copy is to be. */
export interface Copy {
  readonly error: MessageRef | null;
  readonly result: MarkReport["result"];
  readonly protectedSheets: readonly string[];
  readonly bytes: () => Uint8Array;
}

/** A workbook as read, with its bytes. */
export type Read = Extract<Awaited<ReturnType<typeof readTarget>>, { bytes: Uint8Array }>;

/** A workbook as it is for an office with sets of its own, given as the texts of their files (setFiles.ts). */
export function withSetsOf(read: Read, texts: readonly string[]): Read {
  if (texts.length === 0) return read;
  const settings = { ...read.snapshot.settings, ...broughtSettings(texts) };
  return { ...read, snapshot: { ...read.snapshot, settings } };
}

/** Names of formats that are read and never written. */
const OLD_ENDING = /\.(xls|et)$/i;

/**
 * Reads a file, plans what becomes of it, and writes that as a copy; without a name for the copy nothing is written. The
 * file itself is never changed, and of the copy either the whole is there or nothing.
 */
export async function copyFile(
  input: string,
  output: string | undefined,
  plan: (read: Read) => Copy | Promise<Copy>,
): Promise<MarkReport> {
  const failed = (error: MessageRef): MarkReport => ({
    file: input,
    error,
    result: null,
    protectedSheets: [],
    department: "",
  });
  if (output !== undefined && (await isSameFile(input, output)))
    return failed({ key: "file.sameFile", args: {} });
  if (output !== undefined && OLD_ENDING.test(output)) return failed({ key: "file.writesXlsx", args: {} });
  const [target] = (await isFolder(input)) ? [] : findTargets([input]);
  if (!target) return failed({ key: "file.isFolder", args: {} });
  const read = await readTarget(target);
  if ("error" in read) return failed(read.error);
  const { error, result, protectedSheets, bytes } = await plan(read);
  const department = departmentOf(read.snapshot);
  const about = { file: input, result, protectedSheets, department, ...(read.from && { from: read.from }) };
  if (error || output === undefined) return { ...about, error };
  let written: Uint8Array;
  try {
    written = bytes();
  } catch (problem) {
    return failed(fileProblem(problem));
  }
  try {
    await writeWhole(output, written);
  } catch (problem) {
    return failed(writeProblem(output, problem));
  }
  return { ...about, error: null };
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function isSameFile(a: string, b: string): Promise<boolean> {
  if (resolve(a) === resolve(b)) return true;
  const identify = (path: string) =>
    stat(path).then(
      ({ dev, ino }) => `${dev}:${ino}`,
      () => undefined,
    );
  const [first, second] = await Promise.all([identify(a), identify(b)]);
  return first !== undefined && first === second;
}
