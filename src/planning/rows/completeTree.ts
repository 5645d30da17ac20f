import { codesAbove } from "../../codes/place";
import { codeRow } from "./addCode";
import { realise } from "./realise";
import { asItStands, withRows } from "./wanted";
import type { NewRow } from "./wanted";
import { isTreeRule, unitOf } from "./place";
import { refused } from "./rowsPlan";
import type { RowsPlan } from "./rowsPlan";
import type { SideDefinition } from "../../tables/definition";
import type { Row, Table } from "../table";
import type { WorkbookModel } from "./workbookModel";

/**
 * 补齐上级科目: puts in the 类 and 款 rows that codes lack above them, each above the first of its codes, with the sum of
 * what stands under it. Typed figures stay as they are. Throws Refusal for a code whose name no list has.
 */
export function planCompleteTree(model: WorkbookModel, tables: readonly Table[]): RowsPlan {
  const wanted = tables.flatMap((table) => {
    const missing = missingIn(model, table);
    return missing.size === 0 ? [] : [withRows(asItStands(table), missing)];
  });
  // What the new rows add up was in the totals before.
  return wanted.length === 0 ? refused("rows.treeWhole") : realise(model, wanted, { keepsFigures: true });
}

/** Rows with codes of a tree, list by list, and unit by unit where a table lists them so. */
export function scopesOf(table: Table): Row[][] {
  const scopes = new Map<Row | SideDefinition, Row[]>();
  for (const row of table.rows) {
    if (row.isBlank || row.code === "" || row.side.parents !== "code" || !isTreeRule(row.rule)) continue;
    const scope = unitOf(row) ?? row.side;
    const known = scopes.get(scope);
    if (known) known.push(row);
    else scopes.set(scope, [row]);
  }
  return [...scopes.values()];
}

/** The rows of codes that a table lacks, by the first row that stands under them. */
function missingIn(model: WorkbookModel, table: Table): Map<number, NewRow[]> {
  const missing = new Map<number, NewRow[]>();
  for (const rows of scopesOf(table)) {
    const there = new Set(rows.map(({ code }) => code));
    for (const { code: own, sheetRow: place } of rows)
      for (const code of codesAbove(own)) {
        if (there.has(code)) continue;
        there.add(code);
        const why = { key: "rows.why.missing", args: { code } };
        const row = codeRow(model, table, { code, place, hasChildren: true, why });
        missing.set(place, [...(missing.get(place) ?? []), row]);
      }
  }
  return missing;
}
