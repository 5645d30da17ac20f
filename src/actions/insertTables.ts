import type { InsertOptions } from "../planning/insert/options";
import { planInsert } from "../planning/insert/planInsert";
import { PACKS } from "../tables/packs";
import type { AddSheet } from "../workbook/edit";

/** Ids of the sets of tables, the usual one first. */
export const PACK_IDS: readonly string[] = PACKS.map(({ id }) => id);

/** Ids and names of the tables of a set; of the usual one when left out. Empty for a set that is not known. */
export function tablesOf(pack: string = PACKS[0].id): { readonly id: string; readonly title: string }[] {
  return PACKS.filter(({ id }) => id === pack).flatMap(({ tables }) =>
    tables.map(({ id, title }) => ({ id, title })),
  );
}

/**
 * The sheets of a new workbook with these tables, all of one set. Throws RangeError for tables that are in no set
 * together.
 */
export function planNewWorkbook(options: InsertOptions): AddSheet[] {
  const pack = PACKS.find(({ tables }) =>
    options.tables.every((id) => tables.some((table) => table.id === id)),
  );
  if (!pack) throw new RangeError(`no set has the tables ${options.tables.join(", ")}`);
  return planInsert(pack, options);
}
