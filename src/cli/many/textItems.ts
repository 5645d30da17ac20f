import { dirname, relative, resolve } from "node:path";
import { findTargets } from "../files";
import type { Target, Wanted } from "../files";
import { isFolder, stemOf } from "./copies";
import type { Item } from "./work";

const TEXTS: Wanted = { ending: /\.(docx|txt|md)$/i, noneKey: "text.noneInFolder" };

/** What names of files say besides whose budget it is. Years stay out as well: a folder holds one year. */
const NOT_WHOSE =
  /20\d{2}年?度?|部门|单位|预算|决算|公开|编制|文字|情况|说明|报告|报表|表格|套表|附件\d*|附表|表|的|关于|定稿|终稿|最终|[\s\d._\-—（）()【】《》]/g;

/**
 * Explanations with the workbooks they explain: of one workbook all of them; of a folder the one that lies at the same place
 * in it under the same name, else the one whose name is of the same department, else the only one there. Where none or
 * several fit, that is said and not guessed.
 */
export function textItems(paths: readonly string[], tables: string, lastYear: string | undefined): Item[] {
  const now = workbookFinder(tables, paths);
  const last = lastYear === undefined ? undefined : workbookFinder(lastYear, paths);
  return findTargets(paths, TEXTS).map((target): Item => {
    if ("problem" in target) return target;
    const found = now(target.file);
    if (found === undefined) return { file: target.file, problem: "text.noWorkbook" };
    const before = last?.(target.file);
    if (last && before === undefined) return { file: target.file, problem: "text.noLastYear" };
    return { file: target.file, tables: found, ...(before !== undefined && { lastYear: before }) };
  });
}

/** Finds the workbook that belongs to a text; undefined where none or several do. */
function workbookFinder(place: string, paths: readonly string[]): (file: string) => string | undefined {
  if (!isFolder(place)) return () => place;
  const roots = paths.filter(isFolder);
  const byFolder = new Map<string, string[]>();
  for (const file of usable(findTargets([place]))) {
    const folder = relative(place, dirname(file));
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), file]);
  }
  return (file) => {
    const root = roots.find((one) => resolve(file).startsWith(resolve(one)));
    const there = byFolder.get(root === undefined ? "" : relative(root, dirname(file))) ?? [];
    const sameName = there.filter((one) => stemOf(one) === stemOf(file));
    const sameOffice = there.filter((one) => whose(one) !== "" && whose(one) === whose(file));
    const [only, ...others] = [sameName, sameOffice, there].find((found) => found.length > 0) ?? [];
    return others.length > 0 ? undefined : only;
  };
}

function usable(targets: readonly Target[]): string[] {
  return targets.flatMap((target) => ("problem" in target ? [] : [target.file]));
}

/** The part of a file's name that says whose it is: 白云区教育局2026年部门预算说明 → 白云区教育局. */
export function whose(file: string): string {
  return stemOf(file).replace(NOT_WHOSE, "");
}
