import {
  countPrinted,
  ownDecimals,
  placesInWan,
  powerOfTen,
  printingOf,
  safeCount,
  UNTOLD,
} from "../amounts/count";
import type { Printing } from "../amounts/count";
import type { AmountUnit } from "../amounts/unit";
import type { SideDefinition } from "../tables/definition";
import type { Cell, SheetSnapshot } from "../workbook/snapshot";
import { figureOf, finestShown, readCell, ReadFormats, valueInWan } from "./figures";
import type { CellReading } from "./figures";
import type { ColumnMatch, Figure } from "./recognised";

/** What a place of a grid holds. */
export const PLACE = {
  /** The row has no such column, or the sheet has not. */
  absent: 0,
  /** Blank, a dash or 无: counts as nothing in a sum. */
  none: 1,
  amount: 2,
  /** An amount kept as text. */
  textAmount: 3,
  /** Text, an error: relations over it cannot be told. */
  bad: 4,
} as const;

/** Where a row stands and which columns it has. */
export interface GridRow {
  readonly side: SideDefinition;
  readonly sheet: SheetSnapshot;
  readonly sheetRow: number;
}

/** Figures of more digits after the point are told one by one: counted with them, all others would become too large. */
const MOST_DECIMALS = 6;

/** The bit of an amount that prints as finely as its table does, where its own digits are fewer. */
const OPEN = 8;

/**
 * The figures of a table in flat arrays, row by row, counted in whole steps of 10^-places 万元: what sums over many cells
 * read. A figure as an object with decimals (Figure) is made for those that are asked for. How finely a table prints shows
 * in all of its figures (see readFigures), so they are read together.
 */
export class FigureGrid {
  /** Printed numbers of the amount columns that the sheet has. */
  readonly numbers: readonly number[];
  /** Digits after the point of what is counted, in 万元; may be negative. */
  readonly places: number;
  private readonly columnOf: ReadonlyMap<number, number>;
  private readonly sheetColumns: readonly number[];
  private readonly kinds: Uint8Array;
  private readonly counts: Float64Array;
  /** Digits after the point as printed, in the unit of the sheet. */
  private readonly decimals: Int16Array;
  /** What the quick reading could not tell. */
  private readonly readings = new Map<number, CellReading>();
  private readonly figures = new Map<number, Figure>();
  private readonly formats = new ReadFormats();

  constructor(
    private readonly rows: readonly GridRow[],
    columns: ReadonlyMap<number, Pick<ColumnMatch, "sheetColumn">>,
    sides: readonly SideDefinition[],
    private readonly unit: AmountUnit,
  ) {
    this.numbers = [...new Set(sides.flatMap(({ amountColumns }) => amountColumns))].filter((number) =>
      columns.has(number),
    );
    this.columnOf = new Map(this.numbers.map((number, index) => [number, index]));
    this.sheetColumns = this.numbers.map((number) => columns.get(number)?.sheetColumn ?? -1);
    const size = rows.length * this.numbers.length;
    this.kinds = new Uint8Array(size);
    this.counts = new Float64Array(size);
    this.decimals = new Int16Array(size);
    this.places = this.settle(this.read(sides));
  }

  /** How many columns it has. */
  get width(): number {
    return this.numbers.length;
  }

  /** Where the column with a printed number lies; -1 where the sheet has none. */
  column(number: number): number {
    return this.columnOf.get(number) ?? -1;
  }

  /** What a place holds (PLACE). */
  kindAt(row: number, column: number): number {
    return column < 0 ? PLACE.absent : (this.kinds[row * this.numbers.length + column] as number) & ~OPEN;
  }

  /** The amount at a place in whole steps of 10^-places 万元; 0 where it holds none, UNTOLD where only its Figure tells it. */
  countAt(row: number, column: number): number {
    return this.counts[row * this.numbers.length + column] as number;
  }

  /** What the printed step of an amount counts: 1 for 10^-places 万元, 100 for a hundred times as much. */
  stepAt(row: number, column: number): number {
    const decimals = this.decimals[row * this.numbers.length + column] as number;
    return powerOfTen(this.places - placesInWan(decimals, this.unit));
  }

  /** The figure at a place; undefined where the row has no such column. The same object each time. */
  figureAt(row: number, column: number): Figure | undefined {
    if (this.kindAt(row, column) === PLACE.absent) return undefined;
    const at = row * this.numbers.length + column;
    let figure = this.figures.get(at);
    if (!figure) {
      const { sheet, sheetRow } = this.rows[row] as GridRow;
      const address = { sheet: sheet.name, row: sheetRow, column: this.sheetColumns[column] as number };
      const reading =
        this.readings.get(at) ?? readCell(sheet.rows.get(sheetRow)?.get(address.column), this.formats);
      figure = figureOf(reading, address, this.decimals[at] as number, this.unit);
      this.figures.set(at, figure);
    }
    return figure;
  }

