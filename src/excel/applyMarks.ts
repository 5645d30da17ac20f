import { formatA1 } from "../workbook/address";
import type { AddMark, MarkEdit } from "../workbook/edit";
import { MARK_STYLES, NOTE_SIGNATURE } from "../workbook/edit";
import { capabilities } from "./capabilities";
import { errorCode, ExcelError } from "./hostError";
import { missingEdits } from "./missingEdits";
import { runBatch } from "./runBatch";
import { sheetsOf } from "./sheetsOf";

/**
 * Carries out all mark edits in one round trip, as one step of undo where Excel has undo groups. When Excel cannot undo
 * one of them in a group (UndoNotSupported), what is still missing is done once more without a group, after two round
 * trips that find out what that is.
 *
 * Excel takes nothing back by itself when it fails half-way. Notes come last, so that at the worst a mark lacks its
 * note; the next reading finds every mark made, and checking or clearing again puts all in order.
 * @param foreignNotes cells with a note of somebody else's, as "Sheet!B2": theirs stays, the mark gets none
 * Throws ExcelError when Excel refuses.
 */
export async function applyMarks(
  edits: readonly MarkEdit[],
  foreignNotes: ReadonlySet<string> = new Set(),
): Promise<void> {
  if (edits.length === 0) return;
  const { hasNotes, hasUndoGroups } = capabilities();
  const carryOut = async (context: Excel.RequestContext, asked: readonly MarkEdit[]) => {
    queueEdits(context, asked, hasNotes, foreignNotes);
    await context.sync();
  };
  if (!hasUndoGroups) return runBatch((context) => carryOut(context, edits));
  try {
    await runBatch((context) => carryOut(context, edits), { mergeUndoGroup: true });
  } catch (error) {
    if (!(error instanceof ExcelError) || errorCode(error.cause) !== "UndoNotSupported") throw error;
    await runBatch(async (context) => carryOut(context, await missingEdits(context, edits, hasNotes)));
  }
}

function queueEdits(
  context: Excel.RequestContext,
  edits: readonly MarkEdit[],
  hasNotes: boolean,
  foreignNotes: ReadonlySet<string>,
): void {
  const sheets = sheetsOf(context, edits);
  const on = ({ sheet }: MarkEdit) => sheets.get(sheet) as Excel.Worksheet;
  const removals = edits.filter((edit) => edit.kind === "removeMark");
  const additions = edits.filter((edit) => edit.kind === "addMark");
  const formats = new Map<string, Excel.ConditionalFormatCollection>();
  for (const edit of removals) {
    if (edit.mark === "note") on(edit).notes.getItem(edit.id).delete();
    else {
      const all = formats.get(edit.sheet) ?? on(edit).getRange().conditionalFormats;
      formats.set(edit.sheet, all);
      all.getItem(edit.id).delete();
    }
  }
  for (const edit of additions) addFormat(on(edit), edit);
  if (!hasNotes) return;
  for (const edit of additions) {
    const cell = formatA1(edit.row, edit.column);
    if (foreignNotes.has(`${edit.sheet}!${cell}`)) continue;
    const text = edit.text.startsWith(NOTE_SIGNATURE) ? edit.text : `${NOTE_SIGNATURE}${edit.text}`;
    on(edit).notes.add(cell, text);
  }
}

/** Excel puts a new format above all others, so that a mark is seen; others below it still add what it leaves open. */
function addFormat(sheet: Excel.Worksheet, { row, column, severity, formula }: AddMark): void {
  const format = sheet.getRangeByIndexes(row, column, 1, 1).conditionalFormats.add("Custom");
  const style = MARK_STYLES[severity];
  format.custom.rule.formula = formula;
  format.custom.format.fill.color = style.fill;
  format.custom.format.font.color = style.font;
  // Left unset, the cell's own weight shows through.
  if (style.bold) format.custom.format.font.bold = true;
  format.stopIfTrue = false;
}
