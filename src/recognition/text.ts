/** How headings, names and codes of a sheet are compared: nothing here is ever shown or written back. */

/** Width, spaces (also inside, line breaks, NBSP, U+3000), quotes and trailing colons do not count. */
export function normaliseText(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s\u200B-\u200F\u2060\uFEFF]+/g, "")
    .replace(/["'“”‘’「」『』]/g, "")
    .replace(/[〔【]/g, "[")
    .replace(/[〕】]/g, "]")
    .replace(/:$/, "");
}

/** A heading: as normaliseText, and a year in it does not count (2020年预算 is 年预算). */
export function normaliseHeading(text: string): string {
  return normaliseText(text).replace(/(19|20)\d{2}年度?/g, "年");
}

const NUMBERING =
  /^(其中:?|[一二三四五六七八九十百]+[、.]|\([一二三四五六七八九十]+\)[、.]?|\d{1,2}[、.](?!\d)|\(\d{1,2}\)[、.]?)/;

/** A row's name without 其中： and numbering: 其中：（一）因公出国（境）费 → 因公出国(境)费. */
export function normaliseRowName(text: string): string {
  let name = normaliseText(text);
  for (let rest = name.replace(NUMBERING, ""); rest !== name; rest = name.replace(NUMBERING, "")) {
    if (rest === "") break;
    name = rest;
  }
  return name;
}

/** A cell that says nothing: blank, 无, 不适用, or dashes. */
export function saysNothing(text: string): boolean {
  return /^(无|不适用|[-\u2010-\u2015\u2212\u2500/]*)$/.test(normaliseText(text));
}

export interface CodeCell {
  /** Upper case, without brackets and spaces; "" when the cell has none. */
  readonly code: string;
  /** What stands beside the code in a `[code]name` cell; "" when nothing does. */
  readonly name: string;
  /** True when the cell is written as `[code]name`. */
  readonly isBracketed: boolean;
}

/** Reads a code cell: "2010301", 2010301, "[30101]基本工资" or "30101 基本工资". */
export function parseCodeCell(text: string): CodeCell {
  const plain = normaliseText(text);
  const bracketed = /^\[([0-9A-Za-z]+)\](.*)$/.exec(plain);
  if (bracketed) {
    return { code: (bracketed[1] ?? "").toUpperCase(), name: bracketed[2] ?? "", isBracketed: true };
  }
  const leading = /^([A-Za-z]?\d+)(\D.*)?$/.exec(plain);
  if (leading) return { code: (leading[1] ?? "").toUpperCase(), name: leading[2] ?? "", isBracketed: false };
  return { code: /^[A-Z]$/.test(plain) ? plain : "", name: "", isBracketed: false };
}
