import type { Figure, RecognisedRow, RecognisedTable } from "../../recognition/recognised";
import { printNumber } from "../../amounts/printed";
import { inUnit } from "../../validation/wording";
import type { Cell, CellValue, SheetSnapshot } from "../../workbook/snapshot";
import { isErrorValue } from "../../workbook/snapshot";
import type { HiddenLines } from "../../workbook/port";

/** A cell of a printed table: what it prints, with the digits after the point of an amount. */
export interface PrintedCell {
  readonly value: string | number;
  readonly kind: "text" | "code" | "name" | "amount";
  /** Digits after the point; for amounts that are numbers. */
  readonly decimals?: number;
  readonly indent?: number;
}

/** A table as it is made public: what it prints and nothing behind it. */
export interface PrintedTable {
  readonly table: RecognisedTable;
  readonly title: string;
  /** The lines between title and heading, each with its texts from left to right. */
  readonly lines: readonly (readonly string[])[];
  /** Texts of the heading by row and column. */
  readonly heading: readonly (readonly string[])[];
  readonly body: readonly (readonly (PrintedCell | undefined)[])[];
  /** Remarks printed under the table (注：…). */
  readonly remarks: readonly string[];
  /** Rows and columns left out although something stands in them, because they are hidden. */
  readonly leftOut: { readonly rows: readonly number[]; readonly columns: readonly number[] };
}

/** What begins a remark that belongs to the printed table. */
const REMARK = /^\s*(注|备注|说明)\s*[:：0-9一二三（(.、]/;

/**
 * Takes out of a recognised table what it prints: its title, lines, heading and body, without rows that are only room for
 * more, without what is hidden, and without the digits that its number formats do not print.
 * @param hiddenOf the hidden lines of a sheet
 */
export function printedTable(
  table: RecognisedTable,
  sheets: ReadonlyMap<string, SheetSnapshot>,
  hiddenOf: (sheet: string) => HiddenLines,
): PrintedTable {
  const own = sheets.get(table.sheet);
  const hidden = hiddenOf(table.sheet);
  const figures = figuresOf(table);
  const columns = columnsOf(table, own).filter((column) => !hidden.columns.has(column));
  const rowTexts = (row: number, at: readonly number[]) =>
    at.map((column) => textOf(own?.rows.get(row)?.get(column)));
  const above: string[][] = [];
  for (let row = table.range.firstRow; row < table.headerRows.first; row++) {
    const texts = [...(own?.rows.get(row) ?? [])]
      .sort(([a], [b]) => a - b)
      .map(([, cell]) => textOf(cell))
      .filter((text) => text !== "");
    if (texts.length > 0 && !hidden.rows.has(row)) above.push(texts);
  }
  const [first = [], ...lines] = above;
  const [title = table.definition.title, ...beside] = first;
  const heading: string[][] = [];
  for (let { first: row } = table.headerRows; row <= table.headerRows.last; row++)
    heading.push(rowTexts(row, columns));
  const body: (PrintedCell | undefined)[][] = [];
  const leftOut: number[] = [];
  for (const { sheet, row } of table.bodyRows) {
    const cells = sheets.get(sheet)?.rows.get(row);
    const printed = columns.map((column) =>
      printedCell(table, cells?.get(column), figures.get(`${sheet}!${row}!${column}`), column),
    );
    if (!printed.some(saysSomething)) continue;
    if (hiddenOf(sheet).rows.has(row)) leftOut.push(row);
    else body.push(printed);
  }
  return {
    table,
    title,
    lines: beside.length > 0 ? [beside, ...lines] : lines,
    heading,
    body,
    remarks: remarksOf(table, own),
    leftOut: {
      rows: leftOut,
      columns: columnsOf(table, own).filter((column) => hidden.columns.has(column)),
    },
  };
}

/** The sheet columns of a table that have a heading or anything under it. */
function columnsOf(
  { range, headerRows, bodyRows }: RecognisedTable,
  own: SheetSnapshot | undefined,
): number[] {
  const used = new Set<number>();
  const look = (row: number) => {
    for (const [column, cell] of own?.rows.get(row) ?? []) if (textOf(cell) !== "") used.add(column);
  };
  for (let row = headerRows.first; row <= headerRows.last; row++) look(row);
  for (const { row } of bodyRows) look(row);
  return [...used]
    .filter((column) => column >= range.firstColumn && column <= range.lastColumn)
    .sort((a, b) => a - b);
}

/** A figure with the row it stands in. */
type Placed = { readonly figure: Figure; readonly row: RecognisedRow };

function figuresOf({ rows }: RecognisedTable): ReadonlyMap<string, Placed> {
  const found = new Map<string, Placed>();
  for (const row of rows)
    for (const figure of row.figures.values())
      found.set(`${row.sheet}!${row.sheetRow}!${figure.address.column}`, { figure, row });
  return found;
}

function printedCell(
  table: RecognisedTable,
  cell: Cell | undefined,
  placed: Placed | undefined,
  column: number,
): PrintedCell | undefined {
  if (placed?.figure.kind === "amount") {
    const { value, decimals } = placed.figure;
    return { value: inUnit(value, table.unit).toNumber(), kind: "amount", decimals: Math.max(0, decimals) };
  }
  const text = textOf(cell);
  if (text === "") return undefined;
  const kind = placed ? "amount" : kindOf(table, column);
  const number = cell?.value;
  if (typeof number !== "number" || !(kind === "text" || kind === "amount")) return { value: text, kind };
  // No digit that the cell does not print goes along.
  return { value: printNumber(number, cell?.numberFormat ?? "General").value.toNumber(), kind };
}

function kindOf({ definition, columns }: RecognisedTable, sheetColumn: number): PrintedCell["kind"] {
  const [number] = [...columns].find(([, match]) => match.sheetColumn === sheetColumn) ?? [];
  if (number === undefined) return "text";
  if (definition.sides.some(({ amountColumns }) => amountColumns.includes(number))) return "amount";
  if (definition.sides.some(({ nameColumn }) => nameColumn === number)) return "name";
  return definition.sides.some(({ codeColumn }) => codeColumn === number) ? "code" : "text";
}

/** A dash for no amount. */
const NOTHING = /^[-—－–]+$/;

/** Rows of which nothing but noughts is left are room for more. */
function saysSomething(cell: PrintedCell | undefined): boolean {
  return (
    cell !== undefined && !(cell.kind === "amount" && (cell.value === 0 || NOTHING.test(String(cell.value))))
  );
}

function remarksOf({ range, lastBodyRow }: RecognisedTable, own: SheetSnapshot | undefined): string[] {
  const found: string[] = [];
  for (let row = lastBodyRow + 1; row <= range.lastRow; row++)
    for (const cell of own?.rows.get(row)?.values() ?? []) {
      const text = textOf(cell);
      if (REMARK.test(text)) found.push(text);
    }
  return found;
}

/** A cell's text without the spaces and line breaks around it. */
function textOf(cell: Cell | undefined): string {
  return cell === undefined ? "" : plain(cell.value);
}

function plain(value: CellValue): string {
  if (isErrorValue(value)) return value.error;
  return typeof value === "boolean" ? (value ? "TRUE" : "FALSE") : String(value).trim();
}
