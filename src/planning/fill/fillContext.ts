import type { NameIndex } from "../../codes/nameIndex";
import type { CodeKind } from "../../codes/codeLists";
import type { CodeLists } from "../../codes/listsInUse";
import type { RecognisedTable } from "../../recognition/recognised";
import type { CodeSystem } from "../../tables/definition";
import type { CellAddress } from "../../workbook/address";
import type { SheetSnapshot, WorkbookSnapshot } from "../../workbook/snapshot";
import { bodyLines } from "./bodyLines";
import type { Line } from "./bodyLines";
import type { Answer } from "./fillPlan";

/** One table with its rows, as filling reads it. */
export interface FillTable {
  readonly table: RecognisedTable;
  readonly sheet: SheetSnapshot;
  readonly lines: readonly Line[];
  /** The year whose lists hold for it. */
  readonly year: number | undefined;
}

/** What every part of the planning looks at. */
export interface FillContext {
  readonly tables: readonly FillTable[];
  readonly lists: CodeLists;
  index(kind: CodeKind, year: number | undefined): NameIndex;
  /** What the user has said of a cell that was asked for. */
  answerAt(cell: CellAddress): string | undefined;
}

/** What filling is asked with beside the tables. */
export interface FillGiven {
  readonly lists: CodeLists;
  /** Year of the code lists; found from the tables when left out. */
  readonly edition?: number | undefined;
  readonly answers: readonly Answer[];
}

/** Reads all tables of a workbook for filling. */
export function fillContext(
  workbook: WorkbookSnapshot,
  tables: readonly RecognisedTable[],
  { lists, edition, answers }: FillGiven,
): FillContext {
  const index = (kind: CodeKind, year: number | undefined) => lists.names(kind, year);
  const common = edition ?? commonYear(workbook, tables);
  const read = tables.flatMap((table): FillTable[] => {
    const sheet = workbook.sheets.find(({ name }) => name === table.sheet);
    if (!sheet) return [];
    const year = edition ?? table.year ?? common;
    const isName = (name: string, systems: readonly CodeSystem[]) =>
      systems.some((system) => isClassification(system) && index(system, year).named(name).length > 0);
    return [{ table, sheet, year, lines: bodyLines(table, sheet, tables, isName) }];
  });
  const said = new Map(answers.map(({ cell, value }) => [cellKey(cell), value.trim()]));
  return { tables: read, lists, index, answerAt: (cell) => said.get(cellKey(cell)) };
}

/** True for a system that has a list; unit codes have none. */
export function isClassification(system: CodeSystem): system is CodeKind {
  return system !== "unit";
}

/** A cell as one text, for maps. */
export function cellKey({ sheet, row, column }: CellAddress): string {
  return `${row},${column},${sheet}`;
}

/** The cell of a printed column in a row; undefined where the table has no such column. */
export function cellOf({ table, sheetRow }: Line, number: number | undefined): CellAddress | undefined {
  const match = number === undefined ? undefined : table.columns.get(number);
  return match && { sheet: table.sheet, row: sheetRow, column: match.sheetColumn };
}

/** The year most tables name, else the one in the workbook's name. */
function commonYear({ name }: WorkbookSnapshot, tables: readonly RecognisedTable[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { year } of tables) if (year !== undefined) counts.set(year, (counts.get(year) ?? 0) + 1);
  const [most] = [...counts].sort(([a, m], [b, n]) => n - m || b - a);
  const inName = /(?<!\d)20\d{2}(?!\d)/.exec(name)?.[0];
  return most?.[0] ?? (inName === undefined ? undefined : Number(inName));
}
