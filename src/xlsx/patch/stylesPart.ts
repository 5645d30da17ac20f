import { findTarget, readRelationships } from "../package/relationships";
import { folderOf } from "../package/partNames";
import type { WorkbookPart } from "../package/workbookPart";
import type { PackageDraft } from "./draft";
import { readOutline } from "./outline";
import { addPart, dialectOf, freeRelationshipId, removePart } from "./partLists";

const STEM = "gouji-styles";

/** The workbook's styles part; an empty one is made when it has none, as some small writers leave it out. */
export function ensureStylesPart(draft: PackageDraft, workbook: WorkbookPart): string {
  const known = workbook.stylesPart;
  if (known !== undefined && draft.has(known)) return known;
  const part = `${folderOf(workbook.part)}${STEM}.xml`;
  // It may have been made by an earlier call on the same draft.
  if (draft.has(part)) return part;
  const id = freeRelationshipId(draft, workbook.part, "rIdGoujiStyles");
  const { main } = dialectOf(draft, workbook.part);
  const text = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${main}"/>`;
  addPart(draft, workbook.part, { part, kind: "styles", id, text });
  return part;
}

/** Leaves out a styles part that ensureStylesPart has made, when nothing is left in it. */
export function removeEmptyStylesPart(draft: PackageDraft, workbook: WorkbookPart): void {
  const part = workbook.stylesPart;
  if (part === undefined || !part.endsWith(`${STEM}.xml`) || !draft.has(part)) return;
  if (readOutline(draft.read(part), part, 1).children.length > 0) return;
  const relationships = readRelationships(draft.file, workbook.part);
  const relationship = relationships.find(({ target }) => target === findTarget(relationships, "styles"));
  if (relationship) removePart(draft, workbook.part, part, relationship.id);
}
