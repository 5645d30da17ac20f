import type { HiddenLines } from "../../workbook/port";
import { openPackage } from "../package/openPackage";
import { scanPart } from "../package/scanPart";
import { isTrue, readWorkbookPart } from "../package/workbookPart";

/** No table has columns further to the right; a definition for all others of a sheet goes on to the last. */
const MOST_COLUMNS = 1000;

/**
 * The hidden rows and columns of each worksheet of an .xlsx file, by its name. Throws WorkbookFileError as readWorkbook.
 * Source: ECMA-376 part 1, 18.3.1.73 (row) and 18.3.1.13 (col).
 */
export function readHiddenLines(bytes: Uint8Array): ReadonlyMap<string, HiddenLines> {
  const file = openPackage(bytes);
  const found = new Map<string, HiddenLines>();
  for (const { name, part, isWorksheet } of readWorkbookPart(file).sheets) {
    if (!isWorksheet) continue;
    const rows = new Set<number>();
    const columns = new Set<number>();
    let row = -1;
    scanPart(file, part, {
      open({ tag, attributes }) {
        if (tag === "row") {
          row = attributes["r"] === undefined ? row + 1 : Number(attributes["r"]) - 1;
          if (isTrue(attributes["hidden"])) rows.add(row);
        }
        if (tag !== "col" || !isTrue(attributes["hidden"])) return;
        const last = Math.min(Number(attributes["max"]), MOST_COLUMNS);
        for (let column = Number(attributes["min"]); column <= last; column++) columns.add(column - 1);
      },
    });
    found.set(name, { rows, columns });
  }
  return found;
}
