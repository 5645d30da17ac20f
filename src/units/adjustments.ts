import type { Decimal } from "../amounts/decimal";
import { ZERO } from "../amounts/decimal";
import { parseAmount } from "../amounts/parseAmount";
import { convertAmount, findUnit } from "../amounts/unit";
import type { AmountUnit } from "../amounts/unit";
import type { OffsetPair } from "../tables/offsets";
import type { Cell, SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot";

/** What an adjustment sheet (调整表) says is taken out, in 万元 by the name of the line. */
export interface Adjustments {
  readonly sheet: string;
  readonly amounts: ReadonlyMap<string, Decimal>;
}

/**
 * Reads the sheet 调整表 of a workbook: rows that name one of the lines, each with its amount (the column 金额, else the last number); rows of the same line are
 * added up. The unit is the one printed on the sheet, else 万元. Undefined where there is no such sheet.
 */
export function readAdjustments(
  { sheets }: WorkbookSnapshot,
  pairs: readonly OffsetPair[],
): Adjustments | undefined {
  const sheet = sheets.find(({ name }) => /调整表|抵销|抵消/.test(name));
  if (!sheet) return undefined;
  const names = pairs.flatMap(({ expenditure, income }) => [expenditure.name, income.name]);
  const unit = unitOf(sheet);
  const amounts = new Map<string, Decimal>();
  const column = amountColumn(sheet);
  for (const cells of sheet.rows.values()) {
    const texts = [...cells.values()].map(({ value }) =>
      typeof value === "string" ? value.replace(/\s/g, "") : "",
    );
    const name = names.find((one) => texts.some((text) => text.includes(one)));
    const cell = column === undefined ? undefined : cells.get(column);
    const amount = cell
      ? amountOf(cell)
      : [...cells.values()].map(amountOf).findLast((one) => one !== undefined);
    if (name === undefined || !amount) continue;
    amounts.set(name, (amounts.get(name) ?? ZERO).plus(convertAmount(amount.abs(), unit, "万元")));
  }
  return { sheet: sheet.name, amounts };
}

/** The column under 金额 or 抵销数. */
function amountColumn({ rows }: SheetSnapshot): number | undefined {
  for (const cells of rows.values())
    for (const [column, { value }] of cells)
      if (typeof value === "string" && /^(金额|抵销(金额|数)|调整(金额|数))/.test(value.replace(/\s/g, "")))
        return column;
  return undefined;
}

function unitOf(sheet: SheetSnapshot): AmountUnit {
  for (const cells of sheet.rows.values())
    for (const { value } of cells.values()) {
      const unit = typeof value === "string" ? findUnit(value) : undefined;
      if (unit) return unit;
    }
  return "万元";
}

function amountOf({ value }: Cell): Decimal | undefined {
  if (typeof value === "number") return ZERO.plus(value);
  // A code of a unit is no amount: only texts with a point or a separator count.
  if (typeof value !== "string" || !/[.,]/.test(value)) return undefined;
  const parsed = parseAmount(value);
  return parsed.kind === "amount" ? parsed.value : undefined;
}
