import { Option } from "commander";
import { describe } from "../messages/describe";
import type { Locale } from "../messages/describe";
import { NO_RULES } from "../relations/ownRules/ownRule";
import { editionOption, langOption } from "./command";
import type { AddCommand, ExitCode, Output } from "./command";
import { dateToday } from "./dateToday";
import { findTargets } from "./files";
import { addManyOptions } from "./many/options";
import type { ManyFlags } from "./many/options";
import { runAndSum } from "./many/runAndSum";
import type { CheckFormat } from "./many/work";

interface CheckFlags extends ManyFlags {
  readonly edition?: number;
  readonly rules?: string;
  readonly format: CheckFormat;
  readonly codes?: string;
  readonly set?: readonly string[];
  readonly defaults?: string;
  readonly lang: Locale;
  readonly output?: string;
}

/** Adds `gouji check`: the findings of files and of the workbooks in folders. */
export const add: AddCommand = (program, { output, done }) => {
  const command = program
    .command("check")
    .description("校验工作簿；给出文件夹时校验其中所有工作簿")
    .argument("<文件或文件夹...>")
    .addOption(editionOption())
    .addOption(new Option("--rules <文件>", "自定义勾稽关系的文件，或有“自定义勾稽”工作表的工作簿"))
    .addOption(
      new Option("--format <格式>", "输出格式")
        .choices(["text", "json", "jsonl", "html", "csv"])
        .default("text", "文本"),
    )
    .addOption(new Option("--codes <清单>", "财政部门下发的科目清单，清单以外的编码算差错"))
    .addOption(
      new Option(
        "--set <文件>",
        "本单位自己的表样（gouji learn 存的文件），先于标准表识别；可以重复",
      ).argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value]),
    )
    .option("--defaults <文件>", "全单位的规定（gouji defaults 存的 office.json）")
    .option("-o, --output <文件>", "结果写进这个文件，全部做完才有它")
    .addOption(langOption());
  addManyOptions(command, true).action(async (paths: string[], flags: CheckFlags) =>
    done(await check(paths, flags, output)),
  );
};

async function check(paths: readonly string[], flags: CheckFlags, output: Output): Promise<ExitCode> {
  const { lang, format, edition } = flags;
  const rules = await rulesOf(flags);
  if (rules.problems.length > 0) {
    for (const { message } of rules.problems) output.err(`${flags.rules}: ${describe(message, lang)}\n`);
    return 2;
  }
  const list = await listOf(flags);
  if (list && "problems" in list) {
    for (const problem of list.problems) output.err(`${flags.codes}: ${describe(problem, lang)}\n`);
    return 2;
  }
  const office = await officeOf(flags);
  if ("problem" in office) {
    output.err(`${flags.defaults}: ${describe(office.problem, lang)}\n`);
    return 2;
  }
  for (const { message } of office.rules.problems) output.err(`${describe(message, lang)}\n`);
  if (office.rules.problems.length > 0) return 2;
  const codeLists = [...office.codeLists, ...(list ? [list.preview.list] : [])];
  const sets = await setsOf(flags);
  if ("problems" in sets) {
    for (const problem of sets.problems) output.err(`${describe(problem, lang)}\n`);
    return 2;
  }
  const year = edition === undefined ? {} : { edition };
  const job = {
    command: "check",
    format,
    lang,
    date: dateToday(),
    rules: { rules: [...office.rules.rules, ...rules.rules], problems: [] },
    codeLists,
    sets: [...office.setTexts, ...sets.texts],
    ...year,
  } as const;
  const into = flags.output === undefined ? {} : { resultFile: flags.output };
  return runAndSum(job, findTargets(paths), { ...flags, ...into }, output);
}

/** The rules of --rules; none where it is not given, and then nothing that reads rules is loaded. */
async function rulesOf({ rules }: CheckFlags) {
  return rules === undefined ? NO_RULES : (await import("./rulesFile")).readRules(rules);
}

/** The list of --codes, loaded as rulesOf loads. */
async function listOf({ codes }: CheckFlags) {
  return codes === undefined ? undefined : (await import("./listFile")).readListFile(codes);
}

/** What --defaults says, loaded as rulesOf loads. */
async function officeOf({ defaults }: CheckFlags) {
  return defaults === undefined
    ? { rules: NO_RULES, codeLists: [], setTexts: [] }
    : (await import("./officeFile")).readOfficeFile(defaults);
}

/** The texts of --set, loaded as rulesOf loads. */
async function setsOf({ set }: CheckFlags) {
  return set === undefined ? { texts: [] } : (await import("./setFiles")).readSetFiles(set);
}
