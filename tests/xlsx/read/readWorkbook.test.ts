import ExcelJS from "exceljs";
import { applyEdits } from "../../../src/xlsx/patch/applyEdits";
import { readWorkbook } from "../../../src/xlsx/read/readWorkbook";
import { MAIN, mark, partsOf, report, sheetXml, workbookParts, zipParts } from "../patch/workbooks";
import { cell, contents, readParts, readRows, sheetOf } from "./sheets";

const STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

describe("a workbook that exceljs wrote", () => {
  const open = async (build: (book: ExcelJS.Workbook) => void) => {
    const book = new ExcelJS.Workbook();
    build(book);
    return readWorkbook(new Uint8Array(await book.xlsx.writeBuffer()), "预算.xlsx");
  };

  test("gives values, formulas and number formats back", async () => {
    const workbook = await open((book) => {
      const sheet = book.addWorksheet("表6");
      sheet.getCell("A1").value = "功能科目";
      sheet.getCell("B1").value = {
        richText: [{ text: "总计" }, { text: "（万元）", font: { bold: true } }],
      };
      sheet.getCell("C1").value = true;
      sheet.getCell("D1").value = { error: "#REF!" };
      sheet.getCell("A2").value = 1890.17;
      sheet.getCell("A2").numFmt = "#,##0.00_ ";
      sheet.getCell("B2").value = { formula: "A2*2", result: 3780.34 };
      sheet.getCell("C2").value = { formula: "A2*3" };
      sheet.getCell("D2").value = new Date(Date.UTC(2020, 1, 1));
      const shared = { formula: "A2+1", result: 1891.17, shareType: "shared", ref: "A4:A5" };
      sheet.getCell("A4").value = shared;
      sheet.getCell("A5").value = { sharedFormula: "A4", result: 5 };
      sheet.mergeCells("A7:C8");
      sheet.getCell("A7").value = "合并";
    });
    const sheet = sheetOf(workbook, "表6");
    const format = "General";
    expect(cell(sheet, "A1")).toEqual({ value: "功能科目", numberFormat: format });
    expect(cell(sheet, "B1")).toEqual({ value: "总计（万元）", numberFormat: format });
    expect(cell(sheet, "C1")).toEqual({ value: true, numberFormat: format });
    expect(cell(sheet, "D1")).toEqual({ value: { error: "#REF!" }, numberFormat: format });
    expect(cell(sheet, "A2")).toEqual({ value: 1890.17, numberFormat: "#,##0.00_ " });
    expect(cell(sheet, "B2")).toEqual({ value: 3780.34, formula: "=A2*2", numberFormat: format });
    expect(cell(sheet, "C2")).toMatchObject({ value: { error: "#NOT_CALCULATED" }, formula: "=A2*3" });
    expect(cell(sheet, "D2")).toMatchObject({ value: 43862 });
    expect(cell(sheet, "A5")).toMatchObject({ value: 5, formula: "=A3+1" });
    expect(contents(sheet).filter(([row]) => row >= 6)).toEqual([[6, 0, "合并"]]);
  });

  test("tells which sheets are hidden and which protected", async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet("可见").getCell("A1").value = 1;
    book.addWorksheet("隐藏", { state: "hidden" }).getCell("A1").value = 2;
    book.addWorksheet("深藏", { state: "veryHidden" }).getCell("A1").value = 3;
    await book.addWorksheet("受保护").protect("", {});
    const { sheets } = readWorkbook(new Uint8Array(await book.xlsx.writeBuffer()), "预算.xlsx");
    expect(sheets.map(({ name, isHidden, isProtected }) => [name, isHidden, isProtected])).toEqual([
      ["可见", false, false],
      ["隐藏", true, false],
      ["深藏", true, false],
      ["受保护", false, true],
    ]);
  });
});

describe("the same workbook written in another way reads the same", () => {
  const plainParts = workbookParts();
  const expected = readWorkbook(zipParts(plainParts), "预算.xlsx");
  const read = (parts: Record<string, string>) => readWorkbook(zipParts(parts), "预算.xlsx");

  test("as a whole: two sheets with two amounts each", () => {
    expect(expected.sheets.map((sheet) => [sheet.name, contents(sheet)])).toEqual([
      [
        "表1",
        [
          [0, 0, 1890.17],
          [0, 1, 725.78],
        ],
      ],
      [
        "表6",
        [
          [0, 0, 1890.17],
          [0, 1, 725.78],
        ],
      ],
    ]);
  });

  test("with a prefix before every element", () => {
    const prefixed = (xml: string) =>
      xml.replace(`xmlns="${MAIN}"`, `xmlns:x="${MAIN}"`).replace(/<(\/?)(?=[a-zA-Z])/g, "<$1x:");
    const parts = Object.entries(plainParts).map(([name, xml]) =>
      name.startsWith("xl/") && !name.endsWith(".rels") ? [name, prefixed(xml)] : [name, xml],
    );
    expect(read(Object.fromEntries(parts))).toEqual(expected);
  });

  test("in the strict namespaces", () => {
    const parts = Object.entries(plainParts).map(([name, xml]) => [
      name,
      xml
        .replaceAll(MAIN, STRICT)
        .replaceAll(RELATIONSHIPS, "http://purl.oclc.org/ooxml/officeDocument/relationships"),
    ]);
    expect(read(Object.fromEntries(parts))).toEqual(expected);
  });

  test("with absolute targets, other folders and capital letters in the names of parts", () => {
    const { "xl/worksheets/sheet1.xml": sheet = "", ...others } = plainParts;
    const rels = "xl/_rels/workbook.xml.rels";
    const renamed = {
      ...others,
      "XL/Tables/Budget%20One.xml": sheet,
      [rels]: (others[rels] ?? "").replace("worksheets/sheet1.xml", "/xl/tables/Budget%20One.xml"),
    };
    expect(read(renamed)).toEqual(expected);
  });

  test("with a byte order mark before the XML", () => {
    const parts = Object.entries(plainParts).map(([name, xml]) => [name, `\ufeff${xml}`]);
    expect(read(Object.fromEntries(parts))).toEqual(expected);
  });

  test("with elements and attributes of other programs among its own", () => {
    const foreign =
      '<o:note xmlns:o="urn:other"><o:c r="Z9"><o:v>9</o:v></o:c></o:note>' +
      '<extLst><ext uri="{x}" xmlns:n="urn:n"><n:row r="7"/></ext></extLst>';
    const parts = { ...plainParts, "xl/worksheets/sheet1.xml": sheetXml(foreign) };
    expect(read(parts)).toEqual(expected);
  });
});

