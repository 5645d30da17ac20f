import { Option } from "commander";
import { holdLists } from "../actions/listsFor";
import { describe } from "../messages/describe";
import type { Locale } from "../messages/describe";
import { NO_RULES } from "../relations/ownRules/ownRule";
import { editionOption, langOption } from "./command";
import type { AddCommand, ExitCode, Output } from "./command";
import { dateToday } from "./dateToday";
import { exitCodeOf } from "./exitCode";
import { checkTarget, formatNotes } from "./fileReport";
import type { FileReport } from "./fileReport";
import { findTargets } from "./files";
import { KeptChecks } from "../validation/keptChecks";
import { toText } from "./textOutput";

/** Progress is told once the work takes longer than this. */
const QUIET_MS = 1000;

interface CheckFlags {
  readonly edition?: number;
  readonly rules?: string;
  readonly format: "text" | "json" | "html" | "csv";
  readonly codes?: string;
  readonly lang: Locale;
}

/** Adds `gouji check`: the findings of files and of the workbooks in folders. */
export const add: AddCommand = (program, { output, done }) => {
  program
    .command("check")
    .description("校验工作簿；给出文件夹时校验其中所有工作簿")
    .argument("<文件或文件夹...>")
    .addOption(editionOption())
    .addOption(new Option("--rules <文件>", "自定义勾稽关系的文件，或有“自定义勾稽”工作表的工作簿"))
    .addOption(
      new Option("--format <格式>", "输出格式")
        .choices(["text", "json", "html", "csv"])
        .default("text", "文本"),
    )
    .addOption(new Option("--codes <清单>", "财政部门下发的科目清单，清单以外的编码算差错"))
    .addOption(langOption())
    .action(async (paths: string[], flags: CheckFlags) => done(await check(paths, flags, output)));
};

async function check(paths: readonly string[], flags: CheckFlags, output: Output): Promise<ExitCode> {
  const start = output.now();
  const rules = await rulesOf(flags);
  if (rules.problems.length > 0) {
    for (const { message } of rules.problems)
      output.err(`${flags.rules}: ${describe(message, flags.lang)}\n`);
    return 2;
  }
  const list = await listOf(flags);
  if (list && "problems" in list) {
    for (const problem of list.problems) output.err(`${flags.codes}: ${describe(problem, flags.lang)}\n`);
    return 2;
  }
  const codeLists = list ? [list.preview.list] : [];
  const options = { rules, codeLists, ...(flags.edition === undefined ? {} : { edition: flags.edition }) };
  const targets = findTargets(paths);
  const held = { lists: holdLists(), kept: new KeptChecks() };
  const reports: FileReport[] = [];
  let exitCode: ExitCode = 0;
  for (const [index, target] of targets.entries()) {
    if (output.now() - start > QUIET_MS) {
      output.err(`${index + 1}/${targets.length} ${target.file}\n`);
    }
    const report = await checkTarget(target, options, held);
    const code = exitCodeOf([report]);
    if (code > exitCode) exitCode = code;
    for (const note of formatNotes(report)) output.err(`${report.file}: ${describe(note, flags.lang)}\n`);
    if (flags.format === "text") output.out(toText(report, flags.lang));
    // Kept until the end only where one text is made of all.
    else reports.push(report);
    if (report.error && flags.format !== "text")
      output.err(`${report.file}: ${describe(report.error, flags.lang)}\n`);
  }
  if (flags.format !== "text") output.out(await inOneText(reports, flags));
  return exitCode;
}

/** The rules of --rules; none where it is not given, and then nothing that reads rules is loaded. */
async function rulesOf({ rules }: CheckFlags) {
  return rules === undefined ? NO_RULES : (await import("./rulesFile")).readRules(rules);
}

/** The list of --codes, loaded as rulesOf loads. */
async function listOf({ codes }: CheckFlags) {
  return codes === undefined ? undefined : (await import("./listFile")).readListFile(codes);
}

/** The reports of all files in the format asked for. */
async function inOneText(
  reports: readonly FileReport[],
  { format, edition, lang }: CheckFlags,
): Promise<string> {
  if (format === "json") return (await import("./jsonOutput")).toJson(reports, lang);
  const { toCsv, toHtml } = await import("./reportFiles");
  const about = { date: dateToday(), ...(edition === undefined ? {} : { edition }) };
  return (format === "html" ? toHtml : toCsv)(reports, about, lang);
}
