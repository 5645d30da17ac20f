/** How headings, names and codes of a sheet are compared: nothing here is ever shown or written back. */

/** Width, spaces (also inside, line breaks, NBSP, U+3000), quotes and trailing colons do not count. */
export function normaliseText(text: string): string {
  return PLAIN.test(text) ? text : normaliseAny(text);
}

/** Letters, digits, Chinese characters and signs that stay as they are: most cells hold nothing else. */
const PLAIN = /^[0-9A-Za-z.,()[\]+\-、\u4E00-\u9FFF]*$/;

function normaliseAny(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s\u200B-\u200F\u2060\uFEFF]+/g, "")
    .replace(/["'“”‘’「」『』]/g, "")
    .replace(/[〔【]/g, "[")
    .replace(/[〕】]/g, "]")
    .replace(/:$/, "");
}

/** A heading: as normaliseText; a year in it does not count (2020年预算 is 年预算), nor a unit behind it (合计(元)). */
export function normaliseHeading(text: string): string {
  const plain = normaliseText(text);
  return plain.includes("年") || plain.endsWith("元)") ? withoutYear(plain) : plain;
}

function withoutYear(text: string): string {
  return text.replace(/(19|20)\d{2}年度?/g, "年").replace(/(.)\((单位:?)?(万元|亿元|元)\)$/, "$1");
}

const NUMBERING =
  /^(其中:?|[一二三四五六七八九十百]+[、.]|\([一二三四五六七八九十]+\)[、.]?|\d{1,2}[、.](?!\d)|\(\d{1,2}\)[、.]?)/;

/** A row's name without 其中： and numbering: 其中：（一）因公出国（境）费 → 因公出国(境)费. */
export function normaliseRowName(text: string): string {
  const plain = normaliseText(text);
  return MAY_BE_NUMBERED.test(plain) ? withoutNumbering(plain) : plain;
}

/** How a numbering begins: names that begin otherwise, as most do, are not looked at further. */
const MAY_BE_NUMBERED = /^[其一二三四五六七八九十百(\d]/;

function withoutNumbering(text: string): string {
  let name = text;
  for (let rest = name.replace(NUMBERING, ""); rest !== name; rest = name.replace(NUMBERING, "")) {
    if (rest === "") break;
    name = rest;
  }
  return name;
}

/** 其中：车辆运行: a part of the row above, which no sum counts a second time. */
export function isPart(name: string): boolean {
  return normaliseText(name).startsWith("其中");
}

/** A part of the row above, or the sum of a printed page: its amounts stand in other rows too. */
export function isCountedAbove(name: string): boolean {
  return isPart(name) || /^(本页(小计|合计)|过次页|承前页)$/.test(normaliseRowName(name));
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

/** The year that a text names, as in 2020年度; undefined when it names none. */
export function yearIn(text: string): number | undefined {
  if (!text.includes("年")) return undefined;
  const match = /(20\d{2})年/.exec(text.normalize("NFKC").replace(/\s/g, ""));
  return match ? Number(match[1]) : undefined;
}
