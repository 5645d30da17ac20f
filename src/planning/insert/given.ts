import type { UnitOption } from "./options";
import type { Row, Table } from "../table";

/** A row that is known before its table is made. */
export interface GivenRow {
  /** Its kind in the table's definition. */
  readonly kind: string;
  readonly code: string;
  readonly name: string;
  /** Further words, by printed column number. */
  readonly texts: ReadonlyMap<number, string>;
}

/** Where rows are asked for: in place of the blank rows, or of the line, of a kind. */
export interface GivenPlace {
  readonly table: string;
  readonly kind: string;
  /** Code of the unit above; undefined where there is none. */
  readonly unit: string | undefined;
  /** Kind of the row above in the template (项目支出); undefined at the top. */
  readonly above: string | undefined;
  /** The line's name; "" for blank rows. */
  readonly line: string;
}

/** A figure that is known: as it is printed, in the unit of the sheet, and the formula that gives it, "=" first. */
export interface GivenFigure {
  readonly value: number;
  readonly formula?: string;
}

/** What a list says of the tables that are made from it (src/lists). */
export interface GivenContent {
  /** The units of every table, whatever their level. */
  readonly units: readonly UnitOption[];
  /** Rows before the blank ones of a kind, or instead of a line; none leaves the template as it is. */
  rows(place: GivenPlace): readonly GivenRow[];
  /** The figure of a row; undefined where nothing is known of it. */
  figure(table: Table, row: Row, column: number): GivenFigure | undefined;
}
