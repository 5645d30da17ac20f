const NAMED: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** Any reference, or an ampersand that begins none. The longest that means a character is "&#x10FFFF;". */
const REFERENCE = /&(?:([a-z]{2,4}|#\d{1,7}|#x[0-9A-Fa-f]{1,6});)?/g;

/**
 * "A&amp;B" → "A&B". Undefined when there is anything but XML's own five names and numbers of characters that XML
 * allows.
 */
export function resolveEntities(text: string): string | undefined {
  if (!text.includes("&")) return text;
  let isKnown = true;
  const resolved = text.replace(REFERENCE, (_, body: string | undefined) => {
    const character = body === undefined ? undefined : characterOf(body);
    isKnown &&= character !== undefined;
    return character ?? "";
  });
  return isKnown ? resolved : undefined;
}

function characterOf(body: string): string | undefined {
  if (!body.startsWith("#")) return NAMED.get(body);
  const code = body.startsWith("#x") ? parseInt(body.slice(2), 16) : Number(body.slice(1));
  return isCharacter(code) ? String.fromCodePoint(code) : undefined;
}

/** Source: Extensible Markup Language (XML) 1.0, production 2. */
function isCharacter(code: number): boolean {
  return (
    code === 0x09 ||
    code === 0x0a ||
    code === 0x0d ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  );
}
