import { scanAround } from "./around";
import { ByteCursor, bytesOf, indexOfBytes } from "./byteCursor";
import { plainly } from "./plainly";
import { BLANK, isOf } from "./signs";
import { readStringItem } from "./stringItem";

const ITEM = bytesOf("<si>");
const ITEM_END = bytesOf("</si>");
const LIST_END = bytesOf("</sst>");

/**
 * The strings of a shared strings part that is written plainly, straight from its bytes. Undefined when anything is
 * out of the ordinary, as for sheets (readPlainSheet).
 */
export function readPlainStrings(bytes: Uint8Array, part: string): string[] | undefined {
  const first = indexOfBytes(bytes, ITEM);
  if (first < 0) return undefined;
  return plainly(() => {
    const cursor = new ByteCursor(bytes, first);
    const strings: string[] = [];
    while (!cursor.take(LIST_END)) {
      cursor.expect(ITEM);
      strings.push(readStringItem(cursor, ITEM_END));
      cursor.skipBlanks();
    }
    const end = cursor.at - LIST_END.length;
    let start = first;
    while (isOf(bytes[start - 1], BLANK)) start--;
    scanAround(bytes, part, { start, end, tag: "sst", depth: 0, inside: ["si", "t", "rPh"] }, {});
    return strings;
  });
}
