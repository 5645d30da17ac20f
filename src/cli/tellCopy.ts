import { describe } from "../messages/describe";
import type { Locale } from "../messages/describe";
import type { ExitCode, Output } from "./command";
import { exitCodeOf } from "./exitCode";
import { formatNotes } from "./fileReport";
import type { FileReport } from "./fileReport";
import type { MarkReport } from "./markFile";
import { toText } from "./textOutput";

/** Says of a copy of a file in another format what that file was, and what the copy has not. */
export function tellFormat({ file, from, error }: FileReport, locale: Locale, output: Output): void {
  if (error || from === undefined) return;
  const notes = [...formatNotes({ from }), { key: "format.copy", args: {} }];
  for (const note of notes) output.err(`${file}: ${describe(note, locale)}\n`);
}

/** Says what became of a copy of a workbook: its findings, or why there is none; sheets left alone are named. */
export function tellCopy(report: MarkReport, locale: Locale, output: Output): ExitCode {
  for (const sheet of report.protectedSheets)
    output.err(`${report.file}: ${describe({ key: "sheet.protected", args: { sheet } }, locale)}\n`);
  tellFormat(report, locale, output);
  if (report.error) output.err(`${report.file}: ${describe(report.error, locale)}\n`);
  else if (report.result) output.out(toText(report, locale));
  return exitCodeOf([report]);
}
