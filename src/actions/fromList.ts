import type { ImportedList } from "../codes/import/importedList";
import type { ColumnCorrections } from "../lists/listColumns";
import type { BudgetList } from "../lists/listRow";
import { LIST_SETS } from "../lists/listSets";
import { planListTables, unitsOf } from "../lists/planTables";
import type { ListPlan } from "../lists/planTables";
import { readBudgetList } from "../lists/readBudgetList";
import type { ListReading } from "../lists/readBudgetList";
import type { MessageRef } from "../messages/messageRef";
import type { Surroundings } from "../planning/insert/planInsert";
import { yearIn } from "../recognition/text";
import type { Pack } from "../tables/definition";
import { PACKS } from "../tables/packs";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { holdLists } from "./listsFor";

export { LIST_FIELDS, fieldNamed } from "../lists/fields";
export type { ListField } from "../lists/fields";
export type { ColumnCorrections } from "../lists/listColumns";
export type { BudgetList } from "../lists/listRow";
export { planNotes, totalsOf } from "../lists/tellPlan";
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
  const set = LIST_SETS.find(({ pack }) => options.set === undefined || pack === options.set);
  const pack = PACKS.find(({ id }) => id === set?.pack) as Pack | undefined;
  if (!set || !pack) return problem("lists.noSet", { set: options.set ?? "" });
  const known = set.tables.map(({ id }) => id);
  const unknown = options.tables?.find((id) => !known.includes(id));
  if (unknown !== undefined) return problem("lists.unknownTable", { table: unknown, known });
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
  const plan = planListTables(
    pack,
    set,
    list,
    {
      ...{ year, unit: options.unit, lists },
      department: department ?? departmentOf(list),
      ...(options.tables === undefined ? {} : { tables: options.tables }),
    },
    around,
  );
  if (plan.tables.length === 0) return problem("lists.nothingPlaced", { file: workbook.name });
  return { list, plan };
}

function problem(key: string, args: MessageRef["args"]): FromList {
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
