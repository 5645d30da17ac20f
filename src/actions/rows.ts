import { planAddCode, takesCodes } from "../planning/rows/addCode";
import { planAddItem } from "../planning/rows/addItem";
import { planAddPair, takesPairs } from "../planning/rows/addPair";
import { planAddUnit } from "../planning/rows/addUnit";
import { planCompleteTree } from "../planning/rows/completeTree";
import { planDeleteRows } from "../planning/rows/deleteRows";
import { planMergeRows } from "../planning/rows/mergeRows";
import { Refusal, refused } from "../planning/rows/rowsPlan";
import type { RowsPlan } from "../planning/rows/rowsPlan";
import { unitOf } from "../planning/rows/place";
import { planUnlink } from "../planning/rows/unlink";
import { planSortRows } from "../planning/rows/sortRows";
import type { Table } from "../planning/table";
import { modelWorkbook, sheetsOf } from "../planning/rows/workbookModel";
import type { KnownModel, WorkbookModel } from "../planning/rows/workbookModel";
import { inverseEdits } from "../planning/inverse";
import type { MessageRef } from "../messages/messageRef";
import { choosePack } from "../recognition/choosePack";
import { KeptRecognition } from "../recognition/keptRecognition";
import { PACKS } from "../tables/packs";
import { withOwnSets } from "../tables/setFile/keptSets";
import type { LiveEdit } from "../workbook/edit";
import { typedText } from "../workbook/content";
import { editedWorkbook } from "../workbook/editedWorkbook";
import type { WorkbookPort } from "../workbook/port";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import type { Journalled } from "./journal/journal";
import { WITHOUT_PROGRESS } from "./task";
import type { Task } from "./task";
import { applyWhole } from "./wholeEdits";

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
      /** A row of the sheet, by which the unit is told where the table lists codes unit by unit and none is named. */
      readonly at?: number;
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
      /** 补齐上级科目, 按编码排序, 合并重复科目; every table of codes when none is named. */
      readonly kind: "complete" | "sort" | "merge";
      readonly in?: TableName | undefined;
    }
  | {
      /** 取消取数: what a table takes from other sheets becomes values. */
      readonly kind: "unlink";
      readonly in: TableName;
    }
  | {
      readonly kind: "delete";
      readonly in: TableName;
      readonly rows: readonly number[];
      readonly withChildren?: boolean;
      readonly isAlone?: boolean;
    };

/**
 * What growing or shrinking the tables of a workbook comes to; changes nothing. A plan that is refused says why.
 * @param known what a model of the same workbook has worked out
 */
export function planRowsOf(
  snapshot: WorkbookSnapshot,
  intention: RowsIntention,
  known: KnownModel = {},
): RowsPlan {
  const { kept = new KeptRecognition() } = known;
  const pack = choosePack(snapshot, withOwnSets(PACKS, snapshot.settings), kept);
  const model = modelWorkbook(pack, snapshot, { ...known, kept });
  try {
    return planIntention(model, intention);
  } catch (error) {
    if (error instanceof Refusal) return refused(error.key, error.args);
    throw error;
  }
}

function planIntention(model: WorkbookModel, intention: RowsIntention): RowsPlan {
  switch (intention.kind) {
    case "code": {
      const table = tableIn(model, intention.in);
      if (takesPairs(table)) return planAddPair(model, { ...intention, table });
      return planAddCode(model, { ...intention, table, unit: intention.unit ?? unitAt(table, intention.at) });
    }
    case "item": {
      const table = intention.in ? tableIn(model, intention.in) : projectTable(model);
      return planAddItem(model, { ...intention, table, at: rowIn(table, intention.at) });
    }
    case "unit":
      return planAddUnit(model, {
        ...intention,
        tables: intention.in && [tableIn(model, intention.in)],
      });
    case "complete":
      return planCompleteTree(model, treesIn(model, intention.in));
    case "sort":
      return planSortRows(model, treesIn(model, intention.in));
    case "merge":
      return planMergeRows(model, treesIn(model, intention.in));
    case "unlink":
      return planUnlink(model, tableIn(model, intention.in));
    case "delete":
      return planDeleteRows(model, { ...intention, table: tableIn(model, intention.in) });
  }
}

function tableIn(model: WorkbookModel, name: TableName): Table {
  const { tables } = model;
  const wanted = "table" in name ? name.table : name.sheet;
  const found = tables.filter(({ definition, sheet }) =>
    "sheet" in name
      ? sheet === name.sheet
      : definition.id === wanted.toUpperCase() || definition.label === wanted,
  );
  const [table] = found;
  const spread = model.spread.find(({ definition, rows }) =>
    "sheet" in name
      ? rows.some((row) => row.sheet === name.sheet)
      : definition.id === wanted.toUpperCase() || definition.label === wanted,
  );
  if (!table && spread) {
    const args = { table: spread.definition.label, sheets: sheetsOf(spread) };
    throw new Refusal("rows.overSheets", args);
  }
  if ("sheet" in name) {
    if (!table) throw new Refusal("rows.noTableHere", { sheet: wanted });
    if (found.length > 1) throw new Refusal("rows.tablesHere", { sheet: wanted });
    return table;
  }
  if (!table) throw new Refusal("rows.noTable", { table: wanted });
  if (found.length > 1) throw new Refusal("rows.tableTwice", { table: table.definition.label });
  return table;
}

