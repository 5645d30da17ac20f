import { scanXml } from "../xml/scanXml";
import type { XmlHandlers } from "../xml/scanXml";
import { getEntry, readPart, readPartInPieces } from "./openPackage";
import type { OfficePackage } from "./openPackage";

/** Parts other than sheets and strings are seldom larger than a few hundred kilobytes. */
const LARGEST_AT_ONCE = 4_000_000;

/** Reads a part once and calls the handlers in document order. Throws file.damaged as readPart and scanXml. */
export function scanPart(file: OfficePackage, part: string, handlers: XmlHandlers): void {
  const isSmall = getEntry(file, part).size <= LARGEST_AT_ONCE;
  scanXml(isSmall ? readPart(file, part).text : readPartInPieces(file, part), part, handlers);
}
