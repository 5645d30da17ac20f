import type { LiveEdit, MarkEdit, WriteSetting } from "../workbook/edit";
import { capabilities } from "./capabilities";
import { errorCode, ExcelError } from "./hostError";
import { missingEdits } from "./missingEdits";
import { queueContent } from "./queueContent";
import { queueMarks } from "./queueMarks";
import { runBatch } from "./runBatch";
import { sheetsOf } from "./sheetsOf";

/**
 * Carries out edits of sheets in one round trip, as one step of undo where Excel has undo groups. When Excel cannot undo one of
 * them in a group (UndoNotSupported), what is still missing is done once more without a group, after two round trips that
 * find out which marks that is; cells are simply written again. Rows that come or go are never tried twice.
 *
 * Excel takes nothing back by itself when it fails half-way. Cells come first: a mark's formula looks at them. The next
 * reading finds every mark made, and checking or clearing again puts all in order.
 * @param foreignNotes cells with a note of somebody else's, as "Sheet!B2": theirs stays, a mark there gets none
 * Throws ExcelError when Excel refuses.
 */
export async function applyEdits(
  edits: readonly Exclude<LiveEdit, WriteSetting>[],
  foreignNotes: ReadonlySet<string> = new Set(),
): Promise<void> {
  if (edits.length === 0) return;
  const { hasNotes, hasUndoGroups } = capabilities();
  const contents = edits.filter((edit) => !isMark(edit));
  const marks = edits.filter(isMark);
  const carryOut = async (context: Excel.RequestContext, asked: readonly MarkEdit[]) => {
    const sheets = sheetsOf(context, [...contents, ...asked]);
    queueContent(sheets, contents);
    queueMarks(sheets, asked, hasNotes, foreignNotes);
    await context.sync();
  };
  if (!hasUndoGroups) return runBatch((context) => carryOut(context, marks));
  try {
    await runBatch((context) => carryOut(context, marks), { mergeUndoGroup: true });
  } catch (error) {
    if (!(error instanceof ExcelError) || errorCode(error.cause) !== "UndoNotSupported") throw error;
    if (contents.some(({ kind }) => kind !== "writeCell")) throw error;
    await runBatch(async (context) => carryOut(context, await missingEdits(context, marks, hasNotes)));
  }
}

function isMark(edit: Exclude<LiveEdit, WriteSetting>): edit is MarkEdit {
  return edit.kind === "addMark" || edit.kind === "removeMark";
}
