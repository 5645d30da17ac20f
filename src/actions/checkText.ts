import { decodeText } from "../codes/import/delimited";
import type { MessageRef } from "../messages/messageRef";
import { findMeanings } from "../tables/meanings";
import { compareText } from "../text/compareText";
import type { TextCheck } from "../text/compareText";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { textWorkbook } from "./textTables";

export { decodeText };

/** What an explanation is compared with: the budget's workbook, and last year's when there is one. */
export interface CheckTextOptions {
  readonly tables: WorkbookSnapshot;
  readonly lastYear?: WorkbookSnapshot;
}

/** Why a text cannot be compared; `ofLastYear` when it is last year's workbook that cannot be used. */
export interface TextProblem {
  readonly problem: MessageRef;
  readonly ofLastYear: boolean;
}

/**
 * 说明核对: compares the explanation of a budget (plain text) with its tables, with last year's, and with itself. Pure;
 * changes nothing. Gives a problem when a workbook has no table, or a set of tables no text is compared with.
 */
export function checkText(text: string, { tables, lastYear }: CheckTextOptions): TextCheck | TextProblem {
  const now = textWorkbook(tables);
  const last = lastYear && textWorkbook(lastYear);
  const problem = problemOf(now);
  if (problem) return { problem, ofLastYear: false };
  const lastProblem = last && problemOf(last);
  if (lastProblem) return { problem: lastProblem, ofLastYear: true };
  return compareText(text, { tables: now, departments: now.departments, ...(last && { lastYear: last }) });
}

function problemOf({ packId, setName, tables }: ReturnType<typeof textWorkbook>): MessageRef | undefined {
  if (tables.length === 0) return { key: "file.noTables", args: {} };
  return findMeanings(packId) ? undefined : { key: "text.noMeanings", args: { set: setName } };
}
