import type { Locale } from "../messages/describe";
import type { MessageRef } from "../messages/messageRef";
import type { SheetPort, WorkbookPort } from "../workbook/port";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { THRESHOLDS } from "../years/thresholds";
import type { Thresholds } from "../years/thresholds";
import { compareWorkbooks, planYears } from "./compareYears";
import type { Journalled } from "./journal/journal";
import { applyWhole } from "./wholeEdits";

/**
 * 加入对比表: compares the workbook with last year's and puts the sheet of changes into it, in place of an earlier one, with the
 * reasons typed there. Gives the name of the sheet, or why there is none. All or none; one step of 撤销.
 */
export async function putYears(
  port: WorkbookPort & SheetPort & Journalled,
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
  const label = { key: "journal.years", args: { sheet } };
  const add = sheets.length > 0 && { sheets, carryOut: () => port.addSheets(sheets, rest) };
  await applyWhole(port, now, rest, { label, ...add });
  return { sheet };
}
