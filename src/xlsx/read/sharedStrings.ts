import { readPartAtOnce, readPartInPieces } from "../package/openPackage";
import type { OfficePackage } from "../package/openPackage";
import { decodeExcelString } from "../xml/excelString";
import { scanXml } from "../xml/scanXml";
import type { XmlElement, XmlHandlers } from "../xml/scanXml";
import { readPlainStrings } from "./plain/plainStrings";

/**
 * Puts together the text of a string item: its own text or that of its runs; the phonetic guide (rPh) above them is not
 * part of it. Source: ECMA-376 part 1, 18.4.
 */
export class StringItem implements XmlHandlers {
  private words = "";
  private phonetic = 0;
  private isText = false;

  open({ tag }: XmlElement): void {
    if (tag === "rPh") this.phonetic++;
    else if (tag === "t") this.isText = this.phonetic === 0;
  }

  text(text: string): void {
    if (this.isText) this.words += text;
  }

  close({ tag }: XmlElement): void {
    if (tag === "rPh") this.phonetic--;
    else if (tag === "t") this.isText = false;
  }

  /** The text so far; the next item starts anew. */
  take(): string {
    const text = decodeExcelString(this.words);
    this.words = "";
    return text;
  }
}

/** The strings that cells refer to by number. Throws file.damaged when the part is not well-formed. */
export function readSharedStrings(file: OfficePackage, part: string): string[] {
  const bytes = readPartAtOnce(file, part);
  return (bytes && readPlainStrings(bytes, part)) ?? scanSharedStrings(readPartInPieces(file, part), part);
}

/**
 * Reads a shared strings part event by event, whatever its XML looks like. Throws file.damaged when it is not
 * well-formed.
 * @param pieces its text
 */
export function scanSharedStrings(pieces: Iterable<string>, part: string): string[] {
  const strings: string[] = [];
  const item = new StringItem();
  scanXml(pieces, part, {
    open: (element) => item.open(element),
    text: (text) => item.text(text),
    close(element) {
      item.close(element);
      if (element.tag === "si") strings.push(item.take());
    },
  });
  return strings;
}
