import { SaxesParser } from "saxes";
import { damaged } from "../fileError";

/** The start tag of an element as written. */
export interface OpenTag {
  readonly name: string;
  /** Entities resolved. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly isSelfClosing: boolean;
  /** Where the tag begins and ends, as indexes of the text; 0 when the text comes in pieces. */
  readonly start: number;
  readonly end: number;
}

/** Who is told of the tags and texts of a document, in the order they stand. */
export interface TagEvents {
  open(tag: OpenTag): void;
  /** Left out by who wants no texts. */
  readonly text: ((text: string) => void) | undefined;
  /** The end of the element opened last: where its end tag begins and ends, both behind the tag for `<a/>`. */
  close(start: number, end: number): void;
}

/**
 * Reads a document in any form that XML allows, and calls `events` for its tags and texts.
 * @param source the whole text (then places are given) or its pieces
 * @param part its name, for errors
 * Throws file.damaged when the document is not well-formed.
 */
export function scanStrictly(source: string | Iterable<string>, part: string, events: TagEvents): void {
  const parser = new SaxesParser({ position: false });
  const whole = typeof source === "string" ? source : undefined;
  parser.on("error", (cause) => {
    throw damaged(part, `not well-formed XML (${cause.message})`, cause);
  });
  parser.on("opentag", ({ name, attributes, isSelfClosing }) => {
    const end = whole === undefined ? 0 : parser.position;
    const start = whole?.lastIndexOf("<", end - 1) ?? 0;
    // Without the parser's own namespace handling attributes are plain texts.
    events.open({ name, attributes: attributes as Record<string, string>, isSelfClosing, start, end });
  });
  parser.on("closetag", ({ isSelfClosing }) => {
    const end = whole === undefined ? 0 : parser.position;
    events.close(isSelfClosing ? end : (whole?.lastIndexOf("<", end - 1) ?? 0), end);
  });
  const { text } = events;
  if (text) {
    parser.on("text", text);
    parser.on("cdata", text);
  }
  for (const piece of whole === undefined ? source : [whole]) parser.write(piece);
  parser.close();
}
