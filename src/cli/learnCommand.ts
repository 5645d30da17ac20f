import { basename, extname } from "node:path";
import { learnableTables } from "../actions/learnTables";
import type { Learnable, LearnableTable } from "../actions/learnTables";
import { describe } from "../messages/describe";
import type { Locale } from "../messages/describe";
import type { MessageRef } from "../messages/messageRef";
import type { Offer } from "../validation/structure/withStructure";
import { langOption } from "./command";
import type { AddCommand, ExitCode, Output } from "./command";
import { readTarget } from "./fileReport";
import { writeProblem } from "./files";
import { collected, readSetFiles } from "./setFiles";
import { writeWhole } from "./writeWhole";

interface LearnFlags {
  readonly output?: string;
  readonly name?: string;
  readonly tables?: readonly string[];
  readonly without?: readonly string[];
  readonly with?: readonly string[];
  readonly set?: readonly string[];
  readonly lang: Locale;
}

/** Adds `gouji learn`: tables that no set has, shown and kept as the office's own set (学习表样). */
export const add: AddCommand = (program, { output, done }) => {
  program
    .command("learn")
    .description("学习表样：列出没有标准表的表及推断出的勾稽关系，可存为本单位的表样")
    .argument("<工作簿>")
    .option("-o, --output <文件>", "存为表样文件（JSON）；不给就只显示")
    .option("--name <名称>", "表样的名称，默认取文件名")
    .option("--tables <编号>", "只学习这些表，如 S1,S3；默认全部", collected)
    .option("--without <关系>", "不要这条关系，按编号；可以重复", collected)
    .option("--with <关系>", "未采用的关系中也要这一条，按编号；可以重复", collected)
    .option("--set <文件>", "已有的本单位表样，其中的表不再学习；可以重复", collected)
    .addOption(langOption())
    .action(async (file: string, flags: LearnFlags) => done(await learn(file, flags, output)));
};

async function learn(file: string, flags: LearnFlags, output: Output): Promise<ExitCode> {
  const say = (message: MessageRef, indent = 0) =>
    output.out(`${" ".repeat(indent)}${describe(message, flags.lang)}\n`);
  const fail = (problems: readonly MessageRef[]): ExitCode => {
    for (const problem of problems) output.err(`${describe(problem, flags.lang)}\n`);
    return 2;
  };
  const sets = readSetFiles(flags.set ?? []);
  if ("problems" in sets) return fail(sets.problems);
  const read = await readTarget({ file });
  if ("error" in read) return fail([read.error]);
  const learnable = learnableTables(read.snapshot, { sets: sets.packs });
  if (learnable.tables.length === 0) return fail([{ key: "learn.nothing", args: {} }]);
  const unknown = unknownIds(learnable, flags);
  if (unknown.length > 0) return fail(unknown);
  for (const table of learnable.tables) showTable(table, say);
  if (learnable.between.length > 0) say({ key: "learn.between", args: {} });
  for (const offer of learnable.between) say(offerText(offer), 2);
  if (flags.output === undefined) {
    say({ key: "learn.more", args: {} });
    return 0;
  }
  const set = learnable.keep({
    id: basename(flags.output, extname(flags.output)),
    name: flags.name ?? basename(file, extname(file)),
    ...(flags.tables ? { tables: flags.tables } : {}),
    ...(flags.without ? { without: flags.without } : {}),
    ...(flags.with ? { including: flags.with } : {}),
  });
  try {
    await writeWhole(flags.output, new TextEncoder().encode(set.text));
  } catch (error) {
    return fail([writeProblem(flags.output, error)]);
  }
  say({
    key: "learn.written",
    args: { file: flags.output, tables: String(set.tables), relations: String(set.relations) },
  });
  return 0;
}

/** Ids on the command line that nothing has. */
function unknownIds({ tables, between }: Learnable, flags: LearnFlags): MessageRef[] {
  const ids = new Set(tables.map(({ id }) => id));
  const relations = new Set(
    [...tables.flatMap((table) => table.relations), ...between].map(({ relation }) => relation.id),
  );
  return [
    ...(flags.tables ?? [])
      .filter((table) => !ids.has(table))
      .map((table) => ({ key: "learn.noSuchTable", args: { table } })),
    ...[...(flags.without ?? []), ...(flags.with ?? [])]
      .filter((relation) => !relations.has(relation))
      .map((relation) => ({ key: "learn.noSuchRelation", args: { relation } })),
  ];
}

type Say = (message: MessageRef, indent?: number) => void;

function showTable({ id, sheet, title, columns, kinds, relations }: LearnableTable, say: Say): void {
  say({ key: "learn.table", args: { table: id, sheet, title } });
  say({ key: "learn.columns", args: { columns } }, 2);
  say({ key: "learn.rows", args: { kinds } }, 2);
  for (const offer of relations) say(offerText(offer), 2);
}

function offerText({ relation, evidence, isTaken }: Offer): MessageRef {
  const { id, text } = relation;
  return {
    key: isTaken ? "learn.used" : "learn.offered",
    args: { id, text, held: String(evidence.held), of: String(evidence.of) },
  };
}
