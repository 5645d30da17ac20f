import type { MessageRef } from "../../messages/messageRef";
import { typedFigures } from "./typedFigures";
import { takesCodes } from "./addCode";
import { realise } from "./realise";
import { asItStands, withoutRows } from "./wanted";
import type { WantedTable } from "./wanted";
import { Refusal } from "./rowsPlan";
import type { RowsPlan } from "./rowsPlan";
import { rowsByPlace } from "../table";
import type { Row, Table } from "../table";
import type { WorkbookModel } from "./workbookModel";

/** Rows of a table that are to go. */
export interface DeleteTableRows {
  readonly table: Table;
  /** Numbered as in the sheet. */
  readonly rows: readonly number[];
  /** The rows under them go too; without it rows that others stand under are refused. */
  readonly withChildren?: boolean | undefined;
  /** Only this table, not those that list the same codes with nothing typed in them. */
  readonly isAlone?: boolean;
}

/**
 * Takes rows out of a table. A code that goes from a table goes from those that list it only for its sake, as long as
 * nothing is typed there. Throws Refusal for totals and fixed lines, for rows with others under them unless these go too,
 * for codes that other tables still have amounts under, and where a formula elsewhere would lose its cells.
 */
export function planDeleteRows(model: WorkbookModel, asked: DeleteTableRows): RowsPlan {
  const { table } = asked;
  const rows = rowsAsked(table, asked.rows);
  const all = new Set<Row>();
  for (const row of rows) {
    requireLoose(table, row);
    const below = everythingBelow(row);
    const left = below.filter((one) => !one.isBlank && !rows.has(one));
    if (left.length > 0 && !asked.withChildren)
      throw new Refusal("rows.hasChildren", {
        row: String(row.sheetRow + 1),
        name: row.name || row.code,
        count: String(left.length),
      });
    for (const one of [row, ...(row.side.parents === "position" || asked.withChildren ? below : [])])
      all.add(one);
  }
  const notes: MessageRef[] = [];
  const following = asked.isAlone ? [] : followingTables(model, table, [...all], notes);
  const own = without(table, [...all], { key: "rows.why.asked", args: {} });
  return realise(model, [own, ...following], { notes });
}

/** Of every list that has one in these rows of the sheet: lists side by side lose theirs together. */
function rowsAsked(table: Table, rows: readonly number[]): Set<Row> {
  const byPlace = rowsByPlace(table);
  return new Set(
    rows.flatMap((row) => {
      const there = byPlace.get(row);
      if (there) return there;
      throw new Refusal("rows.notInTable", { table: table.definition.label, row: String(row + 1) });
    }),
  );
}

/** Totals, required lines and the lines of statements hold a table together. */
function requireLoose(table: Table, { rule, name, sheetRow, isBlank, parent }: Row): void {
  const isFixed = !isBlank && (rule.level === 0 || rule.required || rule.names !== undefined);
  if (isFixed)
    throw new Refusal("rows.fixed", {
      table: table.definition.label,
      row: String(sheetRow + 1),
      name: name || parent?.name || "",
    });
}

function everythingBelow(row: Row): Row[] {
  return row.children.flatMap((child) => [child, ...everythingBelow(child)]);
}

function without(table: Table, rows: readonly Row[], why: MessageRef): WantedTable {
  const going = [...new Set(rows.map(({ sheetRow }) => sheetRow))].sort((a, b) => a - b);
  return withoutRows(asItStands(table), new Map(going.map((row) => [row, why])));
}

/** The tables that list the codes of rows that go only because these rows were there, without them. */
function followingTables(
  model: WorkbookModel,
  table: Table,
  rows: readonly Row[],
  notes: MessageRef[],
): WantedTable[] {
  const codes = rows
    .filter(({ code, isBlank }) => !isBlank && /^2\d{2}(\d{2}){0,2}$/.test(code))
    .map(({ code }) => code);
  if (codes.length === 0 || !takesCodes(table)) return [];
  const listing = model.listing;
  const { label, id } = table.definition;
  const followers = new Set(listing.following(id));
  const isListedElsewhere = (code: string) =>
    model.tables.some(
      (other) =>
        listing.isAlike(id, other.definition.id) &&
        other.rows.some((row) => !row.isBlank && row.code === code),
    );
  // Tables whose rows under these codes would have nothing any more that takes their amounts.
  for (const { from, columns } of listing.sources(id)) {
    if (followers.has(from)) continue;
    for (const source of model.tables.filter(({ definition }) => definition.id === from)) {
      const used = source.rows.find(
        (row) =>
          !row.isBlank &&
          codes.includes(row.code) &&
          (saysAmount(row, columns) || !isListedElsewhere(row.code)),
      );
      if (!used) continue;
      throw new Refusal("rows.codeUsed", {
        code: used.code,
        table: source.definition.label,
        row: String(used.sheetRow + 1),
        own: label,
      });
    }
  }
  return [...followers].flatMap((follower) =>
    model.tables
      .filter(({ definition }) => definition.id === follower)
      .map((other) => {
        const needed = new Set(
          listing
            .sources(follower)
            .filter(({ from }) => from !== id && !followers.has(from))
            .flatMap(({ from }) => model.tables.filter(({ definition }) => definition.id === from))
            .flatMap((from) => from.rows.filter(({ isBlank }) => !isBlank).map(({ code }) => code)),
        );
        const same = other.rows.filter(
          ({ code, isBlank }) => !isBlank && codes.includes(code) && !needed.has(code),
        );
        const typed = same.filter((row) => typedFigures(model, other, row).length > 0);
        if (typed.length > 0) {
          const args = { table: other.definition.label, rows: typed.map(({ code }) => code) };
          notes.push({ key: "rows.kept", args });
        }
        const kept = new Set(typed.flatMap((row) => [row, ...aboveOf(row)]));
        const going = same.filter(
          (row) =>
            !kept.has(row) && everythingBelow(row).every((below) => same.includes(below) && !kept.has(below)),
        );
        return without(other, going, { key: "rows.why.listedNoMore", args: { table: label } });
      }),
  );
}

function aboveOf(row: Row): Row[] {
  return row.parent ? [row.parent, ...aboveOf(row.parent)] : [];
}

function saysAmount({ found }: Row, columns: readonly number[]): boolean {
  return [...(found?.figures ?? [])].some(
    ([column, figure]) =>
      (columns.length === 0 || columns.includes(column)) &&
      figure.kind === "amount" &&
      !figure.value.isZero(),
  );
}
