import { formatA1 } from "../workbook/address";
import type { AddMark, MarkEdit, MarkSeverity } from "../workbook/edit";
import { MARK_STYLES, NOTE_SIGNATURE } from "../workbook/edit";
import { payloadBytes } from "./payload";

/**
 * Mark edits in the order in which Excel is to do them. Removals come first and from the end, as an id may be a place in
 * the collection ("The priority of the conditional format in the current ConditionalFormatCollection", reference of
 * ConditionalFormat.id): then what is still to go keeps its own. Additions follow.
 */
export function inMarkOrder(edits: readonly MarkEdit[]): MarkEdit[] {
  return [
    ...edits.filter((edit) => edit.kind === "removeMark").reverse(),
    ...edits.filter((edit) => edit.kind === "addMark"),
  ];
}

/** About how many bytes of a request a mark edit takes: its dozen actions, its formula and its note. */
export function markBytes(edit: MarkEdit): number {
  return edit.kind === "removeMark" ? 600 : 3400 + payloadBytes(edit.formula) + payloadBytes(edit.text);
}

/**
 * Asks for mark edits, in the order given but for notes, which come last, so that at the worst a mark lacks its note; the
 * next sync carries them out.
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
  if (hasNotes) queueNotes(sheets, additions, foreignNotes);
}

/**
 * Asks for the notes of marks.
 * @param taken cells with a note, as "Sheet!B2", which get none
 */
export function queueNotes(
  sheets: ReadonlyMap<string, Excel.Worksheet>,
  additions: readonly AddMark[],
  taken: ReadonlySet<string>,
): void {
  for (const edit of additions) {
    const cell = formatA1(edit.row, edit.column);
    if (taken.has(`${edit.sheet}!${cell}`)) continue;
    const text = edit.text.startsWith(NOTE_SIGNATURE) ? edit.text : `${NOTE_SIGNATURE}${edit.text}`;
    (sheets.get(edit.sheet) as Excel.Worksheet).notes.add(cell, text);
  }
}

function addFormat(sheet: Excel.Worksheet, { row, column, severity, formula }: AddMark): void {
  queueFormat(sheet.getRangeByIndexes(row, column, 1, 1), severity, formula);
}

/**
 * Asks for a mark's conditional format on one cell. Excel puts a new format above all others, so that a mark is seen;
 * others below it still add what it leaves open. The formula comes last: should Excel refuse it, the look tells whose
 * format is left.
 */
export function queueFormat(cell: Excel.Range, severity: MarkSeverity, formula: string): void {
  const format = cell.conditionalFormats.add("Custom");
  const style = MARK_STYLES[severity];
  format.custom.format.fill.color = style.fill;
  format.custom.format.font.color = style.font;
  // Left unset, the cell's own weight shows through.
  if (style.bold) format.custom.format.font.bold = true;
  format.stopIfTrue = false;
  format.custom.rule.formula = formula;
}
