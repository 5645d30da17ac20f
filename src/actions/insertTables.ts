import { isUntouched, sheetLookingAt } from "../planning/insert/insertedSheets";
import { InsertError } from "../planning/insert/insertError";
import { keepSettings, readKept } from "../planning/insert/keptSettings";
import type { InsertSettings } from "../planning/insert/keptSettings";
import { linksFrom } from "../planning/insert/links";
import { listOf, officeIn } from "../planning/insert/office";
import type { Office } from "../planning/insert/office";
import type { InsertOptions } from "../planning/insert/options";
import { planInsert } from "../planning/insert/planInsert";
import { planInsertion } from "../planning/insert/planInsertion";
import type { InsertionPlan, InsertRequest } from "../planning/insert/planInsertion";
import { previewHeading } from "../planning/insert/preview";
import type { HeadingPreview } from "../planning/insert/preview";
import { inverseEdits } from "../planning/inverse";
import type { MessageRef } from "../messages/messageRef";
import { choosePack } from "../recognition/choosePack";
import { recogniseWorkbook } from "../recognition/recognise";
import type { Pack } from "../tables/definition";
import { PACKS } from "../tables/packs";
import { setSettingKey, setsIn, withOwnSets } from "../tables/setFile/keptSets";
import type { AddSheet, LiveEdit, WriteSetting } from "../workbook/edit";
import { editedWorkbook } from "../workbook/editedWorkbook";
import type { SheetPort, WorkbookPort } from "../workbook/port";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import type { Journalled } from "./journal/journal";
import { WITHOUT_PROGRESS } from "./task";
import type { Task } from "./task";
import { applyWhole } from "./wholeEdits";

export type { InsertSettings } from "../planning/insert/keptSettings";
export type { InsertHow, InsertRequest } from "../planning/insert/planInsertion";
export type { HeadingPreview } from "../planning/insert/preview";

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
 * @param own sets of the office's own, which are looked in first
 */
export function planNewWorkbook(options: InsertOptions, own: readonly Pack[] = []): AddSheet[] {
  return planInsert(packWith(options.tables, own), options);
}

function packWith(ids: readonly string[], own: readonly Pack[] = []): Pack {
  const pack = [...own, ...PACKS].find(({ tables }) =>
    ids.every((id) => tables.some((table) => table.id === id)),
  );
  if (!pack) throw new RangeError(`no set has the tables ${ids.join(", ")}`);
  return pack;
}

/** A table that can be inserted. */
export interface InsertableTable {
  readonly id: string;
  /** "表6" */
  readonly label: string;
  readonly title: string;
  /** Sheets on which the workbook has it, whoever made them. */
  readonly sheets: readonly string[];
  /** Labels of the tables that it takes figures from. */
  readonly linkedTo: readonly string[];
  readonly heading: HeadingPreview;
}

/** What can be inserted into a workbook, and with what. */
export interface InsertView {
  readonly pack: string;
  readonly packs: readonly { readonly id: string; readonly name: string }[];
  readonly tables: readonly InsertableTable[];
  readonly settings: InsertSettings;
  /** True where the settings were kept with the workbook; else they are told from its tables and the day. */
  readonly isKept: boolean;
  /** How many rows the workbook's tables offer to new ones. */
  readonly offered: { readonly units: number; readonly codes: number; readonly projects: number };
}

/**
 * 插入标准表: reads the workbook and says what can be inserted; changes nothing.
 * @param year what tables are for where the workbook does not say
 * @param packId a set of tables; that of the workbook when left out
 */
export async function lookAtInsertion(port: SheetPort, year: number, packId?: string): Promise<InsertView> {
  return insertionOf(await port.readContents(), year, packId);
}

/** As lookAtInsertion, of a workbook already read. */
export function insertionOf(snapshot: WorkbookSnapshot, year: number, packId?: string): InsertView {
  const own = setsIn(snapshot.settings).map(({ pack }) => pack);
  const standard = withOwnSets(PACKS, snapshot.settings);
  const asked = own.find(({ id }) => id === packId);
  const pack = standard.find(({ id }) => id === packId) ?? choosePack(snapshot, standard);
  const offered = asked ?? pack;
  const { tables } = recogniseWorkbook(snapshot, pack);
  const office = officeIn(snapshot, pack, tables);
  const kept = readKept(snapshot);
  const settings = kept ?? settingsFrom(office, year);
  return {
    pack: offered.id,
    packs: [...PACKS, ...own].map(({ id, name }) => ({ id, name })),
    tables: offered.tables.map(({ id, label, title }) => ({
      id,
      label,
      title,
      sheets: tables.filter(({ definition }) => definition.id === id).map(({ sheet }) => sheet),
      linkedTo: linksFrom(pack, id),
      heading: previewHeading(pack, id, settings.year),
    })),
    settings,
    isKept: kept !== undefined,
    offered: {
      units: office.units.length,
      codes: office.codes.length,
      projects: office.projects.length,
    },
  };
}

