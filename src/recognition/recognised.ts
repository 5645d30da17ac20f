import type { AmountUnit } from "../amounts/unit";
import type { Decimal } from "../amounts/decimal";
import type { NotNumberReason } from "../amounts/parseAmount";
import type { ColumnDefinition, RowRule, SideDefinition, TableDefinition } from "../tables/definition";
import type { MessageRef } from "../messages/messageRef";
import type { CellAddress, CellRange } from "../workbook/address";
import type { FigureGrid } from "./figureGrid";

/** A figure as printed; `value`, `step` and `stored` are in 万元 whatever the sheet's unit. */
export interface AmountFigure {
  readonly kind: "amount";
  readonly value: Decimal;
  /** The printed step u (0.01 万元 in most tables). */
  readonly step: Decimal;
  /** What the cell holds before its number format rounds it. */
  readonly stored: Decimal;
  /** Digits after the point as printed in the sheet's unit. */
  readonly decimals: number;
  /** A number stored as text: Excel's SUM passes over it. */
  readonly isText: boolean;
}

/** Blank, a dash or 无: counts as nothing in a sum. */
export interface NoFigure {
  readonly kind: "none";
  readonly why: "blank" | "dash" | "word";
}

/** Neither: relations over it cannot be told. */
export interface BadFigure {
  readonly kind: "bad";
  readonly why: NotNumberReason | "error" | "boolean";
  readonly text: string;
}

export type Figure = (AmountFigure | NoFigure | BadFigure) & { readonly address: CellAddress };

/** A body row of a recognised table; statements give one for each side. */
export interface RecognisedRow {
  readonly table: RecognisedTable;
  readonly side: SideDefinition;
  readonly rule: RowRule;
  /** The sheet it stands on: that of its table, or one on which the table runs on. */
  readonly sheet: string;
  readonly sheetRow: number;
  readonly code: string;
  /** As it stands in the sheet, trimmed. */
  readonly name: string;
  /** For comparing: numbering and spaces off. */
  readonly key: string;
  /** Code of the unit the row belongs to; its own for a unit row; "" when there is none. */
  readonly unit: string;
  readonly parent: RecognisedRow | undefined;
  readonly children: readonly RecognisedRow[];
  /** Its place among the rows of its table. */
  readonly index: number;
  /** By printed column number. */
  readonly figures: ReadonlyMap<number, Figure>;
}

/** Which sheet column a defined column was found in, and why. */
export interface ColumnMatch {
  readonly definition: ColumnDefinition;
  readonly sheetColumn: number;
  /** The heading as it stands in the sheet, parts joined by "/". */
  readonly heading: string;
  /** The cell of its lowest heading. */
  readonly headingCell: CellAddress;
  /** 0 to 1. */
  readonly score: number;
  /**
   * What it was found by. heading: its own heading or a known other one; meaning: a heading that means the same; numbers:
   * the relations that hold under it; content: what its cells hold; user: he said so; exchange: he gave its column to
   * another, and it got that one's.
   */
  readonly by: "heading" | "meaning" | "numbers" | "content" | "user" | "exchange";
  /** How a code or name is taken out of its cells, when it is not the whole of one. */
  readonly reading?: ColumnReading;
}

/**
 * code, name: one part of cells that hold both (2010301 行政运行). levels: put together from the cells of three columns
 * (类 201, 款 03, 项 01). named: the sheet has no codes; they are those of the names, by place.
 */
export type ColumnReading =
  | { readonly kind: "code" }
  | { readonly kind: "name" }
  | { readonly kind: "levels"; readonly sheetColumns: readonly number[] }
  | { readonly kind: "named"; readonly codes: ReadonlyMap<string, string> };

/** Where a row stands, as the key of a map: a table may run on over several sheets. */
export function rowPlace(sheet: string, row: number): string {
  return `${sheet}!${row}`;
}

/** Rows by where they stand. */
export class PlacedRows {
  private readonly bySheet = new Map<string, Set<number>>();

  /** Puts a row in. */
  add(sheet: string, row: number): void {
    const known = this.bySheet.get(sheet);
    if (known) known.add(row);
    else this.bySheet.set(sheet, new Set([row]));
  }

  /** Whether a row is in. */
  has(sheet: string, row: number): boolean {
    return this.bySheet.get(sheet)?.has(row) === true;
  }
}

export interface RecognisedTable {
  readonly definition: TableDefinition;
  readonly sheet: string;
  readonly range: CellRange;
  readonly columns: ReadonlyMap<number, ColumnMatch>;
  /** Columns of amounts under its heading that the definition does not know, but for those of other years. */
  readonly otherColumns: readonly { readonly sheetColumn: number; readonly heading: string }[];
  readonly rows: readonly RecognisedRow[];
  /** The figures of its rows, for sums over many. */
  readonly grid: FigureGrid;
  /** The rows of its heading, column numbers included. */
  readonly headerRows: { readonly first: number; readonly last: number };
  readonly firstBodyRow: number;
  /** The last row under the heading without a gap, whether it could be told what row it is or not. */
  readonly lastBodyRow: number;
  /** The rows of its body, told or not: without headings and totals printed again, with those on further sheets. */
  readonly bodyRows: readonly { readonly sheet: string; readonly row: number }[];
  readonly unit: AmountUnit;
  /** The year its title or headings name. */
  readonly year: number | undefined;
  readonly confidence: number;
  readonly reasons: readonly MessageRef[];
  /** Its definition is none of a set's: it was derived from its own headings, codes and figures. */
  readonly byStructure?: true;
  /** No table of the workbook names a unit and no set says that these are amounts of money: none is told. */
  readonly withoutUnit?: true;
}

export interface Recognition {
  readonly tables: readonly RecognisedTable[];
  readonly unplaced: readonly { readonly sheet: string; readonly reason: MessageRef }[];
}
