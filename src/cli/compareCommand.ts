import { InvalidArgumentError, Option } from "commander";
import { compareWorkbooks, planYears } from "../actions/compareYears";
import type { ComparedYears } from "../actions/compareYears";
import { describeYears } from "../messages/years/describeYears";
import type { Locale } from "../messages/describe";
import type { MessageRef } from "../messages/messageRef";
import { applyEdits } from "../xlsx/patch/applyEdits";
import { isOpen } from "../years/yearFinding";
import { THRESHOLDS } from "../years/thresholds";
import { formatOption, langOption } from "./command";
import type { AddCommand, ExitCode, Output } from "./command";
import { yearsAsJson, yearsAsLines } from "./compareOutput";
import { readTarget } from "./fileReport";
import { copyFile } from "./markFile";
import { tellFormat } from "./tellCopy";

interface CompareFlags {
  readonly output?: string;
  readonly rate?: string;
  readonly format: "text" | "json";
  readonly lang: Locale;
}

/** Adds `gouji compare`: this year's budget against last year's, with the changes that need a reason (上年对比). */
export const add: AddCommand = (program, { output, done }) => {
  program
    .command("compare")
    .description(
      "上年对比：与上年的预算（决算）逐项比，列出增减和须写原因的；给出 -o 时另存一份带对比表的工作簿",
    )
    .argument("<今年>")
    .argument("<去年>")
    .option("-o, --output <文件>", "另存为，原文件不动")
    .addOption(new Option("--rate <百分数>", "增减率达到多少须写原因，默认 10").argParser(parseRate))
    .addOption(formatOption())
    .addOption(langOption())
    .action(async (now: string, last: string, flags: CompareFlags) =>
      done(await compare({ now, last }, flags, output)),
    );
};

/** "10" → "10", per cent; throws commander's error for anything but a number from 0 to 1000. */
export function parseRate(text: string): string {
  if (!/^\d{1,3}(\.\d{1,4})?$|^1000$/.test(text))
    throw new InvalidArgumentError("应为 0 到 1000 的数，如 10。");
  return text;
}

async function compare(
  files: { readonly now: string; readonly last: string },
  flags: CompareFlags,
  output: Output,
): Promise<ExitCode> {
  const { lang } = flags;
  const fail = (place: string, problem: MessageRef): ExitCode => {
    output.err(`${place}: ${describeYears(problem, lang)}\n`);
    return 2;
  };
  const last = await readTarget({ file: files.last });
  if ("error" in last) return fail(files.last, last.error);
  let compared: ComparedYears | undefined;
  let failedFile = files.now;
  let sheet = "";
  const report = await copyFile(files.now, flags.output, ({ snapshot, bytes }) => {
    const thresholds = flags.rate === undefined ? THRESHOLDS : { ...THRESHOLDS, rate: flags.rate };
    const found = compareWorkbooks(snapshot, last.snapshot, thresholds);
    const nothing = { result: null, protectedSheets: [] };
    if ("problem" in found) {
      if (found.ofLastYear) failedFile = files.last;
      return { ...nothing, error: found.problem, bytes: () => bytes };
    }
    compared = found;
    const plan = planYears(snapshot, found, lang);
    sheet = plan.sheet;
    return { ...nothing, error: null, bytes: () => applyEdits(bytes, plan.edits) };
  });
  if (flags.output !== undefined) tellFormat(report, lang, output);
  if (report.error || !compared) return fail(failedFile, report.error ?? { key: "file.noTables", args: {} });
  output.out(
    flags.format === "json" ? yearsAsJson(files, compared, lang) : yearsAsLines(files, compared, lang),
  );
  if (flags.output !== undefined && flags.format === "text")
    output.out(`${describeYears({ key: "years.saved", args: { file: flags.output, sheet } }, lang)}\n`);
  return compared.findings.some(isOpen) ? 1 : 0;
}
