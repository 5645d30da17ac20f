import { existsSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import type { Locale } from "../../messages/describe";
import { describeMany } from "../../messages/many/describeMany";
import { findTargets } from "../files";
import type { Target } from "../files";
import type { ManyFlags } from "./options";
import type { Item } from "./work";

/** True for a path at which a folder lies. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/**
 * Where the copies of files go: into one folder, under it as the files lie under the folder that was named, or under the
 * folder that all of them have in common. Copies are .xlsx; of two files that differ only in their ending the later keeps
 * its own before that. What lies in the folder of the copies already is no file to copy.
 * @param paths as named on the command line
 */
function withCopies(targets: readonly Target[], paths: readonly string[], folder: string): Item[] {
  const inside = resolve(folder) + sep;
  const roots = paths.map((path) => (isFolder(path) ? resolve(path) : dirname(resolve(path))));
  const root = roots.reduce(commonFolder);
  const taken = new Set<string>();
  return targets.flatMap((target): Item[] => {
    const place = resolve(target.file);
    if (place.startsWith(inside)) return [];
    if ("problem" in target) return [target];
    const name = relative(root, place);
    const [usual, other] = [name.replace(/\.(xls|et)$/i, ".xlsx"), `${name}.xlsx`];
    const chosen = taken.has(usual.toLowerCase()) ? other : usual;
    taken.add(chosen.toLowerCase());
    return [{ ...target, copy: join(folder, chosen) }];
  });
}

function commonFolder(a: string, b: string): string {
  const [left, right] = [a.split(sep), b.split(sep)];
  const differs = left.findIndex((part, index) => part !== right[index]);
  return (differs < 0 ? left : left.slice(0, differs)).join(sep) || sep;
}

/**
 * True where a command is about one file and nothing of many is asked for: it is then done as it always was, with a file as
 * the name of the copy.
 */
export function isOneFile(
  paths: readonly string[],
  flags: ManyFlags & { readonly format?: string; readonly output?: string },
): boolean {
  const [only = ""] = paths;
  const { summary, shard, cache, format, output } = flags;
  const asksForMany = [summary, shard, cache].some((one) => one !== undefined) || format === "jsonl";
  if (paths.length > 1 || asksForMany) return false;
  return !isFolder(only) || (output !== undefined && isFileName(output));
}

/** Copies with this ending are files; a folder of that name is none that anybody means. */
function isFileName(path: string): boolean {
  return /\.xlsx$/i.test(path) && !isFolder(path);
}

/** The workbooks at paths with their copies in a folder, or what is wrong with the folder. */
export function copiesOf(
  paths: readonly string[],
  folder: string,
): Item[] | { readonly problem: (lang: Locale) => string } {
  if (isFileName(folder) || (existsSync(folder) && !isFolder(folder)))
    return { problem: (lang) => describeMany({ key: "many.folderNeeded", args: { file: folder } }, lang) };
  const copies = resolve(folder) + sep;
  const source = paths.find((path) =>
    (isFolder(path) ? resolve(path) + sep : resolve(path)).startsWith(copies),
  );
  if (source !== undefined)
    return { problem: (lang) => describeMany({ key: "many.ownFolder", args: { file: source } }, lang) };
  return withCopies(findTargets(paths), paths, folder);
}

/** The name of a file without folder and ending. */
export function stemOf(file: string): string {
  return basename(file).replace(/\.[^.]+$/, "");
}
