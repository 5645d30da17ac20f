import type { Locale } from "../messages/describe";
import { langOption } from "./command";
import type { AddCommand } from "./command";
import { unmarkFile } from "./markFile";
import { tellCopy } from "./tellCopy";

/** Adds `gouji unmark`: a copy of a workbook without marks and report. */
export const add: AddCommand = (program, { output, done }) => {
  program
    .command("unmark")
    .description("另存一份去掉了标记和校验报告的工作簿；原文件不动")
    .argument("<文件>")
    .requiredOption("-o, --output <文件>", "另存为")
    .addOption(langOption())
    .action(async (input: string, flags: { readonly output: string; readonly lang: Locale }) =>
      done(tellCopy(await unmarkFile(input, flags.output), flags.lang, output)),
    );
};
