import { damaged } from "../../fileError";
import { readCellReference } from "../../read/cellReference";
import { scanXml } from "../../xml/scanXml";
import type { XmlElement, XmlEnd, XmlHandlers } from "../../xml/scanXml";

/** An element's place in the text of its part. */
export interface Placed {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly isSelfClosing: boolean;
  readonly start: number;
  readonly startTagEnd: number;
  readonly endTagStart: number;
  readonly end: number;
}

export interface PlacedCell extends Placed {
  readonly row: number;
  readonly column: number;
  readonly hasFormula: boolean;
}

export interface PlacedRow extends Placed {
  readonly row: number;
  /** Left empty for rows that were not asked for. */
  readonly cells: readonly PlacedCell[];
}

/** A formula that does not stand for its own cell alone. Source: ECMA-376 part 1, 18.3.1.40. */
export interface WideFormula extends Placed {
  readonly row: number;
  readonly column: number;
  /** shared: filled over several cells, written once. area: an array or data table over `reference`. */
  readonly kind: "shared" | "area";
  /** Number of a shared formula. */
  readonly sharedId: string;
  /** The cells of an area as written, "B2:B9". */
  readonly reference: string;
  readonly text: string;
}

/** What is needed of a worksheet part to put content into its cells. */
export interface SheetCells {
  readonly root: Placed;
  readonly data: Placed;
  readonly dimension: Placed | undefined;
  readonly columns: readonly Placed[];
  /** In the order of the file. */
  readonly rows: readonly PlacedRow[];
  readonly wideFormulas: readonly WideFormula[];
}

type Open<T> = { -readonly [Key in keyof T]: T[Key] };

/**
 * Finds the places of a worksheet's rows, of the cells of some of them, and of formulas that span several cells.
 * @param wanted rows, counted from 0, whose cells are needed
 * Throws file.damaged when the part is not well-formed or has no sheetData.
 */
export function readSheetCells(text: string, part: string, wanted: ReadonlySet<number>): SheetCells {
  const scan = new CellScan(part, wanted);
  scanXml(text, part, scan);
  const { root, data } = scan;
  if (!root || !data) throw damaged(part, "it has no sheetData");
  return {
    root,
    data,
    dimension: scan.dimension,
    columns: scan.columns,
    rows: scan.rows,
    wideFormulas: scan.wide,
  };
}

class CellScan implements XmlHandlers {
  root: Placed | undefined;
  data: Placed | undefined;
  dimension: Placed | undefined;
  readonly columns: Placed[] = [];
  readonly rows: Open<PlacedRow>[] = [];
  readonly wide: WideFormula[] = [];

  private readonly place = { row: -1, column: -1 };
  private row: (Open<PlacedRow> & { cells: PlacedCell[] }) | undefined;
  private cell: Open<PlacedCell> | undefined;
  private isInFormula = false;
  private words = "";

  constructor(
    private readonly part: string,
    private readonly wanted: ReadonlySet<number>,
  ) {}

  open(element: XmlElement): void {
    const { tag, attributes } = element;
    if (tag === "row") {
      this.place.row = attributes["r"] === undefined ? this.place.row + 1 : Number(attributes["r"]) - 1;
      this.place.column = -1;
      this.row = { ...placed(element), row: this.place.row, cells: [] };
    } else if (tag === "c" && this.row) {
      const { r } = attributes;
      if (r === undefined) this.place.column++;
      else if (!readCellReference(r, this.place)) throw damaged(this.part, `“${r}” is no cell`);
      this.cell = { ...placed(element), ...this.place, hasFormula: false };
    } else if (tag === "f" && this.cell) {
      this.cell.hasFormula = true;
      this.isInFormula = true;
      this.words = "";
    }
  }

  text(text: string): void {
    if (this.isInFormula) this.words += text;
  }

  close(element: XmlElement, end: XmlEnd): void {
    const { tag } = element;
    if (tag === "f" && this.isInFormula) {
      this.isInFormula = false;
      this.closeFormula({ ...placed(element), ...end });
    } else if (tag === "c" && this.cell) {
      if (this.row && this.wanted.has(this.row.row)) this.row.cells.push({ ...this.cell, ...end });
      this.cell = undefined;
    } else if (tag === "row" && this.row) {
      this.rows.push({ ...this.row, ...end });
      this.row = undefined;
    } else if (tag === "worksheet") this.root = { ...placed(element), ...end };
    else if (tag === "sheetData") this.data = { ...placed(element), ...end };
    else if (tag === "dimension") this.dimension = { ...placed(element), ...end };
    else if (tag === "col") this.columns.push({ ...placed(element), ...end });
  }

  private closeFormula(formula: Placed): void {
    const { t, si = "", ref = "" } = formula.attributes;
    if (t !== "shared" && t !== "array" && t !== "dataTable") return;
    const kind = t === "shared" ? "shared" : "area";
    this.wide.push({ ...formula, ...this.place, kind, sharedId: si, reference: ref, text: this.words });
  }
}

function placed({ name, attributes, isSelfClosing, start, startTagEnd }: XmlElement): Placed {
  return { name, attributes, isSelfClosing, start, startTagEnd, endTagStart: startTagEnd, end: startTagEnd };
}
