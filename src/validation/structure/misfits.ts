import type { RecognisedTable } from "../../recognition/recognised";
import { SURE } from "../../recognition/confidence";
import type { Evidence } from "../../tables/definition";
import type { WorkbookSnapshot } from "../../workbook/snapshot";
import { findUnreadRows } from "../unreadRows";

/**
 * Tables that a definition takes by their titles and that it does not fit: rows with amounts stand there that it cannot tell,
 * more than the one that may be a total under another name, and it lacks a total that it cannot do without, or is not sure of
 * the table anyway, or many of its lines are others; or it is not sure, and has no place for columns of amounts. Alone on their sheets, and not as the user said.
 */
export function findMisfits(
  workbook: WorkbookSnapshot,
  tables: readonly RecognisedTable[],
): RecognisedTable[] {
  return tables.filter((table) => {
    const isSaid = table.reasons.some(({ key }) => key === "reason.corrected");
    const isAlone = tables.every((other) => other === table || other.sheet !== table.sheet);
    if (isSaid || !isAlone) return false;
    const isUnsure = table.confidence < SURE;
    if (isUnsure && table.otherColumns.length > 0) return true;
    const unread = findUnreadRows(workbook, [table]).length;
    return unread > 1 && (isUnsure || lacksTotal(table) || isOfOtherLines(table, unread));
  });
}

/** So many of its lines with amounts are none of the definition's that these are not lines which an office has added. */
function isOfOtherLines({ rows, grid }: RecognisedTable, unread: number): boolean {
  const read = rows.filter(({ index }) =>
    grid.numbers.some((_, column) => grid.countAt(index, column) !== 0),
  );
  return unread >= LEAST_UNREAD && unread * MOST_READ >= read.length;
}

const LEAST_UNREAD = 3;
/** For each line that is not told so many may be. */
const MOST_READ = 4;

function lacksTotal({ definition, rows }: RecognisedTable): boolean {
  const found = new Set(rows.map(({ rule }) => rule));
  return (
    rows.length > 0 &&
    definition.sides.some((side) => side.rows.some((rule) => rule.required && !found.has(rule)))
  );
}

const LEAST_HELD = 2;

/**
 * Whether a table's own structure says more of it than a definition that does not fit: every row is told, its sums hold, and
 * where the definition told all rows, columns of amounts are told that it has no place for.
 */
export function fitsBetter(
  workbook: WorkbookSnapshot,
  named: RecognisedTable,
  table: RecognisedTable,
  offers: readonly { readonly evidence: Evidence; readonly isTaken: boolean }[],
): boolean {
  const used = offers.filter(({ isTaken }) => isTaken);
  const held = used.reduce((sum, { evidence }) => sum + evidence.held, 0);
  const of = used.reduce((sum, { evidence }) => sum + evidence.of, 0);
  if (held < LEAST_HELD || held * 2 <= of || findUnreadRows(workbook, [table]).length > 0) return false;
  return findUnreadRows(workbook, [named]).length > 1 || hasMoreAmounts(named, table);
}

/** Columns in which the definition saw amounts and had no place for them. */
function hasMoreAmounts({ otherColumns }: RecognisedTable, { grid, columns }: RecognisedTable): boolean {
  const amounts = new Set(grid.numbers.map((number) => columns.get(number)?.sheetColumn));
  return otherColumns.some(({ sheetColumn }) => amounts.has(sheetColumn));
}
