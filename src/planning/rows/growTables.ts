import { formatA1 } from "../../workbook/address";
import type { RowEdit, WriteCell } from "../../workbook/edit";
import { editedWorkbook } from "../../workbook/editedWorkbook";
import { shiftedRow } from "../../workbook/formula/rowShift";
import type { WorkbookSnapshot } from "../../workbook/snapshot";
import { Refusal } from "./rowsPlan";
import type { AddedRow, RowsPlan } from "./rowsPlan";
import { settleFormulas } from "./settle";
import type { FreshRow } from "./settle";
import type { Table } from "../table";
import { stepsOf } from "./wanted";
import type { NewRow, Step, WantedTable } from "./wanted";
import type { WorkbookModel } from "./workbookModel";

/** What a plan holds of rows that come and go. */
export type Grown = Pick<RowsPlan, "edits" | "added" | "formulas" | "notes">;

/**
 * Puts rows in and takes rows out, with every formula set right; cells given are written first. Throws Refusal when a formula
 * would lose its cells, or a new row would not be read as one.
 */
export function growTables(
  before: WorkbookModel,
  wanted: readonly WantedTable[],
  writes: readonly WriteCell[],
): Grown {
  // From below, so that rows further up keep the numbers they have in the sheet.
  const steps = wanted
    .flatMap(stepsOf)
    .sort((a, b) => b.row - a.row || ("rows" in a ? 1 : 0) - ("rows" in b ? 1 : 0));
  const { edits, fresh } = rowEdits(steps);
  const texts = fresh.flatMap(textsOf);
  const together = joined(edits);
  const now = editedWorkbook(before.workbook, [...writes, ...together, ...texts]);
  // A row with nothing but a name would be taken for the end of the name above it.
  const figured = editedWorkbook(now, fresh.flatMap(firstFigureOf));
  const settled = settleFormulas(before, figured, edits, freshBySheet(fresh, edits));
  if (wanted.some(({ gone }) => gone.size > 0))
    refuseLostCells(before.workbook, editedWorkbook(now, settled.writes));
  return {
    edits: [...writes, ...together, ...texts, ...settled.writes],
    added: fresh
      .map(({ table, row, new: { label, why } }): AddedRow => ({
        table: table.definition.id,
        sheet: table.sheet,
        row,
        label,
        why,
      }))
      .sort((a, b) => (a.table < b.table ? -1 : a.table > b.table ? 1 : a.row - b.row)),
    formulas: settled.formulas,
    notes: settled.notes,
  };
}

/** One edit for each step of rows that go and each row that comes, with where the new ones end up. */
function rowEdits(steps: readonly Step[]): { readonly edits: RowEdit[]; readonly fresh: readonly Fresh[] } {
  const edits: RowEdit[] = [];
  const fresh: Fresh[] = [];
  const put = (edit: RowEdit) => {
    for (const one of fresh) {
      if (one.table.sheet !== edit.sheet) continue;
      one.row = shiftedRow(one.row, edit) ?? one.row;
    }
    edits.push(edit);
  };
  for (const step of steps) {
    const { table } = step;
    const { sheet } = table;
    if (!("rows" in step)) {
      put({ kind: "deleteRows", sheet, row: step.row, count: step.count });
      continue;
    }
    step.rows.forEach((row, index) => {
      const like = row.like === undefined ? undefined : placeNow(row.like, sheet, edits);
      put({ kind: "insertRows", sheet, row: step.row + index, count: 1, like: like ?? null });
      fresh.push({ table, row: step.row + index, new: row });
    });
  }
  return { edits, fresh };
}

interface Fresh {
  readonly table: Table;
  row: number;
  readonly new: NewRow;
}

function placeNow(row: number, sheet: string, edits: readonly RowEdit[]): number | undefined {
  return edits
    .filter((edit) => edit.sheet === sheet)
    .reduce<number | undefined>((at, edit) => (at === undefined ? undefined : shiftedRow(at, edit)), row);
}

/** Codes and names stay texts. */
function textsOf({ table, row, new: { texts } }: Fresh): WriteCell[] {
  return [...texts].flatMap(([number, value]) => {
    const column = table.columns.get(number);
    return column === undefined
      ? []
      : {
          kind: "writeCell" as const,
          sheet: table.sheet,
          row,
          column,
          content: { value },
          numberFormat: "@",
        };
  });
}

function firstFigureOf({ table, row, new: { texts } }: Fresh): WriteCell[] {
  const columns = table.definition.sides[0]?.amountColumns.flatMap(
    (number) => table.columns.get(number) ?? [],
  );
  const column = columns?.[0];
  if (texts.size === 0 || column === undefined) return [];
  return [{ kind: "writeCell", sheet: table.sheet, row, column, content: { value: 0 } }];
}

function freshBySheet(fresh: readonly Fresh[], edits: readonly RowEdit[]) {
  const bySheet = new Map<string, Map<number, FreshRow>>();
  for (const { table, row, new: one } of fresh) {
    const rows = bySheet.get(table.sheet) ?? new Map<number, FreshRow>();
    bySheet.set(table.sheet, rows);
    const like = one.like === undefined ? undefined : placeNow(one.like, table.sheet, edits);
    rows.set(row, { like, name: one.texts.size > 0 ? one.label : undefined });
  }
  return bySheet;
}

/** Neighbouring rows that are to look alike come in one go. */
function joined(edits: readonly RowEdit[]): RowEdit[] {
  const list: RowEdit[] = [];
  for (const edit of edits) {
    const last = list.at(-1);
    const isNext =
      last?.kind === "insertRows" &&
      edit.kind === "insertRows" &&
      last.sheet === edit.sheet &&
      edit.row === last.row + last.count &&
      // A row behind the new ones has moved on by them.
      edit.like === (last.like !== null && last.like >= last.row ? last.like + last.count : last.like) &&
      edit.like !== null;
    if (isNext && last) list[list.length - 1] = { ...last, count: last.count + edit.count };
    else list.push(edit);
  }
  return list;
}

/** No formula may lose the cells it spoke of. */
function refuseLostCells(before: WorkbookSnapshot, after: WorkbookSnapshot): void {
  const had = new Set(before.sheets.flatMap(({ rows }) => [...rows.values()].flatMap(lostFormulas)));
  for (const { name, rows } of after.sheets) {
    for (const [row, cells] of rows) {
      for (const [column, { formula }] of cells) {
        if (formula?.includes("#REF!") && !had.has(formula))
          throw new Refusal("rows.referenced", { sheet: name, cell: formatA1(row, column) });
      }
    }
  }
}

function lostFormulas(cells: ReadonlyMap<number, { readonly formula?: string }>): string[] {
  return [...cells.values()].flatMap(({ formula }) => (formula?.includes("#REF!") ? [formula] : []));
}
