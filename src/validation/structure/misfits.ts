import type { RecognisedTable } from "../../recognition/recognised";
import type { Evidence } from "../../tables/definition";
import type { WorkbookSnapshot } from "../../workbook/snapshot";
import { findUnreadRows } from "../unreadRows";

/**
 * Tables that a definition takes by their titles and that it does not fit: it lacks a total that it cannot do without, and
 * rows with amounts stand there that it cannot tell, more than the one that may be that total under another name. Alone on
 * their sheets, and not as the user said.
 */
export function findMisfits(
  workbook: WorkbookSnapshot,
  tables: readonly RecognisedTable[],
): RecognisedTable[] {
  return tables.filter((table) => {
    const isSaid = table.reasons.some(({ key }) => key === "reason.corrected");
    const isAlone = tables.every((other) => other === table || other.sheet !== table.sheet);
    return !isSaid && isAlone && lacksTotal(table) && findUnreadRows(workbook, [table]).length > 1;
  });
}

function lacksTotal({ definition, rows }: RecognisedTable): boolean {
  const found = new Set(rows.map(({ rule }) => rule));
  return (
    rows.length > 0 &&
    definition.sides.some((side) => side.rows.some((rule) => rule.required && !found.has(rule)))
  );
}

const LEAST_HELD = 2;

/** Whether a table's own structure says more of it than a definition that does not fit: every row is told, and its sums hold. */
export function fitsBetter(
  workbook: WorkbookSnapshot,
  table: RecognisedTable,
  offers: readonly { readonly evidence: Evidence; readonly isTaken: boolean }[],
): boolean {
  const used = offers.filter(({ isTaken }) => isTaken);
  const held = used.reduce((sum, { evidence }) => sum + evidence.held, 0);
  const of = used.reduce((sum, { evidence }) => sum + evidence.of, 0);
  return held >= LEAST_HELD && held * 2 > of && findUnreadRows(workbook, [table]).length === 0;
}
