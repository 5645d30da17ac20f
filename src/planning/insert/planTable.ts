import type { Pack, TableDefinition } from "../../tables/definition";
import type { TableInsertion } from "../../tables/insertion";
import { planBodyRows } from "./bodyRows";
import { planHeading, withoutOptional } from "./headingCells";
import type { Heading } from "./headingCells";
import type { InsertOptions } from "./options";
import type { Table } from "../table";

/** Title, then department and unit, then the heading. */
export const FIRST_HEADING_ROW = 2;

/** A table that is being made, with its heading. */
export interface TablePlan {
  readonly table: Table;
  readonly heading: Heading;
}

/** Places the rows and columns of a new table. Throws RangeError when the pack has no such table. */
export function planTable(pack: Pack, id: string, sheet: string, options: InsertOptions): TablePlan {
  const definition = pack.tables.find((one) => one.id === id);
  const insertion = pack.insertion.tables[id];
  if (!definition || !insertion) throw new RangeError(`${pack.id} has no table ${id}`);
  const heading = headingOf(definition, insertion, options);
  const numbersRow = insertion.hasColumnNumbers ? 1 : 0;
  const firstBodyRow = FIRST_HEADING_ROW + heading.height + numbersRow;
  const rows = planBodyRows(definition, insertion, options, firstBodyRow);
  const noteRow = Math.max(firstBodyRow, ...rows.map(({ sheetRow }) => sheetRow + 1));
  const columns = new Map(heading.columns.map(({ number }, index) => [number, index]));
  const table: Table = {
    definition,
    insertion,
    sheet,
    columns,
    joinedColumns: new Set(),
    year: options.year,
    firstHeadingRow: FIRST_HEADING_ROW,
    firstBodyRow,
    noteRow,
    rows,
  };
  return { table, heading };
}

function headingOf({ header }: TableDefinition, { withOptional }: TableInsertion, options: InsertOptions) {
  return planHeading(withOptional ? header : withoutOptional(header), FIRST_HEADING_ROW, options.year);
}
