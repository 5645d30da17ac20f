import { GUANGZHOU } from "../../../src/tables/guangzhou/pack";
import { recogniseWorkbook } from "../../../src/recognition/recognise";
import type { RecognisedRow, RecognisedTable } from "../../../src/recognition/recognised";
import type { WriteCell } from "../../../src/workbook/edit";
import { editedWorkbook } from "../../../src/workbook/editedWorkbook";
import type { CellValue, WorkbookSnapshot } from "../../../src/workbook/snapshot";
import { cellAt } from "../../../src/workbook/snapshot";
import type { Chooser } from "../../support/random";
import type { Prepared } from "../../support/seededErrors";
import { KINDS, wrongValue } from "../../support/seededErrors";
import { withValue } from "../../support/seedWorkbook";

/** A workbook with one act of a user in it. */
export type Act = (workbook: WorkbookSnapshot, choose: Chooser) => WorkbookSnapshot | undefined;

function tableOf(workbook: WorkbookSnapshot, choose: Chooser): RecognisedTable {
  return choose.pick(recogniseWorkbook(workbook, GUANGZHOU).tables.filter(({ rows }) => rows.length > 3));
}

/** Sheet columns of the amounts of a table. */
function amountColumns({ columns }: RecognisedTable): number[] {
  return [...columns.values()]
    .filter(({ definition }) => definition.kind === "amount")
    .map(({ sheetColumn }) => sheetColumn);
}

function bodyRows({ bodyRows }: RecognisedTable): number[] {
  return bodyRows.map(({ row }) => row);
}

function write(
  workbook: WorkbookSnapshot,
  sheet: string,
  cells: readonly [number, number, CellValue | undefined][],
) {
  return editedWorkbook(
    workbook,
    cells.map(([row, column, value]): WriteCell => ({
      kind: "writeCell",
      sheet,
      row,
      column,
      content: { value: (value ?? "") as string },
    })),
  );
}

const at = (workbook: WorkbookSnapshot, sheet: string, row: number, column: number) => {
  const own = workbook.sheets.find(({ name }) => name === sheet);
  return own && cellAt(own, row, column)?.value;
};

/** Errors of so many cells in a prepared workbook. */
export function typed({ workbook, cells }: Prepared, prepared: Prepared, count: number, choose: Chooser) {
  let changed = workbook;
  for (let made = 0; made < count;) {
    const { term } = choose.pick(cells);
    const value = wrongValue(choose.pick(KINDS), term, prepared, choose);
    if (!value) continue;
    const { sheet, row, column } = term.figure.address;
    changed = withValue(changed, sheet, row, column, value.toNumber());
    made++;
  }
  return changed;
}

export const ACTS: Readonly<Record<string, Act>> = {
  "column over another": (workbook, choose) => {
    const table = tableOf(workbook, choose);
    const [from, to] = choose.shuffle(amountColumns(table));
    if (from === undefined || to === undefined) return undefined;
    return write(
      workbook,
      table.sheet,
      bodyRows(table).map((row) => [row, to, at(workbook, table.sheet, row, from)]),
    );
  },
  "columns exchanged": (workbook, choose) => {
    const table = tableOf(workbook, choose);
    const [from, to] = choose.shuffle(amountColumns(table));
    if (from === undefined || to === undefined) return undefined;
    return write(
      workbook,
      table.sheet,
      bodyRows(table).flatMap((row) => [
        [row, to, at(workbook, table.sheet, row, from)],
        [row, from, at(workbook, table.sheet, row, to)],
      ]),
    );
  },
  "block shifted": (workbook, choose) => {
    const table = tableOf(workbook, choose);
    const rows = bodyRows(table);
    const columns = amountColumns(table).sort((a, b) => a - b);
    const top = choose.below(rows.length - 2);
    const bottom = Math.min(rows.length - 2, top + 1 + choose.below(8));
    const left = choose.below(columns.length);
    const right = Math.min(columns.length - 1, left + choose.below(4));
    const down = choose.pick([1, -1]);
    const cells: [number, number, CellValue | undefined][] = [];
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++)
        if (rows[row + down] !== undefined)
          cells.push([
            rows[row + down]!,
            columns[column]!,
            at(workbook, table.sheet, rows[row]!, columns[column]!),
          ]);
    const edge = rows[down > 0 ? top : bottom]!;
    for (let column = left; column <= right; column++) cells.push([edge, columns[column]!, undefined]);
    return write(workbook, table.sheet, cells);
  },
  "row deleted": (workbook, choose) => {
    const table = tableOf(workbook, choose);
    const row = choose.pick(bodyRows(table));
    return editedWorkbook(workbook, [{ kind: "deleteRows", sheet: table.sheet, row, count: 1 }]);
  },
  "row in several columns": (workbook, choose) => {
    const table = tableOf(workbook, choose);
    const row = choose.pick(bodyRows(table));
    const cells = amountColumns(table).flatMap((column): [number, number, CellValue][] => {
      const value = at(workbook, table.sheet, row, column);
      return typeof value === "number" && value !== 0
        ? [[row, column, Math.round(value * 100 + 5000) / 100]]
        : [];
    });
    return cells.length > 1 ? write(workbook, table.sheet, cells) : undefined;
  },
  "table in another unit": (workbook, choose) => {
    const table = tableOf(workbook, choose);
    return inUnit(workbook, table, choose.pick([10000, 0.0001]));
  },
  "column emptied": (workbook, choose) => {
    const table = tableOf(workbook, choose);
    const column = choose.pick(amountColumns(table));
    return write(
      workbook,
      table.sheet,
      bodyRows(table).map((row) => [row, column, undefined]),
    );
  },
  "table emptied": (workbook, choose) => {
    const table = tableOf(workbook, choose);
    return write(
      workbook,
      table.sheet,
      bodyRows(table).flatMap((row) =>
        amountColumns(table).map((column): [number, number, undefined] => [row, column, undefined]),
      ),
    );
  },
};

function inUnit(workbook: WorkbookSnapshot, table: RecognisedTable, factor: number): WorkbookSnapshot {
  return write(
    workbook,
    table.sheet,
    bodyRows(table).flatMap((row) =>
      amountColumns(table).flatMap((column): [number, number, CellValue][] => {
        const value = at(workbook, table.sheet, row, column);
        return typeof value === "number" ? [[row, column, Math.round(value * factor * 100) / 100]] : [];
      }),
    ),
  );
}

const isLeaf = (row: RecognisedRow, parents: ReadonlySet<RecognisedRow>) => !parents.has(row);

/** A share of the leaves typed, all totals blank or 0. */
export function halfFilled(workbook: WorkbookSnapshot, share: number, total: 0 | undefined, choose: Chooser) {
  let changed = workbook;
  for (const table of recogniseWorkbook(workbook, GUANGZHOU).tables) {
    const parents = new Set(table.rows.flatMap(({ parent }) => (parent ? [parent] : [])));
    const cells: [number, number, CellValue | undefined][] = [];
    for (const row of table.rows) {
      const isKept = isLeaf(row, parents) && choose.chance(share);
      if (isKept) continue;
      for (const figure of row.figures.values())
        if (figure.kind === "amount") cells.push([figure.address.row, figure.address.column, total]);
    }
    if (cells.length > 0) changed = write(changed, table.sheet, cells);
  }
  return changed;
}
