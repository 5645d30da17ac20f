import { damaged } from "../fileError";
import { NamespaceScope } from "./namespaces";
import { readPlainXml } from "./plainXml";
import { scanStrictly } from "./strictXml";
import type { OpenTag, TagEvents } from "./strictXml";

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
  const events = new ElementEvents(part, handlers);
  const tokens = typeof source === "string" ? readPlainXml(source) : undefined;
  if (!tokens) scanStrictly(source, part, events);
  for (const token of tokens ?? []) {
    if (token.kind === "open") events.open(token);
    else if (token.kind === "text") handlers.text?.(token.text);
    else events.close(token.start, token.end);
  }
}

/** Makes elements of tags: what they nest in, and which namespaces are in force. */
class ElementEvents implements TagEvents {
  readonly text: ((text: string) => void) | undefined;
  private readonly stack: XmlElement[] = [];
  private scope = OUTSIDE;

  constructor(
    private readonly part: string,
    private readonly handlers: XmlHandlers,
  ) {
    this.text = handlers.text && ((text) => handlers.text?.(text));
  }

  open({ name, attributes, isSelfClosing, start, end }: OpenTag): void {
    const { part, stack } = this;
    const scope = this.scope.within(attributes);
    this.scope = scope;
    if (stack.length >= DEEPEST) throw damaged(part, `elements nest more than ${DEEPEST} deep`);
    if (scope.bindings.size > MOST_NAMESPACES) throw damaged(part, "it declares too many namespaces");
    const tag = scope.tag(name);
    const element = { tag, name, attributes, isSelfClosing, start, startTagEnd: end, scope };
    stack.push(element);
    this.handlers.open?.(element);
  }

  close(endTagStart: number, end: number): void {
    const element = this.stack.pop() as XmlElement;
    this.scope = this.stack.at(-1)?.scope ?? OUTSIDE;
    this.handlers.close?.(element, { endTagStart, end });
  }
}
