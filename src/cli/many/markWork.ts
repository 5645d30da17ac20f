import { mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { describe } from "../../messages/describe";
import type { CheckResult } from "../../validation/checkResult";
import { exitCodeOf } from "../exitCode";
import type { FileReport } from "../fileReport";
import { writeProblem } from "../files";
import { fileAsLine } from "../jsonOutput";
import { markFile } from "../markFile";
import { toText } from "../textOutput";
import { rowAndNotes, targetOf } from "./checkWork";
import { hashOf } from "./hashOf";
import type { Done, Item, MarkJob, Work } from "./work";

export interface MarkDone extends Done, Pick<FileReport, "from"> {
  readonly result: CheckResult | null;
  readonly protectedSheets: readonly string[];
  readonly department: string;
  /** Of the copy as written; null where none was. */
  readonly copyHash: string | null;
}

/** gouji mark over many files: a marked copy of each. */
export async function markWork(job: MarkJob): Promise<Work<MarkDone>> {
  return {
    frame: { begin: "", between: "", end: "" },
    failed: (error) => ({ error, result: null, protectedSheets: [], department: "", copyHash: null }),
    isThere: (item, done) => done.copyHash === null || done.copyHash === hashOfFile(item.copy),
    carryOut: async (item) => {
      const problem = copyProblem(item);
      const none = { result: null, protectedSheets: [], department: "", copyHash: null };
      if (problem) return { error: problem, ...none };
      const { error, result, protectedSheets, department, from } = await markFile(
        item.file,
        item.copy ?? "",
        job.date,
        { sets: job.sets, ...(job.edition === undefined ? {} : { edition: job.edition }) },
      );
      const copyHash = error ? null : hashOfFile(item.copy);
      return { error, result, protectedSheets, department, copyHash, ...(from && { from }) };
    },
    tell: (item, done) => {
      const report = { file: item.file, ...done };
      const copy = done.error ? null : (item.copy ?? null);
      const { row, notes } = rowAndNotes(report, copy, job.lang);
      const kept = done.protectedSheets.map((sheet) =>
        describe({ key: "sheet.protected", args: { sheet } }, job.lang),
      );
      const { department, counts } = row;
      const out =
        job.format === "jsonl"
          ? fileAsLine(report, { command: "mark", department, copy, counts }, job.lang)
          : toText(report, job.lang);
      const said = [...kept, ...notes, ...copyNotes(done, job.lang)];
      return { code: exitCodeOf([report]), out, notes: said.map((note) => `${item.file}: ${note}`), row };
    },
  };
}

/** Makes the folder of an item's copy; gives what keeps the copy from being made. */
export function copyProblem(item: Item): Done["error"] | undefined {
  const target = targetOf(item);
  if ("problem" in target) return { key: target.problem, args: { why: "" } };
  if (item.copy === undefined) return undefined;
  try {
    mkdirSync(dirname(item.copy), { recursive: true });
    return undefined;
  } catch (error) {
    return writeProblem(item.copy, error);
  }
}

/** What a copy of a file in another format has not. */
export function copyNotes({ error, from }: Done & Pick<FileReport, "from">, lang: MarkJob["lang"]): string[] {
  return error || from === undefined ? [] : [describe({ key: "format.copy", args: {} }, lang)];
}

/** The hash of a file as it stands; null for none. */
export function hashOfFile(file: string | undefined): string | null {
  try {
    return file === undefined ? null : hashOf([readFileSync(file)]);
  } catch {
    // Not there, or not to be read: not what was written.
    return null;
  }
}
