import { SaxesParser } from "saxes";
import { damaged } from "../fileError";
import { NamespaceScope } from "./namespaces";

export interface XmlElement {
  /** Name with its namespace in short form: "row", "x14:cfRule", "rel:Relationship"; see namespaces.ts. */
  readonly tag: string;
  /** Name as written, "x:row". */
  readonly name: string;
  /** As written, entities resolved. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly isSelfClosing: boolean;
  /** Where its start tag begins and where it ends, as indexes of the text; 0 when the text comes in pieces. */
  readonly start: number;
  readonly startTagEnd: number;
  readonly scope: NamespaceScope;
}

/** The end of an element: where its end tag begins and ends. Both are its startTagEnd for `<a/>`. */
export interface XmlEnd {
  readonly endTagStart: number;
  readonly end: number;
}

export interface XmlHandlers {
  open?(element: XmlElement): void;
  /** Character data directly between two tags, entities resolved, CDATA included. */
  text?(text: string): void;
  close?(element: XmlElement, end: XmlEnd): void;
}

const OUTSIDE = new NamespaceScope();

/**
 * Parts of a workbook nest a dozen deep and declare some thirty namespaces. A file made to exhaust memory or time by
 * either is refused here.
 */
const DEEPEST = 200;
const MOST_NAMESPACES = 200;

/**
 * Reads a document once and calls the handlers in document order.
 * @param source the whole text (then positions are given) or its pieces
 * @param part its name, for errors
 * Throws file.damaged when the document is not well-formed or nests absurdly deep. Document type declarations are
 * skipped and define nothing, so an entity declared in one is unknown.
 */
export function scanXml(source: string | Iterable<string>, part: string, handlers: XmlHandlers): void {
  const parser = new SaxesParser({ position: false });
  const whole = typeof source === "string" ? source : undefined;
  const stack: XmlElement[] = [];
  let scope = OUTSIDE;

  parser.on("error", (cause) => {
    throw damaged(part, `not well-formed XML (${cause.message})`, cause);
  });

  parser.on("opentag", ({ name, attributes: written, isSelfClosing }) => {
    // Without the parser's own namespace handling attributes are plain texts.
    const attributes = written as Record<string, string>;
    scope = scope.within(attributes);
    if (stack.length >= DEEPEST) throw damaged(part, `elements nest more than ${DEEPEST} deep`);
    if (scope.bindings.size > MOST_NAMESPACES) throw damaged(part, "it declares too many namespaces");
    const startTagEnd = whole === undefined ? 0 : parser.position;
    const start = whole?.lastIndexOf("<", startTagEnd - 1) ?? 0;
    const element = { tag: scope.tag(name), name, attributes, isSelfClosing, start, startTagEnd, scope };
    stack.push(element);
    handlers.open?.(element);
  });
  parser.on("closetag", () => {
    const element = stack.pop() as XmlElement;
    scope = stack.at(-1)?.scope ?? OUTSIDE;
    const end = whole === undefined ? 0 : parser.position;
    const endTagStart = element.isSelfClosing ? end : (whole?.lastIndexOf("<", end - 1) ?? 0);
    handlers.close?.(element, { endTagStart, end });
  });
  if (handlers.text) {
    parser.on("text", (text) => handlers.text?.(text));
    parser.on("cdata", (text) => handlers.text?.(text));
  }

  for (const piece of whole === undefined ? source : [whole]) parser.write(piece);
  parser.close();
}
