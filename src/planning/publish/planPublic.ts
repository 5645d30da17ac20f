import type { MessageRef } from "../../messages/messageRef";
import type { RecognisedTable, Recognition } from "../../recognition/recognised";
import { columnLetters } from "../../workbook/address";
import type { SheetDesign } from "../../workbook/sheetDesign";
import type { HiddenLines } from "../../workbook/port";
import type { WorkbookSnapshot } from "../../workbook/snapshot";
import { coverSheet, directorySheet } from "./frontSheets";
import { printedTable } from "./printedTable";
import type { PrintedTable } from "./printedTable";
import { tableSheet } from "./tableSheet";

export interface PublicOptions {
  /** Whose budget it is; read from the tables when left out. */
  readonly department?: string | undefined;
  /** Of which year; read from the tables when left out. */
  readonly year?: number | undefined;
  /** The hidden lines of a sheet; none when left out. */
  readonly hiddenOf?: ((sheet: string) => HiddenLines) | undefined;
}

/** The workbook for the public, sheet by sheet, and what its maker should know. */
export interface PublicPlan {
  readonly designs: readonly SheetDesign[];
  /** Pages of all tables, without title page and directory. */
  readonly pages: number;
  readonly tables: number;
  readonly notes: readonly MessageRef[];
}

const NOTHING_HIDDEN: HiddenLines = { rows: new Set(), columns: new Set() };

/**
 * 公开版: title page, directory and each table as it prints, in a workbook of their own, so that nothing else of the one they
 * come from is in it: no formulas, notes, marks, colours, names, hidden sheets or lines, and no digits behind those printed.
 * Tables come in the order of their set, their pages are numbered through. No designs where no table was found.
 */
export function planPublic(
  workbook: WorkbookSnapshot,
  { tables, unplaced }: Recognition,
  options: PublicOptions = {},
): PublicPlan {
  const sheets = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]));
  const isShown = ({ sheet }: RecognisedTable) => sheets.get(sheet)?.isHidden !== true;
  const hiddenOf = options.hiddenOf ?? (() => NOTHING_HIDDEN);
  const printed = tables.filter(isShown).map((table) => printedTable(table, sheets, hiddenOf));
  const names = new Set<string>();
  let pages = 0;
  const made = printed.map((one) => {
    const name = freeName(one.table.definition.label, names);
    const sheet = tableSheet(one, name, pages + 1);
    const entry = { name, title: one.title, page: pages + 1 };
    pages += sheet.pages;
    return { ...sheet, entry, printed: one };
  });
  const notes: MessageRef[] = [
    ...made.flatMap(({ printed: one, entry }) => hiddenNotes(one, entry.name)),
    ...made
      .filter(({ fits }) => !fits)
      .map(({ entry }) => ({ key: "publish.tooWide", args: { table: entry.name } })),
    ...tables
      .filter((table) => !isShown(table))
      .map(({ sheet }) => ({ key: "publish.hiddenSheet", args: { sheet } })),
    ...unplaced
      .filter(({ sheet }) => sheets.get(sheet)?.isHidden !== true)
      .map(({ sheet }) => ({ key: "publish.leftOut", args: { sheet } })),
  ];
  if (made.length === 0) return { designs: [], pages: 0, tables: 0, notes };
  const department = options.department ?? departmentOf(printed);
  const year = options.year ?? yearOf(tables);
  const designs = [
    coverSheet({ department, year, isAccounts: printed.every(({ title }) => title.includes("决算")) }),
    directorySheet(made.map(({ entry }) => entry)),
    ...made.map(({ design }) => design),
  ];
  return { designs, pages, tables: made.length, notes };
}

function freeName(label: string, taken: Set<string>): string {
  let name = label;
  for (let number = 2; taken.has(name); number++) name = `${label}（${number}）`;
  taken.add(name);
  return name;
}

function hiddenNotes({ leftOut: { rows, columns } }: PrintedTable, table: string): MessageRef[] {
  const args = (lines: readonly string[]) => ({ table, lines });
  return [
    ...(rows.length > 0
      ? [{ key: "publish.hiddenRows", args: args(rows.map((row) => String(row + 1))) }]
      : []),
    ...(columns.length > 0 ? [{ key: "publish.hiddenColumns", args: args(columns.map(columnLetters)) }] : []),
  ];
}

/** 部门名称：某局, as most tables print it. */
const DEPARTMENT = /^(?:部门|单位|编报单位|编制单位|填报单位)(?:名称)?\s*[:：]\s*(.+)$/;

function departmentOf(printed: readonly PrintedTable[]): string | undefined {
  const counts = new Map<string, number>();
  for (const text of printed.flatMap(({ lines }) => lines.flat())) {
    const name = DEPARTMENT.exec(text)?.[1]?.trim();
    if (name && !/^(万元|亿元|元)$/.test(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return mostOften(counts);
}

function yearOf(tables: readonly RecognisedTable[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { year } of tables) if (year !== undefined) counts.set(year, (counts.get(year) ?? 0) + 1);
  return mostOften(counts);
}

function mostOften<T>(counts: ReadonlyMap<T, number>): T | undefined {
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
