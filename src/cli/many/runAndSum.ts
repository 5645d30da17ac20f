import type { ExitCode, Output } from "../command";
import type { ManyFlags } from "./options";
import { runMany } from "./runMany";
import { shardOf } from "./shard";
import type { Item, Job } from "./work";

/**
 * Runs a job over the files that its options leave, and writes the summary asked for. A summary is only written of a whole
 * run: one that was interrupted leaves what was there.
 */
export async function runAndSum(
  job: Job,
  all: readonly Item[],
  flags: ManyFlags,
  output: Output,
): Promise<ExitCode> {
  const { shard, summary, jobs, cache } = flags;
  const say = async (key: string, args: Record<string, string>) =>
    output.err(
      `${(await import("../../messages/many/describeMany")).describeMany({ key, args }, job.lang)}\n`,
    );
  if (summary !== undefined && !/\.(xlsx|html)$/i.test(summary)) {
    await say("many.summaryName", { file: summary });
    return 2;
  }
  const items = shard === undefined ? all : shardOf(all, shard);
  const options = { ...(jobs === undefined ? {} : { jobs }), ...(cache === undefined ? {} : { cache }) };
  const ran = await runMany(job, items, options, output);
  if (ran === undefined) {
    await say("many.noCache", { folder: cache ?? "" });
    return 2;
  }
  const { code, rows, isWhole } = ran;
  if (!isWhole) await say("many.interrupted", { done: String(rows.length), all: String(items.length) });
  if (summary === undefined || !isWhole) return code;
  const { writeSummary } = await import("./summaryFile");
  const problem = await writeSummary(summary, rows, job.lang);
  if (!problem) return code;
  output.err(`${problem}\n`);
  return 2;
}
