import { MAX_COLUMNS, MAX_ROWS } from "../../../workbook/address";
import type { SheetCells } from "../sheetCells";
import { ByteCursor, bytesOf } from "./byteCursor";
import { readNumber } from "./number";
import { notPlain } from "./plainly";
import { readStringItem } from "./stringItem";
import { CAPITAL_A, CAPITAL_Z, DOUBLE_QUOTE, EQUALS, GREATER, LESS, SLASH } from "./signs";
import {
  BLANK,
  isOf,
  SMALL_B,
  SMALL_D,
  SMALL_E,
  SMALL_F,
  SMALL_I,
  SMALL_N,
  SMALL_R,
  SMALL_S,
  SMALL_T,
} from "./signs";

const ROW = bytesOf("<row");
const ROW_END = bytesOf("</row>");
const DATA_END = bytesOf("</sheetData>");
const CELL = bytesOf("<c");
const CELL_END = bytesOf("</c>");
const FORMULA = bytesOf("<f");
const FORMULA_END = bytesOf("</f>");
const VALUE = bytesOf("<v>");
const VALUE_WITH_ATTRIBUTES = bytesOf("<v");
const VALUE_END = bytesOf("</v>");
const INLINE = bytesOf("<is>");
const INLINE_END = bytesOf("</is>");
const STR = bytesOf('str"');
const INLINE_STR = bytesOf('inlineStr"');

/** Names of attributes: row number, type of a formula, its number. */
const R = bytesOf("r");
const T = bytesOf("t");
const SI = bytesOf("si");

/** The types that a single letter names; "n" where there is none. Source: ECMA-376 part 1, 18.18.11 ST_CellType. */
const TYPES: ReadonlyMap<number | undefined, string> = new Map([
  [SMALL_S, "s"],
  [SMALL_N, "n"],
  [SMALL_B, "b"],
  [SMALL_E, "e"],
  [SMALL_D, "d"],
]);

/** Bits of the attributes that a cell has had. */
const HAS_R = 1;
const HAS_S = 2;
const HAS_T = 4;

/**
 * Reads the rows of a worksheet into `cells`, straight from the bytes.
 * @param start the place behind `<sheetData>`
 * Gives the place of `</sheetData>`; ends by notPlain at anything out of the ordinary.
 */
export function readSheetData(bytes: Uint8Array, start: number, cells: SheetCells): number {
  const cursor = new ByteCursor(bytes, start);
  const rows = new RowReader(cursor, cells);
  for (;;) {
    cursor.skipBlanks();
    const end = cursor.at;
    if (cursor.take(DATA_END)) return end;
    cursor.expect(ROW);
    rows.read();
  }
}

/** Reads rows one after the other; one object for all, so that a cell costs nothing but itself. */
class RowReader {
  /** Where the reader is; a row or cell that does not say its number follows the one before. */
  private readonly place = { row: -1, column: -1 };
  private type = "n";
  private style = 0;

  constructor(
    private readonly cursor: ByteCursor,
    private readonly cells: SheetCells,
  ) {}

  /** Passes a row, the cursor being behind `<row`. */
  read(): void {
    const { cursor, place } = this;
    place.column = -1;
    place.row++;
    cursor.beginAttributes();
    while (cursor.nextAttribute()) if (cursor.isNamed(R)) place.row = this.wholeNumber() - 1;
    if (cursor.isEmptyElement) return;
    for (cursor.skipBlanks(); !cursor.take(ROW_END); cursor.skipBlanks()) {
      cursor.expect(CELL);
      if (!this.cellTag()) this.cell();
    }
  }

  /** Passes the attributes and the end of a cell's tag; true for an empty element, a blank cell. */
  private cellTag(): boolean {
    const { cursor, place } = this;
    const { bytes } = cursor;
    this.type = "n";
    this.style = 0;
    let had = 0;
    for (;;) {
      const sign = bytes[cursor.at];
      if (sign === GREATER || sign === SLASH) break;
      if (!isOf(sign, BLANK)) notPlain();
      cursor.skipBlanks();
      const name = bytes[cursor.at];
      if (name === GREATER || name === SLASH) break;
      if (bytes[cursor.at + 1] !== EQUALS || bytes[cursor.at + 2] !== DOUBLE_QUOTE) notPlain();
      cursor.at += 3;
      const bit = this.cellAttribute(name);
      if (had & bit) notPlain();
      had |= bit;
    }
    if (!(had & HAS_R)) place.column++;
    if (place.row < 0 || place.row >= MAX_ROWS || place.column >= MAX_COLUMNS) notPlain();
    const isEmpty = bytes[cursor.at] === SLASH;
    if (isEmpty && bytes[++cursor.at] !== GREATER) notPlain();
    cursor.at++;
    return isEmpty;
  }

