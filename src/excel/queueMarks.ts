import { formatA1 } from "../workbook/address";
import type { AddMark, MarkEdit } from "../workbook/edit";
import { MARK_STYLES, NOTE_SIGNATURE } from "../workbook/edit";

/**
 * Asks for all mark edits; the next sync carries them out. Removals come first, since ids of formats stay right only as
 * long as nothing is added; notes last, so that at the worst a mark lacks its note.
 * @param sheets those that the edits name
 * @param hasNotes whether Excel has notes
 * @param foreignNotes cells with a note of somebody else's, as "Sheet!B2": theirs stays, the mark gets none
 */
export function queueMarks(
  sheets: ReadonlyMap<string, Excel.Worksheet>,
  edits: readonly MarkEdit[],
  hasNotes: boolean,
  foreignNotes: ReadonlySet<string>,
): void {
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
