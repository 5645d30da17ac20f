import type { CellRange } from "../workbook/address";
import { MARK_SIGNATURE, severityOfMark } from "../workbook/edit";
import type { LiveEdit } from "../workbook/edit";
import { shiftedRow } from "../workbook/formula/rowShift";
import { areasOf } from "./areas";
import { ExcelError } from "./hostError";
import { queueFormat } from "./queueMarks";
import type { RunBatch } from "./runBatch";

/** Rows that edits have put into each sheet, numbered as they stand after all of them. */
export function newRows(edits: readonly LiveEdit[]): ReadonlyMap<string, ReadonlySet<number>> {
  const rows = new Map<string, readonly number[]>();
  for (const edit of edits) {
    if (edit.kind !== "insertRows" && edit.kind !== "deleteRows") continue;
    const moved = (rows.get(edit.sheet) ?? []).flatMap((row) => shiftedRow(row, edit) ?? []);
    const come =
      edit.kind === "insertRows" ? Array.from({ length: edit.count }, (_, index) => edit.row + index) : [];
    rows.set(edit.sheet, [...moved, ...come]);
  }
  return new Map(
    [...rows].filter(([, some]) => some.length > 0).map(([sheet, some]) => [sheet, new Set(some)]),
  );
}

/**
 * Rows that come take over the conditional formats of the row above, and of the row whose look they are given, marks among
 * them, though nothing is wrong with them. A mark that reaches a new row goes from there: it is made anew on the cell where
 * it stood, with the formula that Excel has adjusted meanwhile. Two round trips, three where there is such a mark. What
 * cannot be read or written stays as it is: the next check replaces all marks anyway.
 */
export async function takeMarksOffNewRows(
  run: RunBatch,
  rows: ReadonlyMap<string, ReadonlySet<number>>,
): Promise<void> {
  try {
    await run((context) => takeOff(context, rows));
  } catch (error) {
    if (!(error instanceof ExcelError)) throw error;
  }
}

async function takeOff(
  context: Excel.RequestContext,
  rows: ReadonlyMap<string, ReadonlySet<number>>,
): Promise<void> {
  const sheets = [...rows].map(([name, added]) => {
    const sheet = context.workbook.worksheets.getItem(name);
    return { sheet, added, formats: sheet.getRange().conditionalFormats.load("items/type") };
  });
  await context.sync();
  const rules = sheets.flatMap(({ sheet, added, formats }) =>
    formats.items
      .filter(({ type }) => type === "Custom")
      .map((format) => ({
        sheet,
        added,
        format,
        rule: format.custom.rule.load("formula"),
        places: format.getRanges().load("address"),
      })),
  );
  if (rules.length === 0) return;
  await context.sync();
  const taken = rules.flatMap(({ sheet, added, format, rule, places }) => {
    if (!rule.formula.includes(MARK_SIGNATURE)) return [];
    const cells = areasOf(places.address).flatMap(cellsOf);
    const own = cells.find(({ row }) => !added.has(row));
    return cells.some(({ row }) => added.has(row)) ? [{ sheet, format, formula: rule.formula, own }] : [];
  });
  // From the end, as an id may be a place in the collection; then nothing is left that ids could be wrong for.
  for (const { format } of [...taken].reverse()) format.delete();
  for (const { sheet, own, formula } of taken) {
    if (own)
      queueFormat(sheet.getRangeByIndexes(own.row, own.column, 1, 1), severityOfMark(formula), formula);
  }
  await context.sync();
}

/** The first column of each row: a mark stands in one column. */
function cellsOf({ firstRow, lastRow, firstColumn }: CellRange): { row: number; column: number }[] {
  return Array.from({ length: lastRow - firstRow + 1 }, (_, index) => ({
    row: firstRow + index,
    column: firstColumn,
  }));
}
