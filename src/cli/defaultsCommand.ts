import { Option } from "commander";
import { writeOfficeDefaults } from "../actions/officeDefaults";
import type { ImportedList } from "../actions/importCodes";
import { describe } from "../messages/describe";
import type { Locale } from "../messages/describe";
import type { MessageRef } from "../messages/messageRef";
import { describeMany } from "../messages/many/describeMany";
import { langOption } from "./command";
import type { AddCommand, ExitCode, Output } from "./command";
import { parseRate } from "./compareCommand";
import { writeProblem } from "./files";
import { readListFile } from "./listFile";
import { readRules } from "./rulesFile";
import { collected, readSetFiles } from "./setFiles";
import { writeWhole } from "./writeWhole";

interface DefaultsFlags {
  readonly output: string;
  readonly name?: string;
  readonly set?: readonly string[];
  readonly rules?: string;
  readonly codes?: readonly string[];
  readonly rate?: string;
  readonly lang: Locale;
}

/** Adds `gouji defaults`: the file of what holds for a whole office (office.json), put together from the files there are. */
export const add: AddCommand = (program, { output, done }) => {
  const files = (flags: string, about: string) => new Option(flags, about).argParser(collected);
  program
    .command("defaults")
    .description(
      "全单位的规定：把本单位的表样、勾稽关系、科目清单合成 office.json，放在网站上 manifest.xml 旁边",
    )
    .requiredOption("-o, --output <文件>", "另存为，如 office.json")
    .option("--name <名称>", "谁的、哪一年的规定，显示在窗格的设置里")
    .addOption(files("--set <文件>", "本单位的表样（gouji learn 存的文件）；可以重复"))
    .option("--rules <文件>", "自定义勾稽关系的文件，或有“自定义勾稽”工作表的工作簿")
    .addOption(files("--codes <清单>", "财政部门下发的科目清单，清单以外的编码算差错；可以重复"))
    .addOption(
      new Option("--rate <百分数>", "上年对比：增减率达到多少须写原因，默认 10").argParser(parseRate),
    )
    .addOption(langOption())
    .action(async (flags: DefaultsFlags) => done(await putTogether(flags, output)));
};

async function putTogether(flags: DefaultsFlags, output: Output): Promise<ExitCode> {
  const { name, rate, lang } = flags;
  const problems: string[] = [];
  const tell = (file: string, messages: readonly MessageRef[]) => {
    for (const message of messages) problems.push(`${file}: ${describe(message, lang)}`);
  };
  const sets = readSetFiles(flags.set ?? []);
  if ("problems" in sets) problems.push(...sets.problems.map((problem) => describe(problem, lang)));
  const rules = flags.rules === undefined ? undefined : await readRules(flags.rules);
  if (rules)
    tell(
      flags.rules ?? "",
      rules.problems.map(({ message }) => message),
    );
  const codeLists: ImportedList[] = [];
  for (const file of flags.codes ?? []) {
    const read = await readListFile(file);
    if ("problems" in read) tell(file, read.problems);
    else codeLists.push(read.preview.list);
  }
  if (problems.length > 0 || "problems" in sets) {
    for (const problem of problems) output.err(`${problem}\n`);
    return 2;
  }
  const text = writeOfficeDefaults({
    ...(name === undefined ? {} : { name }),
    ...(rate === undefined ? {} : { rate }),
    setTexts: sets.texts,
    rules: rules?.rules ?? [],
    codeLists,
  });
  try {
    await writeWhole(flags.output, Buffer.from(text, "utf8"));
  } catch (error) {
    output.err(`${describe(writeProblem(flags.output, error), lang)}\n`);
    return 2;
  }
  const args = {
    file: flags.output,
    sets: String(sets.texts.length),
    rules: String(rules?.rules.length ?? 0),
    lists: String(codeLists.length),
  };
  output.out(`${describeMany({ key: "defaults.saved", args }, lang)}\n`);
  return 0;
}
