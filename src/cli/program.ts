import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { describe } from "../messages/describe";
import type { Locale } from "../messages/describe";
import { holdLists } from "../actions/listsFor";
import { addBalanceCommand } from "./balanceCommand";
import { addCodesCommand } from "./codesCommand";
import { addFillCommand } from "./fillCommand";
import { checkTarget } from "./fileReport";
import type { FileReport } from "./fileReport";
import { findTargets } from "./files";
import { toJson } from "./jsonOutput";
import { readListFile } from "./listFile";
import { addInsertCommand } from "./insertCommand";
import { markFile, unmarkFile } from "./markFile";
import { addRowsCommand } from "./rowsCommand";
import { NO_RULES } from "../relations/ownRules/ownRule";
import { readRules } from "./rulesFile";
import { isOpen } from "../validation/finding";
import { toCsv, toHtml } from "./reportFiles";
import type { PrintedAbout } from "./reportFiles";
import { toText } from "./textOutput";
import { verifySystemFile } from "./verifySystem";

/** Where the command writes; tests pass their own. */
export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Milliseconds, for deciding when progress is worth a line. */
  readonly now: () => number;
}

/** 0: no errors found; 1: errors found; 2: a file could not be used, or the command was not understood. */
export type ExitCode = 0 | 1 | 2;

/** Progress is told once the work takes longer than this. */
const QUIET_MS = 1000;

/** Headings of the help text. */
const TITLES: Readonly<Record<string, string>> = {
  "Usage:": "用法：",
  "Arguments:": "参数：",
  "Options:": "选项：",
  "Commands:": "命令：",
};

/** Commander's own words inside help lines. */
const HELP_WORDS: readonly (readonly [english: RegExp, chinese: string])[] = [
  [/\[options\]/g, "[选项]"],
  [/\[command\]/g, "[命令]"],
  [/\bchoices: /g, "可选 "],
  [/, default: /g, "；默认："],
];

function inChinese(text: string): string {
  return HELP_WORDS.reduce((words, [english, chinese]) => words.replace(english, chinese), text);
}

/** What is wrong with a command line, by commander's code; {part} is what it names, {remedy} what it should be. */
const USAGE_ERRORS: Readonly<Record<string, string>> = {
  "commander.missingArgument": "没有给出“{part}”",
  "commander.missingMandatoryOptionValue": "没有给出选项 {part}",
  "commander.optionMissingArgument": "选项 {part} 后面缺少内容",
  "commander.unknownOption": "没有选项 {part}",
  "commander.unknownCommand": "没有命令 {part}",
  "commander.invalidArgument": "选项 {part} 的内容不对{remedy}",
  "commander.excessArguments": "参数太多",
};

function usageError({ code, message }: CommanderError): string {
  const part = /'([^']*)'/.exec(message)?.[1] ?? "";
  const said = /is invalid\. (.+?)[.。]?$/.exec(message)?.[1];
  const choices = /^Allowed choices are (.+)$/.exec(said ?? "")?.[1];
  const remedy = choices ? `，只能是 ${choices.replaceAll(", ", "、")}` : said ? `，${said}` : "";
  const sentence = (USAGE_ERRORS[code] ?? message).replace("{part}", part).replace("{remedy}", remedy);
  return `${sentence}。用 gouji --help 查看用法\n`;
}

interface CheckFlags {
  readonly edition?: number;
  readonly rules?: string;
  readonly format: "text" | "json" | "html" | "csv";
  readonly codes?: string;
  readonly lang: Locale;
}

interface MarkFlags {
  readonly output: string;
  readonly edition?: number;
  readonly lang: Locale;
}

/** Runs the command with its arguments (without node and script). Never throws for bad input. */
export async function runCommand(args: readonly string[], output: Output): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = buildProgram(output, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...args], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // The bare command shows its usage, as --help does, but has done nothing.
    if (error.exitCode !== 0 && error.code !== "commander.help") output.err(usageError(error));
    return error.exitCode === 0 ? 0 : 2;
  }
  return exitCode;
}

