import type { MessageRef } from "../../messages/messageRef";
import type { Table } from "../table";

/** A row that is to come, with its words by printed column number. */
export interface NewRow {
  readonly texts: ReadonlyMap<number, string>;
  /** The row whose look and formulas it takes, numbered as the sheet stands. */
  readonly like: number | undefined;
  readonly label: string;
  readonly why: MessageRef;
}

/**
 * A table as it is wanted. Every intention makes one of a table as it stands; realise.ts finds the edits that lead there.
 * Lists that stand side by side share the rows of the sheet: those come, go and move whole.
 */
export interface WantedTable {
  readonly table: Table;
  /** The rows of its body from top to bottom: one that is there by its row of the sheet, or a new one. */
  readonly body: readonly (number | NewRow)[];
  /** Why rows of the sheet are to go, in the order in which they are told. */
  readonly gone: ReadonlyMap<number, MessageRef>;
}

/** A table with all its rows, blank ones too, where they are. */
export function asItStands(table: Table): WantedTable {
  const { firstBodyRow, noteRow } = table;
  const body = Array.from({ length: noteRow - firstBodyRow }, (_, index) => firstBodyRow + index);
  return { table, body, gone: new Map() };
}

/**
 * New rows in front of rows of the sheet; in front of the closing 注 they come last. Throws RangeError for a row that is not
 * wanted any more or lies outside.
 */
export function withRows(
  { table, body, gone }: WantedTable,
  before: ReadonlyMap<number, readonly NewRow[]>,
): WantedTable {
  const left = new Set(before.keys());
  const put = (row: number): readonly NewRow[] => {
    left.delete(row);
    return before.get(row) ?? [];
  };
  const grown = body.flatMap((one) => (typeof one === "number" ? [...put(one), one] : [one]));
  const wanted = [...grown, ...put(table.noteRow)];
  if (left.size > 0) throw new RangeError(`${table.sheet} has no row ${[...left].join()} to put others at`);
  return { table, body: wanted, gone };
}

/** Without rows of the sheet, which go for a reason each. */
export function withoutRows(
  { table, body, gone }: WantedTable,
  going: ReadonlyMap<number, MessageRef>,
): WantedTable {
  const left = body.filter((one) => typeof one !== "number" || !going.has(one));
  return { table, body: left, gone: new Map([...gone, ...going]) };
}

/** With rows that change places: by the row of the sheet from which each comes the one to which it goes. */
export function withPlaces(
  { table, body, gone }: WantedTable,
  places: ReadonlyMap<number, number>,
): WantedTable {
  const from = new Map([...places].map(([was, to]) => [to, was]));
  return { table, gone, body: body.map((one) => (typeof one === "number" ? (from.get(one) ?? one) : one)) };
}

/** Where rows that are there go, those that stay left out. Rows keep their number in a table of which none come or go. */
export function placesIn({ table, body }: WantedTable): Map<number, number> {
  const places = new Map<number, number>();
  body.forEach((one, index) => {
    const to = table.firstBodyRow + index;
    if (typeof one === "number" && one !== to) places.set(one, to);
  });
  return places;
}

/** Rows of the sheet that come together in front of one, or go together from one on. */
export type Step = { readonly table: Table; readonly row: number } & (
  { readonly rows: readonly NewRow[] } | { readonly count: number }
);

/** The rows that come and go in a table whose others keep their order. */
export function stepsOf({ table, body }: WantedTable): Step[] {
  const steps: Step[] = [];
  let next = table.firstBodyRow;
  let rows: NewRow[] = [];
  for (const one of [...body, table.noteRow]) {
    if (typeof one !== "number") {
      rows.push(one);
      continue;
    }
    if (one > next) steps.push({ table, row: next, count: one - next });
    if (rows.length > 0) steps.push({ table, row: one, rows });
    rows = [];
    next = one + 1;
  }
  return steps;
}
