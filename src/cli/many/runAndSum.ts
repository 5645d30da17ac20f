import { describe } from "../../messages/describe";
import type { ExitCode, Output } from "../command";
import { writeProblem } from "../files";
import type { ManyFlags } from "./options";
import type { ResultFile } from "./resultFile";
import { runMany } from "./runMany";
import type { Ran } from "./runMany";
import { shardOf } from "./shard";
import type { Item, Job } from "./work";

/**
 * Runs a job over the files that its options leave, and writes the summary and the file of results asked for. Both are only
 * written of a whole run: one that was interrupted leaves what was there.
 */
export async function runAndSum(
  job: Job,
  all: readonly Item[],
  flags: ManyFlags,
  output: Output,
): Promise<ExitCode> {
  const { shard, summary } = flags;
  const say = sayer(job, output);
  const problem = problemWith(all, flags);
  if (problem) {
    await say(problem.key, problem.args);
    return 2;
  }
  const items = shard === undefined ? all : shardOf(all, shard);
  const ran = await runInto(job, items, flags, output);
  if (ran === undefined) return 2;
  const { code, rows, isWhole } = ran;
  if (!isWhole) await say("many.interrupted", { done: String(rows.length), all: String(items.length) });
  if (summary === undefined || !isWhole) return code;
  const { writeSummary } = await import("./summaryFile");
  const unwritten = await writeSummary(summary, rows, job.lang);
  if (!unwritten) return code;
  output.err(`${unwritten}\n`);
  return 2;
}

/** Writes sentences about a run to the error output; their wording is only loaded with the first. */
function sayer({ lang }: Job, { err }: Output) {
  return async (key: string, args: Record<string, string>) =>
    err(`${(await import("../../messages/many/describeMany")).describeMany({ key, args }, lang)}\n`);
}

/** What keeps a run from being begun. */
function problemWith(all: readonly Item[], { summary, resultFile, shard }: ManyFlags) {
  if (summary !== undefined && !/\.(xlsx|html)$/i.test(summary))
    return { key: "many.summaryName", args: { file: summary } };
  // Results in place of a workbook: its name was meant for something else.
  if (resultFile !== undefined && /\.(xlsx|xlsm|xls|et|docx)$/i.test(resultFile))
    return { key: "many.outputName", args: { file: resultFile } };
  // A share that is not there on one of several computers looks so: a part without files would not be missed.
  const first = all.find(({ problem }) => problem !== undefined);
  if (shard !== undefined && first && all.every(({ problem }) => problem !== undefined))
    return { key: "many.nothingToSplit", args: { file: first.file } };
  return undefined;
}

/** Runs a job with its output in the file asked for, if one is. Undefined, and said, where that cannot be written. */
async function runInto(
  job: Job,
  items: readonly Item[],
  flags: ManyFlags,
  output: Output,
): Promise<Ran | undefined> {
  const { jobs, cache, resultFile: path } = flags;
  const options = { ...(jobs === undefined ? {} : { jobs }), ...(cache === undefined ? {} : { cache }) };
  let file: ResultFile | undefined;
  try {
    file = path === undefined ? undefined : (await import("./resultFile")).openResult(path);
    const ran = await runMany(job, items, options, { ...output, out: file?.write ?? output.out });
    if (ran === undefined) await sayer(job, output)("many.noCache", { folder: cache ?? "" });
    if (ran?.isWhole) file?.keep();
    return ran;
  } catch (error) {
    if (path === undefined || !isOfFileSystem(error)) throw error;
    output.err(`${describe(writeProblem(path, error), job.lang)}\n`);
    return undefined;
  } finally {
    file?.drop();
  }
}

/** False for what is a fault of this program. Told by its fields, as such errors may come from another realm. */
function isOfFileSystem(error: unknown): boolean {
  return typeof error === "object" && error !== null && "syscall" in error;
}
