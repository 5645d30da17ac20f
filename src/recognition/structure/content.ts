import { parseAmount } from "../../amounts/parseAmount";
import { isErrorValue } from "../../workbook/snapshot";
import type { Cell } from "../../workbook/snapshot";
import { cellText } from "../grid";
import type { ReadSheet } from "../readSheet";
import { saysNothing } from "../text";

/**
 * What a cell holds, as far as one cell tells: digits is a whole number without signs of money, which may be a code;
 * measure is a share or a date; nothing stands for 无 and dashes.
 */
export type Content = "amount" | "digits" | "measure" | "word" | "nothing" | "error";

/** A cell as a table without a definition is read from. */
export interface ContentCell {
  readonly column: number;
  readonly content: Content;
  /** As it stands, trimmed. */
  readonly text: string;
}

/** The filled cells of a row from left to right; read once a row. */
export function rowContent(sheet: ReadSheet, row: number): readonly ContentCell[] {
  const cells = sheet.rows.get(row);
  return cells ? sheet.facts.of(cells, readCells) : [];
}

function readCells(cells: ReadonlyMap<number, Cell>): readonly ContentCell[] {
  const found: ContentCell[] = [];
  for (const [column, cell] of cells) {
    const text = cellText(cell).trim();
    if (text !== "") found.push({ column, content: contentOf(cell, text), text });
  }
  return found.sort((a, b) => a.column - b.column);
}

/** Number formats of shares and dates. */
const NO_MONEY = /%|[ymdh年月日]/i;

/** Longer numbers, of projects, accounts or persons, are no amounts: Excel keeps no more digits of one. */
const MOST_DIGITS = 15;

function contentOf({ value, numberFormat }: Cell, text: string): Content {
  if (isErrorValue(value)) return "error";
  if (typeof value === "boolean") return "word";
  if (typeof value === "number") {
    if (NO_MONEY.test(numberFormat.replace(/"[^"]*"|\[[^\]]*\]/g, ""))) return "measure";
    return Number.isInteger(value) && value >= 0 && !/[.,]/.test(numberFormat) ? "digits" : "amount";
  }
  if (/^\d+$/.test(text)) return text.length > MOST_DIGITS ? "word" : "digits";
  if (saysNothing(text)) return "nothing";
  const parsed = parseAmount(text);
  if (parsed.kind === "amount") return "amount";
  return parsed.kind === "notNumber" && (parsed.why === "percent" || parsed.why === "dateLike")
    ? "measure"
    : "word";
}
