import { InvalidArgumentError, Option } from "commander";
import type { Command } from "commander";

/** Where the command writes; tests pass their own. */
export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Milliseconds, for deciding when progress is worth a line. */
  readonly now: () => number;
  /** The script that a worker runs to do one of many files; without one all is done in one thread. */
  readonly worker?: string;
}

/** 0: no errors found; 1: errors found; 2: a file could not be used, or the command was not understood. */
export type ExitCode = 0 | 1 | 2;

/** What a command needs of the program it is added to. */
export interface Host {
  readonly output: Output;
  /** Told once, when the command is through. */
  readonly done: (code: ExitCode) => void;
}

/** Adds one command with its options and what it does to the program. */
export type AddCommand = (program: Command, host: Host) => void;

/** --lang, the same for every command. */
export function langOption(): Option {
  return new Option("--lang <语言>", "输出语言").choices(["zh-CN", "en-US"]).default("zh-CN", "中文");
}

/** --edition of commands that read a budget. */
export function editionOption(): Option {
  return new Option("--edition <年份>", "科目编码的年度版本，默认取表中的年份").argParser(parseYear);
}

/** --format of commands that print text or JSON. */
export function formatOption(): Option {
  return new Option("--format <格式>", "输出格式").choices(["text", "json"]).default("text", "文本");
}

/** "2020" → 2020; throws commander's error for anything but a year of this century. */
export function parseYear(text: string): number {
  if (!/^20\d{2}$/.test(text)) throw new InvalidArgumentError("年份应为四位数，如 2020。");
  return Number(text);
}
