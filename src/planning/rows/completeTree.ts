import { codesAbove } from "../../codes/place";
import { codeRow } from "./addCode";
import { carryOut } from "./carryOut";
import type { Insertion } from "./carryOut";
import { isTreeRule, unitOf } from "./place";
import { refused } from "./rowsPlan";
import type { RowsPlan } from "./rowsPlan";
import type { Row, Table } from "../table";
import { requireSameFigures } from "./sameFigures";
import type { WorkbookModel } from "./workbookModel";

/**
 * 补齐上级科目: puts in the 类 and 款 rows that codes lack above them, each above the first of its codes, with the sum of
 * what stands under it. Typed figures stay as they are. Throws Refusal for a code whose name no list has.
 */
export function planCompleteTree(model: WorkbookModel, tables: readonly Table[]): RowsPlan {
  const insertions = tables.flatMap((table) =>
    scopesOf(table).flatMap((rows) => missingIn(model, table, rows)),
  );
  if (insertions.length === 0) return refused("rows.treeWhole");
  const plan = carryOut(model, insertions);
  requireSameFigures(model.workbook, plan);
  // What the new rows add up was in the totals before: typed ones need no change.
  return { ...plan, notes: plan.notes.filter(({ key }) => key !== "rows.typedTotals") };
}

/** Rows with codes of a tree, unit by unit where a table lists them so. */
export function scopesOf(table: Table): Row[][] {
  const scopes = new Map<Row | undefined, Row[]>();
  for (const row of table.rows) {
    if (row.isBlank || row.code === "" || row.side.parents !== "code" || !isTreeRule(row.rule)) continue;
    const unit = unitOf(row);
    scopes.set(unit, [...(scopes.get(unit) ?? []), row]);
  }
  return [...scopes.values()];
}

function missingIn(model: WorkbookModel, table: Table, rows: readonly Row[]): Insertion[] {
  const there = new Set(rows.map(({ code }) => code));
  const places = new Map<number, string[]>();
  for (const { code, sheetRow } of rows) {
    for (const level of codesAbove(code)) {
      if (there.has(level)) continue;
      there.add(level);
      places.set(sheetRow, [...(places.get(sheetRow) ?? []), level]);
    }
  }
  return [...places].map(([row, codes]) => ({
    table,
    row,
    rows: codes.map((code) => {
      const why = { key: "rows.why.missing", args: { code } };
      return codeRow(model, table, code, undefined, row, true, why, table.definition.label);
    }),
  }));
}
