import { readFile } from "node:fs/promises";
import { Option } from "commander";
import type { MessageRef } from "../messages/messageRef";
import { describe } from "../messages/describe";
import type { Locale } from "../messages/describe";
import type { Answer } from "../planning/fill/fillPlan";
import type { FillOptions } from "../planning/fill/planFill";
import { parseRange } from "../workbook/address";
import { dateToday } from "./dateToday";
import { fillFile } from "./fillFile";
import { fillJson, fillText } from "./fillOutput";
import { findTargets, problemKey } from "./files";
import { readListFile } from "./listFile";
import { addManyOptions } from "./many/options";
import type { ManyFlags } from "./many/options";
import { collected, readSetFiles } from "./setFiles";
import { tellFormat } from "./tellCopy";
import { editionOption, langOption } from "./command";
import type { AddCommand, ExitCode, Output } from "./command";

interface FillFlags extends ManyFlags {
  readonly output?: string;
  readonly dryRun?: boolean;
  readonly updateNames?: boolean;
  readonly sheet?: string;
  readonly answers?: string;
  readonly codes?: string;
  readonly set?: readonly string[];
  readonly unitKind?: "机关" | "事业单位";
  readonly edition?: number;
  readonly format: "text" | "json" | "jsonl";
  readonly lang: Locale;
}

/** Adds `gouji fill`. Exit code 0 when the file was filled, or would be; 2 when it cannot be used. */
export const add: AddCommand = (program, { output, done }) => {
  const command = program
    .command("fill")
    .description("填充编码：编码与名称互填，另存一份；拿不准的列出来，不猜")
    .argument("<文件或文件夹...>")
    .option("-o, --output <文件>", "另存为；填几个文件时是文件夹")
    .option("--dry-run", "只列出要填的，不写文件")
    .option("--update-names", "以前年度的科目名称一并改为当年的名称")
    .option("--sheet <工作表>", "只填这张工作表")
    .option("--answers <文件>", "对待定项的回答（JSON）")
    .option("--set <文件>", "本单位自己的表样（gouji learn 存的文件）；可以重复", collected)
    .option("--codes <清单>", "财政部门下发的科目清单（.xlsx、.csv、.tsv）")
    .addOption(new Option("--unit-kind <单位性质>", "整本都是这类单位的支出").choices(["机关", "事业单位"]))
    .addOption(editionOption())
    .addOption(
      new Option("--format <格式>", "输出格式").choices(["text", "json", "jsonl"]).default("text", "文本"),
    )
    .addOption(langOption());
  addManyOptions(command, false).action(async (paths: string[], flags: FillFlags) => {
    const { isOneFile } = await import("./many/copies");
    const isOne = isOneFile(paths, flags);
    return done(await (isOne ? fill(paths[0] ?? "", flags, output) : fillMany(paths, flags, output)));
  });
};

/** Fills many files, each into a copy of its own in the folder of -o. Answers are to questions about one file, so there are none. */
async function fillMany(paths: readonly string[], flags: FillFlags, output: Output): Promise<ExitCode> {
  const { lang, format, sheet, unitKind, edition, updateNames, dryRun } = flags;
  const fail = (message: string): ExitCode => {
    output.err(`${message}\n`);
    return 2;
  };
  if (flags.answers !== undefined) return fail(describe({ key: "fill.answersOfOne", args: {} }, lang));
  if (flags.output === undefined && !dryRun) return fail(describe({ key: "fill.noOutput", args: {} }, lang));
  const list = flags.codes === undefined ? undefined : await readListFile(flags.codes);
  if (list && "problems" in list)
    return fail(list.problems.map((one) => `${flags.codes}: ${describe(one, lang)}`).join("\n"));
  const sets = readSetFiles(flags.set ?? []);
  if ("problems" in sets) return failAll(sets.problems, lang, output);
  const { copiesOf } = await import("./many/copies");
  const items = flags.output === undefined ? findTargets(paths) : copiesOf(paths, flags.output);
  if ("problem" in items) return fail(items.problem(lang));
  const { runAndSum } = await import("./many/runAndSum");
  const job = {
    command: "fill",
    format: format === "text" ? "text" : "jsonl",
    lang,
    date: dateToday(),
    codeLists: list ? [list.preview.list] : [],
    updateNames: updateNames === true,
    isDryRun: dryRun === true,
    sets: sets.texts,
    ...(sheet === undefined ? {} : { sheet }),
    ...(unitKind === undefined ? {} : { unitKind }),
    ...(edition === undefined ? {} : { edition }),
  } as const;
  return runAndSum(job, items, flags, output);
}

