import { formatA1 } from "../../../src/workbook/address";
import { scanXml } from "../../../src/xlsx/xml/scanXml";
import { spliceText } from "../../../src/xlsx/xml/splice";
import type { Splice } from "../../../src/xlsx/xml/splice";
import { readCellReference } from "../../../src/xlsx/read/cellReference";
import type { WorksheetText } from "./worksheetPart";

/** A worksheet's text in which every row and cell says where it stands, so that others may be put before it. */
export function numberedCells({ text, part }: WorksheetText): string {
  const splices: Splice[] = [];
  const place = { row: -1, column: -1 };
  scanXml(text, part, {
    open({ tag, name, attributes, start }) {
      if (tag !== "row" && tag !== "c") return;
      const { r } = attributes;
      if (tag === "row")
        Object.assign(place, { row: r === undefined ? place.row + 1 : Number(r) - 1, column: -1 });
      else if (r === undefined) place.column++;
      else readCellReference(r, place);
      if (r !== undefined) return;
      const behind = start + 1 + name.length;
      const number = tag === "row" ? String(place.row + 1) : formatA1(place.row, place.column);
      splices.push({ start: behind, end: behind, text: ` r="${number}"` });
    },
  });
  return spliceText(text, splices);
}
