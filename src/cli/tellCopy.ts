import { describe } from "../messages/describe";
import type { Locale } from "../messages/describe";
import type { ExitCode, Output } from "./command";
import { exitCodeOf } from "./exitCode";
import type { MarkReport } from "./markFile";
import { toText } from "./textOutput";

/** Says what became of a copy of a workbook: its findings, or why there is none; sheets left alone are named. */
export function tellCopy(report: MarkReport, locale: Locale, output: Output): ExitCode {
  for (const sheet of report.protectedSheets)
    output.err(`${report.file}: ${describe({ key: "sheet.protected", args: { sheet } }, locale)}\n`);
  if (report.error) output.err(`${report.file}: ${describe(report.error, locale)}\n`);
  else if (report.result) output.out(toText(report, locale));
  return exitCodeOf([report]);
}
