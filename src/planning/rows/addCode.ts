import { printedName } from "../../codes/codeLists";
import type { CodeKind } from "../../codes/codeLists";
import { getColumn } from "../../tables/definition";
import { codesAbove } from "../../codes/place";
import { codeNotes } from "./codeNotes";
import type { RowRule } from "../../tables/definition";
import { realise } from "./realise";
import { asItStands, withRows } from "./wanted";
import type { NewRow, WantedTable } from "./wanted";
import { rowsOfTree, isTreeRule, placeOfCode, rowLike } from "./place";
import { Refusal } from "./rowsPlan";
import type { RowsPlan } from "./rowsPlan";
import type { Table } from "../table";
import type { WorkbookModel } from "./workbookModel";

/** A functional code (支出功能分类) that is to get a row. */
export interface AddCode {
  readonly table: Table;
  readonly code: string;
  /** The name printed beside it; that of the list when left out. */
  readonly name?: string | undefined;
  /** The unit under which it goes, in a table that lists codes unit by unit. */
  readonly unit?: string | undefined;
  /** Only this table, not those that have to list its codes too. */
  readonly isAlone?: boolean;
}

/**
 * Adds a code's row in the order of the tree, with the rows of its 类 and 款 where they are missing, and the same in the
 * tables that have to list it. Throws Refusal for a code that is none, is there already, or has no known name.
 */
export function planAddCode(model: WorkbookModel, asked: AddCode): RowsPlan {
  const { table, code } = asked;
  if (code === "") throw new Refusal("rows.noCode");
  if (!table.definition.sides.some(({ rows, parents }) => parents === "code" && ruleOf(rows, code)))
    throw new Refusal("rows.badCode", { code, table: table.definition.label });
  if (rowsOfTree(table, asked.unit).some((row) => row.code === code))
    throw new Refusal("rows.codeThere", { table: table.definition.label, code });
  const wanted = [
    withCode(model, asked),
    ...(asked.isAlone ? [] : followingTables(model, table, code, asked.name)),
  ];
  return realise(model, wanted, { notes: codeNotes(model, table, code) });
}

/** The tables that have to list a code too and do not yet, with its rows; without those that list by unit. */
export function followingTables(
  model: WorkbookModel,
  from: Table,
  code: string,
  name?: string,
): WantedTable[] {
  return model.listing.following(from.definition.id).flatMap((id) => {
    const found = model.tables.filter(({ definition }) => definition.id === id);
    const [table] = found;
    if (!table || found.length > 1 || !takesCodes(table)) return [];
    try {
      return rowsOfTree(table, undefined).some((row) => row.code === code)
        ? []
        : [withCode(model, { table, code, name }, from.definition.label)];
    } catch (error) {
      if (error instanceof Refusal && error.key === "rows.unitNeeded") return [];
      throw error;
    }
  });
}

/** True for a table that lists functional codes as a tree. */
export function takesCodes({ definition }: Table): boolean {
  return definition.sides.some(({ parents, rows }) => parents === "code" && rows.some(isTreeRule));
}

/** @param because the label of the table for whose sake this one lists the code */
function withCode(model: WorkbookModel, { table, code, name, unit }: AddCode, because?: string): WantedTable {
  const rows = rowsOfTree(table, unit);
  const place = placeOfCode(table, rows, code, unit);
  const missing = codesAbove(code).filter(
    (level) => !rows.some((row) => row.code === level) && isLevelUsed(rows, level.length),
  );
  const parents = missing.map((level) => {
    const why = { key: "rows.why.parent", args: { code } };
    return codeRow(model, table, { code: level, place, hasChildren: true, why });
  });
  const why =
    because === undefined
      ? { key: "rows.why.code", args: { code } }
      : { key: "rows.why.listed", args: { code, table: because } };
  const own = codeRow(model, table, { code, name, place, hasChildren: false, why });
  return withRows(asItStands(table), new Map([[place, [...parents, own]]]));
}

/** A table without any code has all levels. */
function isLevelUsed(rows: readonly { readonly code: string }[], length: number): boolean {
  return rows.length === 0 || rows.some(({ code }) => code.length === length);
}

/** A code that gets a row. */
export interface CodeOfRow extends Pick<NewRow, "why"> {
  readonly code: string;
  /** That of the list when left out. */
  readonly name?: string | undefined;
  /** The row in front of which it comes. */
  readonly place: number;
  /** It comes with rows under it, and looks like one that has such. */
  readonly hasChildren: boolean;
}

/** The row of one code. Throws Refusal for a code that the table cannot have, or whose name is not known. */
export function codeRow(
  model: WorkbookModel,
  table: Table,
  { code, name: given, place, hasChildren, why }: CodeOfRow,
): NewRow {
  const { label } = table.definition;
  const side = table.definition.sides.find(({ rows }) => ruleOf(rows, code));
  const rule = side && ruleOf(side.rows, code);
  if (!side || !rule || side.codeColumn === undefined)
    throw new Refusal("rows.badCode", { code, table: label });
  if ([side.codeColumn, side.nameColumn].some((number) => table.joinedColumns.has(number)))
    throw new Refusal("rows.joinedColumns", { table: label });
  const { year } = table;
  const name = given ?? printedName(model.lists.get(kindOf(table, side.codeColumn), year), code, year);
  if (name === undefined) throw new Refusal("rows.unknownCode", { code });
  return {
    texts: new Map([
      [side.codeColumn, code],
      [side.nameColumn, name],
    ]),
    like: rowLike(table, rule, place, hasChildren),
    label: `${code} ${name}`,
    why,
  };
}

/** The classification that a column takes its codes from; 支出功能分类 where it says none. */
function kindOf({ definition }: Table, column: number): CodeKind {
  const { systems = [] } = getColumn(definition, column);
  return systems.find((one): one is CodeKind & typeof one => one !== "unit") ?? "functional";
}

function ruleOf(rules: readonly RowRule[], code: string): RowRule | undefined {
  return rules.find(
    (rule) => isTreeRule(rule) && rule.digits?.includes(code.length) && rule.code?.test(code),
  );
}
