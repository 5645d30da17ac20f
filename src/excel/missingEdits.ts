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
  const made = readings.flatMap(([sheet, marks]) =>
    marks
      .found()
      .filter((mark) => !isToGo(sheet, mark))
      .map(({ formula }) => ({ sheet, formula })),
  );
  return edits.filter((edit) => {
    if (edit.kind === "removeMark") {
      return present.get(edit.sheet)?.some((mark) => removes(edit, edit.sheet, mark)) ?? false;
    }
    // One formula may be wanted on several cells; they are made in the order of the edits.
    const index = made.findIndex(({ sheet, formula }) => sheet === edit.sheet && formula === edit.formula);
    if (index >= 0) made.splice(index, 1);
    return index < 0;
  });
}

function removes(edit: RemoveMark, sheet: string, { id, kind }: FoundMark): boolean {
  return edit.id === id && edit.mark === kind && edit.sheet === sheet;
}
