import type { MessageRef } from "../messages/messageRef";
import { PLACE } from "../recognition/figureGrid";
import { PlacedRows } from "../recognition/recognised";
import type { BadFigure, Figure, RecognisedTable } from "../recognition/recognised";
import { formatA1 } from "../workbook/address";
import type { CellAddress } from "../workbook/address";
import { isErrorValue, NOT_CALCULATED } from "../workbook/snapshot";
import type { SheetSnapshot } from "../workbook/snapshot";
import type { Checked } from "./checked";
import type { Finding, Severity } from "./finding";
import { errorOrigins } from "./errorOrigins";
import { columnLabel } from "./wording";

/** Checks of what cells hold, before any sum: errors, words among amounts, numbers kept as text and codes as numbers. */
export function readabilityFindings({ workbook, tables }: Pick<Checked, "workbook" | "tables">): Finding[] {
  const sheets = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]));
  const found = tables.map((table) => ({ table, odd: oddCells(table, sheets) }));
  // An error is told once where it comes from, not in every formula that it runs through.
  const origins = new Set(
    errorOrigins(
      found.flatMap(({ odd }) => odd.errors.filter(({ error }) => error !== NOT_CALCULATED)),
      sheets,
    ),
  );
  return found.flatMap(({ table, odd }) => {
    const errors = odd.errors.filter((one) => one.error === NOT_CALCULATED || origins.has(one));
    return [
      ...errorCells(table, errors).map(asRowsGone),
      ...notAmounts(table, odd),
      // Excel's SUM passes over numbers kept as text.
      ...folded(table, TEXT_NUMBER, odd.texts).map(asTextFigures),
      // A code kept as a number works, but loses leading zeros and sorts otherwise.
      ...folded(table, NUMBER_CODE, odd.numbers),
    ];
  });
}

/** A formula that has lost cells it spoke of tells that rows are gone. */
function asRowsGone(finding: Finding): Finding {
  const { cell, message } = finding;
  if (!cell || message.args["error"] !== "#REF!") return finding;
  return {
    ...finding,
    act: { kind: "rowDeleted", rows: [{ sheet: cell.sheet, row: cell.row }], others: [] },
  };
}

/** Figures kept as text are an act, though nothing fails because of it. */
function asTextFigures(finding: Finding): Finding {
  const rows = [
    ...new Map(finding.cells.map(({ sheet, row }) => [`${sheet} ${row}`, { sheet, row }])).values(),
  ];
  return { ...finding, act: { kind: "textFigure", rows, others: [] } };
}

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

/** What one pass over the cells of a table finds. */
interface OddCells {
  /** Cells of its body with an error value, each with its column's printed number. */
  readonly errors: { readonly address: CellAddress; readonly number: number; readonly error: string }[];
  /** Figures that are no amount. */
  readonly words: { readonly figure: BadFigure & Figure; readonly number: number }[];
  /** Amounts kept as text. */
  readonly texts: CellAddress[];
  /** Codes kept as numbers. */
  readonly numbers: CellAddress[];
}

