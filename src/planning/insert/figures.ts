import type { Pack } from "../../tables/definition";
import { formatA1 } from "../../workbook/address";
import { linkFormula } from "./linkFormulas";
import { ownFormulas } from "./ownFormulas";
import type { LinkTarget, PlannedRow, PlannedTable } from "./plannedTable";
import type { Figure } from "./sheetOfTable";

/**
 * The figures of a table that are worked out: from its own relations, and when it is linked from other tables. Undefined
 * for one that is typed.
 */
export function figuresOf(
  table: PlannedTable,
  pack: Pack,
  targets: readonly LinkTarget[],
  isLinked: boolean,
): (row: PlannedRow, column: number) => Figure | undefined {
  const own = ownFormulas(table);
  return (row, column) => {
    const sum = own.of(row, column);
    if (sum !== undefined) return { formula: sum, style: "sum" };
    const link = isLinked ? linkFormula(table, pack.insertion.links, targets, row, column) : undefined;
    return link === undefined ? undefined : { formula: link, style: "linked" };
  };
}

/** A formula that gives nothing until the code or name of its row is typed. */
export function whenSomethingIsTyped(table: PlannedTable, row: PlannedRow, formula: string): string {
  const spoken = saysSomething(table, row);
  return spoken === undefined ? formula : `=IF(${spoken}="","",${formula.slice(1)})`;
}

/** What is blank in a row in which nothing has been typed yet: its code and its name. */
function saysSomething({ columns }: PlannedTable, { side, sheetRow }: PlannedRow): string | undefined {
  const places = [side.codeColumn, side.nameColumn].flatMap((number) => columns.get(number ?? 0) ?? []);
  return places.length === 0 ? undefined : places.map((column) => `$${formatA1(sheetRow, column)}`).join("&");
}
