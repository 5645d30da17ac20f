import { INVISIBLE } from "../amounts/plainCharacters";

/** A paragraph in plain characters, each with its place in the text it was taken from. */
export interface Paragraph {
  readonly kind: "heading" | "prose" | "row";
  /** Full-width forms narrowed, quotation marks and spaces gone but between two digits. */
  readonly text: string;
  /** `places[i]` is where the character i of `text` stands in the whole text; one more for its end. */
  readonly places: readonly number[];
  /** How deep a heading stands: 0 for 第一部分, then 一、 (一) 1. (1); prose counts by its own number, if it has one. */
  readonly level: number | undefined;
}

/** Marks with which a paragraph of prose is complete; a line without one goes on in the next line. */
const COMPLETE = /[。;:!?]$/;
const MONEY = /\d(?:万|亿)?元|\d%/;
const LONGEST_HEADING = 45;
/** A line without a number is a heading only when it is short and ends like one. */
const HEADING_ENDS =
  /(情况|说明|预算|概况|职责|解释|安排|设置|目标|报表|编制|决算|经费|支出|收入|变化|规模|结构)$/;
const LONGEST_PLAIN_HEADING = 30;

const NUMBERS: readonly RegExp[] = [
  /^第[一二三四五六七八九十]+(部分|章|节)/,
  /^[一二三四五六七八九十]{1,3}、/,
  /^\([一二三四五六七八九十]{1,3}\)/,
  /^\d{1,2}[.、](?!\d)/,
  /^(\(\d{1,2}\)|[①-⑳])/,
];

/**
 * The paragraphs of a text: lines that a page or a column broke are joined, headings told from prose, rows of tables
 * (tabs, or bars as in Markdown) kept apart. Takes the text as pasted or read from a file, line ends of any kind.
 */
export function paragraphsOf(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let open: Paragraph | undefined;
  for (const line of linesOf(text)) {
    if (line.text === "") continue;
    if (open && line.kind === "prose" && line.level === undefined) {
      open = joined(open, line);
      paragraphs[paragraphs.length - 1] = open;
    } else {
      open = line;
      paragraphs.push(line);
    }
    if (open.kind !== "prose" || COMPLETE.test(open.text)) open = undefined;
  }
  return paragraphs;
}

function linesOf(text: string): Paragraph[] {
  const lines: Paragraph[] = [];
  const pattern = /[^\r\n\v\f\u2028]+/g;
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    const [line] = found;
    if (isTableRow(line)) lines.push(rowOf(line, found.index));
    else lines.push(lineOf(line, found.index));
  }
  return lines;
}

function isTableRow(line: string): boolean {
  return /\S\s*\t+\s*\S|^\t+\S/.test(line) || /^\s*\|.*\|\s*$/.test(line);
}

/** A row keeps its cells apart by tabs. */
function rowOf(line: string, start: number): Paragraph {
  const chars = line.trim().startsWith("|") ? line.replaceAll("|", "\t") : line;
  return { kind: "row", ...plainOf(chars, start, true), level: undefined };
}

function lineOf(line: string, start: number): Paragraph {
  const marks = /^\s*(#{1,6}|[-*•·]|>)\s+/.exec(line)?.[0] ?? "";
  const isMarked = marks.trim().startsWith("#");
  const { text, places } = plainOf(line.slice(marks.length), start + marks.length, false);
  const number = NUMBERS.findIndex((pattern) => pattern.test(text));
  const isHeading =
    !MONEY.test(text) &&
    !/[。,;:!?]/.test(text) &&
    (isMarked ||
      (number >= 0
        ? text.length <= LONGEST_HEADING
        : text.length <= LONGEST_PLAIN_HEADING && HEADING_ENDS.test(text)));
  const level = number >= 0 ? number : isHeading ? 1 : undefined;
  return { kind: isHeading ? "heading" : "prose", text, places, level };
}

function joined(one: Paragraph, other: Paragraph): Paragraph {
  return {
    ...one,
    text: one.text + other.text,
    places: [...one.places.slice(0, -1), ...other.places],
  };
}

/** Signs that mean the same in these texts. */
const SAME: Readonly<Record<string, string>> = {
  "〔": "(",
  "〕": ")",
  "【": "(",
  "】": ")",
  "－": "-",
  "—": "-",
  "–": "-",
  "−": "-",
  "﹪": "%",
  "·": "",
};

function plainOf(text: string, start: number, keepTabs: boolean): { text: string; places: number[] } {
  let plain = "";
  const places: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const char = plainChar(text, index, keepTabs);
    if (char === "") continue;
    plain += char;
    places.push(start + index);
  }
  places.push(start + text.trimEnd().length);
  return { text: plain, places };
}

const INVISIBLE_CHAR = new RegExp(INVISIBLE.source);
const QUOTES = /["'“”‘’「」『』]/;

function plainChar(text: string, index: number, keepTabs: boolean): string {
  const char = text[index] ?? "";
  if (char === "\t" && keepTabs) return "\t";
  if (/[\s\u3000]/.test(char)) return isBetweenDigits(text, index) ? " " : "";
  if (QUOTES.test(char) || INVISIBLE_CHAR.test(char)) return "";
  const same = SAME[char];
  if (same !== undefined) return same;
  return /[！-～]/.test(char) ? String.fromCharCode(char.charCodeAt(0) - 0xfee0) : char;
}

/** One space between two figures keeps them apart; it is gone everywhere else. */
function isBetweenDigits(text: string, index: number): boolean {
  return /[\d.]/.test(text[index - 1] ?? "") && /\d/.test(text.slice(index).trimStart()[0] ?? "");
}
