import { spliceText } from "../xml/splice";
import type { Splice } from "../xml/splice";
import {
  changeAttribute,
  closeAgain,
  dropElement,
  findChild,
  prefixOf,
  readOutline,
  wasSelfClosing,
} from "./outline";
import { appendInside } from "./outline";
import type { OutlineElement } from "./outline";

/** The lists of the styles part that this product adds to. */
export type StyleList = "numFmts" | "fonts" | "fills" | "borders" | "cellXfs" | "dxfs";

/** Order of the lists in the styles part. Source: ECMA-376 part 1, 18.8.39, CT_Stylesheet. */
const ORDER = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs"];

/** What a list begins with when the workbook has none: entry 0 (and fill 1) have a fixed meaning. */
const FIRST_ENTRIES: Readonly<Record<StyleList, (p: string) => readonly string[]>> = {
  numFmts: () => [],
  fonts: (p) => [`<${p}font/>`],
  fills: (p) =>
    ["none", "gray125"].map((type) => `<${p}fill><${p}patternFill patternType="${type}"/></${p}fill>`),
  borders: (p) => [`<${p}border/>`],
  cellXfs: (p) => [`<${p}xf/>`],
  dxfs: () => [],
};

/** The entries of the lists, as text and as elements. */
export interface StyleEntries {
  /** Prefix of the part's elements, with its colon. */
  readonly prefix: string;
  readonly root: OutlineElement;
  texts(list: StyleList): readonly string[];
}

/** Reads the lists of a styles part. Throws file.damaged when it is not well-formed. */
export function readStyles(text: string, part: string): StyleEntries {
  const root = readOutline(text, part, 2);
  return {
    prefix: prefixOf(root),
    root,
    texts: (list) => (findChild(root, list)?.children ?? []).map(({ start, end }) => text.slice(start, end)),
  };
}

/**
 * Adds entries to the end of a list, which is made when it is missing.
 * @returns the new text of the part and the place of the first added entry in the list
 */
export function appendStyles(
  text: string,
  part: string,
  list: StyleList,
  entries: readonly string[],
): { readonly text: string; readonly first: number } {
  const { root, prefix: p } = readStyles(text, part);
  const element = findChild(root, list);
  if (element) {
    const splices = [
      ...changeCount(text, element, entries.length),
      ...appendInside(element, entries.join("")),
    ];
    return { text: spliceText(text, splices), first: element.children.length };
  }
  const first = FIRST_ENTRIES[list](p);
  // Lists that this makes carry a space and no count, by which removeLastStyles knows to drop them whole.
  const made = `<${p}${list} >${[...first, ...entries].join("")}</${p}${list}>`;
  if (root.isSelfClosing) return { text: spliceText(text, appendInside(root, made)), first: first.length };
  const before = root.children.findLast(
    ({ tag }) => ORDER.includes(tag) && ORDER.indexOf(tag) < ORDER.indexOf(list),
  );
  const place = before?.end ?? root.startTagEnd;
  return { text: spliceText(text, [{ start: place, end: place, text: made }]), first: first.length };
}

/** Takes entries off the end of a list, giving back the text from before appendStyles. */
export function removeLastStyles(text: string, part: string, list: StyleList, count: number): string {
  const { root, prefix: p } = readStyles(text, part);
  const element = findChild(root, list);
  if (!element || count === 0) return text;
  const kept = element.children.length - count;
  const isMade =
    text.slice(element.start, element.startTagEnd) === `<${p}${list} >` && !wasSelfClosing(text, element);
  if (isMade && kept <= FIRST_ENTRIES[list](p).length) {
    const isAlone = root.children.length === 1 && wasSelfClosing(text, root);
    return spliceText(text, isAlone ? closeAgain(root) : [dropElement(element)]);
  }
  const removal =
    kept === 0 && wasSelfClosing(text, element)
      ? closeAgain(element)
      : element.children.slice(kept).map((entry) => dropElement(entry));
  return spliceText(text, [...changeCount(text, element, -count), ...removal]);
}

/** The count is changed by the difference, so that even one that was wrong comes back as it was. */
function changeCount(text: string, element: OutlineElement, difference: number): Splice[] {
  const count = element.attributes["count"];
  if (count === undefined || !/^\d+$/.test(count)) return [];
  return changeAttribute(text, element, "count", String(Number(count) + difference));
}
