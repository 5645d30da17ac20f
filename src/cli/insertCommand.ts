import { InvalidArgumentError, Option } from "commander";
import { PACK_IDS } from "../actions/insertTables";
import type { Locale } from "../messages/describe";
import { describe } from "../messages/describe";
import { insertFile } from "./insertFile";
import type { InsertFlags } from "./insertFile";
import { langOption, parseYear } from "./command";
import { collected } from "./setFiles";
import type { AddCommand } from "./command";

/** Adds `gouji insert`. Exit code 0, or 2 when nothing could be made. */
export const add: AddCommand = (program, { output, done }) => {
  program
    .command("insert")
    .description("新建一份带标准表的工作簿：表头、公式、表间取数、打印设置齐全")
    .requiredOption("--tables <表>", "all，或表号，如 T01,T06")
    .addOption(
      new Option("--set <表式>", "哪一套表").choices(PACK_IDS).default(PACK_IDS[0], "广州市 14 张表"),
    )
    .option("--own <文件>", "本单位的表样（gouji learn 存的文件），表号如 U01；只用于新建", collected)
    .addOption(new Option("--year <年份>", "预算年度").argParser(parseYear).makeOptionMandatory())
    .requiredOption("--department <名称>", "部门名称")
    .option("--units <文件>", "单位和项目清单，每行一个编码和名称")
    .option("--codes <编码>", "功能科目编码，逗号分隔；上级科目自动补齐")
    .addOption(new Option("--unit <单位>", "金额单位").choices(["万元", "元"]).default("万元"))
    .addOption(new Option("--blank-rows <行数>", "每处留几行空行").argParser(parseCount))
    .option("--into <工作簿>", "插入到这份工作簿的副本里，不新建")
    .addOption(
      new Option("--existing <做法>", "已有的表：keep 保留，copy 另建副本，fill 补齐空着的公式").choices([
        "keep",
        "copy",
        "fill",
      ]),
    )
    .option("--no-links", "各表分别填写，不从其他表取数")
    .requiredOption("-o, --output <文件>", "另存为")
    .addOption(langOption())
    .action(async (flags: InsertFlags & { readonly lang: Locale }) => {
      const outcome = await insertFile(flags);
      if ("problem" in outcome) {
        output.err(`${describe(outcome.problem, flags.lang)}\n`);
        return done(2);
      }
      const args = { count: String(outcome.tables), file: flags.output };
      const said =
        outcome.filled === undefined
          ? { key: "insert.made", args }
          : { key: "insert.madeInto", args: { ...args, filled: String(outcome.filled) } };
      output.out(`${describe(said, flags.lang)}\n`);
      done(0);
    });
};

function parseCount(text: string): number {
  if (!/^\d{1,3}$/.test(text)) throw new InvalidArgumentError("行数应为 0 到 999。");
  return Number(text);
}
