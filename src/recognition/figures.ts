import type { Decimal } from "../amounts/decimal";
import { parseAmount } from "../amounts/parseAmount";
import { printNumber } from "../amounts/printed";
import { roundToDecimals, stepOf } from "../amounts/step";
import { convertAmount } from "../amounts/unit";
import type { AmountUnit } from "../amounts/unit";
import { LastMade } from "../workbook/lastMade";
import { isErrorValue } from "../workbook/snapshot";
import type { Cell } from "../workbook/snapshot";
import type { CellAddress } from "../workbook/address";
import type { Figure } from "./recognised";

/** The unit in which figures of different tables are compared. */
export const COMMON_UNIT: AmountUnit = "万元";

/** The most digits after the point that a General or text cell takes over from its neighbours. */
const USUAL_DECIMALS = 2;

/** A cell as it was read, before it is known how finely its table prints. */
type Reading = AmountReading | Extract<Figure, { kind: "none" | "bad" }>;

interface AmountReading {
  readonly kind: "amount";
  readonly value: Decimal;
  readonly stored: Decimal;
  readonly decimals: number;
  readonly isFixed: boolean;
  readonly isText: boolean;
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
  const readings = cells.map(lastReading);
  let finest = 0;
  for (const reading of readings)
    if (reading.kind === "amount") finest = Math.max(finest, Math.min(reading.decimals, USUAL_DECIMALS));
  return readings.map((reading, index): Figure => {
    const address = (cells[index] as FigureCell).address;
    if (reading.kind !== "amount") return reading;
    const decimals = reading.isFixed ? reading.decimals : Math.max(reading.decimals, finest);
    return lastFigures.get(reading, [decimals, unit], () => figureOf(reading, address, decimals, unit));
  });
}

/** A cell that has not changed since the last reading (carryOver) has the same figure, as the same object. */
const lastReadings = new LastMade<Cell, Reading>();
const lastFigures = new LastMade<AmountReading, Figure>();

function lastReading(at: FigureCell): Reading {
  const { sheet, row, column } = at.address;
  return at.cell ? lastReadings.get(at.cell, [sheet, row, column], () => readCell(at)) : readCell(at);
}

function figureOf(reading: AmountReading, address: CellAddress, decimals: number, unit: AmountUnit): Figure {
  const own = reading.unit ?? unit;
  const value = convertAmount(reading.value, own, COMMON_UNIT);
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

function readCell({ address, cell }: FigureCell): Reading {
  if (!cell) return { kind: "none", why: "blank", address };
  const { value, numberFormat } = cell;
  if (isErrorValue(value)) return { kind: "bad", why: "error", text: value.error, address };
  if (typeof value === "boolean") return { kind: "bad", why: "boolean", text: String(value), address };
  if (typeof value === "number") {
    const printed = printNumber(value, numberFormat);
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
  if (parsed.kind === "none") return { kind: "none", why: parsed.why, address };
  if (parsed.kind === "notNumber") return { kind: "bad", why: parsed.why, text: value, address };
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
