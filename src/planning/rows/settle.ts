import { addedCells } from "../../validation/hints/sumFormula";
import type { MessageRef } from "../../messages/messageRef";
import { formatA1 } from "../../workbook/address";
import type { RowEdit, WriteCell } from "../../workbook/edit";
import { speaksOfOwnRow } from "../../workbook/formula/ownRow";
import { shiftedRow } from "../../workbook/formula/rowShift";
import type { Cell, WorkbookSnapshot } from "../../workbook/snapshot";
import { cellAt, isErrorValue } from "../../workbook/snapshot";
import { formOf, generatedFormulas, inForm, usesGenerated } from "./generated";
import { newRowFormula } from "./newRowFormula";
import { rewrittenSum } from "./officeSums";
import { Refusal } from "./rowsPlan";
import type { ChangedFormula } from "./rowsPlan";
import { rowsByPlace } from "../table";
import type { Row, Table } from "../table";
import { modelAgain, sheetOf } from "./workbookModel";
import type { WorkbookModel } from "./workbookModel";

/** What has to be written once rows have come and gone so that every formula speaks of the right ones. */
export interface Settled {
  readonly writes: readonly WriteCell[];
  readonly formulas: readonly ChangedFormula[];
  readonly notes: readonly MessageRef[];
}

/**
 * Sets the formulas of the tables right whose rows have come or gone. A formula that inserting would make becomes the one
 * that it would make now; a plain sum over a row's children, or over all rows below it that have none, goes on being that;
 * any other stays as Excel has moved it. Rows that are new get the formulas of their kind. Typed figures are never touched.
 * Throws Refusal for a row put in that would not be taken for one: the sums above it would lose their kind.
 * @param fresh rows put in, by sheet, numbered as they stand now
 */
export function settleFormulas(
  before: WorkbookModel,
  now: WorkbookSnapshot,
  rowEdits: readonly RowEdit[],
  fresh: ReadonlyMap<string, ReadonlyMap<number, FreshRow>>,
): Settled {
  const after = modelAgain(before, now);
  const writes: WriteCell[] = [];
  const formulas: ChangedFormula[] = [];
  const notes: MessageRef[] = [];
  for (const sheet of new Set(rowEdits.map((edit) => edit.sheet))) {
    const tablesNow = after.tables.filter((table) => table.sheet === sheet);
    const taken = new Set(tablesNow.flatMap(({ rows }) => rows.map(({ sheetRow }) => sheetRow)));
    for (const was of before.tables.filter((table) => table.sheet === sheet)) {
      const is = tablesNow.find(({ definition }) => definition === was.definition);
      if (!is) continue;
      const own = rowEdits.filter((edit) => edit.sheet === sheet);
      const settled = settleTable({
        before,
        after,
        was,
        is,
        rowEdits: own,
        fresh: fresh.get(sheet) ?? new Map(),
        taken,
      });
      writes.push(...settled.writes);
      formulas.push(...settled.formulas);
      notes.push(...settled.notes);
    }
  }
  return { writes, formulas, notes };
}

/** A row that was put in. */
export interface FreshRow {
  /** The row it is like, as it stands now. */
  readonly like: number | undefined;
  /** What to call it; undefined for one that is to be typed into. */
  readonly name: string | undefined;
}

interface Pair {
  readonly before: WorkbookModel;
  readonly after: WorkbookModel;
  readonly was: Table;
  readonly is: Table;
  readonly rowEdits: readonly RowEdit[];
  readonly fresh: ReadonlyMap<number, FreshRow>;
  /** Rows of the sheet that are now rows of one of its tables, of which there may be several. */
  readonly taken: ReadonlySet<number>;
}

