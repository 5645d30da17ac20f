import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { WorkbookFileError } from "../../../../src/xlsx/fileError";
import { getEntry, openPackage } from "../../../../src/xlsx/package/openPackage";
import { readWorkbookPart } from "../../../../src/xlsx/package/workbookPart";
import { readPlainSheet } from "../../../../src/xlsx/read/plain/plainSheet";
import { readPlainStrings } from "../../../../src/xlsx/read/plain/plainStrings";
import { scanSharedStrings } from "../../../../src/xlsx/read/sharedStrings";
import { scanSheet } from "../../../../src/xlsx/read/sheetScan";
import type { SheetContent } from "../../../../src/xlsx/read/sheetScan";
import { decodeChunks } from "../../../../src/xlsx/xml/encoding";
import { inflateEntry } from "../../../../src/xlsx/zip/inflateEntry";
import { Chooser, randomFrom } from "../../../support/random";
import { CONTEXT, damagedBytes, generatedSheet, generatedStrings } from "./generatedSheets";

const PART = "xl/worksheets/sheet1.xml";

/** What a sheet says, in a form that can be compared. */
function said({ cells, scan }: SheetContent) {
  return {
    rows: [...cells.inOrder()].map(([row, line]) => [row, [...line]]),
    bounds: cells.bounds,
    isTooLarge: cells.isTooLarge,
    isProtected: scan.isProtected,
    formats: scan.formats.blocks.map(({ cells: on, rules }) => [on, rules.map(({ formulas }) => formulas)]),
  };
}

/** What the strict way gives, or that it refuses the part. */
function strictly<T>(bytes: Uint8Array, read: (pieces: Iterable<string>) => T): T | "refused" {
  try {
    return read(decodeChunks([bytes], PART));
  } catch (error) {
    if (error instanceof WorkbookFileError) return "refused";
    throw error;
  }
}

/** Compares both ways on one sheet; true when the plain way read it. */
function sheetAgrees(bytes: Uint8Array): boolean {
  const plain = readPlainSheet(bytes, PART, CONTEXT);
  if (!plain) return false;
  const strict = strictly(bytes, (pieces) => said(scanSheet(pieces, PART, CONTEXT)));
  // Much faster than expect, which only has to show a difference.
  if (!isDeepStrictEqual(said(plain), strict)) {
    expect({ part: new TextDecoder().decode(bytes), said: said(plain) }).toEqual({ said: strict });
  }
  return true;
}

function stringsAgree(bytes: Uint8Array): boolean {
  const plain = readPlainStrings(bytes, PART);
  if (!plain) return false;
  expect(plain).toEqual(strictly(bytes, (pieces) => scanSharedStrings(pieces, PART)));
  return true;
}

const encode = (text: string) => new TextEncoder().encode(text);

describe("a sheet read the plain way says the same as read the strict way", () => {
  test("when it is written as programs do, and then it is always read the plain way", () => {
    const choose = new Chooser(randomFrom(1));
    for (let count = 0; count < 800; count++)
      expect(sheetAgrees(encode(generatedSheet(choose, 0)))).toBe(true);
  });

  test("when it has oddities, sound or damaged", () => {
    const choose = new Chooser(randomFrom(2));
    let plain = 0;
    for (let count = 0; count < 1500; count++) if (sheetAgrees(encode(generatedSheet(choose, 0.03)))) plain++;
    expect(plain).toBeGreaterThan(250);
    expect(plain).toBeLessThan(1250);
  });

  test("when its bytes are damaged", () => {
    const choose = new Chooser(randomFrom(3));
    let plain = 0;
    for (let count = 0; count < 1500; count++) {
      if (sheetAgrees(damagedBytes(encode(generatedSheet(choose, 0)), choose))) plain++;
    }
    expect(plain).toBeGreaterThan(90);
  });
});

describe("shared strings read the plain way are the same as read the strict way", () => {
  test("when they are written as programs do, and then they are always read the plain way", () => {
    const choose = new Chooser(randomFrom(4));
    for (let count = 0; count < 500; count++)
      expect(stringsAgree(encode(generatedStrings(choose, 0)))).toBe(true);
  });

  test("when they have oddities or their bytes are damaged", () => {
    const choose = new Chooser(randomFrom(5));
    let plain = 0;
    for (let count = 0; count < 1500; count++) {
      const bytes = encode(generatedStrings(choose, 0.03));
      if (stringsAgree(count % 2 ? damagedBytes(bytes, choose) : bytes)) plain++;
    }
    expect(plain).toBeGreaterThan(250);
  });
});

test.each(["baiyun-2020.xlsx", "baiyun-2020-as-published.xlsx"])(
  "all of %s is read the plain way",
  (name) => {
    const file = openPackage(new Uint8Array(readFileSync(join(__dirname, "../../../fixtures", name))));
    const { sheets, sharedStringsPart = "" } = readWorkbookPart(file);
    const bytesOf = (part: string) => inflateEntry(file.zip, getEntry(file, part));
    const strings = readPlainStrings(bytesOf(sharedStringsPart), PART) ?? [];
    expect(strings.length).toBeGreaterThan(100);
    const ways = sheets.map(({ part }) =>
      readPlainSheet(bytesOf(part), part, { strings, numberFormats: [] }),
    );
    expect(ways.map((content) => content !== undefined)).toEqual(Array(14).fill(true));
  },
);

describe("what only looks like the rows of a sheet is left to the strict way", () => {
  const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const rows = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';
  test.each([
    ["in a comment", `<worksheet xmlns="${MAIN}"><!-- ${rows} --><sheetData/></worksheet>`],
    ["in a comment, with true rows behind", `<worksheet xmlns="${MAIN}"><!-- ${rows} -->${rows}</worksheet>`],
    ["in CDATA", `<worksheet xmlns="${MAIN}"><a><![CDATA[${rows}]]></a></worksheet>`],
    ["in an instruction", `<worksheet xmlns="${MAIN}"><?a ${rows} ?></worksheet>`],
    ["twice", `<worksheet xmlns="${MAIN}">${rows}${rows}</worksheet>`],
    ["in another namespace", `<worksheet xmlns="urn:other">${rows}</worksheet>`],
    ["deeper", `<worksheet xmlns="${MAIN}"><a>${rows}</a></worksheet>`],
    ["as root", rows.replace("<sheetData>", `<sheetData xmlns="${MAIN}">`)],
    [
      "after a cell that stands outside",
      `<worksheet xmlns="${MAIN}"><c r="B2"><v>1</v></c>${rows}</worksheet>`,
    ],
    ["behind the end of the document", `<worksheet xmlns="${MAIN}"/>${rows}`],
    ["in UTF-16", `\uFEFF<worksheet xmlns="${MAIN}">${rows}</worksheet>`],
  ])("%s", (where, text) => {
    const bytes = where === "in UTF-16" ? new Uint8Array(Buffer.from(text, "utf16le")) : encode(text);
    expect(sheetAgrees(bytes)).toBe(false);
  });
});
