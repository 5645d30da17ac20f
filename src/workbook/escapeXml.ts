const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  // A parser turns these into spaces inside attributes and \r into \n everywhere, unless they are written so.
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** Text as it may stand in an element. Characters XML cannot hold at all are left out. */
export function escapeText(text: string): string {
  return legalCharacters(text).replace(/[&<>\r]/g, (character) => ESCAPES[character] ?? "");
}

/** Text as it may stand in a double-quoted attribute. Characters XML cannot hold at all are left out. */
export function escapeAttribute(text: string): string {
  return legalCharacters(text).replace(/[&<>"\t\n\r]/g, (character) => ESCAPES[character] ?? "");
}

/** Source: XML 1.0 (fifth edition) 2.2, production Char; half surrogate pairs are no characters. */
function legalCharacters(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "");
}
