import type { KeptRow, ToKeep } from "../workbook/kept";
import { blocksOf } from "./blocks";
import { LARGEST_PAYLOAD, payloadGroups } from "./payload";
import type { RunBatch } from "./runBatch";

/** How one row looks: a RowLook as this folder writes it. */
export interface KeptLook {
  /** In points. */
  readonly height: number;
  readonly isHidden: boolean;
  /** From column A on. */
  readonly formats: readonly string[];
  readonly cells: readonly Excel.CellProperties[];
  /** By column: what may be typed there. */
  readonly lists: readonly KeptList[];
}

export interface KeptList {
  readonly column: number;
  readonly rule: Excel.DataValidationRule;
  readonly errorAlert: Excel.DataValidationErrorAlert;
  readonly prompt: Excel.DataValidationPrompt;
  readonly ignoreBlanks: boolean;
}

/**
 * What is kept of a cell (ExcelApi 1.9). What is not among it (text that shrinks or stands askew) a row that comes back
 * has from the row above, as any new row.
 */
const LOOK: Excel.CellPropertiesLoadOptions = {
  hyperlink: true,
  format: {
    fill: { color: true, pattern: true },
    font: {
      bold: true,
      color: true,
      italic: true,
      name: true,
      size: true,
      strikethrough: true,
      underline: true,
    },
    borders: { color: true, style: true, weight: true },
    horizontalAlignment: true,
    verticalAlignment: true,
    indentLevel: true,
    wrapText: true,
    protection: true,
  },
};

/** So many bytes the question for the look of one cell takes in a request; what is asked of its row alone is in it. */
export const LOOK_BYTES_A_CELL = 1000;

/** Rows below one another of one sheet. */
interface Stretch {
  readonly sheet: string;
  readonly firstRow: number;
  readonly lastRow: number;
  /** In columns, from A on. */
  readonly width: number;
}

/**
 * Reads how rows look, in two round trips: how wide their sheets are, and the rows themselves; further rows take one more
 * for each 4 MB.
 */
export async function keepRows(run: RunBatch, rows: ToKeep["rows"]): Promise<KeptRow[]> {
  if (rows.length === 0) return [];
  const kept: KeptRow[] = [];
  const stretches = stretchesOf(rows, await readWidths(run, rows));
  for (const group of payloadGroups(stretches, bytesOf)) kept.push(...(await readStretches(run, group)));
  return kept;
}

function readWidths(run: RunBatch, rows: ToKeep["rows"]): Promise<ReadonlyMap<string, number>> {
  return run(async (context) => {
    const used = [...new Set(rows.map(({ sheet }) => sheet))].map((name) => ({
      name,
      range: context.workbook.worksheets.getItem(name).getUsedRange(false).load("columnIndex,columnCount"),
    }));
    await context.sync();
    return new Map(used.map(({ name, range }) => [name, range.columnIndex + range.columnCount]));
  });
}

/** Rows in stretches of which none is too much for one request. */
function stretchesOf(rows: ToKeep["rows"], widths: ReadonlyMap<string, number>): Stretch[] {
  return [...widths].flatMap(([sheet, width]) => {
    const own = rows.filter((one) => one.sheet === sheet).map(({ row }) => ({ row, column: 0, value: true }));
    const most = Math.max(1, Math.floor(LARGEST_PAYLOAD / bytesOf({ firstRow: 0, lastRow: 0, width })));
    return blocksOf(own).flatMap(({ range: { firstRow, lastRow } }) =>
      Array.from({ length: Math.ceil((lastRow - firstRow + 1) / most) }, (_, index): Stretch => {
        const first = firstRow + index * most;
        return { sheet, firstRow: first, lastRow: Math.min(lastRow, first + most - 1), width };
      }),
    );
  });
}

function bytesOf({ firstRow, lastRow, width }: Omit<Stretch, "sheet">): number {
  return (lastRow - firstRow + 1) * (width + 1) * LOOK_BYTES_A_CELL;
}

function readStretches(run: RunBatch, stretches: readonly Stretch[]): Promise<KeptRow[]> {
  return run(async (context) => {
    const asked = stretches.map((stretch) => ({
      ...stretch,
      read: askForLooks(context.workbook.worksheets.getItem(stretch.sheet), stretch, stretch.width),
    }));
    await context.sync();
    return asked.flatMap(({ sheet, firstRow, read }) =>
      read().map((look, index) => ({ sheet, row: firstRow + index, look: { ...look } })),
    );
  });
}

/**
 * Asks for the looks of some rows from column A on; the next sync reads them.
 * @param width how many columns
 */
export function askForLooks(
  sheet: Excel.Worksheet,
  { firstRow: first, lastRow: last }: { readonly firstRow: number; readonly lastRow: number },
  width: number,
): () => KeptLook[] {
  const count = last - first + 1;
  const range = sheet.getRangeByIndexes(first, 0, count, width).load("numberFormat");
  const cells = range.getCellProperties(LOOK);
  const heights = Array.from({ length: count }, (_, index) =>
    sheet.getRangeByIndexes(first + index, 0, 1, 1).load("rowHidden,format/rowHeight"),
  );
  const lists = Array.from({ length: count }, (_, index) =>
    Array.from({ length: width }, (__, column) =>
      sheet
        .getRangeByIndexes(first + index, column, 1, 1)
        .dataValidation.load("type,rule,errorAlert,prompt,ignoreBlanks"),
    ),
  );
  return () =>
    heights.map((row, index) => ({
      height: row.format.rowHeight,
      isHidden: row.rowHidden,
      formats: (range.numberFormat as string[][])[index] ?? [],
      cells: cells.value[index] ?? [],
      lists: (lists[index] ?? []).flatMap(({ type, rule, errorAlert, prompt, ignoreBlanks }, column) =>
        type === "None" ? [] : [{ column, rule, errorAlert, prompt, ignoreBlanks }],
      ),
    }));
}
