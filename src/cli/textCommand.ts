import { checkText } from "../actions/checkText";
import { describeText } from "../messages/budgetText/describeText";
import type { Locale } from "../messages/describe";
import type { MessageRef } from "../messages/messageRef";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { formatOption, langOption } from "./command";
import type { AddCommand, ExitCode, Output } from "./command";
import { readTarget } from "./fileReport";

import { textAsJson, textAsLines } from "./textCheckOutput";
import { readTextFile } from "./textFile";

interface TextFlags {
  readonly tables: string;
  readonly lastYear?: string;
  readonly format: "text" | "json";
  readonly lang: Locale;
}

/** Adds `gouji text`: compares the explanation of a budget with its tables (说明核对). */
export const add: AddCommand = (program, { output, done }) => {
  program
    .command("text")
    .description("说明核对：预算说明（.docx、.txt、.md）里的数与表格、与上年、与上下文是否相符")
    .argument("<说明>")
    .requiredOption("--tables <预算>", "本年预算的工作簿")
    .option("--last-year <去年>", "上年预算的工作簿")
    .addOption(formatOption())
    .addOption(langOption())
    .action(async (file: string, flags: TextFlags) => done(await compare(file, flags, output)));
};

async function compare(file: string, flags: TextFlags, output: Output): Promise<ExitCode> {
  const { lang, lastYear } = flags;
  const fail = (place: string, problem: MessageRef): ExitCode => {
    output.err(`${place}: ${describeText(problem, lang)}\n`);
    return 2;
  };
  const read = await readTextFile(file);
  if ("problem" in read) return fail(file, read.problem);
  const tables = await workbookAt(flags.tables);
  if ("problem" in tables) return fail(flags.tables, tables.problem);
  const last = lastYear === undefined ? undefined : await workbookAt(lastYear);
  if (last && "problem" in last) return fail(lastYear ?? "", last.problem);
  const check = checkText(read.text, { tables: tables.snapshot, ...(last && { lastYear: last.snapshot }) });
  if ("problem" in check) return fail(check.ofLastYear ? (lastYear ?? "") : flags.tables, check.problem);
  if (check.counts.read === 0) return fail(file, { key: "text.noFigures", args: {} });
  output.out(flags.format === "json" ? textAsJson(check, lang) : textAsLines(file, read.text, check, lang));
  return check.findings.some(({ severity }) => severity === "error") ? 1 : 0;
}

async function workbookAt(
  file: string,
): Promise<{ readonly snapshot: WorkbookSnapshot } | { readonly problem: MessageRef }> {
  const read = await readTarget({ file });
  return "error" in read ? { problem: read.error } : { snapshot: read.snapshot };
}
