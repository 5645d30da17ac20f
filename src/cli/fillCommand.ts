import { readFile } from "node:fs/promises";
import { Option } from "commander";
import { withLists } from "../actions/listsFor";
import { planFilledCopy } from "../actions/fillCodes";
import type { MessageRef } from "../messages/messageRef";
import { describe } from "../messages/describe";
import type { Locale } from "../messages/describe";
import type { Answer, FillPlan } from "../planning/fill/fillPlan";
import type { FillOptions } from "../planning/fill/planFill";
import { parseRange } from "../workbook/address";
import { applyEdits } from "../xlsx/patch/applyEdits";
import { fillJson, fillText } from "./fillOutput";
import { problemKey } from "./files";
import { readListFile } from "./listFile";
import { copyFile } from "./markFile";
import { tellFormat } from "./tellCopy";
import type { Read } from "./markFile";
import { editionOption, formatOption, langOption } from "./command";
import type { AddCommand, ExitCode, Output } from "./command";

interface FillFlags {
  readonly output?: string;
  readonly dryRun?: boolean;
  readonly updateNames?: boolean;
  readonly sheet?: string;
  readonly answers?: string;
  readonly codes?: string;
  readonly unitKind?: "机关" | "事业单位";
  readonly edition?: number;
  readonly format: "text" | "json";
  readonly lang: Locale;
}

/** Adds `gouji fill`. Exit code 0 when the file was filled, or would be; 2 when it cannot be used. */
export const add: AddCommand = (program, { output, done }) => {
  program
    .command("fill")
    .description("填充编码：编码与名称互填，另存一份；拿不准的列出来，不猜")
    .argument("<文件>")
    .option("-o, --output <文件>", "另存为")
    .option("--dry-run", "只列出要填的，不写文件")
    .option("--update-names", "以前年度的科目名称一并改为当年的名称")
    .option("--sheet <工作表>", "只填这张工作表")
    .option("--answers <文件>", "对待定项的回答（JSON）")
    .option("--codes <清单>", "财政部门下发的科目清单（.xlsx、.csv、.tsv）")
    .addOption(new Option("--unit-kind <单位性质>", "整本都是这类单位的支出").choices(["机关", "事业单位"]))
    .addOption(editionOption())
    .addOption(formatOption())
    .addOption(langOption())
    .action(async (file: string, flags: FillFlags) => done(await fill(file, flags, output)));
};

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
  const options: FillOptions = {
    answers,
    codeLists: list ? [list.preview.list] : [],
    updateNames: flags.updateNames === true,
    ...(flags.sheet === undefined ? {} : { scope: { kind: "table", sheet: flags.sheet } }),
    ...(flags.unitKind === undefined ? {} : { unitKind: flags.unitKind }),
    ...(flags.edition === undefined ? {} : { edition: flags.edition }),
  };
  let plan: FillPlan | undefined;
  let protectedSheets: readonly string[] = [];
  const planCopy = async ({ bytes, snapshot }: Pick<Read, "bytes" | "snapshot">) => {
    const copy = planFilledCopy(snapshot, await withLists(snapshot, options));
    plan = copy.plan;
    protectedSheets = snapshot.sheets.filter(({ isProtected }) => isProtected).map(({ name }) => name);
    return { error: null, result: null, protectedSheets, bytes: () => applyEdits(bytes, copy.edits) };
  };
  const report = await copyFile(file, flags.dryRun ? undefined : flags.output, planCopy);
  const { error } = report;
  if (!flags.dryRun) tellFormat(report, flags.lang, output);
  if (error || !plan) return fail(error ?? { key: "file.unreadable", args: { why: "" } });
  for (const sheet of protectedSheets)
    output.err(`${file}: ${describe({ key: "fill.protected", args: { sheet } }, flags.lang)}\n`);
  output.out(
    flags.format === "json" ? fillJson(file, null, plan, flags.lang) : fillText(file, plan, flags.lang),
  );
  return 0;
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
