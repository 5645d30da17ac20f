import { Option } from "commander";
import { describe } from "../messages/describe";
import type { Locale } from "../messages/describe";
import { editionOption, langOption } from "./command";
import type { AddCommand, ExitCode, Output } from "./command";
import { dateToday } from "./dateToday";
import { markFile } from "./markFile";
import { addManyOptions } from "./many/options";
import type { ManyFlags } from "./many/options";
import { collected, readSetFiles } from "./setFiles";
import { tellCopy } from "./tellCopy";

interface MarkFlags extends ManyFlags {
  readonly output: string;
  readonly edition?: number;
  readonly set?: readonly string[];
  readonly format: "text" | "jsonl";
  readonly lang: Locale;
}

/** Adds `gouji mark`: copies of workbooks with marks and a report. */
export const add: AddCommand = (program, { output, done }) => {
  const command = program
    .command("mark")
    .description("校验并另存加了标记和校验报告的工作簿，一个或整个文件夹；原文件不动")
    .argument("<文件或文件夹...>")
    .requiredOption("-o, --output <文件>", "另存为；做几个文件时是文件夹")
    .option("--set <文件>", "本单位自己的表样（gouji learn 存的文件）；可以重复", collected)
    .addOption(editionOption())
    .addOption(new Option("--format <格式>", "输出格式").choices(["text", "jsonl"]).default("text", "文本"))
    .addOption(langOption());
  addManyOptions(command, true).action(async (paths: string[], flags: MarkFlags) =>
    done(await mark(paths, flags, output)),
  );
};

async function mark(paths: readonly string[], flags: MarkFlags, output: Output): Promise<ExitCode> {
  const { output: copy, edition, lang, format } = flags;
  const { copiesOf, isOneFile } = await import("./many/copies");
  const date = dateToday();
  const sets = readSetFiles(flags.set ?? []);
  if ("problems" in sets) {
    for (const problem of sets.problems) output.err(`${describe(problem, lang)}\n`);
    return 2;
  }
  const [only = ""] = paths;
  const year = edition === undefined ? {} : { edition };
  if (isOneFile(paths, flags))
    return tellCopy(await markFile(only, copy, date, { ...year, sets: sets.texts }), lang, output);
  const items = copiesOf(paths, copy);
  if ("problem" in items) {
    output.err(`${items.problem(lang)}\n`);
    return 2;
  }
  const { runAndSum } = await import("./many/runAndSum");
  const job = { command: "mark", format, lang, date, sets: sets.texts, ...year } as const;
  return runAndSum(job, items, flags, output);
}
