import { formatRange } from "../../workbook/address";
import type { SheetSnapshot } from "../../workbook/snapshot";
import { readPartAtOnce, readPartInPieces } from "../package/openPackage";
import type { OfficePackage } from "../package/openPackage";
import type { SheetEntry } from "../package/workbookPart";
import { isReportSheet, marksAmong } from "../patch/findMarks";
import { readPlainSheet } from "./plain/plainSheet";
import type { SheetContext } from "./sheetCells";
import { scanSheet } from "./sheetScan";

/** Reads one worksheet; undefined for a report sheet of this product, unless those are wanted. Throws file.damaged when it is not well-formed. */
export function readSheet(
  file: OfficePackage,
  { name, part, isHidden }: SheetEntry,
  context: SheetContext,
  withReports: boolean,
): SheetSnapshot | undefined {
  const bytes = readPartAtOnce(file, part);
  const content =
    (bytes && readPlainSheet(bytes, part, context)) ?? scanSheet(readPartInPieces(file, part), part, context);
  const { cells, scan } = content;
  const { blocks } = scan.formats;
  if (!withReports && isReportSheet(blocks)) return undefined;
  const marks = marksAmong(blocks).map(({ id, kind }) => ({ id, kind }));
  const common = { name, marks, isProtected: scan.isProtected, isHidden };
  return cells.isTooLarge && cells.bounds
    ? {
        ...common,
        rows: new Map(),
        unreadable: { reason: "tooLarge", usedRange: formatRange(cells.bounds) },
      }
    : { ...common, rows: cells.inOrder() };
}
