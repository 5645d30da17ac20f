import { formatA1 } from "../../workbook/address";
import { linkFormulas } from "./linkFormulas";
import type { Link } from "./links";
import { ownFormulas } from "./ownFormulas";
import type { Row, Table } from "../table";
import type { Figure } from "./sheetOfTable";

/**
 * The figures of a table that are worked out: from its own relations, and by links from other tables. Undefined
 * for one that is typed.
 */
export function figuresOf(
  table: Table,
  links: readonly Link[],
  targets: readonly Table[],
): (row: Row, column: number) => Figure | undefined {
  const own = ownFormulas(table);
  const linked = linkFormulas(table, links, targets);
  return (row, column) => {
    const sum = own.of(row, column);
    if (sum !== undefined) return { formula: sum, style: "sum" };
    const link = linked(row, column);
    return link === undefined ? undefined : { formula: link, style: "linked" };
  };
}

/** A formula that gives nothing until that is typed by which its row is told: its code or name, or what it has to say. */
export function whenSomethingIsTyped(table: Table, row: Row, formula: string): string {
  const spoken = saysSomething(table, row);
  return spoken === undefined ? formula : `=IF(${spoken}="","",${formula.slice(1)})`;
}

/**
 * What is blank in a row in which nothing has been typed yet: its code and its name; in a row that is told by other columns
 * (品目编码), these, so that a project that is only offered by its name prints no zeros.
 */
function saysSomething({ columns }: Table, { side, rule, sheetRow }: Row): string | undefined {
  const told = rule.filled?.filter((number) => !side.amountColumns.includes(number)) ?? [];
  const numbers = told.length > 0 ? told : [side.codeColumn, side.nameColumn];
  const places = numbers.flatMap((number) => columns.get(number ?? 0) ?? []);
  return places.length === 0 ? undefined : places.map((column) => `$${formatA1(sheetRow, column)}`).join("&");
}
