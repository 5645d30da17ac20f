import type { CodeLists } from "../codes/listsInUse";
import type { AmountUnit } from "../amounts/unit";
import { recogniseWorkbook } from "../recognition/recognise";
import type { Pack } from "../tables/definition";
import type { SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot";
import { findListHeading } from "./listColumns";
import type { ColumnCorrections, ListHeading } from "./listColumns";
import type { BudgetList, ReadListSheet } from "./listRow";
import { readListSheet } from "./readListSheet";
import { withCodes } from "./withCodes";

/** How a workbook of lists is to be read. */
export interface ListReading {
  readonly pack: Pack;
  readonly lists: CodeLists;
  readonly year: number;
  /** What the user has said of columns; nothing when left out. */
  readonly columns?: ColumnCorrections;
  /** The unit of the list's amounts; what it states when left out. */
  readonly unit?: AmountUnit;
  /** The only sheet to read; all that are lists when left out. */
  readonly sheet?: string;
  /** Called so where the list names no unit. */
  readonly department?: string;
}

/** Reads every sheet of a workbook that is a list of rows with amounts. None: `sheets` is empty. */
export function readBudgetList(workbook: WorkbookSnapshot, reading: ListReading): BudgetList {
  const sheets = listSheets(workbook, reading).map(({ sheet, heading }) =>
    readListSheet(sheet, heading, reading.unit === undefined ? {} : { unit: reading.unit }),
  );
  const told = withCodes(
    sheets.flatMap(({ rows }) => rows),
    reading,
  );
  return { name: workbook.name, sheets, rows: told.rows, notes: [...notesOf(sheets), ...told.notes] };
}

interface Found {
  readonly sheet: SheetSnapshot;
  readonly heading: ListHeading;
}

/** Sheets in sight before hidden ones; standard tables (表10 …) are lists only where there is nothing else. */
function listSheets(workbook: WorkbookSnapshot, { pack, columns = {}, sheet: wanted }: ListReading): Found[] {
  const found = workbook.sheets
    .filter(({ name }) => wanted === undefined || name === wanted)
    .flatMap((sheet): Found[] => {
      const heading = findListHeading(sheet, columns);
      return heading ? [{ sheet, heading }] : [];
    });
  const shown = found.some(({ sheet }) => !sheet.isHidden)
    ? found.filter(({ sheet }) => !sheet.isHidden)
    : found;
  if (shown.length < 2) return shown;
  const tables = new Set(recogniseWorkbook(workbook, pack).tables.map(({ sheet }) => sheet));
  const others = shown.filter(({ sheet }) => !tables.has(sheet.name));
  return others.length > 0 ? others : shown;
}

function notesOf(sheets: readonly ReadListSheet[]): BudgetList["notes"] {
  const several =
    sheets.length > 1
      ? [{ key: "lists.severalSheets", args: { sheets: sheets.map(({ sheet }) => sheet) } }]
      : [];
  return [...several, ...sheets.flatMap(({ notes }) => notes)];
}
