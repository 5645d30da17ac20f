import { formatRange, MAX_COLUMNS, MAX_ROWS } from "../../workbook/address";
import type { CellRange } from "../../workbook/address";
import { MAX_CELLS, NOT_CALCULATED } from "../../workbook/snapshot";
import type { Cell, CellValue, SheetSnapshot } from "../../workbook/snapshot";
import { damaged } from "../fileError";
import { readPartInPieces } from "../package/openPackage";
import type { OfficePackage } from "../package/openPackage";
import { isTrue } from "../package/workbookPart";
import type { SheetEntry } from "../package/workbookPart";
import { ConditionalFormats } from "../patch/conditionalFormats";
import { isReportSheet, marksAmong } from "../patch/findMarks";
import { decodeExcelString } from "../xml/excelString";
import { scanXml } from "../xml/scanXml";
import type { XmlElement, XmlEnd, XmlHandlers } from "../xml/scanXml";
import { readCellReference } from "./cellReference";
import { moveFormula } from "../../workbook/formula/shift";
import { StringItem } from "./sharedStrings";

/** What cells refer to outside their sheet. */
export interface SheetContext {
  readonly strings: readonly string[];
  readonly numberFormats: readonly string[];
}

/** Reads one worksheet; undefined for a report sheet of this product. Throws file.damaged when it is not well-formed. */
export function readSheet(
  file: OfficePackage,
  { name, part, isHidden }: SheetEntry,
  context: SheetContext,
): SheetSnapshot | undefined {
  const scan = new SheetScan(part, context);
  scanXml(readPartInPieces(file, part), part, scan);
  const { blocks } = scan.formats;
  if (isReportSheet(blocks)) return undefined;
  const marks = marksAmong(blocks).map(({ id, kind }) => ({ id, kind }));
  const common = { name, marks, isProtected: scan.isProtected, isHidden };
  return scan.isTooLarge && scan.bounds
    ? {
        ...common,
        rows: new Map(),
        unreadable: { reason: "tooLarge", usedRange: formatRange(scan.bounds) },
      }
    : { ...common, rows: inOrder(scan.rows) };
}

interface OpenCell {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly style: number;
  formula: string | undefined;
  value: string | undefined;
}

interface SharedFormula {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

/** Collects the cells of a worksheet part. Source: ECMA-376 part 1, 18.3.1. */
class SheetScan implements XmlHandlers {
  readonly rows = new Map<number, Map<number, Cell>>();
  readonly formats = new ConditionalFormats();
  isProtected = false;
  isTooLarge = false;
  bounds: CellRange | undefined;

  private readonly inline = new StringItem();
  private readonly shared = new Map<string, SharedFormula>();
  /** Where the scan is; a row or cell that does not say its number follows the one before. */
  private readonly place = { row: -1, column: -1 };
  private cell: OpenCell | undefined;
  /** What the text being read belongs to. */
  private target: "formula" | "value" | undefined;
  private words = "";
  private sharedId: string | undefined;

  constructor(
    private readonly part: string,
    private readonly context: SheetContext,
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
    if (element.tag === "v") this.cell.value = this.words;
    else if (element.tag === "f") this.cell.formula = this.formulaOf(this.cell);
    else if (element.tag === "is") this.cell.value = this.inline.take();
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
    this.cell = {
      row,
      column,
      type: t,
      style: s === undefined ? 0 : Number(s),
      formula: undefined,
      value: undefined,
    };
  }

  private formulaOf({ row, column }: OpenCell): string | undefined {
    const text = decodeExcelString(this.words);
    if (this.sharedId === undefined) return text === "" ? undefined : `=${text}`;
    const master = this.shared.get(this.sharedId);
    if (text !== "") {
      this.shared.set(this.sharedId, { text, row, column });
      return `=${text}`;
    }
    return master && `=${moveFormula(master.text, row - master.row, column - master.column)}`;
  }

  private closeCell(cell: OpenCell): void {
    const { row, column, formula, style } = cell;
    const value = this.valueOf(cell);
    if (value === undefined) return;
    this.grow(row, column);
    if (this.isTooLarge) return;
    const numberFormat = this.context.numberFormats[style] ?? "General";
    const cells = this.rows.get(row) ?? new Map<number, Cell>();
    this.rows.set(row, cells);
    cells.set(column, formula === undefined ? { value, numberFormat } : { value, formula, numberFormat });
  }

  private valueOf({ type, value, formula }: OpenCell): CellValue | undefined {
    if (value === undefined || (value === "" && type !== "str" && type !== "inlineStr")) {
      return formula === undefined ? undefined : { error: NOT_CALCULATED };
    }
    switch (type) {
      case "s":
        return this.sharedString(value);
      case "b":
        return value.trim() === "1" || value.trim() === "true";
      case "e":
        return { error: value.trim() };
      case "inlineStr":
        return value === "" && formula === undefined ? undefined : value;
      case "str":
      case "d": {
        const text = decodeExcelString(value);
        return text === "" && formula === undefined ? undefined : text;
      }
      default:
        return this.number(value);
    }
  }

  private sharedString(index: string): string | undefined {
    const text = this.context.strings[Number(index)];
    if (text === undefined) throw damaged(this.part, `there is no shared string ${index}`);
    return text === "" ? undefined : text;
  }

  private number(text: string): number {
    const value = Number(text);
    // Blanks alone make 0.
    if (!Number.isFinite(value) || (value === 0 && text.trim() === ""))
      throw damaged(this.part, `“${text}” is no number`);
    return value;
  }

  private grow(row: number, column: number): void {
    const known = this.bounds;
    if (known && contains(known, row, column)) return;
    this.bounds = {
      firstRow: Math.min(row, known?.firstRow ?? row),
      firstColumn: Math.min(column, known?.firstColumn ?? column),
      lastRow: Math.max(row, known?.lastRow ?? row),
      lastColumn: Math.max(column, known?.lastColumn ?? column),
    };
    const { firstRow, firstColumn, lastRow, lastColumn } = this.bounds;
    if (this.isTooLarge || (lastRow - firstRow + 1) * (lastColumn - firstColumn + 1) <= MAX_CELLS) return;
    // The scan goes on only to learn how far the sheet reaches.
    this.isTooLarge = true;
    this.rows.clear();
  }
}

function contains({ firstRow, firstColumn, lastRow, lastColumn }: CellRange, row: number, column: number) {
  return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
}

/** Rows and cells by number: files may have them in any order. */
function inOrder(rows: Map<number, Map<number, Cell>>): Map<number, Map<number, Cell>> {
  const byNumber = ([a]: readonly [number, unknown], [b]: readonly [number, unknown]) => a - b;
  return new Map([...rows].sort(byNumber).map(([row, cells]) => [row, new Map([...cells].sort(byNumber))]));
}
