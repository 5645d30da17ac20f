import { MAX_COLUMNS, MAX_ROWS } from "../../workbook/address";
import { damaged } from "../fileError";
import { isTrue } from "../package/workbookPart";
import { ConditionalFormats } from "../patch/conditionalFormats";
import { scanXml } from "../xml/scanXml";
import type { XmlElement, XmlEnd, XmlHandlers } from "../xml/scanXml";
import { readCellReference } from "./cellReference";
import { SheetCells } from "./sheetCells";
import type { SheetContext } from "./sheetCells";
import { StringItem } from "./sharedStrings";

/** What one worksheet part says. */
export interface SheetContent {
  readonly cells: SheetCells;
  readonly scan: SheetScan;
}

/**
 * Reads a worksheet part event by event, whatever its XML looks like. Throws file.damaged when it is not well-formed.
 * @param pieces its text
 */
export function scanSheet(pieces: Iterable<string>, part: string, context: SheetContext): SheetContent {
  const cells = new SheetCells(part, context);
  const scan = new SheetScan(part, cells);
  scanXml(pieces, part, scan);
  return { cells, scan };
}

interface OpenCell {
  readonly type: string;
  readonly style: number;
  formula: string | undefined;
  text: string | undefined;
}

/** Collects what the events of a worksheet part say: cells, conditional formats, whether it is protected. Source: ECMA-376 part 1, 18.3.1. */
export class SheetScan implements XmlHandlers {
  readonly formats = new ConditionalFormats();
  isProtected = false;

  private readonly inline = new StringItem();
  /** Where the scan is; a row or cell that does not say its number follows the one before. */
  private readonly place = { row: -1, column: -1 };
  private cell: OpenCell | undefined;
  /** What the text being read belongs to. */
  private target: "formula" | "value" | undefined;
  private words = "";
  private sharedId: string | undefined;

  constructor(
    private readonly part: string,
    private readonly cells: SheetCells,
  ) {}

  open(element: XmlElement): void {
    const { tag, attributes } = element;
    this.formats.open(element);
    if (this.cell) {
      this.inline.open(element);
      if (tag === "v") this.target = "value";
      else if (tag === "f") {
        this.target = "formula";
        this.sharedId = attributes["t"] === "shared" ? attributes["si"] : undefined;
      }
      this.words = "";
    } else if (tag === "row") {
      this.place.row = attributes["r"] === undefined ? this.place.row + 1 : Number(attributes["r"]) - 1;
      this.place.column = -1;
    } else if (tag === "c") {
      this.openCell(attributes);
    } else if (tag === "sheetProtection") {
      this.isProtected = isTrue(attributes["sheet"]);
    }
  }

  text(text: string): void {
    this.formats.text(text);
    if (!this.cell) return;
    this.inline.text(text);
    if (this.target) this.words += text;
  }

  close(element: XmlElement, end: XmlEnd): void {
    this.formats.close(element, end);
    if (!this.cell) return;
    this.inline.close(element);
    if (element.tag === "v") this.cell.text = this.words;
    else if (element.tag === "f")
      this.cell.formula = this.cells.formulaOf(this.place, this.words, this.sharedId);
    else if (element.tag === "is") this.cell.text = this.inline.take();
    else if (element.tag === "c") {
      this.closeCell(this.cell);
      this.cell = undefined;
    }
    this.target = undefined;
  }

  private openCell({ r, t = "n", s }: Readonly<Record<string, string>>): void {
    if (r === undefined) this.place.column++;
    else if (!readCellReference(r, this.place)) throw damaged(this.part, `“${r}” is no cell`);
    const { row, column } = this.place;
    if (!(row >= 0 && row < MAX_ROWS && column < MAX_COLUMNS)) {
      throw damaged(this.part, `a cell lies outside the sheet (row ${row + 1})`);
    }
    this.inline.take();
    this.cell = { type: t, style: s === undefined ? 0 : Number(s), formula: undefined, text: undefined };
  }

  private closeCell(cell: OpenCell): void {
    this.cells.put(this.place, cell.style, this.cells.valueOf(cell), cell.formula);
  }
}
