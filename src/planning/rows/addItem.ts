import { getColumn } from "../../tables/definition";
import type { CodeSystem } from "../../tables/definition";
import { printedName } from "../../codes/codeLists";
import type { CodeKind } from "../../codes/codeLists";
import { followingTables } from "./addCode";
import { codeNotes } from "./codeNotes";
import { realise } from "./realise";
import { asItStands, withRows } from "./wanted";
import { lastBelow, rowLike, unitOf } from "./place";
import { Refusal } from "./rowsPlan";
import type { RowsPlan } from "./rowsPlan";
import { ruleOfBlanks } from "./tableModel";
import type { Row, Table } from "../table";
import type { WorkbookModel } from "./workbookModel";

/** A row of what a table lists under its units: a project (表10, 表11), an item (表13), a service (表14). */
export interface AddItem {
  readonly table: Table;
  /** The row under which it goes, or beside which; numbered as in the sheet. */
  readonly at: number;
  /** Left out, the row is to be typed into. */
  readonly name?: string | undefined;
  readonly code?: string | undefined;
  readonly isAlone?: boolean;
}

/**
 * Adds a project under its unit, or an item under its 基本支出 or 项目支出: below the row beside which it was asked for, or
 * below the last under the row it is to belong to. A functional code that is new to the tables that have to list it gets
 * its rows there. Throws Refusal where nothing of the kind can stand, and for a name without the code by which the table tells such rows.
 */
export function planAddItem(model: WorkbookModel, { table, at, name, code, isAlone }: AddItem): RowsPlan {
  const label = table.definition.label;
  const at0 = table.rows.findLast(({ sheetRow, rule }) => sheetRow <= at && rule.level > 0);
  const selected = at0 && at < table.noteRow ? at0 : undefined;
  const side = selected?.side;
  const rule = side && ruleOfBlanks(side, table.insertion.sides[table.definition.sides.indexOf(side)] ?? []);
  if (!selected || !side || !rule || side.parents === "code")
    throw new Refusal("rows.noItems", { table: label });
  const parent = selected.rule === rule ? selected.parent : selected;
  if (!parent || parent.rule.level === 0 || !mayHold(table, parent, rule.kind))
    throw new Refusal("rows.noParent", { table: label, kind: rule.kind });
  // Told by its code, such a row would be none, and the sums above it would lose their kind.
  if (name !== undefined && code === undefined && rule.code && !table.insertion.hasUnitCodes)
    throw new Refusal("rows.itemCode", { table: label, name, kind: rule.kind });
  const isBeside = selected.rule === rule && !selected.isBlank;
  const row = (isBeside ? selected.sheetRow : lastBelow(parent, false)) + 1;
  const texts = new Map<number, string>();
  if (name !== undefined && side.nameColumn > 0) texts.set(side.nameColumn, name);
  const unit = parent.rule.kind === "单位" ? parent : unitOf(parent);
  if (table.insertion.hasUnitCodes && unit && side.codeColumn !== undefined && (name ?? code) !== undefined)
    texts.set(side.codeColumn, unit.code);
  if (code !== undefined) {
    const column = rule.codeColumns?.[0] ?? side.codeColumn;
    if (column === undefined) throw new Refusal("rows.badCode", { code, table: label });
    if (rule.code && !rule.code.test(code)) throw new Refusal("rows.badCode", { code, table: label });
    texts.set(column, codeText(model, table, column, code));
  }
  const added = {
    texts,
    like: rowLike(table, rule, row, false),
    label: [code, name ?? rule.kind].filter((part) => part !== undefined).join(" "),
    why: { key: "rows.why.item", args: { parent: parent.name } },
  };
  const isFunctional = /^2\d{6}$/.test(code ?? "") && rule.code?.test(code ?? "");
  const following = isFunctional && !isAlone ? followingTables(model, table, code ?? "") : [];
  const notes = isFunctional ? codeNotes(model, table, code ?? "") : [];
  const own = withRows(asItStands(table), new Map([[row, [added]]]));
  return realise(model, [own, ...following], { notes });
}

/** Items stand under what the table has them under already, or where their template puts them. */
function mayHold({ rows }: Table, parent: Row, kind: string): boolean {
  const holders = rows.filter(({ rule }) => rule.kind === kind).map((row) => row.parent?.rule);
  return holders.length > 0 ? holders.includes(parent.rule) : parent.rule.kind === "单位";
}

/** A code as the column has it: alone, or with its name. */
function codeText(model: WorkbookModel, table: Table, column: number, code: string): string {
  const { kind, systems = [] } = getColumn(table.definition, column);
  if (kind !== "codeAndName") return code;
  const system = systems.find((one): one is CodeSystem & CodeKind => one !== "unit");
  const { year } = table;
  return `[${code}]${(system && printedName(model.lists.get(system, year), code, year)) ?? ""}`;
}
