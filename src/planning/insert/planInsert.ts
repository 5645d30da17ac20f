import { listsInUse } from "../../codes/listsInUse";
import type { Pack } from "../../tables/definition";
import type { AddSheet } from "../../workbook/edit";
import { CODE_SHEET } from "../../workbook/ownSheets";
import { planCodeLists } from "./codeSheet";
import type { WorkbookList } from "./codeSheet";
import { figuresOf } from "./figures";
import { linksOf } from "./links";
import type { Link } from "./links";
import { withoutLabel } from "./office";
import type { InsertOptions } from "./options";
import type { Row, Table } from "../table";
import { planTable } from "./planTable";
import type { TablePlan } from "./planTable";
import { sheetOfTable } from "./sheetOfTable";
import type { Figure, KnownFigure } from "./sheetOfTable";

/** What is already in the workbook that new tables join. */
export interface Surroundings {
  /** Names of all its sheets, hidden ones too. */
  readonly sheets: readonly string[];
  /** Tables that new ones may take figures from. */
  readonly tables: readonly Table[];
  /** Names it has for ranges; none when left out. */
  readonly names?: readonly string[];
  /** Lists of codes that code columns may offer again; none when left out. */
  readonly lists?: readonly WorkbookList[];
}

const EMPTY: Surroundings = { sheets: [], tables: [] };

/**
 * 插入标准表: the sheets of new tables, in the order of the pack. Their sums, and with links the figures that follow
 * from other tables, are live formulas built from the relations that validation checks. A name that is taken, of a sheet
 * or a range, gets a number behind it. A hidden sheet with the codes that code columns offer comes last, when the
 * workbook has none for them yet. Throws RangeError for a table the pack has not.
 */
export function planInsert(pack: Pack, given: InsertOptions, around: Surroundings = EMPTY): AddSheet[] {
  const lists = given.lists ?? listsInUse();
  const options = { ...given, lists, department: withoutLabel(given.department) };
  const taken = new Set(around.sheets.map((name) => name.toLowerCase()));
  const unknown = options.tables.find((id) => !pack.tables.some((table) => table.id === id));
  if (unknown !== undefined) throw new RangeError(`${pack.id} has no table ${unknown}`);
  const plans = pack.tables
    .filter(({ id }) => options.tables.includes(id))
    .map(({ id, label }) => planTable(pack, id, freeName(label, taken), options));
  const own = plans.map(({ table }) => table);
  const others = around.tables.filter(
    ({ definition }) => !own.some((table) => table.definition.id === definition.id),
  );
  const takenNames = new Set(around.names?.map((name) => name.toLowerCase()));
  const offered = planCodeLists(
    plans.map(({ table }) => table),
    options,
    around.lists ?? [],
    freeName(CODE_SHEET, taken),
  );
  const links = linksOf(pack);
  const targets = [...own, ...others];
  const designs = plans.map((plan) =>
    sheetOfTable(plan, options, {
      figureOf: figures(plan, links, targets, options),
      name: freeRangeName(`勾稽_${plan.table.definition.id}`, takenNames),
      lists: offered,
    }),
  );
  return [...designs, ...(offered.sheet ? [offered.sheet] : [])].map((design) => ({
    kind: "addSheet",
    design,
  }));
}

/** Names of ranges have no blanks and brackets. */
function freeRangeName(wanted: string, taken: Set<string>): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted}_${number}`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

function figures(
  { table }: TablePlan,
  links: readonly Link[],
  targets: readonly Table[],
  options: InsertOptions,
) {
  const { unlinked = [], given } = options;
  const { id } = table.definition;
  const isLinked = unlinked !== true && !unlinked.includes(id);
  const worked = figuresOf(table, isLinked ? links : [], targets);
  return (row: Row, column: number): Figure | KnownFigure | undefined => {
    const figure = worked(row, column);
    const known = row.isBlank ? undefined : given?.figure(table, row, column);
    if (!known) return figure;
    const { value, formula } = known;
    if (figure) return { ...figure, result: value };
    return formula === undefined ? { value } : { formula, style: "linked", result: value };
  };
}

/** Excel's longest sheet name, in characters. */
const LONGEST_NAME = 31;

function freeName(wanted: string, taken: Set<string>): string {
  for (let number = 1; ; number++) {
    const ending = number === 1 ? "" : ` (${number})`;
    const name = wanted.slice(0, LONGEST_NAME - ending.length) + ending;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}
