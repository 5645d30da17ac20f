import type { MessageRef } from "../messages/messageRef";
import { findMeanings } from "../tables/meanings";
import { LAYOUT } from "../text/write/layout";
import { writeText } from "../text/write/writeText";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { textWorkbook } from "./textTables";

/** What an explanation is written from; the year is the tables' own when left out. */
export interface DraftTextOptions {
  readonly tables: WorkbookSnapshot;
  readonly lastYear?: WorkbookSnapshot;
  readonly year?: number;
}

/**
 * 生成说明: writes the sentences of an explanation from the tables, and last year's when given; reasons stay open (……). Pure.
 * Gives a problem when the workbook has no table, a set without meanings, or no year.
 */
export function draftText({
  tables,
  lastYear,
  year,
}: DraftTextOptions): { readonly text: string } | { readonly problem: MessageRef } {
  const now = textWorkbook(tables);
  if (now.tables.length === 0) return { problem: { key: "file.noTables", args: {} } };
  if (!findMeanings(now.packId)) return { problem: { key: "text.noMeanings", args: { set: now.setName } } };
  const own = year ?? now.tables.map((table) => table.year).find((one) => one !== undefined);
  if (own === undefined) return { problem: { key: "text.noYear", args: {} } };
  const last = lastYear && textWorkbook(lastYear);
  return { text: writeText(LAYOUT, { tables: now, year: own, ...(last && { lastYear: last }) }) };
}