function treesIn(model: WorkbookModel, name: TableName | undefined): Table[] {
  if (!name) return model.tables.filter(takesCodes);
  const table = tableIn(model, name);
  if (!takesCodes(table)) throw new Refusal("rows.noTree", { table: table.definition.label });
  return [table];
}

/** Projects have a row rule for functional codes and stand by place, not in a tree. */
function projectTable({ tables }: WorkbookModel): Table {
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

/** The code of the unit to which a row belongs, itself when it is one. */
function unitAt({ rows }: Table, at: number | undefined): string | undefined {
  const row = at === undefined ? undefined : rows.findLast(({ sheetRow }) => sheetRow <= at);
  return row && (row.rule.kind === "单位" ? row : unitOf(row))?.code;
}

function rowIn({ rows, definition }: Table, at: number | { readonly unit: string }): number {
  if (typeof at === "number") return at;
  const unit = rows.find(({ rule, code }) => rule.kind === "单位" && code === at.unit);
  if (!unit) throw new Refusal("rows.noUnit", { table: definition.label, unit: at.unit });
  return unit.sheetRow;
}

/** Rows that have come and gone, and what takes them back. */
export interface RowsDone {
  readonly plan: RowsPlan;
  readonly undo: readonly LiveEdit[];
  /** What is typed in the sheets concerned once it is done. */
  readonly typed: string;
  /** The step of the journal that notes it, if one does. */
  readonly step?: number | undefined;
}

/**
 * The workbook is no longer what was shown; nothing was changed. key rows.outdated: since the preview; rows.changedSince:
 * since it was carried out. Key and args are a message to be worded.
 */
export class RowsOutdatedError extends Error {
  readonly args = {};

  constructor(readonly key: "rows.outdated" | "rows.changedSince") {
    super(key);
    this.name = "RowsOutdatedError";
  }
}

const READING: MessageRef = { key: "progress.reading", args: {} };
const WRITING: MessageRef = { key: "progress.writing", args: {} };

/** 增行、删行, preview: reads the workbook and says what would come and go; changes nothing. */
export async function previewRows(
  port: WorkbookPort,
  intention: RowsIntention,
  task: Task = WITHOUT_PROGRESS,
): Promise<RowsPlan> {
  await task.step(READING);
  return planRowsOf(await port.read(), intention);
}

/**
 * 增行、删行: carries out what the preview has shown, in one batch, all of it or nothing. The workbook is read and planned anew; throws
 * RowsOutdatedError when that comes to something else, and what the port throws.
 */
export async function applyRows(
  port: WorkbookPort,
  shown: RowsPlan,
  intention: RowsIntention,
  task: Task = WITHOUT_PROGRESS,
): Promise<RowsDone> {
  await task.step(READING);
  const before = await port.read();
  const plan = planRowsOf(before, intention);
  if (plan.refusal || JSON.stringify(plan.edits) !== JSON.stringify(shown.edits))
    throw new RowsOutdatedError("rows.outdated");
  let step: number | undefined;
  if (plan.edits.length > 0) {
    await task.step(WRITING);
    step = await applyWhole(port, before, plan.edits, { label: labelOf(plan) });
  }
  const undo = inverseEdits(before, plan.edits);
  return { plan, undo, typed: typedIn(editedWorkbook(before, plan.edits), plan), step };
}

/** What was done to rows, as the journal names it. */
function labelOf({ added, removed, moved, formulas }: RowsPlan): MessageRef {
  const count = (of: readonly unknown[]) => String(of.length);
  const args = { added: count(added), removed: count(removed) };
  if (added.length > 0 && removed.length > 0) return { key: "journal.rows", args };
  if (added.length > 0) return { key: "journal.rowsAdded", args };
  if (removed.length > 0) return { key: "journal.rowsRemoved", args };
  return moved.length > 0
    ? { key: "journal.sort", args: { moved: count(moved.filter(({ isFollowing }) => !isFollowing)) } }
    : { key: "journal.formulas", args: { count: count(formulas) } };
}

/**
 * Takes rows back in one batch. Throws RowsOutdatedError when something was typed in these sheets since, as rows would come
 * back in the wrong place.
 */
export async function undoRows(
  port: WorkbookPort & Journalled,
  { plan, undo, typed, step }: RowsDone,
): Promise<void> {
  const now = await port.read();
  if (typedIn(now, plan) !== typed) throw new RowsOutdatedError("rows.changedSince");
  await applyWhole(port, now, undo);
  if (step !== undefined) port.journal?.drop(step);
}

/** What is typed in the sheets that a plan changes. */
function typedIn(workbook: WorkbookSnapshot, { edits }: RowsPlan): string {
  return typedText(
    workbook,
    edits.flatMap((edit) => ("sheet" in edit ? [edit.sheet] : [])),
  );
}
