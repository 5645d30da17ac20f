import type { RowRule, SideDefinition, TableDefinition } from "../../tables/definition";
import type { TableInsertion } from "../../tables/insertion";

/** A body row of a table that is being made. */
export interface PlannedRow {
  readonly side: SideDefinition;
  readonly rule: RowRule;
  /** As printed; "" in a blank row. */
  readonly name: string;
  /** The code it stands for: its own, or that of a statement's line. */
  readonly code: string;
  /** What is written into code and name columns, by printed column number. */
  readonly texts: ReadonlyMap<number, string>;
  readonly indent: number;
  /** Right side of the sentence that gives its figures (LineTemplate.sum). */
  readonly sum: string | undefined;
  readonly isBlank: boolean;
  readonly parent: PlannedRow | undefined;
  readonly children: readonly PlannedRow[];
  /** Row in the sheet, counted from 0. */
  readonly sheetRow: number;
}

/** A table that is being made, with the places of its rows and columns. */
export interface PlannedTable {
  readonly definition: TableDefinition;
  readonly insertion: TableInsertion;
  readonly sheet: string;
  /** Printed column number → column in the sheet. */
  readonly columns: ReadonlyMap<number, number>;
  readonly firstHeadingRow: number;
  readonly firstBodyRow: number;
  /** The row of the closing 注, the end of every range over the body. */
  readonly noteRow: number;
  readonly rows: readonly PlannedRow[];
}

/** What formulas of other tables need to know of a table, new or already there. */
export interface LinkTarget {
  readonly id: string;
  readonly sheet: string;
  readonly definition: TableDefinition;
  readonly columns: ReadonlyMap<number, number>;
  readonly firstRow: number;
  /** The last row of ranges over it. */
  readonly lastRow: number;
  readonly rows: readonly { readonly kind: string; readonly code: string; readonly sheetRow: number }[];
}

/** A planned table as others see it. */
export function targetOf(table: PlannedTable): LinkTarget {
  return {
    id: table.definition.id,
    sheet: table.sheet,
    definition: table.definition,
    columns: table.columns,
    firstRow: table.firstBodyRow,
    lastRow: table.noteRow,
    rows: table.rows.map(({ rule, code, sheetRow }) => ({ kind: rule.kind, code, sheetRow })),
  };
}
