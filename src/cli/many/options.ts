import { InvalidArgumentError, Option } from "commander";
import type { Command } from "commander";
import type { Shard } from "./shard";
import { parseShard } from "./shard";

/** What commands over many files have in common. */
export interface ManyFlags {
  readonly jobs?: number;
  readonly cache?: string;
  readonly shard?: Shard;
  readonly summary?: string;
  /** Where the results go in place of the standard output. */
  readonly resultFile?: string;
}

/** Adds --jobs, --cache and --shard, and --summary for commands that find something. */
export function addManyOptions(command: Command, hasSummary: boolean): Command {
  command
    .addOption(
      new Option("--jobs <个数>", "同时做几个文件，默认等于处理器个数").argParser((text: string) => {
        if (!/^[1-9]\d{0,2}$/.test(text)) throw new InvalidArgumentError("个数应为 1 到 999。");
        return Number(text);
      }),
    )
    .option("--cache <文件夹>", "结果存在这里，再做时没有变的文件不用重做")
    .addOption(new Option("--shard <第几份/共几份>", "只做文件列表的一份，如 2/8").argParser(parseShard));
  return hasSummary
    ? command.option("--summary <文件>", "另存一张汇总（.xlsx 或 .html）：每个部门各类问题各有几条")
    : command;
}
