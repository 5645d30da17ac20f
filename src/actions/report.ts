import { describe } from "../messages/describe";
import { planReport } from "../planning/report";
import type { ReportPart } from "../planning/reportPart";
import { PACKS } from "../tables/packs";
import { checkWorkbook } from "../validation/check";
import type { CheckResult } from "../validation/checkResult";
import type { ReportPort, WorkbookPort } from "../workbook/port";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { readingFindings } from "./hostFindings";
import { withLists } from "./listsFor";
import { WITHOUT_PROGRESS } from "./task";
import type { Task } from "./task";
import type { ValidateOptions } from "./validate";
import { WANTED_FOR_CHECKING } from "./wantedSheets";

/** What a report is made with. */
export interface ReportOptions extends ValidateOptions {
  /** The day it says, "2026-03-01". */
  readonly date?: string;
  /** Parts on what stands around the tables, made of the workbook as it was read for the report; none when left out. */
  readonly parts?: (workbook: WorkbookSnapshot) => Promise<readonly ReportPart[]>;
}

/**
 * 校验报告: checks the workbook and writes the findings to a sheet of their own at the end, in place of an earlier report,
 * ready to print and sign. Changes no other sheet. Cancelled before the writing, it changes nothing.
 */
export async function reportWorkbook(
  port: WorkbookPort,
  reports: ReportPort,
  options: ReportOptions = {},
  task: Task = WITHOUT_PROGRESS,
): Promise<CheckResult> {
  const locale = options.locale ?? "zh-CN";
  await task.step({ key: "progress.reading", args: {} });
  const snapshot = await port.read(WANTED_FOR_CHECKING);
  await task.step({ key: "progress.checking", args: { sheets: String(snapshot.sheets.length) } });
  const { result: checked } = checkWorkbook(snapshot, PACKS, await withLists(snapshot, options));
  const result = { ...checked, findings: [...checked.findings, ...readingFindings(snapshot)] };
  const parts = await options.parts?.(snapshot);
  await task.step({ key: "progress.reporting", args: {} });
  const sheet = describe({ key: "report.sheetName", args: {} }, locale);
  await reports.writeReport(
    planReport(result, sheet, locale, {
      file: snapshot.name,
      ...(options.date === undefined ? {} : { date: options.date }),
      ...(options.edition === undefined ? {} : { edition: options.edition }),
      ...(parts && { parts }),
    }),
  );
  return result;
}
