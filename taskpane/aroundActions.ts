import type { AroundTables } from "../src/actions/aroundReport";
import { reportWorkbook } from "../src/actions/report";
import type { Task } from "../src/actions/task";
import type { ValidateOptions } from "../src/actions/validate";
import type { Locale } from "../src/messages/describe";
import type { ReportPort, SheetPort, WorkbookPort } from "../src/workbook/port";
import type { WorkbookSnapshot } from "../src/workbook/snapshot";
import type { Thresholds } from "../src/years/thresholds";

type Port = WorkbookPort & ReportPort & SheetPort;

/** What the actions on what stands around the tables are bound to. */
interface Bound {
  readonly port: Port;
  /** The port for a task that the user may stop. */
  readonly to: (task: Task) => Port;
  readonly locale: Locale;
  readonly thresholds: Thresholds | undefined;
  /** The day, "2026-03-01". */
  readonly today: () => string;
}

/** The actions of the place 说明 that need the workbook, and the report, which has a part on each; loaded when first asked for. */
export function bindAround({ port, to, locale, thresholds, today }: Bound) {
  let around: AroundTables = {};
  return {
    /** 加入对比表: compares with last year's workbook and puts the sheet of changes in. */
    putYears: async (last: WorkbookSnapshot, task: Task) =>
      (await import("../src/actions/putYears")).putYears(to(task), last, locale, thresholds),
    /** 保存原因: keeps reasons of changes, by their keys, with the workbook. */
    writeReasons: async (reasons: ReadonlyMap<string, string>, task: Task) =>
      (await import("../src/actions/writeReasons")).writeReasons(to(task), reasons),
    /** What was given in 说明 last: a part of the report from then on. */
    keepAround: (given: AroundTables): Promise<void> => {
      around = { ...around, ...given };
      return Promise.resolve();
    },
    /** 校验报告: checks and writes the report sheet, with what was compared in 说明. */
    reportBy: (options: ValidateOptions, task: Task) => {
      const parts = async (workbook: WorkbookSnapshot) => {
        const { aroundParts } = await import("../src/actions/aroundReport");
        return aroundParts(workbook, around, { locale, thresholds });
      };
      const isAround = Object.keys(around).length > 0;
      return reportWorkbook(
        port,
        port,
        { ...options, locale, date: today(), ...(isAround && { parts }) },
        task,
      );
    },
  };
}
