import { strToU8, unzipSync, zipSync } from "fflate";
import { MARK_SIGNATURE } from "../../../src/workbook/edit";
import type { AddMark, Edit, WriteReport } from "../../../src/workbook/edit";
import { findMarks } from "../../../src/xlsx/patch/findMarks";

export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';

/** Parts by name, as text. */
export type Parts = Readonly<Record<string, string>>;

/** Styles as Excel writes them into a new workbook, cut to what matters; the list of differential formats is empty. */
export const STYLES =
  `<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="宋体"/><charset val="134"/></font></fonts>` +
  `<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
  `<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>` +
  `<cellXfs count="2"><xf xfId="0"/><xf numFmtId="4" xfId="0" applyNumberFormat="1"/></cellXfs><dxfs count="0"/></styleSheet>`;

/** A sheet with the amounts of one table; `inside` goes behind the cells. */
export function sheetXml(inside = ""): string {
  return (
    `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheetData><row r="1"><c r="A1" s="1"><v>1890.17</v></c>` +
    `<c r="B1" s="1"><v>725.78</v></c></row></sheetData>${inside}<pageMargins left="0.7" right="0.7"/></worksheet>`
  );
}

/** The parts of a workbook with two sheets, 表1 and 表6, as a program would write them; any part can be replaced. */
export function workbookParts(replaced: Parts = {}): Record<string, string> {
  const part = (kind: string, name: string, target: string) =>
    `<Relationship Id="${name}" Type="${RELATIONSHIPS}/${kind}" Target="${target}"/>`;
  return {
    "[Content_Types].xml": `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships">${part("officeDocument", "rId1", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml":
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><bookViews><workbookView activeTab="1"/></bookViews>` +
      `<sheets><sheet name="表1" sheetId="1" r:id="rId1"/><sheet name="表6" sheetId="7" r:id="rId2"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels":
      `<Relationships xmlns="${PACKAGE}/relationships">${part("worksheet", "rId1", "worksheets/sheet1.xml")}` +
      `${part("worksheet", "rId2", "worksheets/sheet2.xml")}${part("styles", "rId3", "styles.xml")}</Relationships>`,
    "xl/worksheets/sheet1.xml": HEAD + sheetXml(),
    "xl/worksheets/sheet2.xml": HEAD + sheetXml(),
    "xl/styles.xml": HEAD + STYLES,
    ...replaced,
  };
}

/** A workbook file of these parts. */
export function zipParts(parts: Parts): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), {
    mtime: "2020-01-01T00:00:00",
  });
}

/** All parts of a file as text, in the order of the file. */
export function partsOf(bytes: Uint8Array): Record<string, string> {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const parts = Object.entries(unzipSync(bytes));
  return Object.fromEntries(parts.map(([name, content]) => [name, decoder.decode(content)]));
}

/** A mark on 表6!A1 unless said otherwise. */
export function mark(changed: Partial<AddMark> = {}): AddMark {
  const formula = `=AND(${MARK_SIGNATURE}T06.c3=c4+c5")=0,A1<>B1)`;
  return {
    kind: "addMark",
    sheet: "表6",
    row: 0,
    column: 0,
    severity: "error",
    formula,
    text: "不等",
    ...changed,
  };
}

/** A mark whose formula looks at another sheet. */
export function crossMark(changed: Partial<AddMark> = {}): AddMark {
  return mark({ formula: `=AND(${MARK_SIGNATURE}X06")=0,A1<>'表1'!A1)`, ...changed });
}

/** A small report with one row for each look, the error linked to 表6!A1. */
export function report(changed: Partial<WriteReport> = {}): WriteReport {
  return {
    kind: "writeReport",
    sheet: "校验报告",
    columnWidths: [12, 60],
    rows: [
      [{ text: "校验报告", style: "title" }],
      [
        { text: "位置", style: "heading" },
        { text: "说明", style: "heading" },
      ],
      [
        { text: "表6!A1", style: "link", link: { sheet: "表6", row: 0, column: 0 } },
        { text: "总计 1,890.17 ≠ 725.78 & <差 1,164.39>", style: "error" },
      ],
      [
        { text: "", style: "text" },
        { text: "=1+1", style: "warning" },
      ],
      [{ text: "2020 版", style: "muted" }],
    ],
    ...changed,
  };
}

/** The edits that remove every mark of the given sheet part. */
export function removalsOf(bytes: Uint8Array, sheet: string, part: string): Edit[] {
  return findMarks(partsOf(bytes)[part] ?? "", part).map(({ id }) => ({
    kind: "removeMark",
    sheet,
    id,
    mark: "format",
  }));
}

/** Asserts that two files are equal to the last byte; a difference shows as one of their parts where it can. */
export function expectSameFile(received: Uint8Array, expected: Uint8Array): void {
  expect(partsOf(received)).toEqual(partsOf(expected));
  expect(Buffer.compare(received, expected)).toBe(0);
}
