import { ZERO } from "../../amounts/decimal";
import type { Decimal } from "../../amounts/decimal";
import { plainAmount } from "../../amounts/format";
import { readFigures } from "../../recognition/figures";
import type { AmountFigure, Figure, RecognisedRow, RecognisedTable } from "../../recognition/recognised";
import { isPartWord, isTotalWord } from "../../recognition/structure/words";
import { formatA1 } from "../../workbook/address";
import { cellAt } from "../../workbook/snapshot";
import type { WorkbookSnapshot } from "../../workbook/snapshot";
import { cellKey } from "../cellKey";
import type { Finding } from "../finding";
import { inUnit, unitText } from "../wording";

/*
 * Columns that the definition of a table does not have, such as 人员经费 and 公用经费 beside 基本支出: they are summed over
 * the rows as the table's own are, and a group of headings has one total. Taken where nearly all places bear it out.
 */

/** The share of places that must bear a sum out, and the fewest of them. */
const LEAST_SHARE = 0.8;
const LEAST_HELD = 2;

/** A column of amounts by the words over it, from the top down. */
interface Column {
  readonly path: readonly string[];
  /** The figures of the rows of the table, by their index. */
  readonly figures: readonly (Figure | undefined)[];
  /** The definition does not know it. */
  readonly isOther: boolean;
}

/** One place of a sum. */
interface Sum {
  readonly row: RecognisedRow;
  readonly heading: string;
  readonly total: Figure | undefined;
  readonly parts: readonly (Figure | undefined)[];
}

/** A sum that most places bear out, at one that does not. */
interface Failing extends Sum {
  /** What the total has too much. */
  readonly deviation: Decimal;
  readonly held: number;
  readonly of: number;
}

/**
 * What does not add up in columns that a definition does not know, though nearly all of it does: somebody has to look. A wrong
 * figure in two sums is told once.
 * @param blamed cells that other findings name: what fails there follows from them
 */
export function otherColumnFindings(
  workbook: WorkbookSnapshot,
  tables: readonly RecognisedTable[],
  blamed: ReadonlySet<string>,
): Finding[] {
  return tables.flatMap((table) => {
    if (table.byStructure || table.otherColumns.length === 0) return [];
    const columns = columnsOf(table, workbook);
    const sums = columns.filter(({ isOther }) => isOther).map((one) => overRows(table, one, columns));
    const all = [...sums, ...withinGroups(table, columns)].map(weigh).filter(isBorne);
    const held = new Set(all.flatMap(({ holding }) => holding.flatMap(keysOf)));
    const seen = new Set<string>();
    return all.flatMap(({ failing }) =>
      failing.flatMap((one) => {
        if (keysOf(one).some((key) => blamed.has(key))) return [];
        const suspects = suspectsOf(one, all, held);
        const [only] = suspects.length === 1 ? suspects : [];
        if (only && seen.has(cellKey(only.figure.address))) return [];
        if (only) seen.add(cellKey(only.figure.address));
        return [findingOf(table, one, suspects)];
      }),
    );
  });
}

function columnsOf(table: RecognisedTable, { sheets }: WorkbookSnapshot): Column[] {
  const byName = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  const known = table.grid.numbers.flatMap((number): Column[] => {
    const match = table.columns.get(number);
    if (!match) return [];
    const figures = table.rows.map((row) => row.figures.get(number));
    return [{ path: match.heading.split("/"), figures, isOther: false }];
  });
  const others = table.otherColumns.map(({ sheetColumn, heading }): Column => {
    const cells = table.rows.map(({ sheet: name, sheetRow }) => {
      const sheet = byName.get(name);
      const address = { sheet: name, row: sheetRow, column: sheetColumn };
      return { address, cell: sheet && cellAt(sheet, sheetRow, sheetColumn) };
    });
    return { path: heading.split("/"), figures: readFigures(cells, table.unit), isOther: true };
  });
  return [...known, ...others];
}

/** A column over the rows under each row, where a column that the definition knows adds up just so. */
function overRows({ rows }: RecognisedTable, column: Column, columns: readonly Column[]): Sum[] {
  const sumIn = ({ path, figures }: Column, row: RecognisedRow): Sum => ({
    row,
    heading: path.join("/"),
    total: figures[row.index],
    parts: row.children.map(({ index }) => figures[index]),
  });
  return rows
    .filter(
      (row) =>
        row.children.length > 0 &&
        columns.some((one) => {
          const sum = sumIn(one, row);
          return !one.isOther && isExact(sum) && tells(sum);
        }),
    )
    .map((row) => sumIn(column, row));
}

/** Columns under one heading, each row of them: 小计, or the column under the group's own words, is the sum of the others. */
function withinGroups({ rows }: RecognisedTable, columns: readonly Column[]): Sum[][] {
  const groups = new Map<string, Column[]>();
  for (const column of columns) {
    const [group, ...below] = column.path;
    if (group === undefined || isPartWord(column.path.at(-1) ?? "")) continue;
    const key = below.length === 0 ? group : column.path.slice(0, -1).join("/");
    groups.set(key, [...(groups.get(key) ?? []), column]);
  }
  return [...groups].flatMap(([key, own]): Sum[][] => {
    const totals = own.filter(({ path }) => isTotalWord(path.at(-1) ?? "") || path.join("/") === key);
    // Columns that stand under the words of one that is known divide it.
    const known = totals.filter(({ isOther }) => !isOther);
    const [total, ...more] = known.length > 0 ? known : totals;
    const parts = own.filter((one) => one !== total);
    if (!total || more.length > 0 || parts.length < 2 || !own.some(({ isOther }) => isOther)) return [];
    const at = (index: number) => parts.map(({ figures }) => figures[index]);
    const heading = total.path.join("/");
    return [rows.map((row) => ({ row, heading, total: total.figures[row.index], parts: at(row.index) }))];
  });
}

