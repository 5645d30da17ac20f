/**
 * Excel writes characters that XML cannot hold as _xHHHH_, and a text that looks like that with its first underscore
 * written as _x005F_. Source: ECMA-376 part 1, 22.9.2.19 ST_Xstring.
 */
const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;

/** "a_x000D_b" → "a\rb"; other text stays as it is. */
export function decodeExcelString(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(ESCAPED, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** The reverse, for texts written into a file: only what would be mistaken for an escape is escaped. */
export function encodeExcelString(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
}