async function fill(file: string, flags: FillFlags, output: Output): Promise<ExitCode> {
  const fail = (error: MessageRef): ExitCode => {
    output.err(`${file}: ${describe(error, flags.lang)}\n`);
    if (flags.format === "json") output.out(fillJson(file, error, undefined, flags.lang));
    return 2;
  };
  if (flags.output === undefined && !flags.dryRun) return fail({ key: "fill.noOutput", args: {} });
  const answers = flags.answers === undefined ? [] : await readAnswers(flags.answers);
  if ("key" in answers) return fail(answers);
  const list = flags.codes === undefined ? undefined : await readListFile(flags.codes);
  if (list && "problems" in list) {
    for (const problem of list.problems) output.err(`${flags.codes}: ${describe(problem, flags.lang)}\n`);
    return 2;
  }
  const sets = readSetFiles(flags.set ?? []);
  if ("problems" in sets) return failAll(sets.problems, flags.lang, output);
  const options: FillOptions = {
    answers,
    codeLists: list ? [list.preview.list] : [],
    updateNames: flags.updateNames === true,
    ...(flags.sheet === undefined ? {} : { scope: { kind: "table", sheet: flags.sheet } }),
    ...(flags.unitKind === undefined ? {} : { unitKind: flags.unitKind }),
    ...(flags.edition === undefined ? {} : { edition: flags.edition }),
  };
  const report = await fillFile(file, flags.dryRun ? undefined : flags.output, options, sets.texts);
  const { error, plan, protectedSheets } = report;
  if (!flags.dryRun) tellFormat(report, flags.lang, output);
  if (error || !plan) return fail(error ?? { key: "file.unreadable", args: { why: "" } });
  for (const sheet of protectedSheets)
    output.err(`${file}: ${describe({ key: "fill.protected", args: { sheet } }, flags.lang)}\n`);
  output.out(
    flags.format === "json" ? fillJson(file, null, plan, flags.lang) : fillText(file, plan, flags.lang),
  );
  return 0;
}

function failAll(problems: readonly MessageRef[], lang: Locale, output: Output): ExitCode {
  for (const problem of problems) output.err(`${describe(problem, lang)}\n`);
  return 2;
}

/** Answers as [{ "sheet": "表6", "cell": "A9", "value": "2010301" }]. */
async function readAnswers(path: string): Promise<Answer[] | MessageRef> {
  try {
    const given: unknown = JSON.parse(await readFile(path, "utf8"));
    if (!Array.isArray(given)) return { key: "fill.badAnswers", args: { file: path } };
    const answers = given.map(readAnswer);
    const isWhole = answers.every((answer) => answer !== undefined);
    return isWhole ? answers : { key: "fill.badAnswers", args: { file: path } };
  } catch (error) {
    return error instanceof SyntaxError
      ? { key: "fill.badAnswers", args: { file: path } }
      : {
          key: "fill.answersUnreadable",
          args: { file: path, why: describe({ key: problemKey(error), args: { why: "" } }, "zh-CN") },
        };
  }
}

function readAnswer(given: unknown): Answer | undefined {
  if (typeof given !== "object" || given === null) return undefined;
  const { sheet, cell, value } = given as Readonly<Record<string, unknown>>;
  if (typeof sheet !== "string" || typeof cell !== "string" || typeof value !== "string") return undefined;
  const range = parseRange(cell);
  return range && { cell: { sheet, row: range.firstRow, column: range.firstColumn }, value };
}
