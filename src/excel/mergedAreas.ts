import type { CellRange } from "../workbook/address";
import type { RestoreRows } from "../workbook/edit";
import type { ToKeep } from "../workbook/kept";
import { areasOf } from "./areas";
import { capabilities } from "./capabilities";
import { isRefusal } from "./hostError";
import type { RunBatch } from "./runBatch";

/** A merged area that covers cells of one row, told from that row. */
export interface KeptMerge {
  /** So many rows above the row it begins, and so many below it ends. */
  readonly above: number;
  readonly below: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** A merged area of a sheet. */
interface FoundMerge {
  readonly sheet: string;
  readonly area: CellRange;
}

/**
 * The merged areas of rows that are to be deleted, by "row sheet", in one round trip. To ask for them empties the user's
 * list of undo steps (OfficeDev/office-js issue 5918). So it is asked only where deleting rows empties it in any case;
 * elsewhere Excel's own undo brings merged cells back. None is kept where they cannot be read.
 */
export async function keepMerges(
  run: RunBatch,
  rows: ToKeep["rows"],
): Promise<ReadonlyMap<string, readonly KeptMerge[]>> {
  const kept = new Map<string, KeptMerge[]>();
  if (rows.length === 0 || !capabilities().tellsMerges) return kept;
  const bySheet = new Map<string, CellRange[]>();
  const lastRows = new Map<string, number>();
  for (const { sheet, row } of rows) lastRows.set(sheet, Math.max(row, lastRows.get(sheet) ?? 0));
  for (const { sheet, area } of await readMerges(run, lastRows))
    bySheet.set(sheet, [...(bySheet.get(sheet) ?? []), area]);
  for (const { sheet, row } of rows) {
    const own = (bySheet.get(sheet) ?? []).filter((area) => row >= area.firstRow && row <= area.lastRow);
    if (own.length === 0) continue;
    kept.set(
      `${row} ${sheet}`,
      own.map(({ firstRow, lastRow, firstColumn, lastColumn }) => ({
        above: row - firstRow,
        below: lastRow - row,
        firstColumn,
        lastColumn,
      })),
    );
  }
  return kept;
}

/** @param lastRows the last row that is asked of, by sheet */
async function readMerges(run: RunBatch, lastRows: ReadonlyMap<string, number>): Promise<FoundMerge[]> {
  try {
    return await run(async (context) => {
      const asked = [...lastRows].map(([sheet, lastRow]) => ({
        sheet,
        // Only areas whose first cell is in the range are told (issue 3611): so it is asked from the first row on.
        merges: context.workbook.worksheets
          .getItem(sheet)
          .getRange(`1:${lastRow + 1}`)
          .getMergedAreasOrNullObject()
          .load("address"),
      }));
      await context.sync();
      return asked.flatMap(({ sheet, merges }) =>
        merges.isNullObject ? [] : areasOf(merges.address).map((area) => ({ sheet, area })),
      );
    });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return [];
  }
}

/**
 * Merges the cells of rows that have come back, as they were; before their contents come, so that nothing can get lost by
 * it: an area in which somebody has typed since is left alone. Two round trips, none where nothing was merged; what Excel
 * refuses stays unmerged.
 */
export async function restoreMerges(run: RunBatch, edits: readonly RestoreRows[]): Promise<void> {
  const wanted = new Map<string, FoundMerge>();
  for (const { sheet, row, looks } of edits)
    looks.forEach(({ merges }, index) => {
      for (const { above, below, ...columns } of (merges ?? []) as readonly KeptMerge[]) {
        const area = { ...columns, firstRow: row + index - above, lastRow: row + index + below };
        wanted.set(JSON.stringify([sheet, area]), { sheet, area });
      }
    });
  if (wanted.size === 0) return;
  try {
    await run(async (context) => {
      const asked = [...wanted.values()].map(({ sheet, area }) =>
        rangeOf(context, sheet, area).load("formulas"),
      );
      await context.sync();
      for (const range of asked) if (isFree(range.formulas as unknown[][])) range.merge();
      await context.sync();
    });
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
}

function rangeOf(context: Excel.RequestContext, sheet: string, area: CellRange): Excel.Range {
  const { firstRow, lastRow, firstColumn, lastColumn } = area;
  return context.workbook.worksheets
    .getItem(sheet)
    .getRangeByIndexes(firstRow, firstColumn, lastRow - firstRow + 1, lastColumn - firstColumn + 1);
}

/** True when at most the first cell holds anything. */
function isFree(formulas: readonly (readonly unknown[])[]): boolean {
  return formulas.every((line, row) =>
    line.every((one, column) => one === "" || (row === 0 && column === 0)),
  );
}
