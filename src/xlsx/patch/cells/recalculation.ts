import { readRelationships } from "../../package/relationships";
import type { WorkbookPart } from "../../package/workbookPart";
import { spliceText } from "../../xml/splice";
import type { PackageDraft } from "../draft";
import { changeAttribute, findChild, prefixOf, readOutline } from "../outline";
import { removePart } from "../partLists";

/** What comes behind calcPr in the workbook part. Source: ECMA-376 part 1, 18.2.27, CT_Workbook. */
const BEHIND = new Set([
  "oleSize",
  "customWorkbookViews",
  "pivotCaches",
  "smartTagPr",
  "smartTagTypes",
  "webPublishing",
  "fileRecoveryPr",
  "webPublishObjects",
  "extLst",
]);

/** Leaves out the order of calculation, which names every cell with a formula; Excel makes it anew. */
export function dropCalculationOrder(draft: PackageDraft, workbook: WorkbookPart): void {
  const found = readRelationships(draft.file, workbook.part).find(({ type }) => type === "calcChain");
  if (found) removePart(draft, workbook.part, found.target, found.id);
}

/** True when any sheet of the file as stored has a formula. */
export function hasFormulas(draft: PackageDraft, { sheets }: WorkbookPart): boolean {
  return sheets.some(({ part, isWorksheet }) => {
    return isWorksheet && draft.has(part) && !draft.matches(part, /<(?:[\w.-]+:)?f[\s/>]/g).next().done;
  });
}

/** Has Excel work out all formulas when it opens the file, as their stored results may no longer be right. */
export function calculateOnLoad(draft: PackageDraft, { part }: WorkbookPart): void {
  const text = draft.read(part);
  const root = readOutline(text, part, 1);
  const known = findChild(root, "calcPr");
  if (known) {
    const place = known.start + 1 + known.name.length;
    const splices =
      known.attributes["fullCalcOnLoad"] === undefined
        ? [{ start: place, end: place, text: ` fullCalcOnLoad="1"` }]
        : changeAttribute(text, known, "fullCalcOnLoad", "1");
    draft.write(part, spliceText(text, splices));
    return;
  }
  const next = root.children.find(({ tag }) => BEHIND.has(tag));
  const place = next?.start ?? root.endTagStart;
  const made = `<${prefixOf(root)}calcPr fullCalcOnLoad="1"/>`;
  draft.write(part, spliceText(text, [{ start: place, end: place, text: made }]));
}