/** A table of a set that the user brought along takes it into the workbook: whoever opens it there is to know it. */
function keepSetsOf({ settings }: WorkbookSnapshot, ids: readonly string[]): WriteSetting[] {
  return setsIn(settings)
    .filter(({ isKept, pack }) => !isKept && pack.tables.some(({ id }) => ids.includes(id)))
    .map(({ pack, text }) => ({ kind: "writeSetting", key: setSettingKey(pack.id), value: text }));
}

function settingsFrom(office: Office, year: number): InsertSettings {
  return {
    year: office.year ?? year,
    department: office.department ?? "",
    unit: office.unit ?? "万元",
    list: listOf(office),
    codes: "",
    blankRows: 5,
    unlinked: [],
  };
}

/** What was inserted, and what takes it back. */
export interface Inserted {
  readonly sheets: readonly AddSheet[];
  /** How many cells of tables already there got a formula. */
  readonly filled: number;
  readonly undo: readonly LiveEdit[];
  /** What the workbook has become: what can be inserted next is told from it without reading again. */
  readonly workbook: WorkbookSnapshot;
  /** The step of the journal that notes it, if one does. */
  readonly step?: number | undefined;
}

/** Inserted, or the ids of tables that are there already: the user has to say what is to become of them. */
export type InsertOutcome =
  | { readonly kind: "inserted"; readonly inserted: Inserted }
  | { readonly kind: "asks"; readonly present: readonly string[] };

/** What is to be inserted; settings that are left out are those kept with the workbook, or told from it. */
export type InsertOrder = Omit<InsertRequest, "settings"> & { readonly settings?: InsertSettings };

/** What an order comes to in a workbook already read: the edits of an insertion. Errors as planInsertion. */
export function planOrder(
  snapshot: WorkbookSnapshot,
  order: InsertOrder,
  year: number,
): InsertionPlan & { readonly settings: readonly WriteSetting[] } {
  const ids = order.tables.map(({ id }) => id);
  const pack = packWith(ids, withOwnSets(PACKS, snapshot.settings));
  const settings = order.settings ?? insertionOf(snapshot, year, pack.id).settings;
  const plan = planInsertion(pack, snapshot, { ...order, settings });
  const isChanged = JSON.stringify(readKept(snapshot)) !== JSON.stringify(settings);
  return {
    ...plan,
    settings: [
      ...(order.settings && isChanged ? [keepSettings(settings)] : []),
      ...keepSetsOf(snapshot, ids),
    ],
  };
}

/**
 * 插入标准表: all or nothing. Tables to be made are, those there are filled in; settings given are kept with the workbook.
 * When a later step fails, what was made before is taken away again. Cancelled before the first change, it changes
 * nothing. Throws InsertError for settings that cannot be read, RangeError for tables of no set.
 * @param year what tables are for where neither settings nor the workbook say
 */
export async function insertTables(
  port: WorkbookPort & SheetPort,
  order: InsertOrder,
  year: number,
  task: Task = WITHOUT_PROGRESS,
): Promise<InsertOutcome> {
  await task.step({ key: "progress.reading", args: {} });
  const before = await port.readContents();
  const { sheets, writes, present, settings } = planOrder(before, order, year);
  if (present.length > 0) return { kind: "asks", present };
  await task.step({ key: "progress.inserting", args: {} });
  const edits = [...writes, ...settings];
  const label = labelOf(sheets, writes.length);
  const step = await applyWhole(port, before, edits, {
    label,
    sheets,
    // Formulas that complete a table have the format of their column.
    hasUsualFormats: true,
    carryOut: () => port.addSheets(sheets, edits),
  });
  const undo = inverseEdits(before, writes);
  const workbook = editedWorkbook(before, [...sheets, ...edits]);
  return { kind: "inserted", inserted: { sheets, filled: writes.length, undo, workbook, step } };
}

function labelOf(sheets: readonly AddSheet[], filled: number): MessageRef {
  const shown = sheets.filter(({ design }) => !design.isHidden).length;
  return shown > 0
    ? { key: "journal.insert", args: { sheets: String(shown) } }
    : { key: "journal.insertFilled", args: { count: String(filled) } };
}

/**
 * 撤销插入: takes away what was inserted. Throws InsertError, and takes nothing away, when something was typed into it since
 * or another sheet takes figures from it.
 */
export async function undoInsert(
  port: WorkbookPort & SheetPort & Journalled,
  { sheets, undo, step }: Inserted,
): Promise<void> {
  const now = await port.readContents();
  const names = sheets.map(({ design }) => design.name);
  const changed = sheets.find(({ design }) => !isUntouched(now, design));
  if (changed) throw new InsertError("insert.changedSince", { sheet: changed.design.name });
  const user = sheetLookingAt(now, names, undo);
  if (user !== undefined) throw new InsertError("insert.usedSince", { sheet: user });
  if (undo.length > 0) await applyWhole(port, now, undo);
  if (sheets.length > 0) await port.removeSheets(...namesOf(sheets));
  if (step !== undefined) port.journal?.drop(step);
}

function namesOf(sheets: readonly AddSheet[]): [sheets: string[], names: string[]] {
  return [
    sheets.map(({ design }) => design.name),
    sheets.flatMap(({ design }) => design.names.map(({ name }) => name)),
  ];
}