test("chart sheets are left out and the worksheets behind them kept", () => {
  const rels = "xl/_rels/workbook.xml.rels";
  const workbook = readParts({
    [rels]: (workbookParts()[rels] ?? "").replace(
      `${RELATIONSHIPS}/worksheet" Target="worksheets/sheet1.xml`,
      `${RELATIONSHIPS}/chartsheet" Target="chartsheets/sheet1.xml`,
    ),
    "xl/chartsheets/sheet1.xml": `<chartsheet xmlns="${MAIN}"/>`,
  });
  expect(workbook.sheets.map(({ name }) => name)).toEqual(["表6"]);
});

test("a sheet's name is given as the user reads it", () => {
  const part = "xl/workbook.xml";
  const renamed = (workbookParts()[part] ?? "").replace('name="表1"', 'name="收入 &amp; 支出_x005F_x0041_"');
  expect(readParts({ [part]: renamed }).sheets[0]?.name).toBe("收入 & 支出_x0041_");
});

describe("what this product has put into a file", () => {
  const original = zipParts(workbookParts());

  test("marks are listed, formats of others are not", () => {
    const other = `<conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>A1&gt;0</formula></cfRule></conditionalFormatting>`;
    const bytes = zipParts(workbookParts({ "xl/worksheets/sheet2.xml": sheetXml(other) }));
    const marked = applyEdits(bytes, [mark(), mark({ column: 1 })]);
    const { sheets } = readWorkbook(marked, "预算.xlsx");
    expect(sheets.map(({ name, marks }) => [name, marks])).toEqual([
      ["表1", []],
      [
        "表6",
        [
          { id: "mark1", kind: "format" },
          { id: "mark2", kind: "format" },
        ],
      ],
    ]);
    expect(sheets.map(contents)).toEqual(readWorkbook(bytes, "预算.xlsx").sheets.map(contents));
  });

  test("the report sheet is left out, whatever its tab is called by now", () => {
    const reported = applyEdits(original, [report()]);
    expect(partsOf(reported)["xl/workbook.xml"]).toContain("校验报告");
    expect(readWorkbook(reported, "预算.xlsx")).toEqual(readWorkbook(original, "预算.xlsx"));
    const parts = partsOf(reported);
    const renamed = (parts["xl/workbook.xml"] ?? "").replace("校验报告", "检查结果");
    expect(readWorkbook(zipParts({ ...parts, "xl/workbook.xml": renamed }), "预算.xlsx").sheets).toHaveLength(
      2,
    );
  });

  test("a sheet of the user's that only bears the report's name is read", () => {
    const part = "xl/workbook.xml";
    const named = (workbookParts()[part] ?? "").replace('name="表1"', 'name="校验报告"');
    expect(readParts({ [part]: named }).sheets.map(({ name }) => name)).toEqual(["校验报告", "表6"]);
  });
});

describe("a sheet filled from one corner to the other", () => {
  const corners =
    '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>';

  test("is named as unreadable with its range; the others are read", () => {
    const workbook = readParts({
      "xl/worksheets/sheet1.xml": `<worksheet xmlns="${MAIN}"><sheetData>${corners}</sheetData></worksheet>`,
    });
    expect(workbook.sheets).toMatchObject([
      { name: "表1", rows: new Map(), unreadable: { reason: "tooLarge", usedRange: "A1:XFD1048576" } },
      { name: "表6" },
    ]);
    expect(contents(sheetOf(workbook, "表6"))).toHaveLength(2);
    expect(sheetOf(workbook, "表6").unreadable).toBeUndefined();
  });

  test("is counted by its filled cells: formatted blank ones do not make it large", () => {
    const blank = corners.replace("<v>2</v>", "");
    expect(contents(readRows(blank))).toEqual([[0, 0, 1]]);
  });

  test("is read up to five million cells", () => {
    const column = (last: string) =>
      `<row r="1"><c r="A1"><v>1</v></c></row><row r="1000000"><c r="${last}"><v>2</v></c></row>`;
    expect(readRows(column("E1000000")).unreadable).toBeUndefined();
    expect(readRows(column("F1000000")).unreadable).toEqual({ reason: "tooLarge", usedRange: "A1:F1000000" });
  });
});
