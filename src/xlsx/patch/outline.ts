import { scanXml } from "../xml/scanXml";
import type { XmlElement, XmlHandlers } from "../xml/scanXml";
import type { Splice } from "../xml/splice";

/** An element with its place in the text and the elements directly inside it. */
export interface OutlineElement extends XmlElement {
  readonly endTagStart: number;
  readonly end: number;
  readonly children: readonly OutlineElement[];
}

type Draft = { -readonly [Key in keyof OutlineElement]: OutlineElement[Key] } & { children: Draft[] };

/**
 * The elements of a document down to some depth, with their places, for changing the text around them.
 * @param depth how deep: 0 is the root element alone
 * @param closed elements whose inside is left out whatever the depth (a sheet's cells, say)
 * @param also told of the whole scan, inside closed elements too
 * Throws file.damaged when the text is not well-formed.
 */
export function readOutline(
  text: string,
  part: string,
  depth: number,
  closed: readonly string[] = [],
  also: XmlHandlers = {},
): OutlineElement {
  const open: (Draft | undefined)[] = [];
  let root: Draft | undefined;
  scanXml(text, part, {
    open(element) {
      const parent = open.at(-1);
      const isOutside =
        open.length > depth || (open.length > 0 && !parent) || closed.includes(parent?.tag ?? "-");
      const draft: Draft | undefined = isOutside
        ? undefined
        : { ...element, endTagStart: 0, end: 0, children: [] };
      open.push(draft);
      root ??= draft;
      if (draft) parent?.children.push(draft);
      also.open?.(element);
    },
    text: (words) => also.text?.(words),
    close(element, end) {
      const draft = open.pop();
      if (draft) Object.assign(draft, end);
      also.close?.(element, end);
    },
  });
  // A well-formed document has a root element, and depth 0 keeps it.
  return root as Draft;
}

/** The first element with this tag directly inside another one. */
export function findChild(element: OutlineElement | undefined, tag: string): OutlineElement | undefined {
  return element?.children.find((child) => child.tag === tag);
}

/** The prefix with its colon that elements of the same kind are written with: "x:" for <x:row>, "" for <row>. */
export function prefixOf({ name }: { readonly name: string }): string {
  return name.slice(0, name.indexOf(":") + 1);
}

/**
 * Puts content behind everything inside an element. `<a/>` becomes `<a>…</a >`: the space in the end tag means nothing
 * to XML and tells closeAgain how the element was written before.
 */
export function appendInside(element: OutlineElement, content: string): Splice[] {
  return element.isSelfClosing
    ? [{ start: element.startTagEnd - 2, end: element.startTagEnd, text: `>${content}</${element.name} >` }]
    : [{ start: element.endTagStart, end: element.endTagStart, text: content }];
}

/** True when appendInside has opened this element, which was written `<a/>` before. */
export function wasSelfClosing(text: string, element: OutlineElement): boolean {
  return text.slice(element.endTagStart, element.end) === `</${element.name} >`;
}

/** Undoes appendInside on an element that was `<a/>`, dropping all that is in it. */
export function closeAgain(element: OutlineElement): Splice[] {
  return [{ start: element.startTagEnd - 1, end: element.end, text: "/>" }];
}

/** Drops an element with all that is in it. */
export function dropElement({ start, end }: OutlineElement): Splice {
  return { start, end, text: "" };
}

/** Gives an attribute that the element has another value, which must need no escaping; nothing when it has none. */
export function changeAttribute(
  text: string,
  { start, startTagEnd }: OutlineElement,
  name: string,
  value: string,
): Splice[] {
  const match = new RegExp(`\\s${name}\\s*=\\s*(["'])`).exec(text.slice(start, startTagEnd));
  if (!match) return [];
  const valueStart = start + match.index + match[0].length;
  return [{ start: valueStart, end: text.indexOf(match[1] ?? '"', valueStart), text: value }];
}
