import { langOption } from "./command";
import type { Locale } from "../messages/describe";
import { describeMany } from "../messages/many/describeMany";
import type { AddCommand, ExitCode, Output } from "./command";
import { readRows } from "./many/readRows";
import { totalsOf } from "./many/summary";
import { writeSummary } from "./many/summaryFile";

interface SummaryFlags {
  readonly output: string;
  readonly lang: Locale;
}

/** Adds `gouji summary`: one summary of the JSON Lines of one or several runs, the parts of a list for instance. */
export const add: AddCommand = (program, { output, done }) => {
  program
    .command("summary")
    .description("汇总 --format jsonl 的结果（几份的也行）：每个部门各类问题各有几条")
    .argument("<结果.jsonl...>")
    .requiredOption("-o, --output <文件>", "另存为（.xlsx 或 .html）")
    .addOption(langOption())
    .action(async (files: string[], flags: SummaryFlags) => done(await sumUp(files, flags, output)));
};

async function sumUp(files: readonly string[], flags: SummaryFlags, output: Output): Promise<ExitCode> {
  const { output: summary, lang } = flags;
  const fail = (sentence: string): ExitCode => {
    output.err(`${sentence}\n`);
    return 2;
  };
  if (!/\.(xlsx|html)$/i.test(summary))
    return fail(describeMany({ key: "many.summaryName", args: { file: summary } }, lang));
  const read = await readRows(files, lang);
  if ("problem" in read) return fail(read.problem);
  const problem = await writeSummary(summary, read.rows, lang);
  if (problem !== undefined) return fail(problem);
  const { all, wrong, unusable } = totalsOf(read.rows);
  const args = { all: String(all), wrong: String(wrong), unusable: String(unusable), file: summary };
  output.out(`${describeMany({ key: "many.summed", args }, lang)}\n`);
  return unusable > 0 ? 2 : wrong > 0 ? 1 : 0;
}
