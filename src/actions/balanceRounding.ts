import { mendOf } from "../planning/mend/mendedCell";
import type { IntegerSolver } from "../planning/rounding/integerModel";
import { keptLocks, planLocks } from "../planning/rounding/locks";
import { planRounding } from "../planning/rounding/planRounding";
import type { RoundingPlan } from "../planning/rounding/planRounding";
import { PACKS } from "../tables/packs";
import { makeChecked } from "../validation/checked";
import type { CellAddress } from "../workbook/address";
import { lockedCells } from "../workbook/lockedCells";
import type { LockText } from "../workbook/lockedCells";
import type { WorkbookPort } from "../workbook/port";
import { cellAtAddress } from "../workbook/snapshot";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { applyMend } from "./mend";
import type { Written } from "./takeBack";
import { WITHOUT_PROGRESS } from "./task";
import type { Task } from "./task";
import { applyWhole } from "./wholeEdits";

/** What is shown of it. */
export type { RoundingChange, RoundingPlan } from "../planning/rounding/planRounding";
export { lockOf } from "../planning/rounding/locks";

/** What 舍位平衡 would do to a workbook. */
export interface BalancePreview {
  /** Nothing is planned while a lock cannot be read: what it meant might be changed. */
  readonly plan: RoundingPlan | undefined;
  /** What the workbook keeps as locked, and of all locks those that are neither a sheet nor a range of it. */
  readonly locks: readonly LockText[];
  readonly unknown: readonly LockText[];
  readonly workbook: WorkbookSnapshot;
}

/**
 * 舍位平衡 for a workbook already read: what would be changed to make its rounded figures add up, by its own relations
 * too. Changes nothing.
 * @param besides cells that must stay as they are, besides those that are locked
 * @param locks what is locked; what the workbook keeps as such when left out
 */
export async function planBalance(
  workbook: WorkbookSnapshot,
  solve: IntegerSolver,
  besides: readonly LockText[] = [],
  locks: readonly LockText[] = keptLocks(workbook),
): Promise<BalancePreview> {
  const names = workbook.sheets.map(({ name }) => name);
  const { isLocked, unknown } = lockedCells([...locks, ...besides], names);
  if (unknown.length > 0) return { plan: undefined, locks, unknown, workbook };
  const checked = makeChecked(workbook, PACKS);
  const cellOf = (address: CellAddress) => cellAtAddress(workbook, address);
  const plan = await planRounding(checked, { cellOf, isLocked }, solve);
  return { plan, locks, unknown, workbook };
}

/** 舍位平衡, preview: reads the workbook and says what would be changed; changes nothing. */
export async function previewBalance(
  port: WorkbookPort,
  solve: IntegerSolver,
  task: Task = WITHOUT_PROGRESS,
): Promise<BalancePreview> {
  await task.step({ key: "progress.reading", args: {} });
  const workbook = await port.read();
  await task.step({ key: "progress.balancing", args: {} });
  return planBalance(workbook, solve);
}

/**
 * Carries out what the preview has shown, as one step. Gives what takes it back (takeBack.ts).
 * Throws MendOutdatedError when one of its cells has been changed since, and what the port throws.
 */
export async function applyBalance(
  port: WorkbookPort,
  { edits, removed, changes }: RoundingPlan,
  shown: WorkbookSnapshot,
): Promise<Written> {
  const wanted = edits.flatMap(({ sheet, row, column, content }) =>
    content === null ? [] : [{ address: { sheet, row, column }, content }],
  );
  const args = { removed: String(removed), count: String(changes.length) };
  const mend = mendOf({ key: "balance.removed", args }, wanted, shown);
  return mend ? applyMend(port, mend, "journal.balance") : { edits: [], before: shown };
}

/**
 * Keeps with the workbook what 舍位平衡 must not touch, in place of what it kept before, and says what would be changed
 * then. Cancelled, it keeps nothing: the locks are written last.
 */
export async function lockFigures(
  port: WorkbookPort,
  solve: IntegerSolver,
  locks: readonly LockText[],
  task: Task = WITHOUT_PROGRESS,
): Promise<BalancePreview> {
  const workbook = await port.read();
  await task.step({ key: "progress.balancing", args: {} });
  const once = [...new Set(locks)];
  const preview = await planBalance(workbook, solve, [], once);
  const label = { key: "journal.locks", args: {} };
  await applyWhole(port, workbook, [planLocks(once)], { label });
  return preview;
}
