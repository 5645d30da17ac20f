import { planAddCode } from "../planning/rows/addCode";
import { planAddItem } from "../planning/rows/addItem";
import { planAddUnit } from "../planning/rows/addUnit";
import { planDeleteRows } from "../planning/rows/deleteRows";
import { Refusal, refused } from "../planning/rows/rowsPlan";
import type { RowsPlan } from "../planning/rows/rowsPlan";
import type { TableModel } from "../planning/rows/tableModel";
import { modelWorkbook } from "../planning/rows/workbookModel";
import type { WorkbookModel } from "../planning/rows/workbookModel";
import { choosePack } from "../recognition/choosePack";
import { PACKS } from "../tables/packs";
import type { WorkbookSnapshot } from "../workbook/snapshot";

export type { AddedRow, RemovedRow, RowsPlan } from "../planning/rows/rowsPlan";

/** A table by its id ("T06") or label ("表6"), or by the sheet it stands on. */
export type TableName = { readonly table: string } | { readonly sheet: string };

/** What is to grow or shrink. Rows are numbered from 0. */
export type RowsIntention =
  | {
      readonly kind: "code";
      readonly in: TableName;
      readonly code: string;
      readonly name?: string | undefined;
      readonly unit?: string | undefined;
      readonly isAlone?: boolean;
    }
  | {
      readonly kind: "item";
      /** Left out: the first table that lists projects by functional codes. */
      readonly in?: TableName | undefined;
      /** A row of the sheet, or the code of the unit under which it goes. */
      readonly at: number | { readonly unit: string };
      readonly name?: string | undefined;
      readonly code?: string | undefined;
      readonly isAlone?: boolean;
    }
  | {
      readonly kind: "unit";
      readonly in?: TableName | undefined;
      readonly code: string;
      readonly name: string;
    }
  | {
      readonly kind: "delete";
      readonly in: TableName;
      readonly rows: readonly number[];
      readonly withChildren?: boolean;
      readonly isAlone?: boolean;
    };

/** What growing or shrinking the tables of a workbook comes to; changes nothing. A plan that is refused says why. */
export function planRowsOf(snapshot: WorkbookSnapshot, intention: RowsIntention): RowsPlan {
  const model = modelWorkbook(choosePack(snapshot, PACKS), snapshot);
  try {
    return planIntention(model, intention);
  } catch (error) {
    if (error instanceof Refusal) return refused(error.key, error.args);
    throw error;
  }
}

function planIntention(model: WorkbookModel, intention: RowsIntention): RowsPlan {
  switch (intention.kind) {
    case "code":
      return planAddCode(model, { ...intention, table: tableIn(model, intention.in) });
    case "item": {
      const table = intention.in ? tableIn(model, intention.in) : projectTable(model);
      return planAddItem(model, { ...intention, table, at: rowIn(table, intention.at) });
    }
    case "unit":
      return planAddUnit(model, {
        ...intention,
        tables: intention.in && [tableIn(model, intention.in)],
      });
    case "delete":
      return planDeleteRows(model, { ...intention, table: tableIn(model, intention.in) });
  }
}

function tableIn({ tables }: WorkbookModel, name: TableName): TableModel {
  const wanted = "table" in name ? name.table : name.sheet;
  const found = tables.filter(({ definition, sheet }) =>
    "sheet" in name
      ? sheet === name.sheet
      : definition.id === wanted.toUpperCase() || definition.label === wanted,
  );
  const [table] = found;
  if (!table) throw new Refusal("rows.noTable", { table: wanted });
  if (found.length > 1) throw new Refusal("rows.tableTwice", { table: table.definition.label });
  return table;
}

/** Projects have a row rule for functional codes and stand by place, not in a tree. */
function projectTable({ tables }: WorkbookModel): TableModel {
  const found = tables.find(({ definition }) =>
    definition.sides.some(
      ({ parents, rows }) =>
        parents === "position" &&
        rows.some(({ digits, code, names }) => !names && digits?.includes(7) && code?.test("2010399")),
    ),
  );
  if (!found) throw new Refusal("rows.noProjectTable");
  return found;
}

function rowIn({ rows, definition }: TableModel, at: number | { readonly unit: string }): number {
  if (typeof at === "number") return at;
  const unit = rows.find(({ rule, code }) => rule.kind === "单位" && code === at.unit);
  if (!unit) throw new Refusal("rows.noUnit", { table: definition.label, unit: at.unit });
  return unit.sheetRow;
}