  private cellAttribute(name: number | undefined): number {
    const { cursor } = this;
    const { bytes } = cursor;
    if (name === SMALL_R) {
      this.reference();
      return HAS_R;
    }
    if (name === SMALL_S) {
      this.style = cursor.digits();
      if (bytes[cursor.at++] !== DOUBLE_QUOTE) notPlain();
      return HAS_S;
    }
    if (name !== SMALL_T) return notPlain();
    const type = bytes[cursor.at + 1] === DOUBLE_QUOTE ? TYPES.get(bytes[cursor.at]) : undefined;
    if (type !== undefined) {
      this.type = type;
      cursor.at += 2;
    } else if (bytes[cursor.at] === SMALL_I) {
      cursor.expect(INLINE_STR);
      this.type = "inlineStr";
    } else {
      cursor.expect(STR);
      this.type = "str";
    }
    return HAS_T;
  }

  /** Passes the B7" of a cell. Source: ECMA-376 part 1, 18.18.7 ST_CellRef. */
  private reference(): void {
    const { cursor, place } = this;
    const { bytes } = cursor;
    let at = cursor.at;
    let column = 0;
    for (let letter = bytes[at]; letter !== undefined && letter >= CAPITAL_A && letter <= CAPITAL_Z;) {
      column = column * 26 + letter - CAPITAL_A + 1;
      letter = bytes[++at];
    }
    if (column === 0 || at - cursor.at > 3) notPlain();
    cursor.at = at;
    place.row = cursor.digits() - 1;
    place.column = column - 1;
    if (cursor.at - at > 7 || bytes[cursor.at++] !== DOUBLE_QUOTE) notPlain();
  }

  /** Passes what is inside a cell and its end tag. */
  private cell(): void {
    const { cursor, cells, place, style, type } = this;
    cursor.skipBlanks();
    const hasFormula = cursor.bytes[cursor.at + 1] === SMALL_F && cursor.take(FORMULA);
    const formula = hasFormula ? this.formula() : undefined;
    if (cursor.take(VALUE)) {
      if (type === "n" && cursor.bytes[cursor.at] !== LESS) {
        cells.put(place, style, readNumber(cursor), formula);
      } else if (type === "s" && cursor.bytes[cursor.at] !== LESS) {
        if (!cells.putShared(place, style, cursor.digits(), formula)) notPlain();
      } else {
        const text = cursor.text();
        cells.put(place, style, this.meaning(text, formula), formula);
      }
      cursor.expect(VALUE_END);
    } else {
      const text = cursor.take(INLINE) ? readStringItem(cursor, INLINE_END) : this.valueWithAttributes();
      cells.put(place, style, this.meaning(text, formula), formula);
    }
    cursor.skipBlanks();
    cursor.expect(CELL_END);
  }

  /** Errors of the strict way are left to it. */
  private meaning(text: string | undefined, formula: string | undefined) {
    const { type } = this;
    if ((type === "n" || type === "s") && text) notPlain();
    return this.cells.valueOf({ type, text, formula });
  }

  /** Passes `<v/>` or `<v xml:space="preserve">…</v>`; undefined when there is no v element. */
  private valueWithAttributes(): string | undefined {
    const { cursor } = this;
    if (!cursor.take(VALUE_WITH_ATTRIBUTES)) return undefined;
    cursor.beginAttributes();
    while (cursor.nextAttribute());
    if (cursor.isEmptyElement) return "";
    const text = cursor.text();
    cursor.expect(VALUE_END);
    return text;
  }

  /** Passes a formula and the blanks behind it, the cursor being behind `<f`. */
  private formula(): string | undefined {
    const { cursor } = this;
    let isShared = false;
    let sharedId: string | undefined;
    cursor.beginAttributes();
    while (cursor.nextAttribute()) {
      if (cursor.isNamed(T)) isShared = cursor.value() === "shared";
      else if (cursor.isNamed(SI)) sharedId = cursor.value();
    }
    let words = "";
    if (!cursor.isEmptyElement) {
      words = cursor.text();
      cursor.expect(FORMULA_END);
    }
    cursor.skipBlanks();
    return this.cells.formulaOf(this.place, words, isShared ? sharedId : undefined);
  }

  /** The last attribute's value as a whole number. */
  private wholeNumber(): number {
    const { cursor } = this;
    const behind = cursor.at;
    cursor.at = cursor.valueStart;
    const number = cursor.digits();
    if (cursor.at !== cursor.valueEnd) notPlain();
    cursor.at = behind;
    return number;
  }
}
