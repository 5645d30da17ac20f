import type { CellRange } from "../workbook/address";
import type { Cell, SheetSnapshot } from "../workbook/snapshot";
import { isErrorValue } from "../workbook/snapshot";
import { blocksOf } from "./blocks";
import { capabilities } from "./capabilities";
import { isRefusal } from "./hostError";
import { payloadGroups } from "./payload";
import type { RunBatch } from "./runBatch";

/** As what Excel gives a data type to those who ask for values: Excel.EntityCellValue.basicValue. */
const STAND_IN = "#VALUE!";

/** About how many bytes a block of such cells takes in a request, and a cell of it in a response at most. */
const BLOCK_BYTES = 700;

/** An error does not fit into its column: Excel gives as many of these signs as do. */
const TOO_NARROW = /^#+$/;

interface TextsOf {
  readonly sheet: string;
  readonly range: CellRange;
}

/**
 * Cells that hold a data type (stocks, geography, organisation, a picture in a cell) as the text that they show: to those
 * who ask for values Excel gives #VALUE! in its place, which is no mistake of anybody's. One round trip more, only where
 * there is such an error and an Excel that knows data types (ExcelApi 1.16); what Excel refuses stays as it was read.
 */
export async function withDataTypes(
  run: RunBatch,
  sheets: readonly SheetSnapshot[],
): Promise<readonly SheetSnapshot[]> {
  if (!capabilities().hasDataTypes) return sheets;
  const asked = sheets.flatMap((sheet) =>
    blocksOf(standInsOf(sheet)).map(({ range }): TextsOf => ({ sheet: sheet.name, range })),
  );
  if (asked.length === 0) return sheets;
  const shown = new Map<string, string>();
  try {
    for (const group of payloadGroups(asked, bytesOf)) await readTexts(run, group, shown);
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
  return shown.size === 0 ? sheets : sheets.map((sheet) => withTexts(sheet, shown));
}

function standInsOf({ rows }: SheetSnapshot) {
  return [...rows].flatMap(([row, cells]) =>
    [...cells].flatMap(([column, cell]) => (isStandIn(cell) ? [{ row, column, value: true }] : [])),
  );
}

function isStandIn({ value }: Cell): boolean {
  return isErrorValue(value) && value.error === STAND_IN;
}

function bytesOf({ range: { firstRow, lastRow, firstColumn, lastColumn } }: TextsOf): number {
  return BLOCK_BYTES * (lastRow - firstRow + 1) * (lastColumn - firstColumn + 1);
}

/** Notes what cells show that show something else than the error. */
function readTexts(run: RunBatch, asked: readonly TextsOf[], shown: Map<string, string>): Promise<void> {
  return run(async (context) => {
    const ranges = asked.map(({ sheet, range: { firstRow, lastRow, firstColumn, lastColumn } }) =>
      context.workbook.worksheets
        .getItem(sheet)
        .getRangeByIndexes(firstRow, firstColumn, lastRow - firstRow + 1, lastColumn - firstColumn + 1)
        .load("text"),
    );
    await context.sync();
    asked.forEach(({ sheet, range }, index) =>
      ranges[index]?.text.forEach((line, row) =>
        line.forEach((text, column) => {
          if (text !== STAND_IN && !TOO_NARROW.test(text))
            shown.set(keyOf(sheet, range.firstRow + row, range.firstColumn + column), text);
        }),
      ),
    );
  });
}

function withTexts(sheet: SheetSnapshot, shown: ReadonlyMap<string, string>): SheetSnapshot {
  let hasAny = false;
  const rows = [...sheet.rows].map(([row, cells]) => {
    const told = [...cells].map(([column, cell]): [number, Cell] => {
      const text = isStandIn(cell) ? shown.get(keyOf(sheet.name, row, column)) : undefined;
      if (text === undefined) return [column, cell];
      hasAny = true;
      return [column, { ...cell, value: text }];
    });
    return [row, new Map(told)] as const;
  });
  return hasAny ? { ...sheet, rows: new Map(rows) } : sheet;
}

function keyOf(sheet: string, row: number, column: number): string {
  return `${row},${column},${sheet}`;
}