  /** Reads all cells; gives the digits after the point to which the table is seen to print. */
  private read(sides: readonly SideDefinition[]): number {
    const own = new Map(
      sides.map((side) => [side, side.amountColumns.flatMap((number) => this.columnOf.get(number) ?? [])]),
    );
    const formats = new Map<string, Printing>();
    const { rows, sheetColumns, kinds, width } = this;
    let finest = 0;
    // The columns of one row mostly have the same format.
    let format: string | undefined;
    let printing: Printing = "other";
    for (let row = 0; row < rows.length; row++) {
      const { side, sheet, sheetRow } = rows[row] as GridRow;
      const cells = sheet.rows.get(sheetRow);
      const columns = own.get(side) ?? [];
      for (let place = 0; place < columns.length; place++) {
        const column = columns[place] as number;
        const at = row * width + column;
        const cell = cells?.get(sheetColumns[column] as number);
        if (!cell) {
          kinds[at] = PLACE.none;
          continue;
        }
        if (cell.numberFormat !== format) {
          format = cell.numberFormat;
          printing = formats.get(format) ?? printingOf(format);
          formats.set(format, printing);
        }
        if (!this.readNumber(cell, at, printing)) this.readOther(cell, at);
        if (this.holdsAmount(at)) finest = Math.max(finest, finestShown(this.decimals[at] as number));
      }
    }
    return finest;
  }

  private holdsAmount(at: number): boolean {
    const kind = (this.kinds[at] as number) & ~OPEN;
    return kind === PLACE.amount || kind === PLACE.textAmount;
  }

  /** Reads a number whose count can be told by itself; false for all other cells. */
  private readNumber({ value }: Cell, at: number, printing: Printing): boolean {
    if (typeof value !== "number" || printing === "other") return false;
    const decimals = printing === "general" ? ownDecimals(value) : printing;
    const counted = Math.min(decimals, MOST_DECIMALS);
    const count = countPrinted(value, counted);
    // Printed in more digits than are counted, a figure must have no more of its own.
    if (Number.isNaN(count) || (counted < decimals && count / powerOfTen(counted) !== value)) return false;
    this.kinds[at] = printing === "general" ? PLACE.amount | OPEN : PLACE.amount;
    this.counts[at] = count;
    this.decimals[at] = decimals;
    return true;
  }

  private readOther(cell: Cell, at: number): void {
    const reading = readCell(cell, this.formats);
    this.readings.set(at, reading);
    if (reading.kind !== "amount") {
      this.kinds[at] = reading.kind === "none" ? PLACE.none : PLACE.bad;
      return;
    }
    this.kinds[at] = (reading.isText ? PLACE.textAmount : PLACE.amount) | (reading.isFixed ? 0 : OPEN);
    this.decimals[at] = reading.decimals;
  }

  /** Counts all figures in one step, which is given as its digits after the point in 万元. */
  private settle(finest: number): number {
    const { kinds, counts, decimals, readings } = this;
    let most = 0;
    for (let at = 0; at < kinds.length; at++) {
      if (!this.holdsAmount(at)) continue;
      const own = decimals[at] as number;
      const isOpen = ((kinds[at] as number) & OPEN) !== 0;
      const shown = isOpen && own < finest ? finest : own;
      const reading = readings.size > 0 ? readings.get(at) : undefined;
      if (shown !== own) {
        decimals[at] = shown;
        if (!reading) (counts[at] as number) *= powerOfTen(shown - own);
      }
      const digits =
        reading?.kind === "amount"
          ? Math.max(shown, reading.value.decimalPlaces())
          : Math.min(shown, MOST_DECIMALS);
      if (digits <= MOST_DECIMALS && digits > most) most = digits;
    }
    const places = placesInWan(most, this.unit);
    for (let at = 0; at < kinds.length; at++) {
      if (!this.holdsAmount(at)) continue;
      const reading = readings.size > 0 ? readings.get(at) : undefined;
      if (reading?.kind === "amount") counts[at] = this.countOf(reading, places);
      else {
        const lacking = most - Math.min(decimals[at] as number, MOST_DECIMALS);
        counts[at] = safeCount((counts[at] as number) * powerOfTen(lacking));
      }
    }
    return places;
  }

  /** A figure of another unit than its table's has another step, too. */
  private countOf(reading: Extract<CellReading, { kind: "amount" }>, places: number): number {
    if (reading.value.isZero()) return 0;
    if (reading.unit !== undefined && reading.unit !== this.unit) return UNTOLD;
    const value = valueInWan(reading, this.unit);
    return value.decimalPlaces() <= places
      ? safeCount(Math.round(value.toNumber() * powerOfTen(places)))
      : UNTOLD;
  }
}
