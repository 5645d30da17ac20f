import { inverseEdits } from "../planning/inverse";
import type { LiveEdit } from "../workbook/edit";
import { editedWorkbook } from "../workbook/editedWorkbook";
import type { WorkbookPort } from "../workbook/port";
import type { Cell, SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot";

/**
 * Carries edits out, all or none: when the host fails half-way what it has done of them is taken back, and its error is
 * thrown.
 * @param before the workbook as it was read just before
 * @param carryOut how they are carried out, where it is not by `apply`
 */
export async function applyWhole(
  port: WorkbookPort,
  before: WorkbookSnapshot,
  edits: readonly LiveEdit[],
  carryOut: () => Promise<void> = () => port.apply(edits),
): Promise<void> {
  try {
    await carryOut();
  } catch (error) {
    if (edits.length > 0) await takeBack(port, before, edits);
    throw error;
  }
}

/** Cells and settings can be written back whether they were written or not; of rows it has to be known which have come. */
async function takeBack(
  port: WorkbookPort,
  before: WorkbookSnapshot,
  edits: readonly LiveEdit[],
): Promise<void> {
  const hasRows = edits.some(({ kind }) => kind === "insertRows" || kind === "deleteRows");
  const done = hasRows ? carriedOut(before, edits, await port.read()) : edits;
  if (done.length > 0) await port.apply(inverseEdits(before, done));
}

/**
 * The edits that a host has carried out before it failed: a host does them in order, so that the workbook is now what the
 * first so many of them make of it. None when it is something else, as somebody else has changed it too: nothing is
 * touched then.
 */
export function carriedOut(
  before: WorkbookSnapshot,
  edits: readonly LiveEdit[],
  now: WorkbookSnapshot,
): readonly LiveEdit[] {
  const names = new Set(edits.flatMap((edit) => ("sheet" in edit ? [edit.sheet] : [])));
  const wanted = contentsOf(now, names);
  let state = before;
  for (let count = 0; ; count++) {
    if (contentsOf(state, names) === wanted) return edits.slice(0, count);
    const next = edits[count];
    if (!next) return [];
    state = editedWorkbook(state, [next]);
  }
}

function contentsOf({ sheets }: WorkbookSnapshot, names: ReadonlySet<string>): string {
  return JSON.stringify(sheets.filter(({ name }) => names.has(name)).map(contentOf));
}

function contentOf({ name, rows }: SheetSnapshot): unknown {
  return [name, [...rows].map(([row, cells]) => [row, [...cells].map(([at, cell]) => [at, textOf(cell)])])];
}

/** Hosts write sheet names and letters of formulas in their own way; results are theirs too. */
function textOf({ value, formula }: Cell): unknown {
  return formula === undefined ? value : formula.replace(/['\s]/g, "").toUpperCase();
}
