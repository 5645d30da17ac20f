import type { CellRange } from "../../workbook/address";
import { moveFormula } from "../../workbook/formula/shift";
import { MAX_CELLS, NOT_CALCULATED } from "../../workbook/snapshot";
import type { Cell, CellValue } from "../../workbook/snapshot";
import { damaged } from "../fileError";
import { decodeExcelString } from "../xml/excelString";
import type { CellPlace } from "./cellReference";

/** What cells refer to outside their sheet. */
export interface SheetContext {
  readonly strings: readonly string[];
  readonly numberFormats: readonly string[];
}

/** A cell as the file has it: its type (t="s"), and the text of its value, undefined when there is none. */
export interface WrittenCell {
  readonly type: string;
  readonly text: string | undefined;
  /** With its leading "=". */
  readonly formula: string | undefined;
}

interface SharedFormula {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

/**
 * The cells of one worksheet, gathered in the order of the file: what a type, a text and a formula mean together. Source: ECMA-376 part 1, 18.3.1.4.
 */
export class SheetCells {
  /** True once the cells span more than MAX_CELLS; from then on only `bounds` grow. */
  isTooLarge = false;
  /** The smallest range around all cells; undefined without any. */
  bounds: { -readonly [Key in keyof CellRange]: number } | undefined;

  private readonly rows = new Map<number, Map<number, Cell>>();
  private readonly shared = new Map<string, SharedFormula>();
  /** Cells that are alike are the same object: those of 0 by style, of shared strings by number. */
  private readonly zeros: Cell[] = [];
  private readonly ofStrings: (Cell | undefined)[];
  private row = -1;
  private column = -1;
  private cells: Map<number, Cell> | undefined;
  private isInOrder = true;

  constructor(
    private readonly part: string,
    private readonly context: SheetContext,
  ) {
    this.ofStrings = new Array<Cell | undefined>(context.strings.length);
  }

  /** Adds a cell, in place of an earlier one there; one without a value is blank and left out. */
  put(place: CellPlace, style: number, value: CellValue | undefined, formula?: string): void {
    if (value === undefined) return;
    const numberFormat = this.context.numberFormats[style] ?? "General";
    if (formula !== undefined) this.add(place, { value, formula, numberFormat });
    // Half the figures of a budget are zeros (Object.is: -0 is another number).
    else if (Object.is(value, 0)) this.add(place, (this.zeros[style] ??= { value: 0, numberFormat }));
    else this.add(place, { value, numberFormat });
  }

  /** Adds a cell with a shared string; false when there is no string of this number. */
  putShared(place: CellPlace, style: number, index: number, formula?: string): boolean {
    const value = this.context.strings[index];
    if (value === undefined) return false;
    if (value === "") return true;
    if (formula !== undefined) {
      this.put(place, style, value, formula);
      return true;
    }
    const numberFormat = this.context.numberFormats[style] ?? "General";
    const known = this.ofStrings[index];
    if (known?.numberFormat === numberFormat) this.add(place, known);
    else this.add(place, (this.ofStrings[index] = { value, numberFormat }));
    return true;
  }

  /** What a cell holds; undefined for a blank one. Throws file.damaged when its text is none of its type. */
  valueOf({ type, text, formula }: WrittenCell): CellValue | undefined {
    if (text === undefined || (text === "" && type !== "str" && type !== "inlineStr")) {
      return formula === undefined ? undefined : { error: NOT_CALCULATED };
    }
    switch (type) {
      case "s":
        return this.sharedString(text);
      case "b":
        return text.trim() === "1" || text.trim() === "true";
      case "e":
        return { error: text.trim() };
      case "inlineStr":
        return text === "" && formula === undefined ? undefined : text;
      case "str":
      case "d": {
        const decoded = decodeExcelString(text);
        return decoded === "" && formula === undefined ? undefined : decoded;
      }
      default:
        return this.number(text);
    }
  }

  /**
   * The formula of a cell with its leading "=", or undefined when the file gives none.
   * @param words the text of its f element
   * @param sharedId the number of the formula that it shares with other cells; only the first of them has the text
   */
  formulaOf({ row, column }: CellPlace, words: string, sharedId: string | undefined): string | undefined {
    const text = decodeExcelString(words);
    if (sharedId === undefined) return text === "" ? undefined : `=${text}`;
    if (text !== "") {
      this.shared.set(sharedId, { text, row, column });
      return `=${text}`;
    }
    const first = this.shared.get(sharedId);
    return first && `=${moveFormula(first.text, row - first.row, column - first.column)}`;
  }

  /** All cells, row by row in ascending order. */
  inOrder(): Map<number, Map<number, Cell>> {
    if (this.isInOrder) return this.rows;
    const byNumber = ([a]: readonly [number, unknown], [b]: readonly [number, unknown]) => a - b;
    return new Map(
      [...this.rows].sort(byNumber).map(([row, cells]) => [row, new Map([...cells].sort(byNumber))]),
    );
  }

  private add({ row, column }: CellPlace, cell: Cell): void {
    this.grow(row, column);
    if (this.isTooLarge) return;
    const cells = row === this.row && this.cells ? this.cells : this.cellsOf(row);
    if (column <= this.column) this.isInOrder = false;
    this.column = column;
    cells.set(column, cell);
  }

  private cellsOf(row: number): Map<number, Cell> {
    // Files have their rows in ascending order, but for strange ones.
    const known = row > this.row ? undefined : this.rows.get(row);
    if (row < this.row) this.isInOrder = false;
    const cells = known ?? new Map<number, Cell>();
    if (!known) this.rows.set(row, cells);
    this.row = row;
    this.column = known ? Infinity : -1;
    this.cells = cells;
    return cells;
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
    const bounds = (this.bounds ??= {
      firstRow: row,
      firstColumn: column,
      lastRow: row,
      lastColumn: column,
    });
    if (row > bounds.lastRow) bounds.lastRow = row;
    else if (row < bounds.firstRow) bounds.firstRow = row;
    if (column > bounds.lastColumn) bounds.lastColumn = column;
    else if (column < bounds.firstColumn) bounds.firstColumn = column;
    if (this.isTooLarge) return;
    const height = bounds.lastRow - bounds.firstRow + 1;
    if (height * (bounds.lastColumn - bounds.firstColumn + 1) <= MAX_CELLS) return;
    // The scan goes on only to learn how far the sheet reaches.
    this.isTooLarge = true;
    this.rows.clear();
  }
}
