import { Option } from "commander";
import { planPublicVersion } from "../actions/publish";
import type { PublicPlan } from "../actions/publish";
import { checkSnapshot } from "../actions/validate";
import { withLists } from "../actions/listsFor";
import { describe } from "../messages/describe";
import type { Locale } from "../messages/describe";
import { isOpen } from "../validation/finding";
import { readHiddenLines } from "../xlsx/read/hiddenLines";
import { writeNewWorkbook } from "../xlsx/write/newWorkbook";
import { langOption, parseYear } from "./command";
import type { AddCommand, ExitCode, Output } from "./command";
import { unusablePart } from "./fileReport";
import { copyFile } from "./markFile";
import { tellFormat } from "./tellCopy";

interface PublishFlags {
  readonly output: string;
  readonly department?: string;
  readonly year?: number;
  readonly lang: Locale;
}

/** Adds `gouji publish`: writes the tables of a workbook as they print, and nothing else of it. Exit code 0, or 2. */
export const add: AddCommand = (program, { output, done }) => {
  program
    .command("publish")
    .description("公开版：另存一份只有数值的工作簿，带封面、目录和连续页码；公式、批注、标记、隐藏内容都不带")
    .argument("<文件>")
    .requiredOption("-o, --output <文件>", "另存为")
    .option("--department <名称>", "封面上的部门名称，默认取表中的")
    .addOption(new Option("--year <年份>", "封面上的年份，默认取表中的").argParser(parseYear))
    .addOption(langOption())
    .action(async (input: string, flags: PublishFlags) => done(await publish(input, flags, output)));
};

async function publish(input: string, flags: PublishFlags, output: Output): Promise<ExitCode> {
  const { department, year, lang } = flags;
  let plan: PublicPlan | undefined;
  let errors = 0;
  const report = await copyFile(input, flags.output, async ({ snapshot, bytes }) => {
    const result = checkSnapshot(snapshot, await withLists(snapshot, {}));
    errors = result.findings.filter((finding) => isOpen(finding, "error")).length;
    const hidden = readHiddenLines(bytes);
    const hiddenOf = (sheet: string) =>
      hidden.get(sheet) ?? { rows: new Set<number>(), columns: new Set<number>() };
    const made = planPublicVersion(snapshot, { department, year, hiddenOf });
    plan = made;
    const error =
      unusablePart(snapshot, result) ?? (made.tables === 0 ? { key: "publish.nothing", args: {} } : null);
    return { error, result, protectedSheets: [], bytes: () => writeNewWorkbook(made.designs) };
  });
  tellFormat(report, lang, output);
  if (report.error || !plan) {
    output.err(`${input}: ${report.error ? describe(report.error, lang) : ""}\n`);
    return 2;
  }
  const notes = [
    ...plan.notes,
    ...(errors > 0 ? [{ key: "publish.errors", args: { count: String(errors) } }] : []),
  ];
  for (const note of notes) output.err(`${describe(note, lang)}\n`);
  const args = { tables: String(plan.tables), pages: String(plan.pages), file: flags.output };
  output.out(`${describe({ key: "publish.made", args }, lang)}\n`);
  return 0;
}
