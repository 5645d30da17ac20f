import type { MessageRef } from "../messages/messageRef";
import type { Fill, FillPlan } from "../planning/fill/fillPlan";
import { fillEdits, planFill } from "../planning/fill/planFill";
import type { FillOptions } from "../planning/fill/planFill";
import { choosePack } from "../recognition/choosePack";
import { PACKS } from "../tables/packs";
import { withOwnSets } from "../tables/setFile/keptSets";
import type { WriteCell } from "../workbook/edit";
import type { WorkbookPort } from "../workbook/port";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { withLists } from "./listsFor";
import type { Written } from "./takeBack";
import { WITHOUT_PROGRESS } from "./task";
import type { Task } from "./task";
import { applyWhole } from "./wholeEdits";

/** What a preview is made of, for those who show it. */
export type { Answer, Fill, FillPlan, FillScope, Question } from "../planning/fill/fillPlan";
export { OUTDATED_NAME } from "../planning/fill/fillPlan";
export type { FillOptions } from "../planning/fill/planFill";

/** What has been filled, and what takes it back (takeBack.ts). */
export interface Filled {
  readonly filled: readonly Fill[];
  readonly written: Written;
}

/** What filling would do to a workbook already read; changes nothing. Pure: the command line uses it on files. */
export function planFillOf(snapshot: WorkbookSnapshot, options: FillOptions = {}): FillPlan {
  return planFill(snapshot, choosePack(snapshot, withOwnSets(PACKS, snapshot.settings)), options);
}

/** What filling does to a workbook file, and the edits that make a filled copy of it. */
export function planFilledCopy(
  snapshot: WorkbookSnapshot,
  options: FillOptions = {},
): { readonly plan: FillPlan; readonly edits: readonly WriteCell[] } {
  const plan = planFillOf(snapshot, options);
  return { plan, edits: fillEdits(plan.fills) };
}

/** 填充编码, preview: reads the workbook and says what would be filled, asked and suggested; changes nothing. */
export async function previewFill(
  port: WorkbookPort,
  options: FillOptions = {},
  task: Task = WITHOUT_PROGRESS,
): Promise<FillPlan> {
  await task.step(READING);
  const snapshot = await port.read();
  return planFillOf(snapshot, await withLists(snapshot, options));
}

/**
 * 填充编码: carries out what the preview has shown, in one batch. The workbook is read and planned anew, so that a cell
 * changed since the preview stays as it is.
 * @param shown the fills of the preview that the user has left in
 */
export async function applyFill(
  port: WorkbookPort,
  shown: readonly Fill[],
  options: FillOptions = {},
  task: Task = WITHOUT_PROGRESS,
): Promise<Filled> {
  await task.step(READING);
  const before = await port.read();
  const { fills } = planFillOf(before, await withLists(before, options));
  const planned = new Map(fills.map((fill) => [keyOf(fill), fill]));
  const filled = shown.filter((fill) => planned.get(keyOf(fill))?.from === fill.from);
  const edits = fillEdits(filled);
  const label = { key: "journal.fill", args: { count: String(edits.length) } };
  const step = edits.length > 0 ? await applyWhole(port, before, edits, { label }) : undefined;
  return { filled, written: { edits, before, step } };
}

const READING: MessageRef = { key: "progress.reading", args: {} };

function keyOf({ cell, to }: Fill): string {
  return `${cell.sheet} ${cell.row} ${cell.column} ${to}`;
}
