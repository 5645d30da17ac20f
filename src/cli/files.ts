import { readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import type { MessageRef } from "../messages/messageRef";

/** A path to check, or why there is nothing to check at it. */
export type Target = { readonly file: string } | { readonly file: string; readonly problem: string };

/** What counts as a workbook in a folder: those of Excel, of Excel 97-2003, and of WPS. */
const WORKBOOK = /\.(xlsx|xlsm|xls|et)$/i;

/** What is looked for in folders, by the ends of names, and what is said of a folder without any. */
export interface Wanted {
  readonly ending: RegExp;
  readonly noneKey: string;
}

const WORKBOOKS: Wanted = { ending: WORKBOOK, noneKey: "file.noWorkbooks" };

/** Excel's lock files of open workbooks. */
const LOCK_FILE = /^(~\$|\.~lock\.)/;

/**
 * Files named on the command line, and the workbooks in the folders named, in the order of their names. Each file
 * appears once, however its path is written; a folder that cannot be read does not keep the others from being done.
 */
export function findTargets(paths: readonly string[], wanted = WORKBOOKS): Target[] {
  const targets = new Map<string, Target>();
  for (const path of paths) {
    for (const target of targetsAt(path, wanted)) {
      const place = resolve(target.file);
      if (!targets.has(place)) targets.set(place, target);
    }
  }
  return [...targets.values()];
}

function targetsAt(path: string, wanted: Wanted): Target[] {
  try {
    if (!statSync(path).isDirectory()) return [{ file: path }];
    const found = filesIn(path, wanted);
    return found.length > 0 ? found : [{ file: path, problem: wanted.noneKey }];
  } catch (error) {
    return [{ file: path, problem: problemKey(error) }];
  }
}

function filesIn(folder: string, wanted: Wanted): Target[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  entries.sort((a, b) => compareNames(a.name, b.name));
  const found: Target[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith(".") || LOCK_FILE.test(entry.name)) continue;
    if (entry.isDirectory()) found.push(...filesBelow(path, wanted));
    else if ((entry.isFile() || entry.isSymbolicLink()) && wanted.ending.test(entry.name))
      found.push({ file: path });
  }
  return found;
}

/**
 * The order of names: runs of digits by their value (2局 before 10局), all else by its characters' numbers. It asks nothing of
 * the computer's language or of Node's version, so that the parts of a list (--shard) are the same everywhere.
 */
export function compareNames(a: string, b: string): number {
  const [left, right] = [a, b].map((name) => name.match(/\d+|\D+/g) ?? []);
  for (const [index, piece] of (left ?? []).entries()) {
    const other = right?.[index];
    if (other === undefined) return 1;
    const order =
      /^\d/.test(piece) && /^\d/.test(other) ? compareDigits(piece, other) : compareTexts(piece, other);
    if (order !== 0) return order;
  }
  return (left?.length ?? 0) === (right?.length ?? 0) ? compareTexts(a, b) : -1;
}

function compareDigits(a: string, b: string): number {
  const [left = "", right = ""] = [a, b].map((digits) => digits.replace(/^0+/, ""));
  return left.length - right.length || compareTexts(left, right);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function filesBelow(folder: string, wanted: Wanted): Target[] {
  try {
    return filesIn(folder, wanted);
  } catch (error) {
    return [{ file: folder, problem: problemKey(error) }];
  }
}

/** The key of the sentence for a failure of the file system. */
export function problemKey(error: unknown): string {
  const code = errorCode(error);
  if (code === "ENOENT" || code === "ENOTDIR") return "file.missing";
  return code === "EACCES" || code === "EPERM" || code === "EBUSY" ? "file.noAccess" : "file.unreadable";
}

/** What a failure to write comes from, by the codes of the file system. */
const WRITE_PROBLEMS: Readonly<Record<string, string>> = {
  ENOENT: "file.cannotWrite.folder",
  ENOTDIR: "file.cannotWrite.folder",
  EACCES: "file.cannotWrite.access",
  EPERM: "file.cannotWrite.access",
  EBUSY: "file.cannotWrite.access",
  EROFS: "file.cannotWrite.access",
  ENOSPC: "file.cannotWrite.full",
  EDQUOT: "file.cannotWrite.full",
  EISDIR: "file.cannotWrite.isFolder",
};

/** The sentence for a file that could not be written. */
export function writeProblem(file: string, error: unknown): MessageRef {
  const why = errorCode(error);
  return { key: WRITE_PROBLEMS[why] ?? "file.cannotWrite", args: { file, why } };
}

/** "ENOENT" and the like; the error's own message where it has no code. */
export function errorCode(error: unknown): string {
  // Told by their fields: errors of the file system may come from another realm, where instanceof does not know them.
  if (typeof error !== "object" || error === null) return String(error);
  if ("code" in error && typeof error.code === "string") return error.code;
  return "message" in error && typeof error.message === "string" ? error.message : "?";
}
