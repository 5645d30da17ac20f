import { checkComplete } from "../actions/checkComplete";
import type { CompleteCheck } from "../actions/checkComplete";
import type { Point } from "../disclosure/point";
import { describeDisclosure } from "../messages/disclosure/describeDisclosure";
import type { Locale } from "../messages/describe";
import type { MessageRef } from "../messages/messageRef";
import { formatA1 } from "../workbook/address";
import { formatOption, langOption } from "./command";
import type { AddCommand, ExitCode, Output } from "./command";
import { readTarget } from "./fileReport";
import { readTextFile } from "./textFile";

interface CompleteFlags {
  readonly text?: string;
  readonly format: "text" | "json";
  readonly lang: Locale;
}

/** Adds `gouji complete`: what has to be published, as a list to tick (公开检查). */
export const add: AddCommand = (program, { output, done }) => {
  program
    .command("complete")
    .description(
      "公开检查：要公开的表、细化程度、空表说明、“三公”分项、单位和说明的各部分是否齐全，逐点列出依据",
    )
    .argument("<预算>")
    .option("--text <说明>", "预算说明（.docx、.txt、.md）")
    .addOption(formatOption())
    .addOption(langOption())
    .action(async (file: string, flags: CompleteFlags) => done(await complete(file, flags, output)));
};

async function complete(
  file: string,
  { text: textFile, format, lang }: CompleteFlags,
  output: Output,
): Promise<ExitCode> {
  const fail = (place: string, problem: MessageRef): ExitCode => {
    output.err(`${place}: ${describeDisclosure(problem, lang)}\n`);
    return 2;
  };
  const read = await readTarget({ file });
  if ("error" in read) return fail(file, read.error);
  const text = textFile === undefined ? undefined : await readTextFile(textFile);
  if (text && "problem" in text) return fail(textFile ?? "", text.problem);
  const check = checkComplete(read.snapshot, text?.text);
  if ("problem" in check) return fail(file, check.problem);
  output.out(format === "json" ? asJson(file, check, lang) : asLines(file, check, lang));
  return check.points.some(({ status }) => status === "unmet") ? 1 : 0;
}

function countsOf(points: readonly Point[]) {
  const count = (...statuses: readonly string[]) =>
    points.filter(({ status }) => statuses.includes(status)).length;
  return {
    all: points.length,
    met: count("met", "notApplicable"),
    unmet: count("unmet"),
    doubt: count("doubt"),
    manual: count("manual", "unknown"),
  };
}

function asJson(file: string, { set, year, points }: CompleteCheck, lang: Locale): string {
  const plain = {
    version: 1,
    file,
    set,
    year: year ?? null,
    counts: countsOf(points),
    points: points.map(({ rule, id, status, point, basis, problem, cells }) => ({
      rule,
      id,
      status,
      point: describeDisclosure(point, lang),
      basis: describeDisclosure(basis, lang),
      message: problem ? describeDisclosure(problem, lang) : null,
      cells: cells.map(({ sheet, row, column }) => ({ sheet, cell: formatA1(row, column) })),
    })),
  };
  return `${JSON.stringify(plain, null, 2)}\n`;
}

/** A tick, a cross, or an empty box for what a person has to tick. */
const BOXES: Readonly<Record<Point["status"], string>> = {
  met: "☑",
  notApplicable: "☑",
  unmet: "☒",
  doubt: "☐",
  manual: "☐",
  unknown: "☐",
};

function asLines(file: string, { setName, points }: CompleteCheck, lang: Locale): string {
  const say = (key: string, args: Readonly<Record<string, string>>) =>
    describeDisclosure({ key, args }, lang);
  const lines = points.flatMap(({ status, point, basis, problem }, index) => [
    ...(basis.key === points[index - 1]?.basis.key ? [] : [`  ${describeDisclosure(basis, lang)}`]),
    `    ${BOXES[status]} ${describeDisclosure(point, lang)}${status === "met" ? "" : ` [${say(`complete.status.${status}`, {})}]`}`,
    ...(problem ? [`        ${describeDisclosure(problem, lang)}`] : []),
  ]);
  const numbers = Object.fromEntries(
    Object.entries(countsOf(points)).map(([name, value]) => [name, String(value)]),
  );
  return [
    say("complete.heading", { file, set: setName }),
    ...lines,
    `  ${say("complete.totals", numbers)}`,
    "",
  ].join("\n");
}