function settleTable(pair: Pair): Settled {
  const { before, after, was, is, rowEdits, fresh, taken } = pair;
  const [sheetBefore, sheetNow] = [sheetOf(before, was), sheetOf(after, is)];
  const [madeBefore, madeNow] = [generatedFormulas(before, was), generatedFormulas(after, is)];
  const uses = usesGenerated(before, was, madeBefore);
  const changed = new Set(changedAncestors(pair));
  const writes: WriteCell[] = [];
  const formulas: ChangedFormula[] = [];
  const typed = new Set<string>();
  const unsure: string[] = [];
  const rowsNow = rowsByPlace(is);
  const write = (
    place: { readonly row: number; readonly column: number },
    formula: string,
    like: Cell | undefined,
    result: Cell | undefined,
  ) =>
    writes.push({
      kind: "writeCell",
      sheet: is.sheet,
      ...place,
      content: { formula, ...resultOf(result) },
      numberFormat: like?.numberFormat ?? "#,##0.00",
    });

  for (const row of was.rows) {
    const place = rowEdits.reduce<number | undefined>(
      (at, edit) => (at === undefined ? undefined : shiftedRow(at, edit)),
      row.sheetRow,
    );
    const rowNow = place === undefined ? undefined : sameSide(rowsNow.get(place), row);
    if (place === undefined || !rowNow) continue;
    for (const column of row.side.amountColumns) {
      const sheetColumn = is.columns.get(column);
      if (sheetColumn === undefined) continue;
      const cell = cellAt(sheetBefore, row.sheetRow, sheetColumn);
      const cellNow = cellAt(sheetNow, place, sheetColumn);
      const [wanted, wantedNow] = [madeBefore(row, column), madeNow(rowNow, column)];
      if (cell?.formula === undefined) {
        if (!changed.has(rowNow)) continue;
        // A row that had nothing below it gets its sum with the first row under it.
        if (!cell && wanted === undefined && wantedNow !== undefined && uses.isLive)
          write({ row: place, column: sheetColumn }, wantedNow, undefined, undefined);
        else if (cell) typed.add(rowNow.name.trim() || rowNow.code);
        continue;
      }
      const form = formOf(was, row, cell.formula, wanted);
      const next: string | null | undefined =
        form !== undefined
          ? wantedNow && inForm(is, rowNow, wantedNow, form)
          : rewrittenSum(
              { before: cell.formula, moved: cellNow?.formula ?? "", column: sheetColumn },
              row,
              rowNow,
            );
      if (next === null) {
        writes.push({ kind: "writeCell", sheet: is.sheet, row: place, column: sheetColumn, content: null });
        continue;
      }
      if (next !== undefined && next !== cellNow?.formula) {
        write({ row: place, column: sheetColumn }, next, cell, cell);
        formulas.push({
          cell: { sheet: is.sheet, row: place, column: sheetColumn },
          from: cellNow?.formula ?? "",
          to: next,
        });
      } else if (
        form === undefined &&
        next === undefined &&
        changed.has(rowNow) &&
        mayMissRows(cell.formula, row.sheetRow)
      ) {
        unsure.push(formatA1(place, sheetColumn));
      }
    }
  }
  for (const [place, { like, name }] of fresh) {
    const rows = rowsNow.get(place) ?? [];
    if (name !== undefined && !taken.has(place))
      throw new Refusal("rows.notARow", { table: is.definition.label, row: String(place + 1), name });
    for (const row of rows) {
      for (const column of row.side.amountColumns) {
        const sheetColumn = is.columns.get(column);
        if (sheetColumn === undefined) continue;
        const model = like === undefined ? undefined : cellAt(sheetNow, like, sheetColumn);
        const formula = newRowFormula({ after, is, sheetNow, made: madeNow, uses, row, column, like });
        const result = { ...NOTHING, value: row.isBlank ? "" : 0 };
        if (formula !== undefined) write({ row: place, column: sheetColumn }, formula, model, result);
      }
    }
  }
  return { writes, formulas, notes: notesOf(is, typed, unsure) };
}

function sameSide(rows: readonly Row[] | undefined, { side }: Row): Row | undefined {
  return rows?.find((one) => one.side === side);
}

/** What a formula gives in a row in which nothing stands yet. */
const NOTHING: Cell = { value: 0, numberFormat: "General" };

function resultOf(cell: Cell | undefined): { readonly result?: number | string } {
  const value = cell?.value;
  return value !== undefined && !isErrorValue(value) && typeof value !== "boolean" ? { result: value } : {};
}

/** A sum down the column: the kind of formula that a new row may have to be in. */
function mayMissRows(formula: string, row: number): boolean {
  return (addedCells(formula) !== undefined || /\bSUM/i.test(formula)) && !speaksOfOwnRow(formula, row);
}

/** The rows whose children are others than before, and all above them. */
function* changedAncestors({ was, is, fresh, rowEdits }: Pair): Generator<Row> {
  const touched = new Set<Row>();
  for (const row of is.rows) if (fresh.has(row.sheetRow) && row.parent) touched.add(row.parent);
  const gone = was.rows.filter(
    ({ sheetRow }) =>
      rowEdits.reduce<number | undefined>(
        (at, edit) => (at === undefined ? undefined : shiftedRow(at, edit)),
        sheetRow,
      ) === undefined,
  );
  const parents = new Set<Row>();
  for (const { parent } of gone) {
    if (!parent || parents.has(parent)) continue;
    parents.add(parent);
    const same = is.rows.find(
      (row) => row.rule === parent.rule && row.code === parent.code && row.name === parent.name,
    );
    if (same) touched.add(same);
  }
  for (const row of touched) for (let above: Row | undefined = row; above; above = above.parent) yield above;
}

function notesOf(
  { definition, sheet }: Table,
  typed: ReadonlySet<string>,
  unsure: readonly string[],
): MessageRef[] {
  const args = { table: definition.label, sheet };
  return [
    ...(typed.size > 0 ? [{ key: "rows.typedTotals", args: { ...args, rows: [...typed] } }] : []),
    ...(unsure.length > 0 ? [{ key: "rows.unsureSums", args: { ...args, cells: unsure } }] : []),
  ];
}
