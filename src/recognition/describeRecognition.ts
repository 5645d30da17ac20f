import type { MessageRef } from "../messages/messageRef";
import { columnPaths } from "../tables/definition";
import type { Pack } from "../tables/definition";
import { columnLetters, formatA1 } from "../workbook/address";
import type { SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot";
import { SURE, SURE_COLUMN } from "./confidence";
import { readCorrections } from "./correction";
import { cellText, filledRows } from "./grid";
import { recogniseWorkbook } from "./recognise";
import type { ColumnMatch, RecognisedTable } from "./recognised";

/** What was understood of one column of a table, and why. */
export interface ColumnView {
  /** Printed column number. */
  readonly number: number;
  readonly label: string;
  /** Undefined: the sheet has no such column, as far as is known. */
  readonly sheetColumn: number | undefined;
  readonly isSure: boolean;
  readonly reason: MessageRef;
}

/** A body row with its kind; null where it is none of the table's kinds of row. */
export interface RowView {
  readonly row: number;
  readonly text: string;
  readonly kinds: readonly string[];
}

export interface TableView {
  readonly table: string;
  readonly label: string;
  readonly title: string;
  readonly confidence: number;
  readonly isSure: boolean;
  readonly reasons: readonly MessageRef[];
  readonly headerRows: { readonly first: number; readonly last: number };
  readonly columns: readonly ColumnView[];
  /** The kinds of row the table knows. */
  readonly kinds: readonly string[];
  /** The rows of this sheet. */
  readonly rows: readonly RowView[];
}

export interface SheetView {
  readonly sheet: string;
  readonly tables: readonly TableView[];
  /** Why no table was found; undefined where one was. */
  readonly reason: MessageRef | undefined;
  readonly isCorrected: boolean;
  /** Its filled columns with what heads them, to choose from. */
  readonly columns: readonly { readonly column: number; readonly heading: string }[];
}

/** What was understood of a workbook, sheet by sheet, and the tables of the set to choose from. */
export interface RecognitionView {
  readonly sheets: readonly SheetView[];
  readonly choices: readonly { readonly table: string; readonly label: string; readonly title: string }[];
}

/** Says of every sheet which tables it is taken for, how surely, and what each column and row is taken for and why. */
export function describeRecognition(workbook: WorkbookSnapshot, pack: Pack): RecognitionView {
  const { tables, unplaced } = recogniseWorkbook(workbook, pack);
  const corrected = new Set(readCorrections(workbook).map(({ sheet }) => sheet));
  const reasons = new Map(unplaced.map(({ sheet, reason }) => [sheet, reason]));
  const sheets = workbook.sheets.map((sheet): SheetView => {
    const own = tables.filter((table) => table.sheet === sheet.name);
    const runsOn = tables.some(({ bodyRows }) => bodyRows.some((row) => row.sheet === sheet.name));
    const goesOn: MessageRef | undefined =
      own.length === 0 && runsOn ? { key: "sheet.goesOn", args: {} } : undefined;
    return {
      sheet: sheet.name,
      tables: own.map((table) => tableView(table, sheet)),
      reason: own.length > 0 ? undefined : (goesOn ?? reasons.get(sheet.name)),
      // A sheet that is only alike is corrected where that holds for it, and not where it has a title of its own.
      isCorrected: corrected.has(sheet.name) || own.some(isCorrected),
      columns: headedColumns(sheet, own[0]),
    };
  });
  return {
    sheets,
    choices: pack.tables.map(({ id, label, title }) => ({ table: id, label, title })),
  };
}

function isCorrected({ reasons }: RecognisedTable): boolean {
  return reasons.some(({ key }) => key === "reason.corrected");
}

function tableView(table: RecognisedTable, sheet: SheetSnapshot): TableView {
  const { definition, columns, confidence } = table;
  const isBelow = (row: { sheet: string }) => row.sheet === sheet.name;
  return {
    table: definition.id,
    label: definition.label,
    title: definition.title,
    confidence,
    isSure: confidence >= SURE,
    reasons: table.reasons,
    headerRows: table.headerRows,
    columns: columnPaths(definition.header).map(({ column }) => {
      const match = columns.get(column.number);
      return {
        number: column.number,
        label: column.label,
        sheetColumn: match?.sheetColumn,
        isSure: match ? match.score >= SURE_COLUMN : column.isOptional === true,
        reason: columnReason(match),
      };
    }),
    kinds: [...new Set(definition.sides.flatMap(({ rows }) => rows.map(({ kind }) => kind)))],
    rows: table.bodyRows.filter(isBelow).map(({ row }) => ({
      row,
      text: textOfRow(sheet, row),
      kinds: table.rows.filter((own) => isBelow(own) && own.sheetRow === row).map(({ rule }) => rule.kind),
    })),
  };
}

/** Why a sheet column was taken for a column of the table. */
function columnReason(match: ColumnMatch | undefined): MessageRef {
  if (!match) return { key: "reason.column.missing", args: {} };
  const { heading, headingCell, sheetColumn, by, reading } = match;
  const args = {
    heading,
    cell: formatA1(headingCell.row, headingCell.column),
    column: columnLetters(sheetColumn),
  };
  return { key: `reason.column.${reading?.kind === "named" ? "names" : by}`, args };
}

/** The first words of a row, by which the user knows it. */
function textOfRow(sheet: SheetSnapshot, row: number): string {
  return [...(sheet.rows.get(row)?.values() ?? [])]
    .map((cell) => cellText(cell).trim())
    .filter((text) => text !== "")
    .slice(0, 3)
    .join(" ");
}

/** How far down a sheet without a table is looked at for what may head its columns. */
const TOP_ROWS = 12;

function headedColumns(sheet: SheetSnapshot, table: RecognisedTable | undefined): SheetView["columns"] {
  const { first, last } = table?.headerRows ?? { first: 0, last: TOP_ROWS };
  const headings = new Map<number, string[]>();
  for (const row of filledRows(sheet, first, last))
    for (const [column, cell] of sheet.rows.get(row) ?? []) {
      const text = cellText(cell).replace(/\s+/g, "");
      if (typeof cell.value === "string" && !/^\d*$/.test(text))
        headings.set(column, [...(headings.get(column) ?? []), text]);
      else if (!headings.has(column)) headings.set(column, []);
    }
  return [...headings]
    .sort(([a], [b]) => a - b)
    .map(([column, texts]) => ({ column, heading: texts.slice(-2).join("/") }));
}
