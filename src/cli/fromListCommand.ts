import { writeFile } from "node:fs/promises";
import { Option } from "commander";
import { compareWithEarlier, figureNotes, planFromList, planNotes, totalsOf } from "../actions/fromList";
import type {
  BudgetList,
  ColumnCorrections,
  FromList,
  FromListOptions,
  SinceList,
} from "../actions/fromList";
import { describe } from "../messages/describe";
import type { Locale } from "../messages/describe";
import type { MessageRef } from "../messages/messageRef";
import { parseRange } from "../workbook/address";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { writeNewWorkbook } from "../xlsx/write/newWorkbook";
import { columnMapText, readColumnMap } from "./columnMap";
import { formatOption, langOption, parseYear } from "./command";
import type { AddCommand, ExitCode, Output } from "./command";
import { dateToday } from "./dateToday";
import { fileProblem } from "./fileReport";
import { writeProblem } from "./files";
import { fromListJson, fromListText } from "./fromListOutput";
import { readListWorkbook } from "./listWorkbook";
import { writeWhole } from "./writeWhole";

interface FromListFlags {
  readonly output?: string;
  readonly year?: number;
  readonly department?: string;
  readonly unit: "元" | "万元";
  readonly set?: string;
  readonly tables?: string;
  readonly sheet?: string;
  readonly listUnit?: "元" | "万元";
  readonly map?: string;
  readonly keepMap?: string;
  readonly since?: string;
  readonly links?: boolean;
  readonly show?: string;
  readonly format: "text" | "json";
  readonly lang: Locale;
}

/**
 * Adds `gouji from-list <清单>`: what its columns are taken for, and with -o a workbook of the tables that it fills. Exit
 * code 0; 1 when rows could not be placed; 2 for a list that cannot be used.
 */
export const add: AddCommand = (program, { output, done }) => {
  program
    .command("from-list")
    .description("从清单生成：按一体化平台导出的项目清单汇总填列各表；不给 -o 时只列出各栏的对应和各表合计")
    .argument("<清单>")
    .option("-o, --output <文件>", "另存为")
    .addOption(new Option("--year <年份>", "预算年度，默认取清单中的年份").argParser(parseYear))
    .option("--department <名称>", "部门名称")
    .addOption(new Option("--unit <单位>", "表的金额单位").choices(["万元", "元"]).default("万元"))
    .option("--set <表式>", "哪一套表，默认广州市 14 张表")
    .option("--tables <表>", "只生成这些表，如 T09,T10")
    .option("--sheet <工作表>", "清单所在的工作表，默认是清单的都算")
    .addOption(new Option("--list-unit <单位>", "清单的金额单位，默认取清单所写").choices(["元", "万元"]))
    .option("--map <文件>", "各栏对应什么，按表头写（由 --keep-map 写出，改后再用）")
    .option("--keep-map <文件>", "把各栏的对应写进这个文件，下次用 --map 读入")
    .option("--links", "金额写成 SUMIFS 公式，按“清单明细”工作表汇总；不给时写成数值")
    .option("--since <旧清单>", "与上次导出的清单逐行比较：新增、减少、改动")
    .option("--show <单元格>", "列出一格金额由清单的哪些行相加，如 表10!C7")
    .addOption(formatOption())
    .addOption(langOption())
    .action(async (file: string, flags: FromListFlags) => done(await fromList(file, flags, output)));
};

async function fromList(file: string, flags: FromListFlags, output: Output): Promise<ExitCode> {
  const { lang } = flags;
  const fail = (problem: MessageRef): ExitCode => {
    output.err(`${describe(problem, lang)}\n`);
    return 2;
  };
  const map = flags.map === undefined ? { columns: {} } : await readColumnMap(flags.map);
  if ("problem" in map) return fail(map.problem);
  let workbook: WorkbookSnapshot;
  try {
    workbook = await readListWorkbook(file);
  } catch (error) {
    const { key, args } = fileProblem(error);
    output.err(`${file}: ${describe({ key, args }, lang)}\n`);
    return 2;
  }
  const options = optionsOf(flags, map.columns);
  const made = await planFromList(workbook, options);
  if ("problem" in made) return fail(made.problem);
  const { list, plan } = made;
  const since = flags.since === undefined ? undefined : await compared(flags.since, list, options);
  if (since && "problem" in since) return fail(since.problem);
  const behind = flags.show === undefined ? [] : rowsBehind(plan, flags.show);
  if (!behind) return fail({ key: "lists.badCell", args: { cell: flags.show ?? "" } });
  const problem = await write(flags, made);
  if (problem) return fail(problem);
  const totals = totalsOf(plan);
  const told = {
    list,
    unit: plan.unit,
    totals,
    notes: [...planNotes(list, plan), ...behind],
    ...(since ? { since } : {}),
  };
  output.out(flags.format === "json" ? fromListJson(file, told, lang) : fromListText(told, lang));
  if (flags.output !== undefined && flags.format === "text") {
    const args = { count: String(totals.length), file: flags.output };
    output.out(`${describe({ key: "lists.made", args }, lang)}\n`);
  }
  return plan.left.length === 0 && totals.every(({ isComplete }) => isComplete) ? 0 : 1;
}

/** The sentences on the rows behind a cell that is written 表10!C7; undefined where that is no figure of the tables. */
function rowsBehind(plan: Exclude<FromList, { problem: MessageRef }>["plan"], text: string) {
  const [sheet = "", cell = ""] = text.split("!");
  const place = parseRange(cell);
  return place && figureNotes(plan, { sheet, row: place.firstRow, column: place.firstColumn });
}

/** The list beside an earlier one; the year of the newer one says by which codes both are read. */
async function compared(file: string, list: BudgetList, options: FromListOptions): Promise<SinceList> {
  try {
    return await compareWithEarlier(await readListWorkbook(file), list, options);
  } catch (error) {
    const { key, args } = fileProblem(error);
    return { problem: { key, args } };
  }
}

function optionsOf(flags: FromListFlags, columns: ColumnCorrections): FromListOptions {
  const { year, department, unit, set, tables, sheet, listUnit, links } = flags;
  return {
    thisYear: Number(dateToday().slice(0, 4)),
    unit,
    columns,
    ...(year === undefined ? {} : { year }),
    ...(department === undefined ? {} : { department }),
    ...(set === undefined ? {} : { set }),
    ...(tables === undefined ? {} : { tables: tables.split(/[,，、\s]+/).map((id) => id.toUpperCase()) }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(listUnit === undefined ? {} : { listUnit }),
    ...(links ? { isLinked: true } : {}),
  };
}

/** Writes the workbook and what the columns mean, as far as asked for. Gives what went wrong. */
async function write(
  { output, keepMap }: FromListFlags,
  { list, plan }: Exclude<FromList, { problem: MessageRef }>,
): Promise<MessageRef | undefined> {
  let file = "";
  try {
    if (keepMap !== undefined) await writeFile((file = keepMap), columnMapText(list), "utf8");
    if (output !== undefined)
      await writeWhole((file = output), writeNewWorkbook(plan.sheets.map(({ design }) => design)));
  } catch (error) {
    return writeProblem(file, error);
  }
  return undefined;
}
