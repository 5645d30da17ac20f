import { cellAt, isErrorValue } from "../workbook/snapshot";
import type { SheetSnapshot } from "../workbook/snapshot";
import { cellText } from "./grid";
import { rowPlace } from "./recognised";
import type { ColumnMatch } from "./recognised";
import { parseCodeCell } from "./text";

/** Digits of each further level of a functional code: 类 has three, 款 and 项 two each. */
const LEVEL_DIGITS = 2;

/** The text of a defined column in a sheet row; "" where the column was not found or the cell is blank. */
export function columnText(
  sheet: SheetSnapshot,
  columns: ReadonlyMap<number, ColumnMatch>,
  number: number | undefined,
  row: number,
): string {
  const match = number === undefined ? undefined : columns.get(number);
  if (!match) return "";
  const { reading, sheetColumn } = match;
  if (reading?.kind === "named") return reading.codes.get(rowPlace(sheet.name, row)) ?? "";
  if (reading?.kind === "levels") return levelsText(sheet, reading.sheetColumns, row);
  const text = plainText(sheet, row, sheetColumn);
  if (!reading) return text;
  const { code, name } = parseCodeCell(text);
  // 合计 stands alone in the cell and is a name.
  return reading.kind === "code" ? code : name || (code === "" ? text : "");
}

function plainText(sheet: SheetSnapshot, row: number, column: number): string {
  const cell = cellAt(sheet, row, column);
  if (!cell || isErrorValue(cell.value)) return "";
  return cellText(cell).trim();
}

/**
 * A code from the cells of its levels. A level left blank above a filled one is that of the rows above: 201 | 03 |, then
 * | | 01. Cells that hold the whole code at each level (201 | 20103 | 2010301) give the last one.
 */
function levelsText(sheet: SheetSnapshot, columns: readonly number[], row: number): string {
  const own = columns.map((column) => plainText(sheet, row, column));
  const deepest = own.findLastIndex((text) => text !== "");
  if (deepest < 0) return "";
  let code = "";
  for (let level = 0; level <= deepest; level++) {
    const text = own[level] || textAbove(sheet, columns[level] ?? 0, row);
    if (!/^\d+$/.test(text)) return level === 0 ? text : "";
    code =
      level > 0 && text.startsWith(code)
        ? text
        : code + (level > 0 ? text.padStart(LEVEL_DIGITS, "0") : text);
  }
  return code;
}

function textAbove(sheet: SheetSnapshot, column: number, row: number): string {
  for (let above = row - 1; above >= 0 && sheet.rows.has(above); above--) {
    const text = plainText(sheet, above, column);
    if (text !== "") return text;
  }
  return "";
}
