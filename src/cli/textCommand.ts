import { Option } from "commander";
import { describeText } from "../messages/budgetText/describeText";
import type { Locale } from "../messages/describe";
import { langOption } from "./command";
import type { AddCommand, ExitCode, Output } from "./command";
import { compareFiles } from "./compareFiles";
import { dateToday } from "./dateToday";
import { addManyOptions } from "./many/options";
import type { ManyFlags } from "./many/options";
import { textAsJson, textAsLines } from "./textCheckOutput";

interface TextFlags extends ManyFlags {
  readonly tables: string;
  readonly lastYear?: string;
  readonly format: "text" | "json" | "jsonl";
  readonly lang: Locale;
}

/** Adds `gouji text`: compares the explanation of a budget with its tables (说明核对). */
export const add: AddCommand = (program, { output, done }) => {
  const command = program
    .command("text")
    .description("说明核对：预算说明（.docx、.txt、.md）里的数与表格、与上年、与上下文是否相符")
    .argument("<说明或文件夹...>")
    .requiredOption("--tables <预算>", "本年预算的工作簿；核对几份说明时是文件夹")
    .option("--last-year <去年>", "上年预算的工作簿；核对几份说明时是文件夹")
    .addOption(
      new Option("--format <格式>", "输出格式").choices(["text", "json", "jsonl"]).default("text", "文本"),
    )
    .addOption(langOption());
  addManyOptions(command, true).action(async (paths: string[], flags: TextFlags) => {
    const { isOneFile } = await import("./many/copies");
    const isOne = isOneFile(paths, flags);
    return done(await (isOne ? compare(paths[0] ?? "", flags, output) : compareMany(paths, flags, output)));
  });
};

async function compare(file: string, flags: TextFlags, output: Output): Promise<ExitCode> {
  const compared = await compareFiles(file, flags.tables, flags.lastYear);
  if ("problem" in compared) {
    output.err(`${compared.file}: ${describeText(compared.problem, flags.lang)}\n`);
    return 2;
  }
  const { check, text } = compared;
  output.out(
    flags.format === "json" ? textAsJson(check, flags.lang) : textAsLines(file, text, check, flags.lang),
  );
  return check.findings.some(({ severity }) => severity === "error") ? 1 : 0;
}

/** Each text against the workbook that belongs to it. */
async function compareMany(paths: readonly string[], flags: TextFlags, output: Output): Promise<ExitCode> {
  const { textItems } = await import("./many/textItems");
  const { runAndSum } = await import("./many/runAndSum");
  const { tables, lastYear, lang } = flags;
  const format = flags.format === "text" ? "text" : "jsonl";
  const items = textItems(paths, tables, lastYear);
  return runAndSum({ command: "text", format, lang, date: dateToday() }, items, flags, output);
}
