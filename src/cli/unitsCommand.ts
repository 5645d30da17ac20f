import { compareUnits, unitBook } from "../actions/unitBooks";
import type { Locale } from "../messages/describe";
import type { MessageRef } from "../messages/messageRef";
import { describeUnits } from "../messages/units/describeUnits";
import { formatOption, langOption } from "./command";
import type { AddCommand, ExitCode, Output } from "./command";
import { readTarget } from "./fileReport";
import { readUnits } from "./unitFiles";
import { unitsAsJson, unitsAsLines } from "./unitsOutput";

interface UnitsFlags {
  readonly format: "text" | "json";
  readonly lang: Locale;
}

/** Adds `gouji units`: a department's workbook beside those of its units (单位汇总). */
export const add: AddCommand = (program, { output, done }) => {
  program
    .command("units")
    .description("单位汇总：部门的每个数是否等于各单位之和（减去单位之间的收支），指出哪个单位少了、重了什么")
    .argument("<部门>")
    .argument("<单位文件夹...>")
    .addOption(formatOption())
    .addOption(langOption())
    .action(async (department: string, folders: readonly string[], flags: UnitsFlags) =>
      done(await compare(department, folders, flags, output)),
    );
};

async function compare(
  file: string,
  folders: readonly string[],
  { format, lang }: UnitsFlags,
  output: Output,
): Promise<ExitCode> {
  const fail = (place: string, problem: MessageRef): ExitCode => {
    output.err(`${place}: ${describeUnits(problem, lang)}\n`);
    return 2;
  };
  const read = await readTarget({ file });
  if ("error" in read) return fail(file, read.error);
  const named = { file, workbook: read.snapshot };
  const department = unitBook(named);
  if (department.tables.length === 0) return fail(file, { key: "units.unreadable", args: {} });
  const { books, others, problems } = await readUnits(folders, file);
  for (const { file: place, problem } of problems) fail(place, problem);
  if (books.length === 0)
    return problems.length > 0 ? 2 : fail(folders.join(" "), { key: "units.noUnits", args: {} });
  const check = compareUnits(named, books, others);
  output.out(
    format === "json"
      ? unitsAsJson(department, books, check, lang)
      : unitsAsLines(department, books, check, lang),
  );
  if (problems.length > 0) return 2;
  return check.findings.some(({ severity }) => severity === "error") ? 1 : 0;
}
