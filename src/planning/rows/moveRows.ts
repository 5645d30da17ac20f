import type { RowEdit, WriteCell } from "../../workbook/edit";
import { editedWorkbook } from "../../workbook/editedWorkbook";
import { mapReferences } from "../../workbook/formula/references";
import { formatA1 } from "../../workbook/address";
import type { Cell, SheetSnapshot, WorkbookSnapshot } from "../../workbook/snapshot";
import { cellAtAddress } from "../../workbook/snapshot";
import { differences } from "../inverse";
import { formOf, generatedFormulas, inForm } from "./generated";
import type { Form } from "./generated";
import { Refusal } from "./rowsPlan";
import type { MovedRow, RowsPlan } from "./rowsPlan";
import type { Table } from "../table";
import { withFollowers } from "./rowMoves";
import { placesIn } from "./wanted";
import type { WantedTable } from "./wanted";
import { modelAgain } from "./workbookModel";
import type { WorkbookModel } from "./workbookModel";
import type { MessageArgs } from "../../messages/messageRef";

/** What a plan holds of rows that change places. */
export type Moved = Pick<RowsPlan, "edits" | "moved" | "notes">;

/**
 * Puts rows into other places, whole rows with looks and formulas. What refers to a cell of a moved row follows it; a sum over
 * rows that stay together follows them. Throws Refusal where a formula speaks of a range whose rows would no longer stand
 * together.
 */
export function moveRows(model: WorkbookModel, wanted: readonly WantedTable[]): Moved {
  let current = model;
  const edits: (RowEdit | WriteCell)[] = [];
  const moved: Omit<MovedRow, "isFollowing">[] = [];
  for (const one of wanted) {
    const { sheet, definition } = one.table;
    const order = placesIn(one);
    const table = current.tables.find((other) => other.sheet === sheet && other.definition === definition);
    if (!table) throw new Refusal("rows.sortBreaks", { sheet, cell: formatA1(one.table.firstBodyRow, 0) });
    const now = current.workbook;
    const rows = moves(sheet, order);
    const own = [...rows, ...differences(editedWorkbook(now, rows), permuted(current, table, order))];
    for (const row of table.rows) {
      const to = order.get(row.sheetRow);
      if (to !== undefined && !row.isBlank)
        moved.push({ table: definition.id, sheet, from: row.sheetRow, to, label: `${row.code} ${row.name}` });
    }
    edits.push(...own);
    current = modelAgain(current, editedWorkbook(now, own));
  }
  return {
    edits,
    moved: withFollowers(
      moved.sort((a, b) => (a.table < b.table ? -1 : a.table > b.table ? 1 : a.to - b.to)),
    ),
    notes: [{ key: "rows.notesStay", args: {} }],
  };
}

/** Where a row is once the others have changed places. */
function placeOf(order: ReadonlyMap<number, number>, row: number): number {
  return order.get(row) ?? row;
}

/** Cells of the table whose formulas inserting would make, by row and column, with the form they have. */
function generatedForms(
  { links, targets, workbook }: WorkbookModel,
  table: Table,
): ReadonlyMap<string, Form> {
  const made = generatedFormulas({ links, targets }, table);
  const sheet = workbook.sheets.find(({ name }) => name === table.sheet);
  const forms = new Map<string, Form>();
  for (const row of table.rows) {
    for (const column of row.side.amountColumns) {
      const place = table.columns.get(column);
      const formula = place === undefined ? undefined : sheet?.rows.get(row.sheetRow)?.get(place)?.formula;
      const form = formula === undefined ? undefined : formOf(table, row, formula, made(row, column));
      if (form) forms.set(`${row.sheetRow},${place}`, form);
    }
  }
  return forms;
}

