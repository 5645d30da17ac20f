import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { draftText, readLayout } from "../actions/draftText";
import type { DraftedText } from "../actions/draftText";
import { describeText } from "../messages/budgetText/describeText";
import type { Locale } from "../messages/describe";
import type { MessageRef } from "../messages/messageRef";
import type { LayoutSection } from "../text/write/layout";
import { langOption, parseYear } from "./command";
import type { AddCommand, ExitCode, Output } from "./command";
import { readTarget } from "./fileReport";
import { errorCode, problemKey, writeProblem } from "./files";
import { writeWhole } from "./writeWhole";

interface DraftFlags {
  readonly lastYear?: string;
  readonly year?: number;
  readonly output?: string;
  readonly layout?: string;
  readonly lang: Locale;
}

/** Adds `gouji draft`: writes the explanation of a budget from its tables (生成说明). */
export const add: AddCommand = (program, { output, done }) => {
  program
    .command("draft")
    .description("生成说明：由预算表（和上年表）写出收支、三公、采购等各段，写上已有的原因，其余留空")
    .argument("<预算>")
    .option("--last-year <去年>", "上年预算的工作簿")
    .option("--year <年份>", "预算年度，默认取表中的年份", parseYear)
    .option("-o, --output <文件>", "另存为 .docx 或文本文件；不给就显示出来")
    .option("--layout <版式>", "自己的版式（JSON），写法见 docs/text.md")
    .addOption(langOption())
    .action(async (file: string, flags: DraftFlags) => done(await draft(file, flags, output)));
};

async function draft(file: string, flags: DraftFlags, output: Output): Promise<ExitCode> {
  const fail = (place: string, problem: MessageRef): ExitCode => {
    output.err(`${place}: ${describeText(problem, flags.lang)}\n`);
    return 2;
  };
  const tables = await readTarget({ file });
  if ("error" in tables) return fail(file, tables.error);
  const last = flags.lastYear === undefined ? undefined : await readTarget({ file: flags.lastYear });
  if (last && "error" in last) return fail(flags.lastYear ?? "", last.error);
  const layout = flags.layout === undefined ? undefined : await layoutIn(flags.layout);
  if (layout && "problem" in layout) return fail(flags.layout ?? "", layout.problem);
  const written = draftText({
    tables: tables.snapshot,
    ...(layout && { layout: layout.sections }),
    ...(last && { lastYear: last.snapshot }),
    ...(flags.year === undefined ? {} : { year: flags.year }),
  });
  if ("problem" in written) return fail(file, written.problem);
  if (flags.output === undefined) output.out(written.text);
  else {
    try {
      await writeWhole(flags.output, await bytesOf(flags.output, written));
    } catch (error) {
      return fail(flags.output, writeProblem(flags.output, error));
    }
  }
  return 0;
}

/** The file that is asked for by its name: a Word document, or plain text. */
async function bytesOf(file: string, { text, paragraphs }: DraftedText): Promise<Uint8Array> {
  if (!/^\.docx$/i.test(extname(file))) return new TextEncoder().encode(text);
  const { writeDocument } = await import("../xlsx/docx/writeDocument");
  return writeDocument(paragraphs);
}

async function layoutIn(
  file: string,
): Promise<{ readonly sections: readonly LayoutSection[] } | { readonly problem: MessageRef }> {
  try {
    const sections = readLayout(await readFile(file, "utf8"));
    return sections ? { sections } : { problem: { key: "text.badLayout", args: {} } };
  } catch (error) {
    return { problem: { key: problemKey(error), args: { why: errorCode(error) } } };
  }
}
