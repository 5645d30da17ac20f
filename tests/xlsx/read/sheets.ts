import type { Cell, SheetSnapshot, WorkbookSnapshot } from "../../../src/workbook/snapshot";
import { parseRange } from "../../../src/workbook/address";
import { readWorkbook } from "../../../src/xlsx/read/readWorkbook";
import { MAIN, workbookParts, zipParts } from "../patch/workbooks";
import type { Parts } from "../patch/workbooks";

/** A workbook of hand-made parts (see workbookParts) as the reader sees it. */
export function readParts(replaced: Parts = {}): WorkbookSnapshot {
  return readWorkbook(zipParts(workbookParts(replaced)), "预算.xlsx");
}

/** The sheet 表1 with this content of its sheetData; further parts can be replaced. */
export function readRows(rows: string, replaced: Parts = {}, behind = ""): SheetSnapshot {
  const sheet = `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${behind}</worksheet>`;
  return sheetOf(readParts({ "xl/worksheets/sheet1.xml": sheet, ...replaced }), "表1");
}

export function sheetOf(workbook: WorkbookSnapshot, name: string): SheetSnapshot {
  const sheet = workbook.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** The cell at an A1 address. */
export function cell(sheet: SheetSnapshot, a1: string): Cell | undefined {
  const range = parseRange(a1);
  return range && sheet.rows.get(range.firstRow)?.get(range.firstColumn);
}

/** [row, column, value] of every cell, in the order of the snapshot, rows and columns counted from 0. */
export function contents(sheet: SheetSnapshot): [number, number, Cell["value"]][] {
  return [...sheet.rows].flatMap(([row, cells]) =>
    [...cells].map(([column, { value }]): [number, number, Cell["value"]] => [row, column, value]),
  );
}

/** Adds a relationship to the workbook part, e.g. to shared strings. */
export function withRelationship(kind: string, target: string): Parts {
  const part = "xl/_rels/workbook.xml.rels";
  const type = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}`;
  const relationship = `<Relationship Id="rId9" Type="${type}" Target="${target}"/></Relationships>`;
  return { [part]: (workbookParts()[part] ?? "").replace("</Relationships>", relationship) };
}
