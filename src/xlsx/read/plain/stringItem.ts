import { decodeExcelString } from "../../xml/excelString";
import { bytesOf } from "./byteCursor";
import type { ByteCursor } from "./byteCursor";
import { notPlain } from "./plainly";
import { isOf, NAME_PART, NAME_START } from "./signs";

const TEXT = bytesOf("<t");
const TEXT_END = bytesOf("</t>");
const RUN = bytesOf("<r>");
const RUN_END = bytesOf("</r>");
const LOOKS = bytesOf("<rPr>");
const LOOKS_END = bytesOf("</rPr>");
const PHONETIC = bytesOf("<rPh");
const PHONETIC_END = bytesOf("</rPh>");
const PHONETIC_LOOKS = bytesOf("<phoneticPr");
const OPENING = bytesOf("<");

/** How a run looks. Source: ECMA-376 part 1, 18.4.7. */
const LOOK_NAMES: ReadonlySet<string> = new Set(
  "b i strike condense extend outline shadow u vertAlign sz color rFont family charset scheme".split(" "),
);

/**
 * Passes what is inside a string item and its end tag, and gives its text: its own or that of its runs. The phonetic
 * guide above them is not part of it. Source: ECMA-376 part 1, 18.4.
 */
export function readStringItem(cursor: ByteCursor, endTag: Uint8Array): string {
  let words = "";
  for (;;) {
    cursor.skipBlanks();
    if (cursor.take(endTag)) return decodeExcelString(words);
    if (cursor.take(RUN)) words += readRun(cursor);
    else if (cursor.take(PHONETIC)) skipPhonetic(cursor);
    else if (cursor.take(PHONETIC_LOOKS)) skipEmptyElement(cursor);
    else words += readText(cursor);
  }
}

function readRun(cursor: ByteCursor): string {
  cursor.skipBlanks();
  if (cursor.take(LOOKS)) skipLooks(cursor);
  cursor.skipBlanks();
  const words = readText(cursor);
  cursor.skipBlanks();
  cursor.expect(RUN_END);
  return words;
}

function readText(cursor: ByteCursor): string {
  cursor.expect(TEXT);
  skipAttributes(cursor);
  if (cursor.isEmptyElement) return "";
  const words = cursor.text();
  cursor.expect(TEXT_END);
  return words;
}

function skipLooks(cursor: ByteCursor): void {
  for (cursor.skipBlanks(); !cursor.take(LOOKS_END); cursor.skipBlanks()) {
    cursor.expect(OPENING);
    const start = cursor.at;
    if (!isOf(cursor.bytes[start], NAME_START)) notPlain();
    while (isOf(cursor.bytes[cursor.at], NAME_PART)) cursor.at++;
    if (!LOOK_NAMES.has(cursor.ascii(start, cursor.at))) notPlain();
    skipEmptyElement(cursor);
  }
}

function skipPhonetic(cursor: ByteCursor): void {
  skipAttributes(cursor);
  if (cursor.isEmptyElement) return;
  cursor.skipBlanks();
  readText(cursor);
  cursor.skipBlanks();
  cursor.expect(PHONETIC_END);
}

function skipEmptyElement(cursor: ByteCursor): void {
  skipAttributes(cursor);
  if (!cursor.isEmptyElement) notPlain();
}

/** Passes the attributes of a tag and its end. */
function skipAttributes(cursor: ByteCursor): void {
  cursor.beginAttributes();
  while (cursor.nextAttribute());
}
