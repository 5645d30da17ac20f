import type { JOURNAL_ZH_CN } from "./zhCN";

/** Wording in English of the steps that Undo in the pane takes back. */
export const JOURNAL_EN_US: Readonly<Record<keyof typeof JOURNAL_ZH_CN, string>> = {
  "journal.fill": "Filled {count} codes",
  "journal.mend": "Adopted a suggestion: {count} cells changed",
  "journal.balance": "Balanced rounding: {count} figures changed",
  "journal.locks": "Kept which figures must stay",
  "journal.code": "Wrote code {code}",
  "journal.rows": "{added} rows added, {removed} deleted",
  "journal.rowsAdded": "{added} rows added",
  "journal.rowsRemoved": "{removed} rows deleted",
  "journal.sort": "Order of rows: {moved} moved, the others close up",
  "journal.formulas": "Rewrote {count} formulas",
  "journal.insert": "Inserted {sheets} tables",
  "journal.insertFilled": "Completed tables: {count} formulas filled in",
  "journal.dictionary": "Inserted the code dictionary “{sheet}”",
  "journal.report": "Wrote the report “{sheet}”",
  "journal.accept": "Accepted a finding",
  "journal.unaccept": "Withdrew an acceptance",
  "journal.years": "Wrote the comparison “{sheet}”",
  "journal.reasons": "{count} reasons of changes kept",
  "journal.correct": "Corrected how a sheet is read",
  "journal.keepList": "Kept a code list with the workbook",
  "journal.keepSet": "Kept a set of tables with the workbook",
  "journal.forgetSet": "Took a set of tables out of the workbook",
  "journal.forgetList": "Took a code list out of the workbook",
  "journal.undoing": "An undo that did not finish",
  "journal.halfDone":
    "Excel stopped half-way and could not be set back. What was there is kept: wait until Excel is free, then press Undo in the pane",
  "journal.moved":
    "“{sheets}” has lost or gained rows, was renamed or deleted since, so this cannot be undone; nothing was changed. Undo that in Excel first, then press Undo",
  "journal.lastSheet":
    "All other sheets have been deleted or hidden since this step. A workbook must keep one visible sheet, so it cannot be undone; nothing was changed. Add a blank sheet first, then press Undo",
  "journal.unclear":
    "Last time was not finished, and “{sheets}” has been changed since, so it is not clear how far it went; nothing was changed. Please check that sheet, or use Excel's own undo",
};
