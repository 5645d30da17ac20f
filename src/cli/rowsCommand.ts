import type { Command } from "commander";
import { planRowsOf } from "../actions/rows";
import type { RowsIntention, RowsPlan, TableName } from "../actions/rows";
import { describe } from "../messages/describe";
import type { Locale } from "../messages/describe";
import type { MessageRef } from "../messages/messageRef";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { applyEdits } from "../xlsx/patch/applyEdits";
import { copyFile, withSetsOf } from "./markFile";
import { collected, readSetFiles } from "./setFiles";
import { tellFormat } from "./tellCopy";
import { formatOption, langOption } from "./command";
import type { AddCommand, ExitCode, Output } from "./command";
import { rowsJson, rowsText } from "./rowsOutput";

interface CommonFlags {
  readonly output?: string;
  readonly dryRun?: boolean;
  readonly set?: readonly string[];
  readonly format: "text" | "json";
  readonly lang: Locale;
}

interface AddFlags extends CommonFlags {
  readonly table?: string;
  readonly sheet?: string;
  readonly code?: string;
  readonly project?: string;
  readonly newUnit?: string;
  readonly name?: string;
  readonly unit?: string;
  readonly alone?: boolean;
}

interface DeleteFlags extends CommonFlags {
  readonly table?: string;
  readonly sheet?: string;
  readonly rows: string;
  readonly withChildren?: boolean;
  readonly alone?: boolean;
}

/** Adds `gouji rows add` and `gouji rows delete`. Exit code 0 when it was done, or would be; 2 when it cannot be. */
export const add: AddCommand = (program, { output, done }) => {
  const rows = program.command("rows").description("增行、删行：公式、格式、打印区域和其他表的取数一并跟上");
  const common = (command: Command) =>
    command
      .argument("<文件>")
      .option("-o, --output <文件>", "另存为")
      .option("--dry-run", "只列出要改的，不写文件")
      .option("--table <表>", "表号或表名，如 T06、表6")
      .option("--sheet <工作表>", "工作表名")
      .option("--set <文件>", "本单位自己的表样（gouji learn 存的文件）；可以重复", collected)
      .addOption(formatOption())
      .addOption(langOption());
  common(rows.command("add").description("增加科目行、项目行或单位行"))
    .option("--code <编码>", "科目编码；缺少的类、款行一并补上")
    .option("--project <名称>", "项目名称，列在 --unit 的单位之下")
    .option("--new-unit <编码>", "新单位的编码")
    .option("--name <名称>", "科目或新单位的名称；科目默认取科目清单的")
    .option("--unit <编码>", "列在哪个单位之下")
    .option("--alone", ALONE)
    .action(async (file: string, flags: AddFlags) =>
      done(await carryOut(file, flags, output, addition(flags))),
    );
  common(rows.command("delete").description("删除行"))
    .requiredOption("--rows <行号>", "行号，如 12-14,20")
    .option("--with-children", "连同下面的行一起删")
    .option("--alone", ALONE)
    .action(async (file: string, flags: DeleteFlags) =>
      done(await carryOut(file, flags, output, deletion(flags))),
    );
  common(
    rows.command("unlink").description("取消取数：一张表取自其他表的数改为数值，本表合计仍是公式"),
  ).action(async (file: string, flags: AddFlags) => {
    const place = placeOf(flags);
    const asked: Asked = place ? { kind: "unlink", in: place } : { key: "rows.whichTable", args: {} };
    done(await carryOut(file, flags, output, asked));
  });
  for (const kind of ["complete", "sort", "merge"] as const) {
    common(rows.command(kind).description(TREES[kind])).action(async (file: string, flags: AddFlags) =>
      done(await carryOut(file, flags, output, { kind, in: placeOf(flags) })),
    );
  }
};

const ALONE = "只改这一张表，不改须列出同一科目的其他表";

/** What is done to the trees of codes of a table, or of all. */
const TREES = {
  complete: "补齐缺少的类、款行，带小计公式",
  sort: "把科目行按编码排序，连同格式和公式",
  merge: "合并重复的科目行，金额相加",
} as const;

type Asked = RowsIntention | MessageRef;

