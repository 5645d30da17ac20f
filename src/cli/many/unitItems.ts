import { readdirSync } from "node:fs";
import { join } from "node:path";
import { findTargets } from "../files";
import { isFolder, stemOf } from "./copies";
import { whose } from "./textItems";
import type { Item } from "./work";

/**
 * Departments with the folders of their units. One department has the folders named. Of a folder of departments, each has the
 * folder of its name among those in the folder of units, else the only one whose name is of the same department. Where none or
 * several fit, that is said and not guessed.
 * @param path of a department's workbook, or of a folder of them
 */
export function unitItems(path: string, folders: readonly string[]): Item[] {
  if (!isFolder(path)) return [{ file: path, units: folders }];
  const inside = folders.flatMap(foldersIn);
  return findTargets([path]).map((target): Item => {
    if ("problem" in target) return target;
    const { file } = target;
    const sameName = inside.filter((one) => stemOf(one) === stemOf(file));
    const sameOffice = inside.filter((one) => whose(one) !== "" && whose(one) === whose(file));
    const [only, ...others] = [sameName, sameOffice].find((found) => found.length > 0) ?? [];
    return only === undefined || others.length > 0
      ? { file, problem: "units.noFolder" }
      : { file, units: [only] };
  });
}

function foldersIn(path: string): string[] {
  if (!isFolder(path)) return [];
  const entries = readdirSync(path, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(path, name));
}
