import type { MessageRef } from "../../messages/messageRef";
import type { WriteCell } from "../../workbook/edit";
import { typedFigures } from "./typedFigures";
import { growTables } from "./growTables";
import { moveRows } from "./moveRows";
import { Refusal } from "./rowsPlan";
import type { RemovedRow, RowsPlan } from "./rowsPlan";
import { requireSameFigures } from "./sameFigures";
import { rowsByPlace } from "../table";
import type { WantedTable } from "./wanted";
import type { WorkbookModel } from "./workbookModel";

/** What belongs to a plan beside the tables. */
export interface PlanParts {
  readonly notes?: readonly MessageRef[];
  /** Cells that are written before any row comes or goes. */
  readonly writes?: readonly WriteCell[];
  /** What is typed adds up to the same in every column: rows are only arranged. Totals that are typed need no change then. */
  readonly keepsFigures?: true;
}

/**
 * The plan that leads from the tables of a workbook to those wanted: rows that come, go and change places, with every
 * formula set right. Throws Refusal where a sheet is protected, a formula would lose its cells, a new row would not be read as
 * one, or rows that are only arranged would come to other figures; RangeError for a table whose rows change places while
 * others come or go or cells are written, since no intention asks for both.
 */
export function realise(
  before: WorkbookModel,
  wanted: readonly WantedTable[],
  { notes = [], writes = [], keepsFigures }: PlanParts = {},
): RowsPlan {
  const { workbook } = before;
  const changed = wanted.filter(isChanged);
  for (const { table } of changed)
    if (workbook.sheets.some(({ name, isProtected }) => name === table.sheet && isProtected))
      throw new Refusal("rows.protected", { sheet: table.sheet });
  const isMoved = changed.some(({ body }) => !isRising(body));
  const isMore = ({ table, body, gone }: WantedTable) => gone.size > 0 || body.length !== bodyLength(table);
  if (isMoved && (writes.length > 0 || changed.some(isMore)))
    throw new RangeError("rows change places in a plan in which others come or go, or cells are written");
  const made = isMoved ? moveRows(before, changed) : growTables(before, changed, writes);
  const plan: RowsPlan = {
    added: [],
    moved: [],
    formulas: [],
    ...made,
    removed: changed.flatMap((one) => removedRows(before, one)),
    notes: [...notes, ...made.notes.filter(({ key }) => !keepsFigures || key !== "rows.typedTotals")],
    refusal: undefined,
  };
  if (keepsFigures) requireSameFigures(workbook, plan);
  return plan;
}

function isChanged({ table, body }: WantedTable): boolean {
  return body.length !== bodyLength(table) || body.some((one, index) => one !== table.firstBodyRow + index);
}

function bodyLength({ firstBodyRow, noteRow }: WantedTable["table"]): number {
  return noteRow - firstBodyRow;
}

/** True where rows that are there keep their order. */
function isRising(body: WantedTable["body"]): boolean {
  const there = body.filter((one) => typeof one === "number");
  return there.every((row, index) => index === 0 || row > (there[index - 1] ?? 0));
}

/** What stands in the rows of the sheet that go, of every list that has a row there. */
function removedRows(model: WorkbookModel, { table, gone }: WantedTable): RemovedRow[] {
  const byPlace = rowsByPlace(table);
  return [...gone].flatMap(([row, why]) =>
    (byPlace.get(row) ?? [])
      .filter(({ isBlank }) => !isBlank)
      .map((one): RemovedRow => ({
        table: table.definition.id,
        sheet: table.sheet,
        row,
        label: `${one.code} ${one.name}`.trim(),
        figures: typedFigures(model, table, one),
        why,
      })),
  );
}