function buildProgram(output: Output, done: (code: ExitCode) => void): Command {
  const program = new Command("gouji")
    .description("勾稽：核对部门预算 14 张表的表内、表间勾稽关系和科目编码")
    .exitOverride()
    .enablePositionalOptions()
    .configureOutput({ writeOut: output.out, writeErr: output.err, outputError: () => undefined })
    .configureHelp({
      styleTitle: (title) => TITLES[title] ?? title,
      styleUsage: inChinese,
      styleSubcommandTerm: inChinese,
      styleOptionDescription: inChinese,
    })
    .helpOption("-h, --help", "显示用法")
    .helpCommand("help [命令]", "显示某个命令的用法");
  const edition = () =>
    new Option("--edition <年份>", "科目编码的年度版本，默认取表中的年份").argParser(parseEdition);
  const lang = () =>
    new Option("--lang <语言>", "输出语言").choices(["zh-CN", "en-US"]).default("zh-CN", "中文");
  program
    .command("check")
    .description("校验工作簿；给出文件夹时校验其中所有工作簿")
    .argument("<文件或文件夹...>")
    .addOption(edition())
    .addOption(new Option("--rules <文件>", "自定义勾稽关系的文件，或有“自定义勾稽”工作表的工作簿"))
    .addOption(
      new Option("--format <格式>", "输出格式")
        .choices(["text", "json", "html", "csv"])
        .default("text", "文本"),
    )
    .addOption(new Option("--codes <清单>", "财政部门下发的科目清单，清单以外的编码算差错"))
    .addOption(lang())
    .action(async (paths: string[], flags: CheckFlags) => done(await check(paths, flags, output)));
  program
    .command("mark")
    .description("校验并另存一份加了标记和校验报告的工作簿；原文件不动")
    .argument("<文件>")
    .requiredOption("-o, --output <文件>", "另存为")
    .addOption(edition())
    .addOption(lang())
    .action(async (input: string, flags: MarkFlags) =>
      done(finish(await markFile(input, flags.output, dateToday(), flags.edition), flags, output)),
    );
  program
    .command("unmark")
    .description("另存一份去掉了标记和校验报告的工作簿；原文件不动")
    .argument("<文件>")
    .requiredOption("-o, --output <文件>", "另存为")
    .addOption(lang())
    .action(async (input: string, flags: MarkFlags) =>
      done(finish(await unmarkFile(input, flags.output), flags, output)),
    );
  addBalanceCommand(program, lang, output, done);
  addInsertCommand(program, lang, parseEdition, output, done);
  program
    .command("verify-system")
    .description("核对文件里的一组数和关系式：逐条、合在一起、可能错的数")
    .argument("<文件>")
    .addOption(lang())
    .action(async (file: string, flags: { readonly lang: Locale }) =>
      done(await verify(file, flags.lang, output)),
    );
  addCodesCommand(program, output, done);
  addFillCommand(program, output, done);
  addRowsCommand(program, lang, output, done);
  return program;
}

async function verify(file: string, locale: Locale, output: Output): Promise<ExitCode> {
  const verdict = await verifySystemFile(file);
  if ("problem" in verdict) {
    output.err(`${file}: ${describe(verdict.problem, locale)}\n`);
    return 2;
  }
  output.out(verdict.json);
  return verdict.feasible ? 0 : 1;
}

function parseEdition(text: string): number {
  if (!/^20\d{2}$/.test(text)) throw new InvalidArgumentError("年份应为四位数，如 2020。");
  return Number(text);
}

async function check(paths: readonly string[], flags: CheckFlags, output: Output): Promise<ExitCode> {
  const start = output.now();
  const rules = flags.rules === undefined ? NO_RULES : await readRules(flags.rules);
  if (rules.problems.length > 0) {
    for (const { message } of rules.problems)
      output.err(`${flags.rules}: ${describe(message, flags.lang)}\n`);
    return 2;
  }
  const list = flags.codes === undefined ? undefined : await readListFile(flags.codes);
  if (list && "problems" in list) {
    for (const problem of list.problems) output.err(`${flags.codes}: ${describe(problem, flags.lang)}\n`);
    return 2;
  }
  const codeLists = list ? [list.preview.list] : [];
  const options = { rules, codeLists, ...(flags.edition === undefined ? {} : { edition: flags.edition }) };
  const targets = await findTargets(paths);
  const held = holdLists();
  const reports: FileReport[] = [];
  for (const [index, target] of targets.entries()) {
    if (output.now() - start > QUIET_MS) {
      output.err(`${index + 1}/${targets.length} ${target.file}\n`);
    }
    const report = await checkTarget(target, options, held);
    reports.push(report);
    if (flags.format === "text") output.out(toText(report, flags.lang));
    if (report.error && flags.format !== "text")
      output.err(`${report.file}: ${describe(report.error, flags.lang)}\n`);
  }
  if (flags.format === "json") output.out(toJson(reports, flags.lang));
  if (flags.format === "html") output.out(toHtml(reports, about(flags), flags.lang));
  if (flags.format === "csv") output.out(toCsv(reports, about(flags), flags.lang));
  return exitCodeOf(reports);
}

/** "2026-03-01", by the clock of this computer. */
function dateToday(): string {
  const today = new Date();
  const two = (number: number) => String(number).padStart(2, "0");
  return `${today.getFullYear()}-${two(today.getMonth() + 1)}-${two(today.getDate())}`;
}

function about({ edition }: CheckFlags): PrintedAbout {
  const date = dateToday();
  return { date, ...(edition === undefined ? {} : { edition }) };
}

function finish(
  report: FileReport & { readonly protectedSheets: readonly string[] },
  { lang }: MarkFlags,
  output: Output,
): ExitCode {
  for (const sheet of report.protectedSheets)
    output.err(`${report.file}: ${describe({ key: "sheet.protected", args: { sheet } }, lang)}\n`);
  if (report.error) output.err(`${report.file}: ${describe(report.error, lang)}\n`);
  else if (report.result) output.out(toText(report, lang));
  return exitCodeOf([report]);
}

function exitCodeOf(reports: readonly FileReport[]): ExitCode {
  if (reports.some(({ error }) => error)) return 2;
  const hasErrors = reports.some(({ result }) => result?.findings.some((one) => isOpen(one, "error")));
  return hasErrors ? 1 : 0;
}