function oddCells(table: RecognisedTable, sheets: ReadonlyMap<string, SheetSnapshot>): OddCells {
  const odd: OddCells = { errors: [], words: [], texts: [], numbers: [] };
  const columns = [...table.columns].map(([number, { sheetColumn, definition }]) => ({
    number,
    column: sheetColumn,
    isCode: definition.systems !== undefined,
    isAmount: table.grid.column(number) >= 0,
  }));
  const told = new PlacedRows();
  for (const { sheet, sheetRow } of table.rows) told.add(sheet, sheetRow);
  // What stands in the amount columns of rows that were told shows in the grid; a row of a statement may be told on one side.
  const isInGrid = table.definition.sides.length === 1;
  const besides = columns.filter(({ isAmount }) => !(isAmount && isInGrid));
  for (const { sheet, row } of table.bodyRows) {
    const cells = sheets.get(sheet)?.rows.get(row);
    if (!cells) continue;
    const isTold = told.has(sheet, row);
    for (const { number, column, isCode } of isTold ? besides : columns) {
      const value = cells.get(column)?.value;
      if (value === undefined || typeof value === "string") continue;
      const address = { sheet, row, column };
      if (isErrorValue(value)) odd.errors.push({ address, number, error: value.error });
      else if (isCode && typeof value === "number" && isTold) odd.numbers.push(address);
    }
  }
  const { grid } = table;
  for (const { index } of table.rows)
    for (let column = 0; column < grid.width; column++) {
      const kind = grid.kindAt(index, column);
      if (kind !== PLACE.bad && kind !== PLACE.textAmount) continue;
      const figure = grid.figureAt(index, column) as Figure;
      const number = grid.numbers[column] as number;
      if (figure.kind === "amount") odd.texts.push(figure.address);
      else if (figure.kind === "bad" && figure.why === "error" && isInGrid)
        odd.errors.push({ address: figure.address, number, error: figure.text });
      else if (figure.kind === "bad" && figure.why !== "error") odd.words.push({ figure, number });
    }
  return odd;
}

/** cell.error: #REF! and its like anywhere in the table; cells of one row with the same error are one finding. */
function errorCells(table: RecognisedTable, errors: OddCells["errors"]): Finding[] {
  const rows = new Map<string, OddCells["errors"]>();
  for (const one of errors) {
    // Formulas without results are each to be worked out.
    const place =
      one.error === NOT_CALCULATED ? formatA1(one.address.row, one.address.column) : one.address.row;
    const key = `${one.error} ${place} ${one.address.sheet}`;
    const known = rows.get(key);
    if (known) known.push(one);
    else rows.set(key, [one]);
  }
  return [...rows.values()].flatMap((same): Finding[] => {
    const [first, ...others] = same;
    if (!first) return [];
    const key = first.error === NOT_CALCULATED ? "cell.notCalculated" : "cell.error";
    const a1 = ({ row, column }: CellAddress) => formatA1(row, column);
    return [
      remark(table, {
        severity: "error",
        rule: "cell.error",
        cells: same.map(({ address }) => address),
        message: {
          key: others.length > 0 && key === "cell.error" ? "cell.error.some" : key,
          args: {
            cell: others.length > 0 ? same.map(({ address }) => a1(address)) : a1(first.address),
            column: columnLabel(table.definition, first.number),
            error: first.error,
          },
        },
      }),
    ];
  });
}

/** cell.not-amount: words where an amount belongs; the relations over it cannot be told. */
function notAmounts(table: RecognisedTable, { words }: OddCells): Finding[] {
  return words.map(({ figure: { address, why, text }, number }) =>
    remark(table, {
      severity: "warning",
      rule: "cell.not-amount",
      cells: [address],
      message: {
        key: `cell.notAmount.${why}`,
        args: {
          cell: formatA1(address.row, address.column),
          column: columnLabel(table.definition, number),
          text: shorten(text),
        },
      },
    }),
  );
}

function shorten(text: string): string {
  const plain = text.replace(/\s+/g, " ").trim();
  return plain.length > 20 ? `${plain.slice(0, 20)}…` : plain;
}

/** Cells named in one remark; the rest are counted. */
const MOST_CELLS_NAMED = 8;

/** A remark of which a table gets one for all its cells. */
interface FoldedRemark {
  readonly rule: string;
  readonly key: string;
  readonly severity: Severity;
}

const TEXT_NUMBER: FoldedRemark = { rule: "cell.text-number", key: "cell.textNumber", severity: "warning" };
const NUMBER_CODE: FoldedRemark = { rule: "cell.number-code", key: "cell.numberCode", severity: "info" };

function folded(
  table: RecognisedTable,
  { rule, key, severity }: FoldedRemark,
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
        args: { count: String(cells.length), cells: named },
      },
    }),
  ];
}