/** The workbook with these rows in their new places: formulas that inserting makes are made anew, others follow. */
function permuted(model: WorkbookModel, table: Table, order: ReadonlyMap<number, number>): WorkbookSnapshot {
  const forms = generatedForms(model, table);
  const follow = (isMadeAnew: (sheet: string, row: number, column: number) => boolean) =>
    model.workbook.sheets.map((sheet): SheetSnapshot => {
      const isOwn = sheet.name === table.sheet;
      const rows = [...sheet.rows].map(([row, cells]) => {
        const followed = [...cells].map(([column, cell]): [number, Cell] => {
          if (cell.formula === undefined || isMadeAnew(sheet.name, row, column)) return [column, cell];
          const where = { sheet: sheet.name, cell: formatA1(row, column) };
          return [
            column,
            { ...cell, formula: following(cell.formula, sheet.name, { sheet: table.sheet, order, where }) },
          ];
        });
        return [isOwn ? placeOf(order, row) : row, new Map(followed)] as const;
      });
      return { ...sheet, rows: new Map(rows.sort(([a], [b]) => a - b)) };
    });
  const isOwnForm = (sheet: string, row: number, column: number) =>
    sheet === table.sheet && forms.has(`${row},${column}`);
  const moved = { ...model.workbook, sheets: follow(isOwnForm) };
  const after = modelAgain(model, moved);
  const is = after.tables.find((one) => one.sheet === table.sheet && one.definition === table.definition);
  if (!is)
    throw new Refusal("rows.sortBreaks", { sheet: table.sheet, cell: formatA1(table.firstBodyRow, 0) });
  const made = generatedFormulas(after, is);
  const writes = table.rows.flatMap((row): WriteCell[] =>
    row.side.amountColumns.flatMap((column) => {
      const place = table.columns.get(column);
      const form = place === undefined ? undefined : forms.get(`${row.sheetRow},${place}`);
      if (place === undefined || form === undefined) return [];
      const at = placeOf(order, row.sheetRow);
      const rowNow = is.rows.find(
        (one) => one.sheetRow === at && one.side.nameColumn === row.side.nameColumn,
      );
      const formula = rowNow && made(rowNow, column);
      if (!rowNow || formula === undefined)
        throw new Refusal("rows.sortBreaks", { sheet: table.sheet, cell: formatA1(row.sheetRow, place) });
      const cell = cellAtAddress(moved, { sheet: table.sheet, row: at, column: place });
      const result =
        cell && typeof cell.value !== "object" && typeof cell.value !== "boolean"
          ? { result: cell.value }
          : {};
      const content = { formula: inForm(is, rowNow, formula, form), ...result };
      return [{ kind: "writeCell", sheet: table.sheet, row: at, column: place, content }];
    }),
  );
  return editedWorkbook(moved, writes);
}

/** Longer ranges are whole columns in all but name; rows change places within them. */
const LONGEST_RANGE = 100_000;

/** Rows of a sheet that change places, and the cell whose formula is to follow them, as a refusal names it. */
interface Places {
  readonly sheet: string;
  readonly order: ReadonlyMap<number, number>;
  readonly where: MessageArgs;
}

/** A formula of a sheet whose references go along with rows that change places. */
function following(formula: string, own: string, { sheet: moved, order, where }: Places): string {
  return mapReferences(formula, (reference) => {
    if ((reference.sheet ?? own).toLowerCase() !== moved.toLowerCase()) return undefined;
    const { firstRow, lastRow } = reference.range;
    if (lastRow - firstRow > LONGEST_RANGE) return undefined;
    const rows = Array.from({ length: lastRow - firstRow + 1 }, (_, index) =>
      placeOf(order, firstRow + index),
    );
    const first = Math.min(...rows);
    const last = Math.max(...rows);
    if (first === firstRow && last === lastRow) return undefined;
    if (last - first !== lastRow - firstRow) throw new Refusal("rows.sortBreaks", where);
    return { ...reference, range: { ...reference.range, firstRow: first, lastRow: last } };
  });
}

/** Rows change places by coming anew in front, looking as they did, and going where they were. */
function moves(sheet: string, order: ReadonlyMap<number, number>): RowEdit[] {
  const first = Math.min(...order.values());
  const last = Math.max(...order.values());
  const wanted = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  for (const [from, to] of order) wanted[to - first] = from;
  const now = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const edits: RowEdit[] = [];
  wanted.forEach((row, index) => {
    const at = now.indexOf(row);
    if (at <= index) return;
    edits.push(
      { kind: "insertRows", sheet, row: first + index, count: 1, like: first + at },
      { kind: "deleteRows", sheet, row: first + at + 1, count: 1 },
    );
    now.splice(index, 0, ...now.splice(at, 1));
  });
  return edits;
}
