import { findChild, prefixOf, readOutline } from "../../../src/xlsx/patch/outline";
import type { OutlineElement } from "../../../src/xlsx/patch/outline";
import { WORKSHEET_ORDER } from "../../../src/xlsx/patch/worksheetOrder";
import type { WorksheetElement } from "../../../src/xlsx/patch/worksheetOrder";
import { spliceText } from "../../../src/xlsx/xml/splice";

/** What is needed to write one element of a worksheet anew. */
export interface WorksheetText {
  readonly text: string;
  readonly part: string;
}

/** A worksheet's elements down to some depth without its cells. Throws file.damaged when it is not well-formed. */
function outlineOf({ text, part }: WorksheetText, depth = 3): OutlineElement {
  return readOutline(text, part, depth, ["sheetData"]);
}

/**
 * Puts another element in place of the one with this tag, or at its place in the schema's order.
 * @param make gives the new element's XML from the prefix that the part writes ("x:" or "") and the element as it was
 *   (its text, undefined when there is none); "" takes the element away
 */
export function putElement(
  sheet: WorksheetText,
  tag: WorksheetElement,
  make: (
    prefix: string,
    was: { readonly element: OutlineElement; readonly text: string } | undefined,
  ) => string,
): string {
  const root = outlineOf(sheet);
  const was = findChild(root, tag);
  const xml = make(prefixOf(root), was && { element: was, text: sheet.text.slice(was.start, was.end) });
  if (was) return spliceText(sheet.text, [{ start: was.start, end: was.end, text: xml }]);
  const before = root.children.findLast(
    (child) =>
      WORKSHEET_ORDER.findIndex((one) => one === child.tag) < WORKSHEET_ORDER.indexOf(tag) &&
      isKnown(child.tag),
  );
  const place = before?.end ?? root.startTagEnd;
  return spliceText(sheet.text, [{ start: place, end: place, text: xml }]);
}

function isKnown(tag: string): boolean {
  return WORKSHEET_ORDER.some((one) => one === tag);
}

/**
 * The start tag of an element with attributes set (undefined takes one away), as it was otherwise. Values must need no
 * escaping beyond what the caller has done.
 */
export function withAttributes(
  tag: string,
  attributes: Readonly<Record<string, string | undefined>>,
): string {
  let changed = tag;
  for (const [name, value] of Object.entries(attributes)) {
    changed = changed.replace(new RegExp(`\\s${name}\\s*=\\s*("[^"]*"|'[^']*')`), "");
    if (value !== undefined)
      changed = changed.replace(/^<[^\s/>]+/, (start) => `${start} ${name}="${value}"`);
  }
  return changed;
}

/** The text of an element with attributes of its own start tag set. */
export function setAttributes(
  text: string,
  { start, startTagEnd }: { readonly start: number; readonly startTagEnd: number },
  attributes: Readonly<Record<string, string | undefined>>,
) {
  return { start, end: startTagEnd, text: withAttributes(text.slice(start, startTagEnd), attributes) };
}