interface Weighed {
  readonly holding: readonly Sum[];
  readonly failing: readonly Failing[];
}

function weigh(sums: readonly Sum[]): Weighed {
  const telling = sums.filter(tells);
  const holding = telling.filter(isExact);
  const [held, of] = [holding.length, telling.length];
  const failing = telling.filter((sum) => !isExact(sum));
  return { holding, failing: failing.map((sum) => ({ ...sum, deviation: deviationOf(sum), held, of })) };
}

/** Nearly all places hold, or one wrong figure explains those that do not. */
function isBorne({ holding, failing }: Weighed): boolean {
  const held = holding.length;
  return held >= LEAST_HELD && (held >= (held + failing.length) * LEAST_SHARE || hasOneCulprit(failing));
}

function hasOneCulprit([first, ...others]: readonly Failing[]): boolean {
  if (!first) return true;
  return [first.total, ...first.parts].some((figure) => {
    if (!figure) return false;
    const wanted = wantedIn(first, figure);
    return others.every((other) => wantedAt(other, figure)?.equals(wanted) === true);
  });
}

function valueOf(figure: Figure | undefined): Decimal {
  return figure?.kind === "amount" ? figure.value : ZERO;
}

function isAmount(figure: Figure | undefined): figure is AmountFigure & Figure {
  return figure?.kind === "amount" && !figure.value.isZero();
}

/** Something stands there, and all that does can be read. */
function tells({ total, parts }: Sum): boolean {
  const all = [total, ...parts];
  return all.some(isAmount) && all.every((one) => one?.kind !== "bad");
}

function deviationOf({ total, parts }: Sum): Decimal {
  return parts.reduce((left, part) => left.minus(valueOf(part)), valueOf(total));
}

/** Within half a printed step of each figure. */
function isExact(sum: Sum): boolean {
  const steps = [sum.total, ...sum.parts].filter(isAmount).reduce((all, { step }) => all.plus(step), ZERO);
  return deviationOf(sum).abs().times(2).lessThanOrEqualTo(steps);
}

function keysOf({ total, parts }: Sum): string[] {
  return [total, ...parts].flatMap((figure) => (figure ? [cellKey(figure.address)] : []));
}

/** A figure that may be wrong, and what it would be, in 万元. */
interface Wanted {
  readonly figure: Figure;
  readonly wanted: Decimal;
}

/** The figures that would make the most of what fails hold by one value, of those the ones that nothing else speaks for. */
function suspectsOf(one: Failing, all: readonly Weighed[], held: ReadonlySet<string>): readonly Wanted[] {
  const failing = all.flatMap((weighed) => weighed.failing);
  const found = [one.total, ...one.parts].flatMap((figure) => {
    if (!figure) return [];
    const wanted = wantedIn(one, figure);
    const mended = failing.filter((other) => wantedAt(other, figure)?.equals(wanted) === true);
    return [{ figure, wanted, count: held.has(cellKey(figure.address)) ? 0 : mended.length }];
  });
  const most = Math.max(...found.map(({ count }) => count));
  return most > 0 ? found.filter(({ count }) => count === most) : [];
}

/** What a figure of a sum would be, so that it holds. */
function wantedIn({ total, deviation }: Failing, figure: Figure): Decimal {
  const isTotal = total !== undefined && cellKey(figure.address) === cellKey(total.address);
  return isTotal ? valueOf(figure).minus(deviation) : valueOf(figure).plus(deviation);
}

/** The same of a figure that the sum may not have. */
function wantedAt(sum: Failing, { address }: Figure): Decimal | undefined {
  const key = cellKey(address);
  const own = [sum.total, ...sum.parts].find((one) => one && cellKey(one.address) === key);
  return own && wantedIn(sum, own);
}

function findingOf(table: RecognisedTable, one: Failing, suspects: readonly Wanted[]): Finding {
  const { row, heading, total, parts, deviation, held, of } = one;
  const plain = (value: Decimal) => plainAmount(inUnit(value, table.unit));
  const [amount, sum] = [valueOf(total), valueOf(total).minus(deviation)];
  const address = total?.address ?? { sheet: row.sheet, row: row.sheetRow, column: 0 };
  return {
    severity: "warning",
    rule: `${table.definition.id}.other`,
    table: table.definition.id,
    sheet: address.sheet,
    cell: address,
    message: {
      key: `structure.otherSum.${deviation.isPositive() ? "over" : "short"}`,
      args: {
        table: table.definition.label,
        cell: formatA1(address.row, address.column),
        row: row.name.replace(/\s+/g, ""),
        column: heading,
        amount: plain(amount),
        sum: plain(sum),
        difference: plain(deviation.abs()),
        unit: unitText(table),
        held: String(held),
        inferredFrom: String(of),
      },
    },
    expected: plain(sum),
    actual: plain(amount),
    difference: plain(deviation),
    cells: [
      { ...address, role: "total" },
      ...parts.flatMap((part) => (isAmount(part) ? [{ ...part.address, role: "part" as const }] : [])),
    ],
    suspects: suspects.map(({ figure, wanted }) => {
      const value = plain(wanted);
      return { ...figure.address, low: value, high: value, suggested: value, why: [] };
    }),
  };
}
