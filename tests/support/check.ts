import { GUANGZHOU } from "../../src/tables/guangzhou/pack";
import { checkWorkbook } from "../../src/validation/check";
import type { CheckResult } from "../../src/validation/checkResult";
import type { Finding } from "../../src/validation/finding";
import { formatA1 } from "../../src/workbook/address";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot";
import { sheetOf, workbookOf } from "./sheet";
import type { TestCell } from "./sheet";

/** The check of a workbook by the Guangzhou pack. */
export function check(workbook: WorkbookSnapshot, edition?: number): CheckResult {
  return checkWorkbook(workbook, GUANGZHOU, edition === undefined ? {} : { edition }).result;
}

/** The check of one sheet. */
export function checkSheet(rows: readonly (readonly TestCell[])[]): CheckResult {
  return check(workbookOf(sheetOf("表6", rows)));
}

/** "error T06.c3=c4+c5 C7": severity, rule and cell of each finding. */
export function brief(findings: readonly Finding[]): string[] {
  return findings.map(
    ({ severity, rule, cell }) => `${severity} ${rule}${cell ? ` ${formatA1(cell.row, cell.column)}` : ""}`,
  );
}
