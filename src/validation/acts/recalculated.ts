import { Decimal, ZERO } from "../../amounts/decimal";
import type { RowEdit, WriteCell } from "../../workbook/edit";
import { editedWorkbook } from "../../workbook/editedWorkbook";
import { shiftedRow } from "../../workbook/formula/rowShift";
import type { Cell, WorkbookSnapshot } from "../../workbook/snapshot";
import { cellAtAddress } from "../../workbook/snapshot";
import { cellKey, cellNamed } from "../cellKey";
import type { Followers } from "../following/followers";
import { FormulaReader } from "../following/linearFormula";
import { toDecimal } from "../system/rational";

type Edits = readonly (RowEdit | WriteCell)[];

interface Edited {
  readonly before: WorkbookSnapshot;
  /** The workbook once the edits are carried out, with the results that formulas had before. */
  readonly after: WorkbookSnapshot;
  readonly edits: Edits;
  /** What follows the cells of the workbook before; undefined where it has no formulas. */
  readonly followers: Followers | undefined;
}

/**
 * The workbook after rows have come and gone, with the results that its formulas then have: less what the rows taken out gave
 * them, and more by what those put in do where a formula has come to add them. What else was written stays as it is.
 */
export function recalculated({ before, after, edits, followers }: Edited): WorkbookSnapshot {
  if (!followers || edits.every(({ kind }) => kind === "writeCell")) return after;
  const changes = new Map<string, Decimal>();
  const change = (key: string, by: Decimal) => {
    for (const [cell, times] of followers.of(key))
      changes.set(cell, (changes.get(cell) ?? ZERO).plus(by.times(toDecimal(times))));
  };
  for (const sheet of new Set(edits.map((edit) => edit.sheet))) {
    const rows = before.sheets.find(({ name }) => name === sheet)?.rows ?? new Map<number, never>();
    const stood = new Map<number, number>();
    for (const [row, cells] of rows) {
      const now = rowAfter(row, sheet, edits);
      if (now !== undefined) stood.set(now, row);
      else for (const [key, amount] of typedIn(cells, sheet, row)) change(key, amount.negated());
    }
    for (const row of newRows(sheet, edits))
      for (const [formula, amount] of addedBy(after, { sheet, row, stood }, followers))
        change(formula, amount);
  }
  return editedWorkbook(after, resultsOf(after, edits, changes));
}

/** Where a row is after edits; undefined where it has been taken out. */
export function rowAfter(row: number, sheet: string, edits: Edits): number | undefined {
  return edits.reduce<number | undefined>(
    (now, edit) =>
      now === undefined || edit.kind === "writeCell" || edit.sheet !== sheet ? now : shiftedRow(now, edit),
    row,
  );
}

/** The rows put in, as they stand after all edits. */
function newRows(sheet: string, edits: Edits): number[] {
  return edits.flatMap((edit, place) => {
    if (edit.kind !== "insertRows" || edit.sheet !== sheet) return [];
    const own = Array.from({ length: edit.count }, (_, index) => edit.row + index);
    return own.flatMap((row) => rowAfter(row, sheet, edits.slice(place + 1)) ?? []);
  });
}

/** The typed amounts of a row by their cellKey, in the unit of the sheet. */
function typedIn(cells: ReadonlyMap<number, Cell>, sheet: string, row: number): [string, Decimal][] {
  return [...cells].flatMap(([column, { value, formula }]): [string, Decimal][] =>
    formula === undefined && typeof value === "number"
      ? [[cellKey({ sheet, row, column }), new Decimal(value)]]
      : [],
  );
}

interface NewRow {
  readonly sheet: string;
  readonly row: number;
  /** Rows of the sheet that were there before: where they stood, by where they stand. */
  readonly stood: ReadonlyMap<number, number>;
}

/** The formulas, by their cellKey before, that have come to add cells of a new row, and how much of it: those over a row next to it. */
function addedBy(
  after: WorkbookSnapshot,
  { sheet, row, stood }: NewRow,
  followers: Followers,
): [string, Decimal][] {
  const now = new Map([...stood].map(([is, was]) => [was, is]));
  const reader = new FormulaReader(after, true);
  const cells = after.sheets.find(({ name }) => name === sheet)?.rows.get(row) ?? new Map<number, Cell>();
  return [...cells].flatMap(([column, { value }]) => {
    if (typeof value !== "number" || value === 0) return [];
    const own = cellKey({ sheet, row, column });
    const near = [row - 1, row + 1].flatMap((beside) => {
      const was = stood.get(beside);
      return was === undefined ? [] : [cellKey({ sheet, row: was, column })];
    });
    const formulas = new Set(
      near.flatMap((key) =>
        [...followers.of(key).keys()].filter((one) => followers.takenIn(one)?.has(key) === true),
      ),
    );
    return [...formulas].flatMap((formula): [string, Decimal][] => {
      const was = cellNamed(formula);
      const place = was.sheet === sheet ? { ...was, row: now.get(was.row) ?? -1 } : was;
      const times = reader.takenBy(place)?.get(own);
      return times === undefined ? [] : [[formula, new Decimal(value).times(toDecimal(times))]];
    });
  });
}

function resultsOf(
  after: WorkbookSnapshot,
  edits: Edits,
  changes: ReadonlyMap<string, Decimal>,
): WriteCell[] {
  return [...changes].flatMap(([key, by]): WriteCell[] => {
    const { sheet, row: was, column } = cellNamed(key);
    const row = rowAfter(was, sheet, edits);
    if (row === undefined || by.isZero()) return [];
    const cell = cellAtAddress(after, { sheet, row, column });
    if (cell?.formula === undefined || typeof cell.value !== "number") return [];
    const result = new Decimal(cell.value).plus(by).toNumber();
    return [{ kind: "writeCell", sheet, row, column, content: { formula: cell.formula, result } }];
  });
}
