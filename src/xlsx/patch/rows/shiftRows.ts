import type { RowEdit } from "../../../workbook/edit";
import { readRelationships } from "../../package/relationships";
import { readWorkbookPart } from "../../package/workbookPart";
import { calculateOnLoad, dropCalculationOrder, hasFormulas } from "../cells/recalculation";
import { PackageDraft } from "../draft";
import { addRowsLike } from "./insertedRows";
import { shiftNotesDrawing } from "./notes";
import { CHART, COMMENTS, DRAWING, FORMULAS_ONLY, OWN_SHEET, TABLE } from "./placeRules";
import type { PlaceRules } from "./placeRules";
import { fixed, refuseFixedRows, refuseTable } from "./refuse";
import { writeOutSharedFormulas } from "./sharedFormulas";
import { shiftPart } from "./shiftPart";

/**
 * An .xlsx file with rows put into a sheet or taken out of it. All that speaks of its cells follows: formulas of every
 * sheet, names, print areas, charts, merged areas, conditional formats, rules for input, links, notes, drawings, tables.
 * Excel works out all formulas anew when it opens the file.
 * Throws RangeError for a sheet that is not in it, WorkbookFileError for an unreadable file and, with file.rowsFixed,
 * for rows that an array formula, a merged area, a table or a pivot table holds in place.
 */
export function shiftRows(bytes: Uint8Array, edit: RowEdit): Uint8Array {
  const draft = new PackageDraft(bytes);
  const workbook = readWorkbookPart(draft.file);
  const own = workbook.sheets.find(({ name, isWorksheet }) => isWorksheet && name === edit.sheet);
  if (!own) throw new RangeError(`the workbook has no worksheet named “${edit.sheet}”`);
  const text = writeOutSharedFormulas(draft.read(own.part), own.part);
  refuseFixedRows(text, own.part, edit);
  const shifted = shiftPart(text, own.part, OWN_SHEET, edit, edit.sheet);
  draft.write(own.part, edit.kind === "insertRows" ? addRowsLike(shifted, own.part, edit) : shifted);
  for (const { type, target } of readRelationships(draft.file, own.part))
    shiftNeighbour(draft, type, target, edit);
  for (const { name, part, isWorksheet } of workbook.sheets) {
    if (part !== own.part && isWorksheet) shiftOtherSheet(draft, part, name, edit);
  }
  change(draft, workbook.part, FORMULAS_ONLY, edit, "");
  shiftEverywhere(draft, edit);
  dropCalculationOrder(draft, workbook);
  if (hasFormulas(draft, workbook)) calculateOnLoad(draft, workbook);
  return draft.toBytes();
}

/** Parts that belong to the sheet itself. */
function shiftNeighbour(draft: PackageDraft, type: string, part: string, edit: RowEdit): void {
  if (!draft.has(part)) return;
  if (type === "comments" || type === "threadedComment") change(draft, part, COMMENTS, edit, edit.sheet);
  else if (type === "drawing") change(draft, part, DRAWING, edit, edit.sheet);
  else if (type === "vmlDrawing") draft.write(part, shiftNotesDrawing(draft.read(part), edit));
  else if (type === "table") {
    refuseTable(draft.read(part), part, edit);
    change(draft, part, TABLE, edit, edit.sheet);
  } else if (type === "pivotTable") throw fixed(edit, "", "pivot");
}

function shiftOtherSheet(draft: PackageDraft, part: string, name: string, edit: RowEdit): void {
  const before = draft.read(part);
  // Most sheets speak of no other.
  if (!before.includes("!")) return;
  change(draft, part, FORMULAS_ONLY, edit, name, writeOutSharedFormulas(before, part));
}

/** Charts of any sheet; pivot tables whose figures come from this one would have to be made anew. */
function shiftEverywhere(draft: PackageDraft, edit: RowEdit): void {
  for (const { name } of draft.file.zip.entries) {
    if (/(^|\/)charts\/chart[^/]*\.xml$/i.test(name)) change(draft, name, CHART, edit, "");
    else if (/(^|\/)pivotCache\/pivotCacheDefinition[^/]*\.xml$/i.test(name)) {
      if (draft.read(name).includes(`sheet="${edit.sheet}"`)) throw fixed(edit, "", "pivot");
    }
  }
}

function change(
  draft: PackageDraft,
  part: string,
  rules: PlaceRules,
  edit: RowEdit,
  sheet: string,
  text = draft.read(part),
): void {
  draft.write(part, shiftPart(text, part, rules, edit, sheet));
}
