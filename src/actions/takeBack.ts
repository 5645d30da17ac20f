import { contentText } from "../planning/mend/mendedCell";
import { inverseEdits } from "../planning/inverse";
import type { CellAddress } from "../workbook/address";
import { typedText } from "../workbook/content";
import type { LiveEdit, WriteCell } from "../workbook/edit";
import { editedWorkbook } from "../workbook/editedWorkbook";
import type { WorkbookPort } from "../workbook/port";
import { cellAtAddress } from "../workbook/snapshot";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import type { Journalled } from "./journal/journal";
import { RowsOutdatedError } from "./rows";
import { applyWhole } from "./wholeEdits";

/** What has been written into cells, and rows that have come with it, and the picture of the workbook from before. */
export interface Written {
  readonly edits: readonly LiveEdit[];
  readonly before: WorkbookSnapshot;
  /** The step of the journal that notes it, if one does. */
  readonly step?: number | undefined;
}

/**
 * 撤销: gives cells back what they held before, as one step; a cell that somebody has changed since is left alone. Gives
 * how many cells were taken back. Rows that have come go again; throws RowsOutdatedError where something was typed on their
 * sheets since.
 */
export async function takeBack(
  port: WorkbookPort & Journalled,
  { edits, before, step }: Written,
): Promise<number> {
  const now = await port.read();
  const cells = edits.filter((edit) => edit.kind === "writeCell");
  if (edits.some(({ kind }) => kind === "insertRows" || kind === "deleteRows")) {
    const sheets = edits.flatMap((edit) => ("sheet" in edit ? [edit.sheet] : []));
    if (typedText(now, sheets) !== typedText(editedWorkbook(before, edits), sheets))
      throw new RowsOutdatedError("rows.changedSince");
    await applyWhole(port, now, inverseEdits(before, edits));
    if (step !== undefined) port.journal?.drop(step);
    return cells.length;
  }
  const untouched = cells.filter((edit) => contentText(cellAtAddress(now, edit)) === textOf(edit));
  const places = new Set(untouched.map(placeOf));
  const back = inverseEdits(before, cells).filter(
    (edit) => edit.kind === "writeCell" && places.has(placeOf(edit)),
  );
  if (back.length > 0) await applyWhole(port, now, back);
  if (step !== undefined) port.journal?.drop(step);
  return back.length;
}

function textOf({ content }: WriteCell): string {
  if (content === null) return "";
  return "formula" in content ? content.formula : String(content.value);
}

function placeOf({ sheet, row, column }: CellAddress): string {
  return `${sheet} ${row} ${column}`;
}
