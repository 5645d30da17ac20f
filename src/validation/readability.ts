import type { MessageRef } from "../messages/messageRef";
import type { Figure, RecognisedTable } from "../recognition/recognised";
import { formatA1 } from "../workbook/address";
import type { CellAddress } from "../workbook/address";
import { LastMade } from "../workbook/lastMade";
import { cellAt, isErrorValue, NOT_CALCULATED } from "../workbook/snapshot";
import type { Cell, SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot";
import type { Finding, Severity } from "./finding";
import { columnLabel } from "./wording";

/** Checks of what cells hold, before any sum: errors, words among amounts, numbers kept as text and codes as numbers. */
export function readabilityFindings(
  workbook: WorkbookSnapshot,
  tables: readonly RecognisedTable[],
): Finding[] {
  const sheets = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]));
  return tables.flatMap((table) =>
    lastFindings.get(table, [], () => {
      const cells = bodyCells(table, sheets);
      return [
        ...errorCells(table, cells),
        ...notAmounts(table),
        ...textNumbers(table),
        ...numberCodes(table, cells),
      ];
    }),
  );
}

/** A table that an edit has not touched (carryOver) stands on sheets that it has not touched either. */
const lastFindings = new LastMade<RecognisedTable, readonly Finding[]>();

interface Remark {
  readonly severity: Severity;
  readonly rule: string;
  readonly cells: readonly CellAddress[];
  readonly message: MessageRef;
}

/** A finding without amounts on cells of one table. The first cell is where a click lands. */
export function remark(table: RecognisedTable, { severity, rule, cells, message }: Remark): Finding {
  const [first] = cells;
  return {
    severity,
    rule,
    table: table.definition.id,
    sheet: table.sheet,
    cell: first ? { sheet: first.sheet, row: first.row, column: first.column } : null,
    message: { key: message.key, args: { table: table.definition.label, ...message.args } },
    expected: null,
    actual: null,
    difference: null,
    cells: cells.map(({ sheet, row, column }) => ({ sheet, row, column, role: "other" })),
    suspects: [],
  };
}

interface BodyCell {
  readonly number: number;
  readonly address: CellAddress;
  readonly cell: Cell;
}

/** Sheet cells of the table's body, column by column of its definition. */
function bodyCells(table: RecognisedTable, sheets: ReadonlyMap<string, SheetSnapshot>): BodyCell[] {
  return table.bodyRows.flatMap(({ sheet: name, row }) =>
    [...table.columns].flatMap(([number, { sheetColumn: column }]) => {
      const sheet = sheets.get(name);
      const cell = sheet && cellAt(sheet, row, column);
      return cell ? [{ number, address: { sheet: name, row, column }, cell }] : [];
    }),
  );
}

/** cell.error: #REF! and its like anywhere in the table. */
function errorCells(table: RecognisedTable, cells: readonly BodyCell[]): Finding[] {
  return cells.flatMap(({ address, number, cell }) =>
    isErrorValue(cell.value)
      ? remark(table, {
          severity: "error",
          rule: "cell.error",
          cells: [address],
          message: {
            key: cell.value.error === NOT_CALCULATED ? "cell.notCalculated" : "cell.error",
            args: {
              cell: formatA1(address.row, address.column),
              column: columnLabel(table.definition, number),
              error: cell.value.error,
            },
          },
        })
      : [],
  );
}

function figuresOf(table: RecognisedTable): { figure: Figure; number: number }[] {
  return table.rows.flatMap(({ figures }) => [...figures].map(([number, figure]) => ({ figure, number })));
}

/** cell.not-amount: words where an amount belongs; the relations over it cannot be told. */
function notAmounts(table: RecognisedTable): Finding[] {
  return figuresOf(table).flatMap(({ figure, number }) =>
    figure.kind === "bad" && figure.why !== "error"
      ? remark(table, {
          severity: "warning",
          rule: "cell.not-amount",
          cells: [figure.address],
          message: {
            key: `cell.notAmount.${figure.why}`,
            args: {
              cell: formatA1(figure.address.row, figure.address.column),
              column: columnLabel(table.definition, number),
              text: shorten(figure.text),
            },
          },
        })
      : [],
  );
}

function shorten(text: string): string {
  const plain = text.replace(/\s+/g, " ").trim();
  return plain.length > 20 ? `${plain.slice(0, 20)}…` : plain;
}

/** cell.text-number, one a table: Excel's SUM passes over numbers kept as text. */
function textNumbers(table: RecognisedTable): Finding[] {
  const cells = figuresOf(table).flatMap(({ figure }) =>
    figure.kind === "amount" && figure.isText ? [figure.address] : [],
  );
  return folded(table, "cell.text-number", "cell.textNumber", "warning", cells);
}

/** cell.number-code, one a table: a code kept as a number works, but loses leading zeros and sorts otherwise. */
function numberCodes(table: RecognisedTable, cells: readonly BodyCell[]): Finding[] {
  const rows = new Set(table.rows.map(place));
  const isCode = (number: number) => table.columns.get(number)?.definition.systems !== undefined;
  const numbers = cells.flatMap(({ address, number, cell }) =>
    rows.has(place(address)) && isCode(number) && typeof cell.value === "number" ? [address] : [],
  );
  return folded(table, "cell.number-code", "cell.numberCode", "info", numbers);
}

function place(at: { sheet: string; row: number } | { sheet: string; sheetRow: number }): string {
  return `${at.sheet}!${"row" in at ? at.row : at.sheetRow}`;
}

/** Cells named in one remark; the rest are counted. */
const MOST_CELLS_NAMED = 8;

function folded(
  table: RecognisedTable,
  rule: string,
  key: string,
  severity: Severity,
  cells: readonly CellAddress[],
): Finding[] {
  if (cells.length === 0) return [];
  const named = cells.slice(0, MOST_CELLS_NAMED).map(({ row, column }) => formatA1(row, column));
  return [
    remark(table, {
      severity,
      rule,
      cells,
      message: {
        key: cells.length > MOST_CELLS_NAMED ? `${key}.many` : key,
        args: { count: String(cells.length), cells: named.join("、") },
      },
    }),
  ];
}
