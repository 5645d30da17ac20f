import { WorkbookFileError } from "../../fileError";
import { decodeText } from "../../xml/encoding";
import { scanXml } from "../../xml/scanXml";
import type { XmlElement, XmlEnd } from "../../xml/scanXml";
import { SheetCells } from "../sheetCells";
import type { SheetContext } from "../sheetCells";
import { SheetScan } from "../sheetScan";
import { bytesOf, indexOfBytes } from "./byteCursor";
import { notPlain, plainly } from "./plainly";
import { readSheetData } from "./sheetData";

const SHEET_DATA = bytesOf("<sheetData>");

/** What one worksheet part says. */
export interface SheetContent {
  readonly cells: SheetCells;
  readonly scan: SheetScan;
}

/**
 * Reads a worksheet part whose rows are written plainly: straight from the bytes, without an event or an object for
 * each tag. What stands around the rows is scanned as any XML, with the rows left out. Undefined when anything is out
 * of the ordinary, be it sound or damaged: the part is then read as a whole the strict way, which decides.
 *
 * That the two ways give the same is shown by tests on many generated and damaged sheets. It rests on this: the rows
 * are read by a grammar smaller than XML's, whose every sentence is well-formed and means the same to both; and they
 * are left out of the rest only where that rest has nothing but one empty sheetData in their place.
 */
export function readPlainSheet(
  bytes: Uint8Array,
  part: string,
  context: SheetContext,
): SheetContent | undefined {
  const start = indexOfBytes(bytes, SHEET_DATA);
  if (start < 0) return undefined;
  const cells = new SheetCells(part, context);
  const dataStart = start + SHEET_DATA.length;
  return plainly(() => {
    const dataEnd = readSheetData(bytes, dataStart, cells);
    const before = textOf(bytes.subarray(0, dataStart), part);
    const around = new AroundRows(new SheetScan(part, cells), before.length);
    scan(before + textOf(bytes.subarray(dataEnd), part), part, around);
    if (!around.hasPlace) notPlain();
    return { cells, scan: around.scan };
  });
}

function textOf(bytes: Uint8Array, part: string): string {
  return soundly(() => {
    const { text, encoding } = decodeText(bytes, part);
    return encoding === "utf-8" ? text : notPlain();
  });
}

function scan(text: string, part: string, handlers: AroundRows): void {
  soundly(() => scanXml(text, part, handlers));
}

/** Leaves damage to the strict way, so that it is told in the same words whatever else there is. */
function soundly<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof WorkbookFileError) return notPlain();
    throw error;
  }
}

/** Scans what stands around the rows, and makes sure that their place is that of a sheet's rows. */
class AroundRows {
  /** True once the sheetData was met from which the rows were taken. */
  hasPlace = false;
  private depth = 0;

  constructor(
    readonly scan: SheetScan,
    /** Where the rows were taken out of the text. */
    private readonly place: number,
  ) {}

  open(element: XmlElement): void {
    const { tag, startTagEnd } = element;
    if (tag === "sheetData" && this.depth === 1 && startTagEnd === this.place) this.hasPlace = true;
    else if (tag === "sheetData" || tag === "row" || tag === "c") notPlain();
    this.depth++;
    this.scan.open(element);
  }

  text(text: string): void {
    this.scan.text(text);
  }

  close(element: XmlElement, end: XmlEnd): void {
    this.depth--;
    this.scan.close(element, end);
  }
}
