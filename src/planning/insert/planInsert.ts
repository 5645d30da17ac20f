import type { Pack } from "../../tables/definition";
import type { AddSheet } from "../../workbook/edit";
import { linkFormula } from "./linkFormulas";
import type { InsertOptions } from "./options";
import { ownFormulas } from "./ownFormulas";
import { targetOf } from "./plannedTable";
import type { LinkTarget, PlannedRow } from "./plannedTable";
import { planTable } from "./planTable";
import type { TablePlan } from "./planTable";
import { sheetOfTable } from "./sheetOfTable";
import type { Figure } from "./sheetOfTable";

/** What is already in the workbook that new tables join. */
export interface Surroundings {
  /** Names of all its sheets, hidden ones too. */
  readonly sheets: readonly string[];
  /** Tables that new ones may take figures from. */
  readonly tables: readonly LinkTarget[];
}

const EMPTY: Surroundings = { sheets: [], tables: [] };

/**
 * 插入标准表: the sheets of new tables, in the order of the pack. Their sums, and with links the figures that follow
 * from other tables, are live formulas built from the relations that validation checks. A sheet name that is taken gets
 * a number behind it. Throws RangeError for a table the pack has not.
 */
export function planInsert(pack: Pack, options: InsertOptions, around: Surroundings = EMPTY): AddSheet[] {
  const taken = new Set(around.sheets.map((name) => name.toLowerCase()));
  const unknown = options.tables.find((id) => !pack.tables.some((table) => table.id === id));
  if (unknown !== undefined) throw new RangeError(`${pack.id} has no table ${unknown}`);
  const plans = pack.tables
    .filter(({ id }) => options.tables.includes(id))
    .map(({ id, label }) => planTable(pack, id, freeName(label, taken), options));
  const own = plans.map(({ table }) => targetOf(table));
  const others = around.tables.filter(({ id }) => !own.some((target) => target.id === id));
  return plans.map((plan): AddSheet => ({
    kind: "addSheet",
    design: sheetOfTable(plan, options, figures(plan, pack, [...own, ...others], options)),
  }));
}

function figures({ table }: TablePlan, pack: Pack, targets: readonly LinkTarget[], options: InsertOptions) {
  const own = ownFormulas(table);
  const { unlinked = [] } = options;
  const isLinked = unlinked !== true && !unlinked.includes(table.definition.id);
  return (row: PlannedRow, column: number): Figure | undefined => {
    const sum = own.of(row, column);
    if (sum !== undefined) return { formula: sum, style: "sum" };
    const link = isLinked ? linkFormula(table, pack.insertion.links, targets, row, column) : undefined;
    return link === undefined ? undefined : { formula: link, style: "linked" };
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
