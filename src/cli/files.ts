import { readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import type { MessageRef } from "../messages/messageRef";

/** A path to check, or why there is nothing to check at it. */
export type Target = { readonly file: string } | { readonly file: string; readonly problem: string };

/** What counts as a workbook in a folder: those of Excel, of Excel 97-2003, and of WPS. */
const WORKBOOK = /\.(xlsx|xlsm|xls|et)$/i;

/** Excel's lock files of open workbooks. */
const LOCK_FILE = /^(~\$|\.~lock\.)/;

/**
 * Files named on the command line, and the workbooks in the folders named, in the order of their names. Each file
 * appears once, however its path is written; a folder that cannot be read does not keep the others from being done.
 */
export function findTargets(paths: readonly string[]): Target[] {
  const targets = new Map<string, Target>();
  for (const path of paths) {
    for (const target of targetsAt(path)) {
      const place = resolve(target.file);
      if (!targets.has(place)) targets.set(place, target);
    }
  }
  return [...targets.values()];
}

function targetsAt(path: string): Target[] {
  try {
    if (!statSync(path).isDirectory()) return [{ file: path }];
    const found = workbooksIn(path);
    return found.length > 0 ? found : [{ file: path, problem: "file.noWorkbooks" }];
  } catch (error) {
    return [{ file: path, problem: problemKey(error) }];
  }
}

function workbooksIn(folder: string): Target[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  entries.sort((a, b) => a.name.localeCompare(b.name, "zh-CN", { numeric: true }));
  const found: Target[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith(".") || LOCK_FILE.test(entry.name)) continue;
    if (entry.isDirectory()) found.push(...workbooksBelow(path));
    else if ((entry.isFile() || entry.isSymbolicLink()) && WORKBOOK.test(entry.name))
      found.push({ file: path });
  }
  return found;
}

function workbooksBelow(folder: string): Target[] {
  try {
    return workbooksIn(folder);
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
