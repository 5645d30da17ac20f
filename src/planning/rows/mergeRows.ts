import { Decimal } from "../../amounts/decimal";
import type { MessageRef } from "../../messages/messageRef";
import { moveFormula } from "../../workbook/formula/shift";
import type { WriteCell } from "../../workbook/edit";
import type { Cell } from "../../workbook/snapshot";
import { cellAt } from "../../workbook/snapshot";
import { realise } from "./realise";
import { asItStands, withoutRows } from "./wanted";
import type { WantedTable } from "./wanted";
import { scopesOf } from "./completeTree";
import { withOwnRows } from "./place";
import { refused } from "./rowsPlan";
import type { RowsPlan } from "./rowsPlan";
import type { Row, Table } from "../table";
import { sheetOf } from "./workbookModel";
import type { WorkbookModel } from "./workbookModel";

/**
 * 合并重复科目: of rows with the same code the first stays with the sum of the figures typed in all of them; the others go.
 * Rows whose formulas or remarks say different things, and those that have rows under them, are left and named.
 */
export function planMergeRows(model: WorkbookModel, all: readonly Table[]): RowsPlan {
  const tables = withOwnRows(all);
  const writes: WriteCell[] = [];
  const wanted: WantedTable[] = [];
  const notes: MessageRef[] = [];
  for (const table of tables) {
    const going = new Map<number, MessageRef>();
    for (const scope of scopesOf(table)) {
      for (const [first, ...others] of duplicatesIn(scope)) {
        if (!first) continue;
        const merged = mergedCells(model, table, first, others);
        const hasChildren = others.some(({ children }) => children.length > 0);
        const args = {
          table: table.definition.label,
          code: first.code,
          rows: [first, ...others].map(({ sheetRow }) => String(sheetRow + 1)),
        };
        if (!merged || hasChildren) {
          notes.push({ key: hasChildren ? "rows.sortFirst" : "rows.mergeDiffer", args });
          continue;
        }
        writes.push(...merged);
        const why = { key: "rows.why.merged", args: { row: String(first.sheetRow + 1) } };
        for (const { sheetRow } of others) going.set(sheetRow, why);
      }
    }
    if (going.size > 0) wanted.push(withoutRows(asItStands(table), going));
  }
  if (wanted.length === 0) {
    const [note] = notes;
    return note ? refused(note.key, note.args) : refused("rows.noDuplicates");
  }
  return realise(model, wanted, { notes, writes, keepsFigures: true });
}

function duplicatesIn(rows: readonly Row[]): Row[][] {
  const byCode = new Map<string, Row[]>();
  for (const row of rows) byCode.set(row.code, [...(byCode.get(row.code) ?? []), row]);
  return [...byCode.values()].filter((same) => same.length > 1);
}

/** What is written into the first row; undefined where the rows cannot be one. */
function mergedCells(
  model: WorkbookModel,
  table: Table,
  first: Row,
  others: readonly Row[],
): WriteCell[] | undefined {
  const sheet = sheetOf(model, table);
  const amounts = new Set(first.side.amountColumns.map((number) => table.columns.get(number)));
  const columns = new Set(
    [first, ...others].flatMap(({ sheetRow }) => [...(sheet.rows.get(sheetRow)?.keys() ?? [])]),
  );
  const keys = new Set(
    [first.side.codeColumn, first.side.nameColumn].map((number) => table.columns.get(number ?? 0)),
  );
  const writes: WriteCell[] = [];
  for (const column of columns) {
    if (keys.has(column)) continue;
    const own = cellAt(sheet, first.sheetRow, column);
    let merged = own;
    for (const other of others) {
      const cell = cellAt(sheet, other.sheetRow, column);
      const distance = first.sheetRow - other.sheetRow;
      const next = amounts.has(column) ? sumOf(merged, cell, distance) : sameText(merged, cell);
      if (next === undefined) return undefined;
      merged = next ?? undefined;
    }
    if (merged === own || !merged) continue;
    // A formula or an error that stands in another row alone cannot come along.
    if (merged.formula !== undefined || typeof merged.value === "object") return undefined;
    const { value, numberFormat } = merged;
    writes.push({
      kind: "writeCell",
      sheet: table.sheet,
      row: first.sheetRow,
      column,
      content: { value },
      numberFormat,
    });
  }
  return writes;
}

/** Null: blank; undefined: they do not go together. */
function sumOf(one: Cell | undefined, other: Cell | undefined, distance: number): Cell | null | undefined {
  if (!one || !other) return isFormula(other) ? undefined : (one ?? other ?? null);
  if (isFormula(one) || isFormula(other)) {
    const isSame = one.formula !== undefined && moveFormula(other.formula ?? "", distance, 0) === one.formula;
    return isSame ? one : undefined;
  }
  if (typeof one.value !== "number" || typeof other.value !== "number")
    return one.value === other.value && typeof one.value !== "number" ? one : undefined;
  return { ...one, value: new Decimal(one.value).plus(other.value).toNumber() };
}

function isFormula(cell: Cell | undefined): boolean {
  return cell?.formula !== undefined;
}

function sameText(one: Cell | undefined, other: Cell | undefined): Cell | null | undefined {
  if (!one || !other) return one ?? other ?? null;
  return one.formula === undefined && other.formula === undefined && one.value === other.value
    ? one
    : undefined;
}
