import type { MarkEdit, RemoveMark } from "../workbook/edit";
import type { FoundMark } from "./readMarks";
import { askForMarks } from "./readMarks";
import { sheetsOf } from "./sheetsOf";

/**
 * The edits that a failed attempt has not carried out, found in two round trips: removals whose mark is still there,
 * and additions whose formula no mark has but an old one that is to go.
 */
export async function missingEdits(
  context: Excel.RequestContext,
  edits: readonly MarkEdit[],
  hasNotes: boolean,
): Promise<readonly MarkEdit[]> {
  const readings = [...sheetsOf(context, edits)].map(
    ([name, sheet]) => [name, askForMarks(sheet, hasNotes)] as const,
  );
  await context.sync();
  for (const [, marks] of readings) marks.askForDetails();
  await context.sync();
  const present = new Map(readings.map(([name, marks]) => [name, marks.found()]));
  const removals = edits.filter((edit) => edit.kind === "removeMark");
  const isToGo = (sheet: string, mark: FoundMark) => removals.some((edit) => removes(edit, sheet, mark));
  return edits.filter((edit) => {
    const there = present.get(edit.sheet) ?? [];
    return edit.kind === "removeMark"
      ? there.some((mark) => removes(edit, edit.sheet, mark))
      : !there.some((mark) => mark.formula === edit.formula && !isToGo(edit.sheet, mark));
  });
}

function removes(edit: RemoveMark, sheet: string, { id, kind }: FoundMark): boolean {
  return edit.id === id && edit.mark === kind && edit.sheet === sheet;
}
