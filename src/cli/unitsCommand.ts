import { Option } from "commander";
import { compareUnits, unitBook } from "../actions/unitBooks";
import type { Locale } from "../messages/describe";
import type { MessageRef } from "../messages/messageRef";
import { describeUnits } from "../messages/units/describeUnits";
import { langOption } from "./command";
import type { AddCommand, ExitCode, Output } from "./command";
import { dateToday } from "./dateToday";
import { readTarget } from "./fileReport";
import { addManyOptions } from "./many/options";
import type { ManyFlags } from "./many/options";
import { readUnits } from "./unitFiles";
import { unitsAsJson, unitsAsLines } from "./unitsOutput";

interface UnitsFlags extends ManyFlags {
  readonly format: "text" | "json" | "jsonl";
  readonly lang: Locale;
}

/** Adds `gouji units`: a department's workbook beside those of its units (单位汇总). */
export const add: AddCommand = (program, { output, done }) => {
  const command = program
    .command("units")
    .description("单位汇总：部门的每个数是否等于各单位之和（减去单位之间的收支），指出哪个单位少了、重了什么")
    .argument("<部门或文件夹>")
    .argument("<单位文件夹...>")
    .addOption(
      new Option("--format <格式>", "输出格式").choices(["text", "json", "jsonl"]).default("text", "文本"),
    )
    .addOption(langOption());
  addManyOptions(command, true).action(
    async (department: string, folders: readonly string[], flags: UnitsFlags) => {
      const { isOneFile } = await import("./many/copies");
      const isOne = isOneFile([department], flags);
      return done(await (isOne ? compare : compareMany)(department, folders, flags, output));
    },
  );
};

/** Each department beside the units of its folder. */
async function compareMany(
  path: string,
  folders: readonly string[],
  flags: UnitsFlags,
  output: Output,
): Promise<ExitCode> {
  const { unitItems } = await import("./many/unitItems");
  const { runAndSum } = await import("./many/runAndSum");
  const format = flags.format === "text" ? "text" : "jsonl";
  const job = { command: "units", format, lang: flags.lang, date: dateToday() } as const;
  return runAndSum(job, unitItems(path, folders), flags, output);
}

async function compare(
  file: string,
  folders: readonly string[],
  { format, lang }: UnitsFlags,
  output: Output,
): Promise<ExitCode> {
  const fail = (place: string, problem: MessageRef): ExitCode => {
    output.err(`${place}: ${describeUnits(problem, lang)}\n`);
    return 2;
  };
  const read = await readTarget({ file });
  if ("error" in read) return fail(file, read.error);
  const named = { file, workbook: read.snapshot };
  const department = unitBook(named);
  if (department.tables.length === 0) return fail(file, { key: "units.unreadable", args: {} });
  const { books, others, problems } = await readUnits(folders, file);
  for (const { file: place, problem } of problems) fail(place, problem);
  if (books.length === 0)
    return problems.length > 0 ? 2 : fail(folders.join(" "), { key: "units.noUnits", args: {} });
  const check = compareUnits(named, books, others);
  output.out(
    format === "json"
      ? unitsAsJson(department, books, check, lang)
      : unitsAsLines(department, books, check, lang),
  );
  if (problems.length > 0) return 2;
  return check.findings.some(({ severity }) => severity === "error") ? 1 : 0;
}
