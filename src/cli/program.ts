import { Command, CommanderError } from "commander";
import type { AddCommand, ExitCode, Host, Output } from "./command";
import { VERSION } from "../messages/version";
import { commandsFor } from "./commands";

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

/** Runs the command with its arguments (without node and script). Never throws for bad input. */
export async function runCommand(args: readonly string[], output: Output): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const done = (code: ExitCode) => {
    exitCode = code;
  };
  const program = buildProgram(await commandsFor(args[0]), { output, done });
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

function buildProgram(commands: readonly AddCommand[], host: Host): Command {
  const { out, err } = host.output;
  const program = new Command("gouji")
    .description("勾稽：核对部门预算 14 张表的表内、表间勾稽关系和科目编码")
    .exitOverride()
    .enablePositionalOptions()
    .configureOutput({ writeOut: out, writeErr: err, outputError: () => undefined })
    .configureHelp({
      styleTitle: (title) => TITLES[title] ?? title,
      styleUsage: inChinese,
      styleSubcommandTerm: inChinese,
      styleOptionDescription: inChinese,
    })
    .version(VERSION, "--version", "显示版本")
    .helpOption("-h, --help", "显示用法")
    .helpCommand("help [命令]", "显示某个命令的用法");
  for (const add of commands) add(program, host);
  return program;
}
