import type { Locale } from "../messages/describe";
import type { MessageRef } from "../messages/messageRef";
import type { SheetPort, WorkbookPort } from "../workbook/port";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { THRESHOLDS } from "../years/thresholds";
import type { Thresholds } from "../years/thresholds";
import { compareWorkbooks, planYears } from "./compareYears";

/**
 * 加入对比表: compares the workbook with last year's and puts the sheet of changes into it, in place of an earlier one, with the
 * reasons typed there. Gives the name of the sheet, or why there is none. Where a step fails nothing is changed.
 */
export async function putYears(
  port: WorkbookPort & SheetPort,
  last: WorkbookSnapshot,
  locale: Locale,
  thresholds: Thresholds = THRESHOLDS,
): Promise<{ readonly sheet: string } | { readonly problem: MessageRef }> {
  const now = await port.readContents();
  const compared = compareWorkbooks(now, last, thresholds);
  if ("problem" in compared) return { problem: compared.problem };
  const { edits, sheet } = planYears(now, compared, locale);
  const sheets = edits.filter((edit) => edit.kind === "addSheet");
  const rest = edits.filter((edit) => edit.kind !== "addSheet");
  if (sheets.length > 0) await port.addSheets(sheets, rest);
  else await port.apply(rest);
  return { sheet };
}
