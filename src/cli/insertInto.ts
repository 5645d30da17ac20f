import { insertionOf, planOrder } from "../actions/insertTables";
import type { InsertHow } from "../actions/insertTables";
import { broughtSettings } from "../actions/keepSets";
import type { MessageRef } from "../messages/messageRef";
import { applyEdits } from "../xlsx/patch/applyEdits";
import { readWorkbook } from "../xlsx/read/readWorkbook";
import type { InsertFlags } from "./insertFile";
import type { readSetFiles } from "./setFiles";

/** What is to become of tables that the workbook has: kept, one more beside them, or only their blank formulas filled in. */
export type Existing = "keep" | "copy" | "fill";

/** A workbook with tables inserted, or why there is none. */
export type IntoOutcome =
  | { readonly bytes: Uint8Array; readonly tables: number; readonly filled: number }
  | { readonly problem: MessageRef };

/** What is inserted. */
export interface InsertedContent {
  readonly tables: readonly string[];
  /** The text of the list of units; that of the workbook's own tables when undefined. */
  readonly list: string | undefined;
  /** The office's own sets, with the texts of their files. */
  readonly own: Extract<ReturnType<typeof readSetFiles>, { readonly texts: readonly string[] }>;
}

/**
 * Inserts tables into a copy of a workbook; its own sheets keep every byte but for formulas that are filled in.
 * Throws WorkbookFileError for a file that cannot be read, InsertError for settings that cannot.
 */
export function insertInto(
  bytes: Uint8Array,
  flags: InsertFlags & { readonly into: string },
  { tables, list, own }: InsertedContent,
): IntoOutcome {
  const read = readWorkbook(bytes, flags.into);
  const snapshot = { ...read, settings: { ...read.settings, ...broughtSettings(own.texts) } };
  const view = insertionOf(
    snapshot,
    flags.year,
    own.packs.find((pack) => pack.tables.some(({ id }) => tables.includes(id)))?.id ?? flags.set,
  );
  const isThere = (id: string) => view.tables.some((table) => table.id === id && table.sheets.length > 0);
  const there = tables.filter(isThere);
  if (there.length > 0 && flags.existing === undefined) {
    const labels = view.tables.filter(({ id }) => there.includes(id)).map(({ label }) => label);
    return { problem: { key: "insert.present", args: { file: flags.into, tables: labels } } };
  }
  const chosen = tables.flatMap((id): { id: string; how: InsertHow }[] => {
    if (!isThere(id)) return [{ id, how: "new" }];
    return flags.existing === "copy" || flags.existing === "fill" ? [{ id, how: flags.existing }] : [];
  });
  if (chosen.length === 0) return { bytes, tables: 0, filled: 0 };
  const settings = {
    ...view.settings,
    year: flags.year,
    department: flags.department,
    unit: flags.unit,
    codes: flags.codes ?? "",
    ...(list === undefined ? {} : { list }),
    ...(flags.blankRows === undefined ? {} : { blankRows: flags.blankRows }),
    ...(flags.links ? {} : { unlinked: tables }),
  };
  const plan = planOrder(snapshot, { tables: chosen, settings, withRows: true }, flags.year);
  return {
    bytes: applyEdits(bytes, [...plan.sheets, ...plan.writes, ...plan.settings]),
    tables: plan.sheets.filter(({ design }) => !design.isHidden).length,
    filled: plan.writes.length,
  };
}
