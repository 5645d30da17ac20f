import { resolveEntities } from "./entities";
import type { OpenTag } from "./strictXml";

/** A tag or a run of text of a document, in the order they stand. */
export type XmlToken =
  | ({ readonly kind: "open" } & OpenTag)
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "close"; readonly start: number; readonly end: number };

/** The declaration as programs write it, and the blanks behind it. A byte order mark may stand in front. */
const DECLARATION =
  /^\uFEFF?(?:<\?xml version="1\.0"(?: encoding="[Uu][Tt][Ff]-8")?(?: standalone="(?:yes|no)")? ?\?>)?[ \t\r\n]*/;

const NAME = String.raw`[A-Za-z_][\w.:-]*`;
const ATTRIBUTES = String.raw`(?:[ \t\n]+${NAME}="[^"<\0-\x1f]*")*`;
const TAG = new RegExp(`<(?:/(${NAME})|(${NAME})(${ATTRIBUTES})[ \\t\\n]*(/?))>`, "y");

/** Line ends that XML changes, characters that it forbids, and halves of characters, which only whole are allowed. */
// eslint-disable-next-line no-control-regex
const UNUSUAL = /[\0-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|\]\]>/;

/** Longer texts are better read without a list of all their tokens. */
const LONGEST = 4_000_000;

/**
 * The tokens of a document in the form that programs write: ASCII names, double quotes, no comment, CDATA or document
 * type. Undefined for any other form, and for whatever is not well-formed. It takes a small part of the time of a
 * parser for all of XML, above all in a program that has just started.
 */
export function readPlainXml(text: string): XmlToken[] | undefined {
  if (text.length > LONGEST) return undefined;
  const tokens: XmlToken[] = [];
  const names: string[] = [];
  let at = DECLARATION.exec(text)?.[0].length ?? 0;
  if (UNUSUAL.test(at === 0 ? text : text.slice(at))) return undefined;
  do {
    TAG.lastIndex = at;
    const match = TAG.exec(text);
    if (!match) return undefined;
    const [tag, closing, name = "", attributes = "", slash] = match;
    const end = at + tag.length;
    if (closing === undefined) {
      const values = readAttributes(attributes);
      if (!values) return undefined;
      const isSelfClosing = slash === "/";
      tokens.push({ kind: "open", name, attributes: values, isSelfClosing, start: at, end });
      if (isSelfClosing) tokens.push({ kind: "close", start: end, end });
      else names.push(name);
    } else {
      if (names.pop() !== closing) return undefined;
      tokens.push({ kind: "close", start: at, end });
    }
    at = end;
    if (names.length > 0 && text[at] !== "<") {
      at = text.indexOf("<", end);
      const words = at < 0 ? undefined : resolveEntities(text.slice(end, at));
      if (words === undefined) return undefined;
      tokens.push({ kind: "text", text: words });
    }
  } while (names.length > 0);
  return text.slice(at).trim() === "" ? tokens : undefined;
}

/** Undefined when two have the same name, or a value has an entity that is not known. */
function readAttributes(written: string): Record<string, string> | undefined {
  const attributes: Record<string, string> = {};
  // TAG has seen that it is nothing but blanks, names and values in double quotes.
  for (let at = 0; at < written.length;) {
    const equals = written.indexOf("=", at);
    const end = written.indexOf('"', equals + 2);
    const name = written.slice(at, equals).trim();
    const value = resolveEntities(written.slice(equals + 2, end));
    // "__proto__" would not become an attribute.
    if (value === undefined || Object.hasOwn(attributes, name) || name === "__proto__") return undefined;
    attributes[name] = value;
    at = end + 1;
  }
  return attributes;
}
