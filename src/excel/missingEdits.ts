import type { MarkEdit, RemoveMark } from "../workbook/edit";
import type { FoundMark } from "./readMarks";
import { readMarks } from "./readMarks";
import type { RunBatch } from "./runBatch";

/**
 * The edits that a failed attempt has not carried out, found in two round trips: removals whose mark is still there,
 * and additions whose formula no mark has but an old one that is to go. They keep their order.
 */
export async function missingEdits(
  run: RunBatch,
  edits: readonly MarkEdit[],
  hasNotes: boolean,
): Promise<readonly MarkEdit[]> {
  const present = await readMarks(run, [...new Set(edits.map(({ sheet }) => sheet))], hasNotes);
  const removals = new Set(
    edits.flatMap((edit) => (edit.kind === "removeMark" ? [keyOf(edit.sheet, edit.id, edit.mark)] : [])),
  );
  const found = [...present].flatMap(([sheet, marks]) => marks.found.map((mark) => ({ sheet, mark })));
  const there = new Set(found.map(({ sheet, mark }) => keyOf(sheet, mark.id, mark.kind)));
  // One formula may be wanted on several cells; they are made in the order of the edits.
  const made = new Map<string, number>();
  for (const { sheet, mark } of found) {
    if (removals.has(keyOf(sheet, mark.id, mark.kind))) continue;
    const key = formulaKey(sheet, mark);
    made.set(key, (made.get(key) ?? 0) + 1);
  }
  return edits.filter((edit) => {
    if (edit.kind === "removeMark") return there.has(keyOf(edit.sheet, edit.id, edit.mark));
    const count = made.get(formulaKey(edit.sheet, edit)) ?? 0;
    made.set(formulaKey(edit.sheet, edit), count - 1);
    return count <= 0;
  });
}

function keyOf(sheet: string, id: string, kind: RemoveMark["mark"]): string {
  return JSON.stringify([sheet, id, kind]);
}

function formulaKey(sheet: string, { formula }: Pick<FoundMark, "formula">): string {
  return JSON.stringify([sheet, formula]);
}