function addition(flags: AddFlags): Asked {
  const { code, project, newUnit, name, unit, alone: isAlone = false } = flags;
  const kinds = [newUnit, project ?? code].filter((one) => one !== undefined);
  if (kinds.length !== 1) return { key: "rows.whatToAdd", args: {} };
  const place = placeOf(flags);
  if (newUnit !== undefined) {
    return name === undefined
      ? { key: "rows.unitName", args: {} }
      : { kind: "unit", in: place, code: newUnit, name };
  }
  if (project === undefined && code !== undefined) {
    return place
      ? { kind: "code", in: place, code, name, unit, isAlone }
      : { key: "rows.whichTable", args: {} };
  }
  if (unit === undefined) return { key: "rows.whichUnit", args: {} };
  return { kind: "item", in: place, at: { unit }, name: project, code, isAlone };
}

function deletion(flags: DeleteFlags): Asked {
  const place = placeOf(flags);
  const rows = rowNumbers(flags.rows);
  if (!place) return { key: "rows.whichTable", args: {} };
  if (!rows) return { key: "rows.badNumbers", args: { rows: flags.rows } };
  const { withChildren = false, alone: isAlone = false } = flags;
  return { kind: "delete", in: place, rows, withChildren, isAlone };
}

function placeOf({
  table,
  sheet,
}: {
  readonly table?: string;
  readonly sheet?: string;
}): TableName | undefined {
  if (sheet !== undefined) return { sheet };
  return table === undefined ? undefined : { table };
}

/** More rows than this are not meant. */
const MOST_ROWS = 10_000;

/** "12-14,20" → [11, 12, 13, 19]; undefined when it is no list of rows. */
function rowNumbers(text: string): number[] | undefined {
  const rows: number[] = [];
  for (const part of text.split(/[,，、\s]+/)) {
    const [, first = "", last = first] = /^(\d{1,7})(?:[-–~](\d{1,7}))?$/.exec(part) ?? [];
    const [from, to] = [Number(first), Number(last)];
    if (!(from >= 1 && to >= from && to - from < MOST_ROWS)) return undefined;
    for (let row = from; row <= to; row++) rows.push(row - 1);
  }
  return rows;
}

async function carryOut(file: string, flags: CommonFlags, output: Output, asked: Asked): Promise<ExitCode> {
  if ("key" in asked) return failed(file, flags, output, asked);
  return writeRows(file, flags, output, (snapshot) => planRowsOf(snapshot, asked));
}

function failed(file: string, { format, lang }: CommonFlags, output: Output, error: MessageRef): ExitCode {
  output.err(`${file}: ${describe(error, lang)}\n`);
  if (format === "json") output.out(rowsJson(file, error, undefined, lang));
  return 2;
}

/** Plans changes of rows for a file, writes the copy, and says what was done. */
export async function writeRows(
  file: string,
  flags: CommonFlags,
  output: Output,
  plan: (snapshot: WorkbookSnapshot) => RowsPlan,
): Promise<ExitCode> {
  if (flags.output === undefined && !flags.dryRun)
    return failed(file, flags, output, { key: "rows.noOutput", args: {} });
  const sets = readSetFiles(flags.set ?? []);
  if ("problems" in sets) {
    for (const problem of sets.problems) output.err(`${describe(problem, flags.lang)}\n`);
    return 2;
  }
  let planned: RowsPlan | undefined;
  const report = await copyFile(file, flags.dryRun ? undefined : flags.output, (read) => {
    const { snapshot, bytes } = withSetsOf(read, sets.texts);
    planned = plan(snapshot);
    const { refusal, edits } = planned;
    return {
      error: refusal ?? null,
      result: null,
      protectedSheets: [],
      bytes: () => applyEdits(bytes, edits),
    };
  });
  const { error } = report;
  if (!flags.dryRun) tellFormat(report, flags.lang, output);
  if (error || !planned)
    return failed(file, flags, output, error ?? { key: "file.unreadable", args: { why: "" } });
  output.out(
    flags.format === "json" ? rowsJson(file, null, planned, flags.lang) : rowsText(file, planned, flags.lang),
  );
  return 0;
}
