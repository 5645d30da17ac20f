import { InvalidArgumentError, Option } from "commander";
import { CODE_KINDS, findCodes } from "../actions/findCodes";
import type { FoundCode } from "../actions/findCodes";
import { describe } from "../messages/describe";
import type { Locale } from "../messages/describe";
import { otherNameText, provenanceText } from "../planning/codeText";
import { addExportCommand } from "./exportCommand";
import { addImportCommand } from "./importCommand";
import { readListFile } from "./listFile";
import { formatOption, langOption } from "./command";
import type { AddCommand, ExitCode, Output } from "./command";

interface CodesFlags {
  readonly kind?: (typeof CODE_KINDS)[number];
  readonly edition?: number;
  readonly codes?: string;
  readonly limit: number;
  readonly format: "text" | "json";
  readonly lang: Locale;
}

/** Raised when a field changes its meaning or goes away. */
const VERSION = 1;

/** Adds `gouji codes <查找内容>`, `gouji codes import` and `gouji codes export`. Exit code 0 with codes found, 1 with none. */
export const add: AddCommand = (program, { output, done }) => {
  const command = program
    .command("codes")
    // What stands behind "import" are options of the import, though some are called the same.
    .enablePositionalOptions()
    .description("查科目编码：按编码、名称、拼音或拼音首字母")
    .argument("<查找内容...>")
    .addOption(new Option("--kind <科目类别>", "只查这一类").choices([...CODE_KINDS]))
    .addOption(
      new Option("--edition <年份>", "用哪一年的名称，默认取目录本身的年度").argParser(
        wholeNumber(/^20\d{2}$/),
      ),
    )
    .addOption(new Option("--codes <清单>", "先查财政部门下发的这份清单（.xlsx、.csv、.tsv）"))
    .addOption(
      new Option("--limit <条数>", "最多列出几条").argParser(wholeNumber(/^[1-9]\d{0,3}$/)).default(20, "20"),
    )
    .addOption(formatOption())
    .addOption(langOption())
    .action(async (words: string[], flags: CodesFlags) => done(await codes(words.join(" "), flags, output)));
  addExportCommand(command, wholeNumber(/^20\d{2}$/), output, done);
  addImportCommand(command, wholeNumber(/^20\d{2}$/), output, done);
};

function wholeNumber(pattern: RegExp): (text: string) => number {
  return (text) => {
    if (!pattern.test(text)) throw new InvalidArgumentError("应为数字。");
    return Number(text);
  };
}

async function codes(query: string, flags: CodesFlags, output: Output): Promise<ExitCode> {
  const list = flags.codes === undefined ? undefined : await readListFile(flags.codes);
  if (list && "problems" in list) {
    for (const problem of list.problems) output.err(`${flags.codes}: ${describe(problem, flags.lang)}\n`);
    return 2;
  }
  const options = {
    limit: flags.limit,
    ...(flags.kind === undefined ? {} : { kinds: [flags.kind] }),
    ...(flags.edition === undefined ? {} : { year: flags.edition }),
  };
  const hits = await findCodes(query, options, list ? [list.preview.list] : []);
  if (flags.format === "json")
    output.out(`${JSON.stringify({ version: VERSION, query, codes: hits.map(json) }, null, 2)}\n`);
  else if (hits.length === 0) output.out(`${describe({ key: "codes.none", args: { query } }, flags.lang)}\n`);
  else for (const hit of hits) output.out(lineOf(hit, flags.lang));
  return hits.length > 0 ? 0 : 1;
}

function lineOf(hit: FoundCode, locale: Locale): string {
  const place = [...hit.above].reverse().join(" › ");
  const list = describe(
    { key: "codes.list", args: { list: hit.list, edition: String(hit.edition) } },
    locale,
  );
  const notes = [provenanceText(hit, locale), otherNameText(hit, locale)].filter((text) => text !== "");
  return `${hit.code}  ${hit.name}\n    ${list}${place === "" ? "" : `  ${place}`}\n    ${notes.join("  ")}\n`;
}

function json({
  years,
  other,
  removed,
  kind,
  list,
  edition,
  code,
  name,
  above,
  evidence,
  confidence,
  how,
}: FoundCode) {
  const yearsOf = (name: FoundCode["years"]) => ({
    firstYear: name.firstYear ?? null,
    lastYear: name.lastYear ?? null,
  });
  return {
    kind,
    list,
    edition,
    code,
    name,
    above,
    evidence,
    confidence,
    how,
    ...yearsOf(years),
    otherName: other ? { name: other.name, ...yearsOf(other) } : null,
    removed: removed ? { lastYear: removed.lastYear, movedTo: removed.movedTo ?? null } : null,
  };
}
