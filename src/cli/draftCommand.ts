import { draftText } from "../actions/draftText";
import { describeText } from "../messages/budgetText/describeText";
import type { Locale } from "../messages/describe";
import type { MessageRef } from "../messages/messageRef";
import { langOption, parseYear } from "./command";
import type { AddCommand, ExitCode, Output } from "./command";
import { readTarget } from "./fileReport";
import { writeProblem } from "./files";
import { writeWhole } from "./writeWhole";

interface DraftFlags {
  readonly lastYear?: string;
  readonly year?: number;
  readonly output?: string;
  readonly lang: Locale;
}

/** Adds `gouji draft`: writes the explanation of a budget from its tables (生成说明). */
export const add: AddCommand = (program, { output, done }) => {
  program
    .command("draft")
    .description("生成说明：由预算表（和上年表）写出收支、三公、采购等各段，原因留空")
    .argument("<预算>")
    .option("--last-year <去年>", "上年预算的工作簿")
    .option("--year <年份>", "预算年度，默认取表中的年份", parseYear)
    .option("-o, --output <文件>", "另存为文本文件；不给就显示出来")
    .addOption(langOption())
    .action(async (file: string, flags: DraftFlags) => done(await draft(file, flags, output)));
};

async function draft(file: string, flags: DraftFlags, output: Output): Promise<ExitCode> {
  const fail = (place: string, problem: MessageRef): ExitCode => {
    output.err(`${place}: ${describeText(problem, flags.lang)}\n`);
    return 2;
  };
  const tables = await readTarget({ file });
  if ("error" in tables) return fail(file, tables.error);
  const last = flags.lastYear === undefined ? undefined : await readTarget({ file: flags.lastYear });
  if (last && "error" in last) return fail(flags.lastYear ?? "", last.error);
  const written = draftText({
    tables: tables.snapshot,
    ...(last && { lastYear: last.snapshot }),
    ...(flags.year === undefined ? {} : { year: flags.year }),
  });
  if ("problem" in written) return fail(file, written.problem);
  if (flags.output === undefined) output.out(written.text);
  else {
    try {
      await writeWhole(flags.output, new TextEncoder().encode(written.text));
    } catch (error) {
      return fail(flags.output, writeProblem(flags.output, error));
    }
  }
  return 0;
}
