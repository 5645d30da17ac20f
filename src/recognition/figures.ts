import type { Decimal } from "../amounts/decimal";
import { parseAmount } from "../amounts/parseAmount";
import { parseNumberFormat } from "../amounts/numberFormat";
import type { FormatSection } from "../amounts/numberFormat";
import { printNumber } from "../amounts/printed";
import { roundToDecimals, stepOf } from "../amounts/step";
import { convertAmount } from "../amounts/unit";
import type { AmountUnit } from "../amounts/unit";
import { isErrorValue } from "../workbook/snapshot";
import type { Cell } from "../workbook/snapshot";
import type { CellAddress } from "../workbook/address";
import type { BadFigure, Figure, NoFigure } from "./recognised";

/** The unit in which figures of different tables are compared. */
export const COMMON_UNIT: AmountUnit = "万元";

/** The most digits after the point that a General or text cell takes over from its neighbours. */
const USUAL_DECIMALS = 2;

/** A cell as it was read, before it is known how finely its table prints. */
export type CellReading = AmountReading | NoFigure | BadFigure;

interface AmountReading {
  readonly kind: "amount";
  /** As printed and as stored, in the unit of the cell. */
  readonly value: Decimal;
  readonly stored: Decimal;
  readonly decimals: number;
  /** Its number format says how many digits it prints. */
  readonly isFixed: boolean;
  readonly isText: boolean;
  /** The unit written behind the figure; that of its table where it is undefined. */
  readonly unit: AmountUnit | undefined;
}

export interface FigureCell {
  readonly address: CellAddress;
  readonly cell: Cell | undefined;
}

/**
 * Reads the amount cells of one table, given in any order. A number format fixes how finely a figure is printed. A
 * General or text cell shows only the digits it happens to have (16 for 16.00), so it counts as printed like the
 * finest of its table, up to two digits after the point; more digits of its own count as they stand.
 */
export function readFigures(cells: readonly FigureCell[], unit: AmountUnit): Figure[] {
  const readings = cells.map(({ cell }) => readCell(cell));
  const finest = readings.reduce(
    (most, reading) => (reading.kind === "amount" ? Math.max(most, finestShown(reading.decimals)) : most),
    0,
  );
  return readings.map((reading, index) => {
    const { address } = cells[index] as FigureCell;
    const isOpen = reading.kind === "amount" && !reading.isFixed;
    const decimals = reading.kind === "amount" ? reading.decimals : 0;
    return figureOf(reading, address, isOpen ? Math.max(decimals, finest) : decimals, unit);
  });
}

/** How finely a figure of so many digits after the point shows its table to print. */
export function finestShown(decimals: number): number {
  return Math.min(decimals, USUAL_DECIMALS);
}

/** The figure that a reading is in a table of this unit, printed with so many digits after the point. */
export function figureOf(
  reading: CellReading,
  address: CellAddress,
  decimals: number,
  unit: AmountUnit,
): Figure {
  if (reading.kind !== "amount") return { ...reading, address };
  const own = reading.unit ?? unit;
  const value = valueInWan(reading, unit);
  return {
    kind: "amount",
    address,
    value,
    stored: reading.stored === reading.value ? value : convertAmount(reading.stored, own, COMMON_UNIT),
    step: convertAmount(stepOf(decimals), own, COMMON_UNIT),
    decimals,
    isText: reading.isText,
  };
}

/** The printed amount in 万元. */
export function valueInWan(
  { value, unit: own }: Pick<AmountReading, "value" | "unit">,
  unit: AmountUnit,
): Decimal {
  return convertAmount(value, own ?? unit, COMMON_UNIT);
}

/** Number formats as they were read, each once: a sheet has few and each of its cells has one. */
export class ReadFormats {
  private readonly known = new Map<string, readonly FormatSection[]>();

  /** What a format says (parseNumberFormat). */
  sectionsOf(format: string): readonly FormatSection[] {
    let sections = this.known.get(format);
    if (!sections) this.known.set(format, (sections = parseNumberFormat(format)));
    return sections;
  }
}

/** Reads one cell; a blank one where there is none. */
export function readCell(cell: Cell | undefined, formats = new ReadFormats()): CellReading {
  if (!cell) return { kind: "none", why: "blank" };
  const { value, numberFormat } = cell;
  if (isErrorValue(value)) return { kind: "bad", why: "error", text: value.error };
  if (typeof value === "boolean") return { kind: "bad", why: "boolean", text: String(value) };
  if (typeof value === "number") {
    const printed = printNumber(value, numberFormat, formats.sectionsOf(numberFormat));
    const isFixed = !printed.isGeneral && printed.decimals !== undefined;
    const decimals = printed.decimals ?? 0;
    return {
      kind: "amount",
      value: printed.value,
      stored: printed.stored,
      decimals,
      isFixed,
      isText: false,
      unit: undefined,
    };
  }
  const parsed = parseAmount(value);
  if (parsed.kind === "none") return { kind: "none", why: parsed.why };
  if (parsed.kind === "notNumber") return { kind: "bad", why: parsed.why, text: value };
  return {
    kind: "amount",
    value: roundToDecimals(parsed.value, parsed.decimals),
    stored: parsed.value,
    decimals: parsed.decimals,
    isFixed: false,
    isText: true,
    unit: parsed.unit,
  };
}
