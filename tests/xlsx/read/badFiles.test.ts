import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { WorkbookFileError } from "../../../src/xlsx/fileError";
import { readWorkbook } from "../../../src/xlsx/read/readWorkbook";
import { workbookParts, zipParts } from "../patch/workbooks";
import type { Parts } from "../patch/workbooks";
import { FIELD, oleFile, withDirectory } from "../zip/archives";

const file = new Uint8Array(readFileSync(join(__dirname, "../../fixtures/baiyun-2020.xlsx")));

/** The code of the error with which a file is refused. */
function refusal(bytes: Uint8Array): string {
  try {
    readWorkbook(bytes, "a.xlsx");
  } catch (error) {
    if (error instanceof WorkbookFileError) return error.code;
    throw error;
  }
  return "read";
}

const parts = (replaced: Parts) => zipParts(workbookParts(replaced));

describe("a file that is no workbook is refused for what it is", () => {
  test.each<[string, string, Uint8Array]>([
    ["no bytes", "file.empty", new Uint8Array(0)],
    ["one byte", "file.notZip", strToU8("P")],
    ["a text", "file.notZip", strToU8("科目编码,科目名称,总计\n".repeat(10))],
    ["a web page named .xlsx", "file.notZip", strToU8("<html><table><tr><td>1</td></tr></table></html>")],
    ["zeros", "file.notZip", new Uint8Array(100_000)],
    ["an .xlsx with a password", "file.encrypted", oleFile("EncryptionInfo", "EncryptedPackage")],
    ["an .xls", "file.legacyXls", oleFile("Workbook", "SummaryInformation")],
    ["an .xls of Excel 5", "file.legacyXls", oleFile("Book")],
    ["a .doc", "file.notZip", oleFile("WordDocument")],
    ["an OLE file cut off behind its signature", "file.notZip", oleFile().slice(0, 8)],
    [
      "a zip with a password",
      "file.encrypted",
      withDirectory(file, "xl/workbook.xml", (record) => record.setUint16(FIELD.flags, 1, true)),
    ],
    ["an empty zip", "file.notWorkbook", zipSync({})],
    ["a zip of pictures", "file.notWorkbook", zipSync({ "1.png": strToU8("1"), "2.png": strToU8("2") })],
    [
      "an .ods",
      "file.notWorkbook",
      zipParts({ mimetype: "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>" }),
    ],
    [
      "an .xlsb",
      "file.notWorkbook",
      parts({
        "_rels/.rels": (workbookParts()["_rels/.rels"] ?? "").replace("workbook.xml", "workbook.bin"),
      }),
    ],
    ["a .docx", "file.notWorkbook", parts({ "xl/workbook.xml": '<w:document xmlns:w="urn:word"/>' })],
    [
      "a workbook of chart sheets only",
      "file.notWorkbook",
      parts({
        "xl/_rels/workbook.xml.rels": (workbookParts()["xl/_rels/workbook.xml.rels"] ?? "").replaceAll(
          "relationships/worksheet",
          "relationships/chartsheet",
        ),
      }),
    ],
  ])("%s: %s", (_, code, bytes) => {
    expect(refusal(bytes)).toBe(code);
  });
});

describe("a damaged workbook is refused", () => {
  test("cut off anywhere, it is told to be incomplete", () => {
    for (const share of [0.001, 0.1, 0.5, 0.9, 0.999]) {
      expect(refusal(file.subarray(0, Math.floor(file.length * share)))).toBe("file.truncated");
    }
    expect(refusal(file.subarray(0, file.length - 1))).toBe("file.truncated");
  });

  test("whichever byte is changed, it is read or refused with a code, and never fails otherwise", () => {
    const small = zipParts(workbookParts());
    const outcomes = new Set<string>();
    for (let at = 0; at < small.length; at += 5) {
      const changed = small.slice();
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      outcomes.add(refusal(changed));
    }
    expect([...outcomes].sort()).toEqual(expect.arrayContaining(["file.damaged", "read"]));
  });

  test("its text is not UTF-8", () => {
    expect(refusal(zipWith({ "xl/workbook.xml": Uint8Array.of(0x3c, 0xc8, 0xd5, 0x3e) }))).toBe(
      "file.damaged",
    );
  });
});

describe("a file made to exhaust memory or time is refused", () => {
  test("by the sizes it declares", () => {
    const bytes = withDirectory(file, "xl/worksheets/sheet1.xml", (record) =>
      record.setUint32(FIELD.size, 0xfffffffe, true),
    );
    expect(refusal(bytes)).toBe("file.bomb");
  });

  test("by what comes out of it, though it declares little", () => {
    const sheet = "xl/worksheets/sheet1.xml";
    const bytes = zipWith({ [sheet]: strToU8(" ".repeat(70_000_000)) });
    expect(refusal(bytes)).toBe("file.bomb");
    const lying = withDirectory(bytes, sheet, (record) => record.setUint32(FIELD.size, 1000, true));
    expect(refusal(lying)).toBe("file.bomb");
  });

  test("by entities that multiply: a document type defines none", () => {
    const dtd =
      '<!DOCTYPE a [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>';
    for (const entity of ["a", "b", "f"]) {
      const sheet = `<?xml version="1.0"?>${dtd}<worksheet>&${entity};</worksheet>`;
      expect(refusal(parts({ "xl/worksheets/sheet1.xml": sheet }))).toBe("file.damaged");
    }
  });

  test("by elements that nest or namespaces that pile up without end", () => {
    expect(refusal(parts({ "xl/worksheets/sheet1.xml": "<a>".repeat(1_000_000) }))).toBe("file.damaged");
    const names = Array.from({ length: 10_000 }, (_, index) => `xmlns:n${index}="urn:${index}"`).join(" ");
    expect(refusal(parts({ "xl/worksheets/sheet1.xml": `<worksheet ${names}/>` }))).toBe("file.damaged");
  });
});

/** The hand-made workbook with some parts given as bytes. */
function zipWith(replaced: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const texts = Object.entries(workbookParts()).map(([name, text]) => [name, strToU8(text)]);
  return zipSync({ ...Object.fromEntries(texts), ...replaced }, { level: 1 });
}
