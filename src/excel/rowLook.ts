import type { KeptRow, ToKeep } from "../workbook/kept";
import { blocksOf } from "./blocks";
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

/** Reads how rows look, in two round trips: how wide their sheets are, and the rows themselves. */
export async function keepRows(run: RunBatch, rows: ToKeep["rows"]): Promise<KeptRow[]> {
  if (rows.length === 0) return [];
  return run(async (context) => {
    const names = [...new Set(rows.map(({ sheet }) => sheet))];
    const sheets = names.map((name) => {
      const sheet = context.workbook.worksheets.getItem(name);
      return { name, sheet, used: sheet.getUsedRange(false).load("columnIndex,columnCount") };
    });
    await context.sync();
    const asked = sheets.flatMap(({ name, sheet, used }) =>
      blocksIn(rows, name).map(({ firstRow, lastRow }) => ({
        name,
        firstRow,
        read: askForLooks(sheet, { firstRow, lastRow }, used.columnIndex + used.columnCount),
      })),
    );
    await context.sync();
    return asked.flatMap(({ name, firstRow, read }) =>
      read().map((look, index) => ({ sheet: name, row: firstRow + index, look: { ...look } })),
    );
  });
}

function blocksIn(
  rows: ToKeep["rows"],
  name: string,
): { readonly firstRow: number; readonly lastRow: number }[] {
  const own = rows.filter(({ sheet }) => sheet === name);
  return blocksOf(own.map(({ row }) => ({ row, column: 0, value: true }))).map(({ range }) => range);
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
