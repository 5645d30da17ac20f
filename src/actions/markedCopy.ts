import type { Locale } from "../messages/describe";
import { describe } from "../messages/describe";
import { planClear, planMarks } from "../planning/marks";
import { planReport } from "../planning/report";
import { PACKS } from "../tables/packs";
import { checkWorkbook } from "../validation/check";
import type { CheckResult } from "../validation/checkResult";
import type { Edit } from "../workbook/edit";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import type { ValidateOptions } from "./validate";

export interface CopyPlan {
  readonly edits: readonly Edit[];
  /** Sheets that are protected and so are left as they are. */
  readonly protectedSheets: readonly string[];
}

/**
 * The edits that make a marked copy of a workbook file: marks and a report sheet (校验报告), which names the
 * edition and the day (`date`, "2026-03-01"; none when left out) and has a line to sign on.
 */
export function planMarkedCopy(
  snapshot: WorkbookSnapshot,
  options: ValidateOptions & { readonly date?: string } = {},
): CopyPlan & { readonly result: CheckResult } {
  const locale: Locale = options.locale ?? "zh-CN";
  const checked = checkWorkbook(snapshot, PACKS, options);
  const { edits, protectedSheets } = planMarks(snapshot, checked, locale);
  const sheet = describe({ key: "report.sheetName", args: {} }, locale);
  return {
    result: checked.result,
    edits: [
      ...edits,
      planReport(checked.result, sheet, locale, {
        ...(options.date === undefined ? {} : { date: options.date }),
        ...(options.edition === undefined ? {} : { edition: options.edition }),
      }),
    ],
    protectedSheets,
  };
}

/** The edits that take all marks out of a workbook file. */
export function planUnmarkedCopy(snapshot: WorkbookSnapshot): CopyPlan {
  return planClear(snapshot);
}
