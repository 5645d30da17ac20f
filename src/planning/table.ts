import type { RecognisedRow } from "../recognition/recognised";
import type { RowRule, SideDefinition, TableDefinition } from "../tables/definition";
import type { TableInsertion } from "../tables/insertion";

/** A body row of a table as planning sees it: one that stands in a workbook, or one that is being made. */
export interface Row {
  readonly side: SideDefinition;
  readonly rule: RowRule;
  /** As printed; "" in a blank row. */
  readonly name: string;
  /** The code it stands for: its own, or that of a statement's line. */
  readonly code: string;
  /** What is written into code and name columns of a row that is being made, by printed column number. */
  readonly texts: ReadonlyMap<number, string>;
  readonly indent: number;
  /** Right side of the sentence that gives its figures (LineTemplate.sum). */
  readonly sum: string | undefined;
  /** It waits for something to be typed. */
  readonly isBlank: boolean;
  readonly parent: Row | undefined;
  readonly children: readonly Row[];
  /** Row in the sheet, counted from 0. */
  readonly sheetRow: number;
  /** What recognition has read of it; undefined for a blank row and for one that is being made. */
  readonly found: RecognisedRow | undefined;
}

/** A table as planning sees it, with the places of its rows and columns: one of a workbook, or one that is being made. */
export interface Table {
  readonly definition: TableDefinition;
  readonly insertion: TableInsertion;
  readonly sheet: string;
  /** Printed column number → column in the sheet. */
  readonly columns: ReadonlyMap<number, number>;
  /** Columns whose cells do not hold just the code or the name: both in one, levels apart, names without codes. */
  readonly joinedColumns: ReadonlySet<number>;
  /** The year its title or headings name. */
  readonly year: number | undefined;
  readonly firstHeadingRow: number;
  readonly firstBodyRow: number;
  /** The row of the closing 注, the end of every range over the body. */
  readonly noteRow: number;
  readonly rows: readonly Row[];
}

/** A row before its place and its family are known. */
export type RowInMaking = { -readonly [Key in keyof Omit<Row, "parent" | "children">]: Row[Key] } & {
  parent: RowInMaking | undefined;
  children: RowInMaking[];
};

/** A row without family, blank in all that is not said of it. */
export function makeRow(
  known: Pick<Row, "side" | "rule"> & Partial<Omit<Row, "parent" | "children">>,
): RowInMaking {
  return {
    name: "",
    code: "",
    texts: new Map(),
    indent: 0,
    sum: undefined,
    isBlank: false,
    sheetRow: 0,
    found: undefined,
    ...known,
    parent: undefined,
    children: [],
  };
}

/** The rows of a table by the row of the sheet in which they stand: one for each list that has one there. */
export function rowsByPlace({ rows }: Pick<Table, "rows">): ReadonlyMap<number, readonly Row[]> {
  const byPlace = new Map<number, Row[]>();
  for (const row of rows) {
    const there = byPlace.get(row.sheetRow);
    if (there) there.push(row);
    else byPlace.set(row.sheetRow, [row]);
  }
  return byPlace;
}
