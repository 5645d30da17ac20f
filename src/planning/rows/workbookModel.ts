import type { CodeLists } from "../../codes/listsInUse";
import { withImported } from "../../codes/listsInUse";
import { importedIn } from "../../codes/import/importedList";
import { KeptRecognition } from "../../recognition/keptRecognition";
import type { RecognisedTable } from "../../recognition/recognised";
import { recogniseWorkbook } from "../../recognition/recognise";
import type { Pack } from "../../tables/definition";
import type { SheetSnapshot, WorkbookSnapshot } from "../../workbook/snapshot";
import type { Table } from "../table";
import { linksOf } from "../insert/links";
import type { Link } from "../insert/links";
import { listingOf } from "./listing";
import type { Listing } from "./listing";
import { modelOf } from "./tableModel";

/** The tables of a workbook that rows may be put into, with what their formulas may look at. */
export interface WorkbookModel {
  readonly pack: Pack;
  readonly workbook: WorkbookSnapshot;
  readonly tables: readonly Table[];
  /** Tables that run on over several sheets: rows are not put into them. */
  readonly spread: readonly RecognisedTable[];
  readonly targets: readonly Table[];
  /** The links of the set, by which tables take figures from each other. */
  readonly links: readonly Link[];
  readonly listing: Listing;
  readonly lists: CodeLists;
  /** What was worked out of its sheets: a workbook once edited is mostly the same. */
  readonly kept: KeptRecognition;
}

/** What another model of the same workbook has worked out; the lists only where its settings are the same. */
export type KnownModel = Partial<Pick<WorkbookModel, "lists" | "kept">>;

/** The model of a workbook; a table that stands there twice is in it twice, and is looked up in neither. */
export function modelWorkbook(pack: Pack, workbook: WorkbookSnapshot, known: KnownModel = {}): WorkbookModel {
  const { kept = new KeptRecognition(), lists = withImported(importedIn(workbook.settings)) } = known;
  const recognised = recogniseWorkbook(workbook, pack, lists, kept).tables;
  const tables = recognised.flatMap((found) => {
    const sheet = workbook.sheets.find(({ name }) => name === found.sheet);
    const below = recognised.filter(
      ({ sheet: other, range }) => other === found.sheet && range.firstRow > found.firstBodyRow,
    );
    const end = Math.min(Infinity, ...below.map(({ range }) => range.firstRow));
    return (sheet && modelOf(pack, found, sheet, end)) ?? [];
  });
  const links = linksOf(pack);
  const ids = tables.map(({ definition }) => definition.id);
  const isOnce = ({ definition }: Table) => ids.filter((id) => id === definition.id).length === 1;
  return {
    pack,
    workbook,
    tables,
    links,
    listing: listingOf(pack, links),
    spread: recognised.filter(({ sheet, rows }) => rows.some((row) => row.sheet !== sheet)),
    targets: tables.filter(isOnce),
    lists,
    kept,
  };
}

/** The model of a workbook once edited: what no edit has touched is not worked out again. */
export function modelAgain(before: WorkbookModel, workbook: WorkbookSnapshot): WorkbookModel {
  const { pack, kept, lists } = before;
  const isSame = workbook.settings === before.workbook.settings;
  return modelWorkbook(pack, workbook, isSame ? { kept, lists } : { kept });
}

/** The sheet a table stands on. */
export function sheetOf({ workbook }: WorkbookModel, { sheet }: Table): SheetSnapshot {
  // Its tables were read from the sheets of the same workbook.
  return workbook.sheets.find(({ name }) => name === sheet) as SheetSnapshot;
}

/** The names of the sheets over which a table runs on: 表6, 表6续. */
export function sheetsOf({ rows }: RecognisedTable): readonly string[] {
  return [...new Set(rows.map(({ sheet }) => sheet))];
}
