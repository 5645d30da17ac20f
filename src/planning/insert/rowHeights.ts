import type { CellRange } from "../../workbook/address";
import { SHEET_STYLES } from "../../workbook/sheetDesign";
import type { DesignCell } from "../../workbook/sheetDesign";

/** Height of one line of text, and what a row has above and below its lines, in points. */
const LINE = 13.5;
const PADDING = 5;

/** How much wider bold letters are. */
const BOLD = 1.1;

/** Columns that one step of indentation takes, in characters. */
const INDENT = 3;

/**
 * Heights of the rows whose texts break into more lines than the height they would have gives room for, in points;
 * others as they were. Neither Excel nor LibreOffice fits rows by itself to texts in merged cells.
 * @param usual heights of rows that have one of their own
 * @param widths of columns, in characters
 */
export function fittedHeights(
  usual: ReadonlyMap<number, number>,
  cells: readonly DesignCell[],
  merges: readonly CellRange[],
  widths: readonly number[],
): Map<number, number> {
  const heights = new Map(usual);
  for (const cell of cells) {
    const { content, style, row, column, indent = 0 } = cell;
    const look = SHEET_STYLES[style];
    if (!look.isWrapped || content === null || !("value" in content)) continue;
    const { lastRow, lastColumn } = merges.find(
      ({ firstRow, firstColumn }) => firstRow === row && firstColumn === column,
    ) ?? { lastRow: row, lastColumn: column };
    const room = sum(widths.slice(column, lastColumn + 1)) - indent * INDENT;
    const lines = Math.ceil((textWidth(String(content.value)) * (look.isBold ? BOLD : 1)) / room);
    const needed = lines * LINE + PADDING;
    const rows = Array.from({ length: lastRow - row + 1 }, (_, index) => row + index);
    const has = sum(rows.map((one) => heights.get(one) ?? LINE + PADDING));
    if (needed > has) heights.set(lastRow, (heights.get(lastRow) ?? LINE + PADDING) + needed - has);
  }
  return heights;
}

/** Width of a text in characters of the usual typeface; Chinese ones take two. */
export function textWidth(text: string): number {
  return sum([...text].map((character) => (character.charCodeAt(0) > 0x2e7f ? 2 : 1)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
