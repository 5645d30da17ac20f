import type { Command } from "commander";
import { Option } from "commander";
import { CODE_KINDS } from "../actions/findCodes";
import { importedDesign } from "../actions/codeDictionary";
import { planKeepList } from "../actions/importCodes";
import type { Imported, ImportPreview } from "../actions/importCodes";
import { describe } from "../messages/describe";
import type { Locale } from "../messages/describe";
import { comparisonText } from "../planning/comparisonText";
import { applyEdits } from "../xlsx/patch/applyEdits";
import { readListFile } from "./listFile";
import { copyFile } from "./markFile";
import { tellFormat } from "./tellCopy";
import { writeList } from "./writeList";
import { formatOption, langOption } from "./command";
import type { ExitCode, Output } from "./command";

interface ImportFlags {
  readonly kind?: (typeof CODE_KINDS)[number];
  readonly edition?: number;
  readonly sheet?: string;
  readonly into?: string;
  readonly output?: string;
  readonly supplement?: boolean;
  readonly format: "text" | "json";
  readonly lang: Locale;
}

/** Raised when a field changes its meaning or goes away. */
const VERSION = 1;

/**
 * Adds `gouji codes import <清单>`: what is new, changed and missing; with --output the list as .xlsx, .csv or .tsv, with --into
 * besides a copy of a workbook that keeps it. Exit code 0, or 2 for a list that is refused: nothing is written then.
 */
export function addImportCommand(
  codes: Command,
  parseYear: (text: string) => number,
  output: Output,
  done: (code: ExitCode) => void,
): void {
  codes
    .command("import")
    .description(
      "读入财政部门下发的科目清单，列出新增、改名、缺少的科目；有重复或写错的编码时指出行号，不做任何改动",
    )
    .argument("<清单>")
    .addOption(new Option("--kind <科目类别>", "清单的科目类别，默认按编码判断").choices([...CODE_KINDS]))
    .addOption(new Option("--edition <年份>", "清单的年度，默认取清单标题中的年份").argParser(parseYear))
    .addOption(new Option("--sheet <工作表>", "清单所在的工作表，默认取编码最多的一张"))
    .addOption(new Option("--supplement", "清单只作补充：清单以外的编码仍按内置目录判断"))
    .addOption(new Option("--into <工作簿>", "把清单存进这个工作簿的副本，以后校验都用它；要与 -o 同用"))
    .addOption(new Option("-o, --output <文件>", "另存为：清单，或带清单的工作簿副本"))
    .addOption(formatOption())
    .addOption(langOption())
    .action(async (file: string, flags: ImportFlags) => done(await importList(file, flags, output)));
}

async function importList(file: string, flags: ImportFlags, output: Output): Promise<ExitCode> {
  const imported = await readListFile(file, {
    isAuthoritative: flags.supplement !== true,
    ...(flags.kind === undefined ? {} : { kind: flags.kind }),
    ...(flags.edition === undefined ? {} : { year: flags.edition }),
    ...(flags.sheet === undefined ? {} : { sheet: flags.sheet }),
  });
  if (flags.format === "json") output.out(json(file, imported, flags.lang));
  if ("problems" in imported) {
    for (const problem of imported.problems) output.err(`${file}: ${describe(problem, flags.lang)}\n`);
    return 2;
  }
  if (flags.format === "text") output.out(`${comparisonText(imported.preview, flags.lang).join("\n")}\n`);
  const problem = await write(imported.preview, flags, output);
  if (problem !== undefined) output.err(`${problem}\n`);
  return problem === undefined ? 0 : 2;
}

/** Writes what was asked for; gives the sentence about what went wrong. */
async function write(
  preview: ImportPreview,
  { into, output, lang }: ImportFlags,
  host: Output,
): Promise<string | undefined> {
  const { list } = preview;
  if (into !== undefined) {
    if (output === undefined) return describe({ key: "import.needsOutput", args: {} }, lang);
    const report = await copyFile(into, output, ({ bytes }) => ({
      error: null,
      result: null,
      protectedSheets: [],
      bytes: () => applyEdits(bytes, [planKeepList(list)]),
    }));
    const { error } = report;
    tellFormat(report, lang, host);
    return error ? `${into}: ${describe(error, lang)}` : undefined;
  }
  if (output === undefined) return undefined;
  const problem = await writeList(output, list.entries, () => importedDesign(list, lang), lang);
  return problem && describe(problem, lang);
}

function json(file: string, imported: Imported, locale: Locale): string {
  const content =
    "problems" in imported
      ? { problems: imported.problems.map((one) => ({ ...one.args, message: describe(one, locale) })) }
      : previewJson(imported.preview);
  return `${JSON.stringify({ version: VERSION, file, ...content }, null, 2)}\n`;
}

function previewJson({ list, comparison, sheet, skipped, columns, shipped }: ImportPreview) {
  return {
    problems: [],
    kind: list.kind,
    year: list.year ?? null,
    sheet,
    authoritative: list.isAuthoritative,
    columns,
    codes: list.entries.length,
    comparedWith: shipped,
    ...comparison,
    skipped,
  };
}
