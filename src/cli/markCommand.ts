import type { Locale } from "../messages/describe";
import { editionOption, langOption } from "./command";
import type { AddCommand } from "./command";
import { dateToday } from "./dateToday";
import { markFile } from "./markFile";
import { tellCopy } from "./tellCopy";

interface MarkFlags {
  readonly output: string;
  readonly edition?: number;
  readonly lang: Locale;
}

/** Adds `gouji mark`: a copy of a workbook with marks and a report. */
export const add: AddCommand = (program, { output, done }) => {
  program
    .command("mark")
    .description("校验并另存一份加了标记和校验报告的工作簿；原文件不动")
    .argument("<文件>")
    .requiredOption("-o, --output <文件>", "另存为")
    .addOption(editionOption())
    .addOption(langOption())
    .action(async (input: string, flags: MarkFlags) =>
      done(tellCopy(await markFile(input, flags.output, dateToday(), flags.edition), flags.lang, output)),
    );
};
