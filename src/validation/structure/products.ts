import { plainAmount } from "../../amounts/format";
import { parseAmount } from "../../amounts/parseAmount";
import { convertAmount } from "../../amounts/unit";
import type { AmountUnit } from "../../amounts/unit";
import { Decimal } from "../../amounts/decimal";
import { COMMON_UNIT } from "../../recognition/figures";
import type {
  AmountFigure,
  ColumnMatch,
  Figure,
  RecognisedRow,
  RecognisedTable,
} from "../../recognition/recognised";
import { isPrice, isQuantity } from "../../recognition/structure/words";
import { formatA1 } from "../../workbook/address";
import type { CellAddress } from "../../workbook/address";
import type { SheetSnapshot, WorkbookSnapshot } from "../../workbook/snapshot";
import type { Finding } from "../finding";
import { columnLabel, inUnit, unitText } from "../wording";

/** The share of rows that must bear out that an amount is price times quantity, as their headings say, and the fewest of them. */
const LEAST_SHARE = 2 / 3;
const LEAST_ROWS = 2;

/** One row with a price, a quantity and an amount. */
interface Line {
  readonly row: RecognisedRow;
  readonly price: Decimal;
  readonly quantity: Decimal;
  readonly amount: AmountFigure & Figure;
  readonly cells: readonly CellAddress[];
}

/**
 * 单价 × 数量 = 金额, in tables that were read by their structure: where nearly all rows bear it out, the others are findings.
 * Prices are in the unit of the table or in 元, whichever fits. No relation of sums says this, so no suspect is named.
 */
export function productFindings(workbook: WorkbookSnapshot, tables: readonly RecognisedTable[]): Finding[] {
  const sheets = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]));
  return tables.filter(({ byStructure }) => byStructure).flatMap((table) => ofTable(table, sheets));
}

function ofTable(table: RecognisedTable, sheets: ReadonlyMap<string, SheetSnapshot>): Finding[] {
  const columns = [...table.columns.values()];
  const price = columns.find(({ definition }) => isPrice(definition.label));
  const quantity = columns.find(({ definition }) => isQuantity(definition.label));
  if (!price || !quantity) return [];
  const beyond = Math.max(price.sheetColumn, quantity.sheetColumn);
  const amount = columns.find(
    ({ definition, sheetColumn }) => sheetColumn > beyond && table.grid.column(definition.number) >= 0,
  );
  if (!amount) return [];
  const lines = table.rows.flatMap(
    (row) => lineOf(row, sheets.get(row.sheet), [price, quantity, amount]) ?? [],
  );
  const units: readonly AmountUnit[] = [table.unit, "元"];
  const failing = units
    .map((unit) => ({ unit, lines: lines.filter((line) => !holds(line, unit)) }))
    .reduce((first, next) => (next.lines.length < first.lines.length ? next : first));
  const held = lines.length - failing.lines.length;
  if (held < LEAST_ROWS || held < lines.length * LEAST_SHARE) return [];
  const evidence = { held: String(held), inferredFrom: String(lines.length) };
  return failing.lines.map((line) => findingOf(table, line, productOf(line, failing.unit), evidence));
}

function lineOf(
  row: RecognisedRow,
  sheet: SheetSnapshot | undefined,
  [price, quantity, amount]: readonly [ColumnMatch, ColumnMatch, ColumnMatch],
): Line | undefined {
  const figure = row.figures.get(amount.definition.number);
  const read = ({ sheetColumn }: ColumnMatch) => {
    const value = sheet?.rows.get(row.sheetRow)?.get(sheetColumn)?.value;
    const parsed = typeof value === "number" || typeof value === "string" ? parseAmount(value) : undefined;
    return parsed?.kind === "amount" ? parsed.value : undefined;
  };
  const [one, many] = [read(price), read(quantity)];
  if (!one || !many || figure?.kind !== "amount") return undefined;
  const at = ({ sheetColumn }: ColumnMatch): CellAddress => ({
    sheet: row.sheet,
    row: row.sheetRow,
    column: sheetColumn,
  });
  return { row, price: one, quantity: many, amount: figure, cells: [at(price), at(quantity)] };
}

/** In 万元. */
function productOf({ price, quantity }: Line, unit: AmountUnit): Decimal {
  return convertAmount(price.times(quantity), unit, COMMON_UNIT);
}

/** Within half a printed step of the amount, and of a price that may be rounded itself: 3.33 × 3 = 10.00. */
function holds(line: Line, unit: AmountUnit): boolean {
  const { value, step } = line.amount;
  const { price } = line;
  const places = price.decimalPlaces();
  const isRounded = places >= ROUNDED_PLACES;
  const priceStep = isRounded ? new Decimal(10).pow(-places) : new Decimal(0);
  const slack = productOf({ ...line, price: priceStep }, unit).abs();
  return productOf(line, unit).minus(value).abs().times(2).lessThanOrEqualTo(step.plus(slack));
}

/** Prices with fewer places are what was agreed. */
const ROUNDED_PLACES = 2;

function findingOf(
  table: RecognisedTable,
  { row, price, quantity, amount, cells }: Line,
  product: Decimal,
  evidence: Readonly<Record<string, string>>,
): Finding {
  const plain = (value: Decimal) => plainAmount(inUnit(value, table.unit));
  const { address } = amount;
  const column = [...table.columns.values()].find(({ sheetColumn }) => sheetColumn === address.column);
  return {
    severity: "error",
    rule: `${table.definition.id}.product`,
    table: table.definition.id,
    sheet: address.sheet,
    cell: address,
    message: {
      key: "structure.product",
      args: {
        table: table.definition.label,
        cell: formatA1(address.row, address.column),
        row: row.name.replace(/\s+/g, ""),
        column: column ? columnLabel(table.definition, column.definition.number) : "",
        price: price.toFixed(),
        quantity: quantity.toFixed(),
        product: plain(product),
        amount: plain(amount.value),
        unit: unitText(table),
        ...evidence,
      },
    },
    expected: plain(product),
    actual: plain(amount.value),
    difference: plain(amount.value.minus(product)),
    cells: [{ ...address, role: "total" }, ...cells.map((cell) => ({ ...cell, role: "part" as const }))],
    suspects: [],
  };
}
