import type { MessageRef } from "../messages/messageRef";
import { consolidatedSheet } from "../planning/consolidatedSheets";
import type { ConsolidatedSheets } from "../planning/consolidatedSheets";
import { evenedTables } from "../planning/evenedTables";
import { PACKS } from "../tables/packs";
import { findOffsets } from "../tables/offsets";
import { consolidate } from "../units/consolidate";
import type { Consolidation, SourceBook } from "../units/consolidate";
import type { SheetDesign } from "../workbook/sheetDesign";

/** What a department's new workbook is made with; what is left out is told from the units. */
export interface ConsolidateOptions {
  readonly department?: string;
  readonly year?: number;
  readonly isLinked: boolean;
}

/** The sheets of a department's workbook, and what was taken out or evened. */
export interface ConsolidatedWorkbook {
  readonly designs: readonly SheetDesign[];
  readonly tables: number;
  /** Money paid between units that both sides agree on, taken out, in 万元 by the name of the line. */
  readonly offsets: Consolidation["offsets"];
  /** How many totals were evened because the rounding of many units had added up. */
  readonly evened: number;
}

/**
 * 汇总: a department's tables from those of its units, in 万元 (in 元 where all units print 元). Where the rounding of many units adds
 * up to more than a total's own may come to, the total is that of its parts; what is more than rounding is left as the units
 * have it, for the check to tell. Pure. Gives a problem where the units are of different sets of tables.
 */
export function consolidateUnits(
  books: readonly SourceBook[],
  { department, year, isLinked }: ConsolidateOptions,
): ConsolidatedWorkbook | { readonly problem: MessageRef } {
  const ids = [...new Set(books.map(({ packId }) => packId))];
  const pack = PACKS.find(({ id }) => id === ids[0]);
  if (!pack || ids.length !== 1) {
    const sets = [...new Set(books.map(({ setName }) => setName))];
    return { problem: { key: "units.finalAccounts", args: { sets } } };
  }
  const units = books.flatMap(({ tables }) => tables.map((table) => table.unit));
  const years = books
    .flatMap(({ tables }) => tables.map((table) => table.year))
    .filter((one) => one !== undefined);
  const sheets: ConsolidatedSheets = {
    pack,
    year: year ?? (years.length > 0 ? Math.max(...years) : new Date().getFullYear()),
    department: department ?? "",
    unit: units.every((unit) => unit === "元") ? "元" : "万元",
    isLinked,
  };
  const { tables, offsets } = consolidate(pack, books, findOffsets(pack.id));
  const { tables: even, evened } = evenedTables(tables, sheets);
  const designs = even.map((table) => consolidatedSheet(table, sheets).design);
  return { designs, tables: even.length, offsets, evened };
}
