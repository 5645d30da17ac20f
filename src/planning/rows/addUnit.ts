import type { SideDefinition } from "../../tables/definition";
import { planUnitRows } from "../insert/bodyRows";
import type { UnitPlace } from "../insert/bodyRows";
import { realise } from "./realise";
import { asItStands, withRows } from "./wanted";
import type { NewRow, WantedTable } from "./wanted";
import { lastBelow, rowLike } from "./place";
import { Refusal } from "./rowsPlan";
import type { RowsPlan } from "./rowsPlan";
import type { Row, Table } from "../table";
import type { WorkbookModel } from "./workbookModel";

/** A budget unit that is to get its rows. */
export interface AddUnit {
  /** 3, 6 or 9 digits. */
  readonly code: string;
  readonly name: string;
  /** Left out: every table that lists units of this length of code. */
  readonly tables?: readonly Table[] | undefined;
}

/**
 * Adds a unit in the order of codes to the tables that list units, with the lines and blank rows that a unit has there.
 * Throws Refusal for a code that is none, or where no table takes it.
 */
export function planAddUnit(model: WorkbookModel, { code, name, tables }: AddUnit): RowsPlan {
  if (code === "") throw new Refusal("rows.noUnitCode");
  if (!/^\d{3}(\d{3}){0,2}$/.test(code)) throw new Refusal("rows.badUnit", { code });
  if (name === "") throw new Refusal("rows.noUnitName", { code });
  const taking = (tables ?? model.tables).filter((table) => unitSide(table) !== undefined);
  const wanted = tables ? taking : taking.filter((table) => listsSuchUnits(table, code));
  const fresh = wanted.filter((table) => !unitsIn(table).some((row) => row.code === code));
  if (wanted.length === 0) throw new Refusal("rows.noUnitTable", { code });
  if (fresh.length === 0) throw new Refusal("rows.unitThere", { code });
  return realise(
    model,
    fresh.map((table) => withUnit(table, code, name)),
  );
}

function unitsIn({ rows }: Table): Row[] {
  return rows.filter(({ rule, isBlank }) => rule.kind === "单位" && !isBlank);
}

function unitSide({ definition, insertion }: Table): UnitPlace | undefined {
  for (const [index, side] of definition.sides.entries()) {
    const each = insertion.sides[index]?.find(
      (template) => "each" in template && (template.each === "unit" || template.each === "department"),
    );
    if (each && "each" in each) return { side, each };
  }
  return undefined;
}

/** Tables that have units list those of the same length of code; others by what their insertion data says. */
function listsSuchUnits(table: Table, code: string): boolean {
  const units = unitsIn(table);
  if (units.length > 0) return units.some((row) => row.code.length === code.length);
  return unitSide(table)?.each.each === (code.length === 3 ? "department" : "unit");
}

function withUnit(table: Table, code: string, name: string): WantedTable {
  const found = unitSide(table);
  if (!found) throw new Refusal("rows.noUnitTable", { code });
  const units = unitsIn(table);
  const next = units.find((row) => row.code > code);
  const last = units.at(-1);
  const model = units.findLast((row) => row.code < code) ?? next;
  const place = next?.sheetRow ?? (last ? lastBelow(last, true) + 1 : table.noteRow);
  const why = { key: "rows.why.line", args: {} };
  const [head, ...below] = planUnitRows(table, found, { code, name });
  const lines = model
    ? childLines(table, model).map((line) =>
        withUnitCode(line, found.side, table.insertion.hasUnitCodes && code),
      )
    : below.map((row): NewRow => ({
        texts: row.texts,
        like: rowLike(table, row.rule, place, !row.isBlank),
        label: row.name,
        why,
      }));
  const own: NewRow = {
    texts: head?.texts ?? new Map(),
    like: model?.sheetRow ?? (head && rowLike(table, head.rule, place, true)),
    label: `${code} ${name}`,
    why: { key: "rows.why.unit", args: { code } },
  };
  return withRows(asItStands(table), new Map([[place, [own, ...lines]]]));
}

/** The lines under another unit, its blank rows among them; what is typed there is left out. */
function childLines(table: Table, unit: Row): NewRow[] {
  return unit.children.flatMap((row): NewRow[] => {
    const isLine = row.rule.names !== undefined;
    if (!isLine && !row.isBlank) return [];
    const texts = new Map<number, string>(isLine ? [[row.side.nameColumn, row.name]] : []);
    const line: NewRow = {
      texts,
      like: row.sheetRow,
      label: isLine ? row.name : "",
      why: { key: "rows.why.line", args: {} },
    };
    return [line, ...childLines(table, row)];
  });
}

/** Every row of a unit that says something carries its code where the table has it so. */
function withUnitCode(row: NewRow, { codeColumn }: SideDefinition, code: string | false | undefined): NewRow {
  if (!code || codeColumn === undefined || row.label === "") return row;
  return { ...row, texts: new Map([[codeColumn, code], ...row.texts]) };
}
