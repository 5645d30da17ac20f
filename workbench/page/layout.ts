import type { CellRange } from "../../src/workbook/address";
import { parseRange } from "../../src/workbook/address";
import { openPackage, readPartInPieces } from "../../src/xlsx/package/openPackage";
import type { OfficePackage } from "../../src/xlsx/package/openPackage";
import { isTrue, readWorkbookPart } from "../../src/xlsx/package/workbookPart";
import { scanXml } from "../../src/xlsx/xml/scanXml";
import type { CellView } from "./grid";

/** How a sheet of a file looks beyond what the product reads of it. Rows and columns count from 0. */
export interface SheetLayout {
  readonly merges: readonly CellRange[];
  /** Column → width in characters. */
  readonly widths: ReadonlyMap<number, number>;
  /** "row,column" → look, where it is not the ordinary one. */
  readonly looks: ReadonlyMap<string, CellLook>;
}

export type CellLook = Partial<Pick<CellView, "align" | "isBold" | "isWrapped">>;

/** A column range this long is Excel's way of saying "and so on to the last column". */
const LONGEST_RUN = 256;

/** Reads the looks of all sheets of a workbook that readWorkbook has read already, by sheet name. */
export function readLayout(bytes: Uint8Array): ReadonlyMap<string, SheetLayout> {
  const file = openPackage(bytes);
  const { sheets, stylesPart } = readWorkbookPart(file);
  const looks = stylesPart === undefined ? [] : readLooks(file, stylesPart);
  return new Map(
    sheets
      .filter(({ isWorksheet }) => isWorksheet)
      .map(({ name, part }) => [name, readSheetLayout(file, part, looks)]),
  );
}

function readSheetLayout(file: OfficePackage, part: string, styles: readonly CellLook[]): SheetLayout {
  const merges: CellRange[] = [];
  const widths = new Map<number, number>();
  const looks = new Map<string, CellLook>();
  scanXml(readPartInPieces(file, part), part, {
    open({ tag, attributes }) {
      if (tag === "col") {
        const first = Number(attributes["min"]) - 1;
        const last = Number(attributes["max"]) - 1;
        const width = Number(attributes["width"]);
        if (width > 0) {
          for (let column = first; column <= Math.min(last, first + LONGEST_RUN); column++) {
            widths.set(column, width);
          }
        }
      }
      const range = parseRange(attributes[tag === "mergeCell" ? "ref" : "r"] ?? "");
      if (tag === "mergeCell" && range) merges.push(range);
      const look = tag === "c" ? styles[Number(attributes["s"] ?? 0)] : undefined;
      if (range && look) looks.set(`${range.firstRow},${range.firstColumn}`, look);
    },
  });
  return { merges, widths, looks };
}

/** Alignment and weight of each cell style (cellXfs), in the order of their numbers. */
function readLooks(file: OfficePackage, part: string): CellLook[] {
  const isBold: boolean[] = [];
  const looks: CellLook[] = [];
  const within: string[] = [];
  scanXml(readPartInPieces(file, part), part, {
    open({ tag, attributes }) {
      const [list, item] = within.slice(1);
      if (list === "fonts" && tag === "font") isBold.push(false);
      if (list === "fonts" && item === "font" && tag === "b") {
        isBold[isBold.length - 1] = isTrue(attributes["val"] ?? "1");
      }
      if (list === "cellXfs" && tag === "xf") {
        looks.push(isBold[Number(attributes["fontId"])] ? { isBold: true } : {});
      }
      if (list === "cellXfs" && tag === "alignment") {
        const align = attributes["horizontal"];
        looks[looks.length - 1] = {
          ...looks.at(-1),
          ...((align === "left" || align === "center" || align === "right") && { align }),
          ...(isTrue(attributes["wrapText"]) && { isWrapped: true }),
        };
      }
      within.push(tag);
    },
    close() {
      within.pop();
    },
  });
  return looks;
}
