import { consolidateUnits } from "../actions/consolidateUnits";
import type { ConsolidatedWorkbook } from "../actions/consolidateUnits";
import { checkSnapshot } from "../actions/validate";
import { formatAmount, plainAmount } from "../amounts/format";
import type { Locale } from "../messages/describe";
import type { MessageRef } from "../messages/messageRef";
import { describeUnits } from "../messages/units/describeUnits";
import { namedUnit } from "../units/causeFinding";
import type { UnitBook } from "../units/unitBook";
import { isOpen } from "../validation/finding";
import { readWorkbook } from "../xlsx/read/readWorkbook";
import { writeNewWorkbook } from "../xlsx/write/newWorkbook";
import { formatOption, langOption, parseYear } from "./command";
import type { AddCommand, ExitCode, Output } from "./command";
import { writeProblem } from "./files";
import { readUnits } from "./unitFiles";
import { writeWhole } from "./writeWhole";

interface ConsolidateFlags {
  readonly output: string;
  readonly department?: string;
  readonly year?: number;
  readonly linked?: boolean;
  readonly format: "text" | "json";
  readonly lang: Locale;
}

/** Adds `gouji consolidate`: a department's tables made of its units' (汇总). */
export const add: AddCommand = (program, { output, done }) => {
  program
    .command("consolidate")
    .description("汇总：由各单位的预算表生成部门的表，单位之间的收支两边相等的抵销")
    .argument("<单位文件夹...>")
    .requiredOption("-o, --output <部门>", "另存为")
    .option("--department <名称>", "部门名称")
    .option("--year <年份>", "预算年度，默认取单位表中的年份", parseYear)
    .option("--linked", "写成各单位的数相加的公式，看得出每个单位是多少")
    .addOption(formatOption())
    .addOption(langOption())
    .action(async (folders: readonly string[], flags: ConsolidateFlags) =>
      done(await consolidate(folders, flags, output)),
    );
};

async function consolidate(
  folders: readonly string[],
  flags: ConsolidateFlags,
  output: Output,
): Promise<ExitCode> {
  const { lang, department, year, linked: isLinked = false } = flags;
  const fail = (place: string, problem: MessageRef): ExitCode => {
    output.err(`${place}: ${describeUnits(problem, lang)}\n`);
    return 2;
  };
  const { books, problems } = await readUnits(folders, flags.output);
  for (const { file, problem } of problems) fail(file, problem);
  // A department without one of its units is worse than none: nothing is written.
  if (problems.length > 0) return 2;
  if (books.length === 0) return fail(folders.join(" "), { key: "units.noUnits", args: {} });
  const made = consolidateUnits(books, {
    isLinked,
    ...(department === undefined ? {} : { department }),
    ...(year === undefined ? {} : { year }),
  });
  if ("problem" in made) return fail(folders.join(" "), made.problem);
  const bytes = writeNewWorkbook(made.designs);
  try {
    await writeWhole(flags.output, bytes);
  } catch (error) {
    return fail(flags.output, writeProblem(flags.output, error));
  }
  const { findings } = checkSnapshot(readWorkbook(bytes, flags.output));
  const errors = findings.filter((finding) => isOpen(finding, "error")).length;
  output.out(
    flags.format === "json" ? asJson(flags.output, books, made, errors) : asLines(flags, books, made, errors),
  );
  return errors > 0 ? 1 : 0;
}

function asJson(
  file: string,
  books: readonly UnitBook[],
  { tables, offsets, evened }: ConsolidatedWorkbook,
  errors: number,
): string {
  const plain = {
    version: 1,
    unit: "万元",
    file,
    units: books.map(namedUnit),
    tables,
    offsets: [...offsets].map(([name, amount]) => ({ name, amount: plainAmount(amount) })),
    evened,
    errors,
  };
  return `${JSON.stringify(plain, null, 2)}\n`;
}

function asLines(
  { output, lang }: ConsolidateFlags,
  books: readonly UnitBook[],
  { tables, offsets, evened }: ConsolidatedWorkbook,
  errors: number,
): string {
  const say = (key: string, args: Readonly<Record<string, string>>) => describeUnits({ key, args }, lang);
  const counts = { count: String(books.length), tables: String(tables), file: output };
  return [
    say("units.made", counts),
    ...[...offsets].map(
      ([name, amount]) => `  ${say("units.taken", { name, amount: formatAmount(amount) })}`,
    ),
    ...(evened > 0 ? [`  ${say("units.evened", { count: String(evened) })}`] : []),
    ...(errors > 0 ? [`  ${say("units.madeProblem", { errors: String(errors) })}`] : []),
    "",
  ].join("\n");
}
