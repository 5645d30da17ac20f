import { parseAmount } from "../amounts/parseAmount";
import type { SideDefinition } from "../tables/definition";
import { cellAt } from "../workbook/snapshot";
import type { CellValue } from "../workbook/snapshot";
import type { Block, BodyRow } from "./block";
import { columnText } from "./columnText";
import { PlacedRows } from "./recognised";
import { isCountedAbove, normaliseRowName } from "./text";

/** How many rows of a body are known to be rows of its table, of those that are or that have amounts. */
export interface KnownRows {
  readonly known: number;
  readonly all: number;
}

/**
 * Each side of a statement counts for itself. Totals, which every list of sums has, do not count, nor what is counted in
 * the row above.
 */
export function countKnownRows({ definition, header, drafts, body }: Block): KnownRows {
  let known = 0;
  let unknown = 0;
  for (const side of definition.sides) {
    const told = new PlacedRows();
    for (const draft of drafts) {
      if (draft.side !== side) continue;
      if (!isTotal(draft.key)) known++;
      told.add(draft.sheet.name, draft.sheetRow);
    }
    for (const at of body)
      if (!told.has(at.sheet.name, at.row) && isUnknown(at, side, header.columns)) unknown++;
  }
  return { known, all: known + unknown };
}

/** True where there are rows and fewer than half of them are known: the headings may be those of another table. */
export function areFew({ known, all }: KnownRows): boolean {
  return known * 2 < all;
}

/**
 * True for a table without a title whose rows say nothing either: kinds of row that any name fits are those of any list
 * under such headings.
 */
export function isBareList({ title, sheetNamed, drafts }: Block): boolean {
  if (title || sheetNamed) return false;
  return !drafts.some(({ rule, key }) => (rule.names ?? rule.code) !== undefined && !isTotal(key));
}

/**
 * True for a table that only its headings, or a title of another wording, speak for, and whose rows speak against it: the
 * statement of a company has columns 收入, 支出 too.
 */
export function isOtherTable(block: Block): boolean {
  const { title, sheetNamed, correction } = block;
  const isWeaklyNamed = !correction && (title ? title.fit === "alike" : !sheetNamed);
  if (!isWeaklyNamed) return false;
  const rows = countKnownRows(block);
  return title ? rows.known * 3 < rows.all : areFew(rows);
}

/** A row with amounts that is none of a side's and no total. */
function isUnknown(
  { sheet, row }: BodyRow,
  { amountColumns, nameColumn }: SideDefinition,
  columns: Block["header"]["columns"],
): boolean {
  const hasAmounts = amountColumns.some((number) => {
    const match = columns.get(number);
    return match && isAmount(cellAt(sheet, row, match.sheetColumn)?.value);
  });
  if (!hasAmounts) return false;
  const name = columnText(sheet, columns, nameColumn, row);
  return !isCountedAbove(name) && !isTotal(normaliseRowName(name));
}

function isAmount(value: CellValue | undefined): boolean {
  return typeof value === "string" ? parseAmount(value).kind === "amount" : typeof value === "number";
}

function isTotal(key: string): boolean {
  return /^(本年)?(收入|支出)?(合计|总计|小计)$/.test(key);
}
