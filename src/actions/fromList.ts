import type { ImportedList } from "../codes/import/importedList";
import type { ColumnCorrections } from "../lists/listColumns";
import type { BudgetList } from "../lists/listRow";
import { compareLists } from "../lists/compareLists";
import type { ListComparison } from "../lists/compareLists";
import { LIST_SETS } from "../lists/listSets";
import { planListTables, unitsOf } from "../lists/planTables";
import type { ListPlan } from "../lists/planTables";
import { readBudgetList } from "../lists/readBudgetList";
import type { ListReading } from "../lists/readBudgetList";
import { comparisonNotes } from "../lists/tellComparison";
import type { MessageRef } from "../messages/messageRef";
import type { Surroundings } from "../planning/insert/planInsert";
import { yearIn } from "../recognition/text";
import type { Pack } from "../tables/definition";
import { PACKS } from "../tables/packs";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import type { CodeLists } from "../codes/listsInUse";
import type { ListSet } from "../lists/listTable";
import { holdLists } from "./listsFor";

export { LIST_FIELDS, fieldNamed } from "../lists/fields";
export type { ListField } from "../lists/fields";
export type { ColumnCorrections } from "../lists/listColumns";
export type { BudgetList } from "../lists/listRow";
export { figureNotes, planNotes, totalsOf } from "../lists/tellPlan";
export type { TableTotal } from "../lists/tellPlan";

/** What the user says of a list and of the tables that are made from it. */
export interface FromListOptions {
  /** What the tables are for; the year that the list names when left out. */
  readonly year?: number;
  /** What tables are for where neither the user nor the list says it. */
  readonly thisYear: number;
  readonly department?: string;
  /** The unit of the tables' amounts. */
  readonly unit: "元" | "万元";
  /** Id of the set of tables; the usual one when left out. */
  readonly set?: string;
  readonly tables?: readonly string[];
  readonly columns?: ColumnCorrections;
  /** The unit of the list's amounts; what it states when left out. */
  readonly listUnit?: NonNullable<ListReading["unit"]>;
  readonly sheet?: string;
  readonly codeLists?: readonly ImportedList[];
  /** Figures as SUMIFS over a sheet of the list's rows instead of values. */
  readonly isLinked?: boolean;
}

/** A list beside an earlier one, or why they cannot be compared. */
export type SinceList =
  | { readonly problem: MessageRef }
  | { readonly comparison: ListComparison; readonly notes: readonly MessageRef[] };

/** Reads an earlier list as the other was read and compares the two row by row. */
export async function compareWithEarlier(
  earlier: WorkbookSnapshot,
  list: BudgetList,
  options: FromListOptions,
): Promise<SinceList> {
  const read = await readList(earlier, options);
  if ("problem" in read) return read;
  const comparison = compareLists(read.list, list);
  return { comparison, notes: comparisonNotes(comparison, earlier.name) };
}

/** Tables that follow from a list, or why there are none. */
export type FromList =
  { readonly problem: MessageRef } | { readonly list: BudgetList; readonly plan: ListPlan };

/** 从清单生成: reads a list and plans the tables that it fills. Changes nothing. */
export async function planFromList(
  workbook: WorkbookSnapshot,
  options: FromListOptions,
  around?: Surroundings,
): Promise<FromList> {
  const read = await readList(workbook, options);
  if ("problem" in read) return read;
  const { list, pack, set, lists, year } = read;
  const known = set.tables.map(({ id }) => id);
  const unknown = options.tables?.find((id) => !known.includes(id));
  if (unknown !== undefined) return problem("lists.unknownTable", { table: unknown, known });
  const plan = planListTables(
    pack,
    set,
    list,
    {
      ...{ year, unit: options.unit, lists },
      department: options.department ?? departmentOf(list),
      ...(options.tables === undefined ? {} : { tables: options.tables }),
      ...(options.isLinked ? { isLinked: true } : {}),
    },
    around,
  );
  if (plan.tables.length === 0) return problem("lists.nothingPlaced", { file: workbook.name });
  return { list, plan };
}

/** A list as it was read, with what it was read by. */
interface ReadBy {
  readonly list: BudgetList;
  readonly pack: Pack;
  readonly set: ListSet;
  readonly lists: CodeLists;
  readonly year: number;
}

async function readList(
  workbook: WorkbookSnapshot,
  options: FromListOptions,
): Promise<ReadBy | { readonly problem: MessageRef }> {
  const set = LIST_SETS.find(({ pack }) => options.set === undefined || pack === options.set);
  const pack: Pack | undefined = PACKS.find(({ id }) => id === set?.pack);
  if (!set || !pack) return problem("lists.noSet", { set: options.set ?? "" });
  const year = options.year ?? yearOf(workbook) ?? options.thisYear;
  const { lists } = await holdLists().of(workbook, {
    edition: year,
    ...(options.codeLists ? { codeLists: options.codeLists } : {}),
  });
  const { columns, listUnit, sheet, department } = options;
  const list = readBudgetList(workbook, {
    ...{ pack, lists, year },
    ...(columns === undefined ? {} : { columns }),
    ...(listUnit === undefined ? {} : { unit: listUnit }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(department === undefined ? {} : { department }),
  });
  if (list.rows.length === 0) return problem("lists.noList", { file: workbook.name });
  return { list, pack, set, lists, year };
}

function problem(key: string, args: MessageRef["args"]): { readonly problem: MessageRef } {
  return { problem: { key, args } };
}

/** The year in the first rows of the list, or in its file's name. */
function yearOf({ name, sheets }: WorkbookSnapshot): number | undefined {
  const titles = sheets.flatMap((sheet) =>
    [...sheet.rows].slice(0, 6).flatMap(([, cells]) => [...cells.values()].map(({ value }) => String(value))),
  );
  for (const text of [name, ...sheets.map((sheet) => sheet.name), ...titles]) {
    const year = yearIn(text);
    if (year !== undefined) return year;
  }
  return undefined;
}

/** The only unit, or the one above all others (156 of 156001, 156003); "" where the list names none. */
function departmentOf({ rows }: BudgetList): string {
  const units = unitsOf(rows);
  const [first] = units;
  if (first && units.every(({ code }) => code.startsWith(first.code))) return first.name;
  return "";
}
