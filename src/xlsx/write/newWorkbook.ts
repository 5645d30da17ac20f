import type { SheetDesign } from "../../workbook/sheetDesign";
import { PackageDraft } from "../patch/draft";
import { encodeText } from "../xml/encoding";
import { writeZip } from "../zip/writeZip";
import { addSheets } from "./addSheets";

const XML = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

/**
 * A workbook without sheets, to which sheets are then added as to any other. Excel works everything out once more when
 * it opens it. Sources: ECMA-376 part 1, 12.2 and 18.2.27; the typeface is that of Excel in Chinese.
 */
const PARTS: Readonly<Record<string, string>> = {
  "[Content_Types].xml":
    `${XML}<Types xmlns="${PACKAGE}content-types">` +
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>` +
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPES}sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${TYPES}styles+xml"/></Types>`,
  "_rels/.rels":
    `${XML}<Relationships xmlns="${PACKAGE}relationships">` +
    `<Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  "xl/workbook.xml":
    `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><bookViews><workbookView/></bookViews>` +
    `<sheets></sheets><calcPr fullCalcOnLoad="1"/></workbook>`,
  "xl/_rels/workbook.xml.rels":
    `${XML}<Relationships xmlns="${PACKAGE}relationships">` +
    `<Relationship Id="rId1" Type="${RELATIONSHIPS}/styles" Target="styles.xml"/></Relationships>`,
  "xl/styles.xml":
    `${XML}<styleSheet xmlns="${MAIN}">` +
    `<fonts count="1"><font><sz val="11"/><name val="宋体"/><family val="3"/><charset val="134"/></font></fonts>` +
    `<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
    `<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
    `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
    `<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>` +
    `<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
};

/** A new .xlsx file of these sheets. Equal designs give equal bytes. Throws RangeError when there is none. */
export function writeNewWorkbook(designs: readonly SheetDesign[]): Uint8Array {
  if (designs.length === 0) throw new RangeError("a workbook needs a sheet");
  const nothing = { bytes: new Uint8Array(), entries: [], comment: new Uint8Array() };
  const parts = Object.entries(PARTS).map(
    ([name, text]) => [name, encodeText({ text, encoding: "utf-8" })] as const,
  );
  const draft = new PackageDraft(writeZip(nothing, new Map(parts)));
  addSheets(draft, designs);
  return draft.toBytes();
}
