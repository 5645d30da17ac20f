import type { Command } from "commander";
import { Option } from "commander";
import { dictionaryDesign, entriesOf, listInForce } from "../actions/codeDictionary";
import { CODE_KINDS } from "../actions/findCodes";
import type { CodeKind } from "../actions/importCodes";
import type { MessageRef } from "../messages/messageRef";
import { describe } from "../messages/describe";
import type { Locale } from "../messages/describe";
import { applyEdits } from "../xlsx/patch/applyEdits";
import { readListFile } from "./listFile";
import { copyFile } from "./markFile";
import { tellFormat } from "./tellCopy";
import { langOption } from "./command";
import type { ExitCode, Output } from "./command";
import { writeList } from "./writeList";

interface ExportFlags {
  readonly kind: CodeKind;
  readonly edition?: number;
  readonly codes?: string;
  readonly into?: string;
  readonly output: string;
  readonly lang: Locale;
}

/**
 * Adds `gouji codes export`: a whole list as .xlsx (科目字典), .csv or .tsv, or as a sheet in a copy of a workbook. Exit
 * code 0, or 2 when nothing was written.
 */
export function addExportCommand(
  codes: Command,
  parseYear: (text: string) => number,
  output: Output,
  done: (code: ExitCode) => void,
): void {
  codes
    .command("export")
    .description("导出科目字典：一类科目的全部编码、名称、上级、级次、全称（.xlsx、.csv、.tsv）")
    .addOption(
      new Option("--kind <科目类别>", "哪一类科目")
        .choices([...CODE_KINDS])
        .default("functional", "功能分类"),
    )
    .addOption(new Option("--edition <年份>", "用哪一年的科目，默认取最新的目录").argParser(parseYear))
    .addOption(new Option("--codes <清单>", "用财政部门下发的这份清单（.xlsx、.csv、.tsv）"))
    .addOption(new Option("--into <工作簿>", "把字典作为一张工作表加进这个工作簿的副本"))
    .requiredOption("-o, --output <文件>", "另存为")
    .addOption(langOption())
    .action(async (flags: ExportFlags) => done(await exportList(flags, output)));
}

async function exportList(flags: ExportFlags, output: Output): Promise<ExitCode> {
  const { kind, edition, codes, lang } = flags;
  const said = (problem: MessageRef) => describe(problem, lang);
  const given = codes === undefined ? undefined : await readListFile(codes, { kind });
  if (given && "problems" in given) {
    for (const problem of given.problems) output.err(`${codes}: ${said(problem)}\n`);
    return 2;
  }
  const list = await listInForce({
    kind,
    codeLists: given ? [given.preview.list] : [],
    ...(edition === undefined ? {} : { year: edition }),
  });
  if (flags.into !== undefined) {
    const report = await copyFile(flags.into, flags.output, ({ bytes, snapshot }) => ({
      error: null,
      result: null,
      protectedSheets: [],
      bytes: () => {
        const taken = snapshot.sheets.map(({ name }) => name);
        const design = dictionaryDesign(list, edition, lang, taken);
        return applyEdits(bytes, [{ kind: "addSheet", design }]);
      },
    }));
    const { error } = report;
    tellFormat(report, lang, output);
    if (error) output.err(`${flags.into}: ${said(error)}\n`);
    return error ? 2 : 0;
  }
  const problem = await writeList(
    flags.output,
    entriesOf(list, edition),
    () => dictionaryDesign(list, edition, lang),
    lang,
  );
  if (problem) output.err(`${said(problem)}\n`);
  return problem ? 2 : 0;
}
