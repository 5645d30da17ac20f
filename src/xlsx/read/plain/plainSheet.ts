import { SheetCells } from "../sheetCells";
import type { SheetContext } from "../sheetCells";
import { SheetScan } from "../sheetScan";
import type { SheetContent } from "../sheetScan";
import { scanAround } from "./around";
import { bytesOf, indexOfBytes } from "./byteCursor";
import { plainly } from "./plainly";
import { readSheetData } from "./sheetData";

const SHEET_DATA = bytesOf("<sheetData>");

/**
 * Reads a worksheet part whose rows are written plainly: straight from the bytes, without an event or an object for
 * each tag. What stands around the rows is scanned as any XML, with the rows left out. Undefined when anything is out
 * of the ordinary, be it sound or damaged: the part is then read as a whole the strict way, which decides.
 * Why: docs/decisions/0001-reading-worksheets.md.
 */
export function readPlainSheet(
  bytes: Uint8Array,
  part: string,
  context: SheetContext,
): SheetContent | undefined {
  const tagStart = indexOfBytes(bytes, SHEET_DATA);
  if (tagStart < 0) return undefined;
  const start = tagStart + SHEET_DATA.length;
  const cells = new SheetCells(part, context);
  const scan = new SheetScan(part, cells);
  return plainly(() => {
    const end = readSheetData(bytes, start, cells);
    const rows = { start, end, tag: "sheetData", depth: 1, inside: ["row", "c"] };
    scanAround(bytes, part, rows, scan);
    return { cells, scan };
  });
}
