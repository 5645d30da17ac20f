import { applyEdits, removeReport } from "../../../src/xlsx/patch/applyEdits";
import { readWorkbookPart } from "../../../src/xlsx/package/workbookPart";
import { openPackage } from "../../../src/xlsx/package/openPackage";
import {
  crossMark,
  mark,
  MAIN,
  partsOf,
  removalsOf,
  report,
  sheetXml,
  STYLES,
  workbookParts,
  zipParts,
  expectSameFile,
} from "./workbooks";

const SHEET2 = "xl/worksheets/sheet2.xml";
const WORKBOOK = "xl/workbook.xml";
const STYLES_PART = "xl/styles.xml";
const REPORT = "xl/worksheets/sheet3.xml";
const STRICT = "http://purl.oclc.org/ooxml";

const sheetNames = (bytes: Uint8Array) => readWorkbookPart(openPackage(bytes)).sheets.map(({ name }) => name);
const strict = (text: string) =>
  text
    .replaceAll("http://schemas.openxmlformats.org/spreadsheetml/2006/main", `${STRICT}/spreadsheetml/main`)
    .replaceAll("http://schemas.openxmlformats.org/officeDocument/2006", `${STRICT}/officeDocument`);

const plain = workbookParts();
// Cells of a workbook without formats name none.
const withoutFormats = workbookParts({
  "xl/worksheets/sheet1.xml": plain["xl/worksheets/sheet1.xml"]!.replaceAll(' s="1"', ""),
  [SHEET2]: plain[SHEET2]!.replaceAll(' s="1"', ""),
});
const withoutStyles = { ...withoutFormats };
delete withoutStyles[STYLES_PART];
withoutStyles["xl/_rels/workbook.xml.rels"] = plain["xl/_rels/workbook.xml.rels"]!.replace(
  /<Relationship Id="rId3"[^>]*>/,
  "",
);

const SHAPES: readonly [string, Record<string, string>][] = [
  ["a plain workbook", plain],
  ["a workbook without styles", withoutStyles],
  [
    "a workbook whose styles part is empty",
    { ...withoutFormats, [STYLES_PART]: `<styleSheet xmlns="${MAIN}" />` },
  ],
  [
    "a workbook with prefixes",
    workbookParts({
      [STYLES_PART]: STYLES.replace(/<(\/?)(?=\w)/g, "<$1s:").replace("xmlns=", "xmlns:s="),
      [WORKBOOK]: plain[WORKBOOK]!.replace(/<(\/?)(?=\w)/g, "<$1b:").replace("xmlns=", "xmlns:b="),
    }),
  ],
  [
    "a strict workbook",
    Object.fromEntries(Object.entries(plain).map(([name, text]) => [name, strict(text)])),
  ],
];

describe.each(SHAPES)("in %s", (_, before) => {
  const file = zipParts(before);

  test("the report is the last sheet, and removing it gives back every part", () => {
    const written = applyEdits(file, [report()]);
    expect(sheetNames(written)).toEqual(["表1", "表6", "校验报告"]);
    expect(partsOf(removeReport(written))).toEqual(before);
  });

  test("a new report takes the place of the earlier one, with marks or without", () => {
    const edits = [mark(), crossMark(), report()];
    const once = applyEdits(file, edits);
    expectSameFile(applyEdits(once, edits), once);
    expectSameFile(
      applyEdits(applyEdits(file, [mark(), crossMark(), report({ rows: [] })]), [report()]),
      once,
    );
  });

  test("clearing marks and report gives back every part, in either order", () => {
    const once = applyEdits(file, [mark(), crossMark(), report()]);
    const cleared = applyEdits(once, removalsOf(once, "表6", SHEET2));
    expect(sheetNames(cleared)).toContain("校验报告");
    expect(partsOf(removeReport(cleared))).toEqual(before);
    const withoutReport = removeReport(once);
    expect(partsOf(applyEdits(withoutReport, removalsOf(withoutReport, "表6", SHEET2)))).toEqual(before);
  });
});

describe("the report sheet", () => {
  const written = partsOf(applyEdits(zipParts(plain), [report()]));

  test("is known to the workbook: relationship, content type, an unused sheet number", () => {
    expect(written[WORKBOOK]).toContain(
      `<sheet name="校验报告" sheetId="8" r:id="rIdGoujiReport"/></sheets>`,
    );
    expect(written["xl/_rels/workbook.xml.rels"]).toContain(
      `Target="worksheets/sheet3.xml"/></Relationships>`,
    );
    expect(written["[Content_Types].xml"]).toContain(
      `<Override PartName="/${REPORT}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
    );
  });

  test("holds texts only, whatever they look like, and links into the workbook", () => {
    expect(written[REPORT]).toContain(`t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>`);
    expect(written[REPORT]).toContain("≠ 725.78 &amp; &lt;差 1,164.39&gt;");
    expect(written[REPORT]).toContain(`<hyperlink ref="A3" location="'表6'!A1"/>`);
    expect(written[REPORT]).toContain(`<col min="2" max="2" width="60" customWidth="1"/>`);
    expect(written[REPORT]).not.toMatch(/<f>|<v>/);
  });

  test("has lines around the cells of its tables, none around sentences, and numbers its pages", () => {
    const formatOf = (style: "text" | "title") => {
      const xml = partsOf(
        applyEdits(zipParts(plain), [report({ columnWidths: [9], rows: [[{ text: "表6", style }]] })]),
      );
      const format = Number(/<c r="A1" s="(\d+)"/.exec(xml[REPORT] ?? "")?.[1]);
      const formats = /<cellXfs[^>]*>(.*)<\/cellXfs>/s
        .exec(xml[STYLES_PART] ?? "")?.[1]
        ?.match(/<xf [^>]*>/g);
      return formats?.[format];
    };
    expect(formatOf("text")).toContain('borderId="1"');
    expect(formatOf("title")).toContain('borderId="0"');
    expect(written[STYLES_PART]).toContain(
      '<borders count="2"><border/><border><left style="thin"><color rgb="FFBFBFBF"/></left>',
    );
    expect(written[REPORT]).toContain("<oddFooter>&amp;C&amp;P / &amp;N</oddFooter>");
  });

  test("makes a row as high as the text needs at the width of its column", () => {
    const long = { text: "总计等于基本支出加项目支出".repeat(2), style: "error" } as const;
    const rows = [[{ text: "校验报告", style: "title" }], [{ text: "表6", style: "text" }, long]] as const;
    const xml = partsOf(applyEdits(zipParts(plain), [report({ columnWidths: [10, 21], rows })]))[REPORT];
    expect(xml).toContain('<row r="1" ht="24" customHeight="1">');
    // 26 characters at 2 each are 52, in lines of 20.
    expect(xml).toContain('<row r="2" ht="49.5" customHeight="1">');
  });

  test("adds its fonts, fills and formats behind the workbook's, in the workbook's own font", () => {
    expect(written[STYLES_PART]).toContain(
      `<font><b/><sz val="16"/><name val="宋体"/><charset val="134"/></font>`,
    );
    expect(written[STYLES_PART]).toContain('<cellXfs count="11">');
    expect(written[STYLES_PART]).toContain('<fonts count="10">');
    expect(written[STYLES_PART]).toContain('<fills count="5">');
  });

  test("gets a number behind its name when a sheet of the user's has it already", () => {
    const parts = workbookParts({ [WORKBOOK]: plain[WORKBOOK]!.replace("表1", "校验报告") });
    const once = applyEdits(zipParts(parts), [report()]);
    expect(sheetNames(once)).toEqual(["校验报告", "表6", "校验报告 (2)"]);
    expect(partsOf(removeReport(once))).toEqual(parts);
  });

  test("is found again after Excel has renamed its part, moved it to the front and named its print area", () => {
    const { [REPORT]: sheet = "", ...rest } = written;
    const moved = {
      ...rest,
      "xl/worksheets/report.xml": sheet,
      "xl/worksheets/_rels/report.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>`,
      "xl/_rels/workbook.xml.rels": rest["xl/_rels/workbook.xml.rels"]!.replace("sheet3.xml", "report.xml"),
      "[Content_Types].xml": rest["[Content_Types].xml"]!.replace("sheet3.xml", "report.xml"),
      [WORKBOOK]: rest[WORKBOOK]!.replace(/(<sheets>)(.*)(<sheet name="校验报告"[^>]*>)/, "$1$3$2")
        .replace('activeTab="1"', 'activeTab="2" firstSheet="0"')
        .replace(
          "</sheets>",
          `</sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">校验报告!$A$1</definedName>` +
            `<definedName name="_xlnm.Print_Area" localSheetId="2">表6!$A$1</definedName></definedNames>`,
        ),
    };
    const cleared = partsOf(removeReport(zipParts(moved)));
    expect(Object.keys(cleared).sort()).toEqual(Object.keys(plain).sort());
    expect(cleared[WORKBOOK]).toContain('<workbookView activeTab="1" firstSheet="0"/>');
    expect(cleared[WORKBOOK]).toContain(
      `<definedNames><definedName name="_xlnm.Print_Area" localSheetId="1">表6!$A$1</definedName></definedNames>`,
    );
  });

  test.each([
    ["the visible sheet before it", 'name="表1" state="hidden"', '"1"'],
    ["the nearest visible one when that is hidden", 'name="表6" state="hidden"', '"0"'],
  ])("hands the active tab to %s", (_, hidden, tab) => {
    const list = written[WORKBOOK]!.replace('activeTab="1"', 'activeTab="2"').replace(
      hidden.split(" state")[0]!,
      hidden,
    );
    const cleared = partsOf(removeReport(zipParts({ ...written, [WORKBOOK]: list })));
    expect(cleared[WORKBOOK]).toContain(`<workbookView activeTab=${tab}/>`);
  });

  test("hands the active tab to the sheet behind it when none before it is visible", () => {
    const list = written[WORKBOOK]!.replace(/(<sheets>)(.*)(<sheet name="校验报告"[^>]*>)/, "$1$3$2")
      .replace('activeTab="1"', 'activeTab="0"')
      .replace('name="表1"', 'name="表1" state="hidden"');
    const cleared = partsOf(removeReport(zipParts({ ...written, [WORKBOOK]: list })));
    expect(cleared[WORKBOOK]).toContain('<workbookView activeTab="1"/>');
  });

  test("takes names that the workbook does not use yet", () => {
    const parts = workbookParts({
      "xl/worksheets/sheet3.xml": sheetXml(),
      "xl/_rels/workbook.xml.rels": plain["xl/_rels/workbook.xml.rels"]!.replace("rId3", "rIdGoujiReport"),
    });
    const once = applyEdits(zipParts(parts), [report()]);
    expect(partsOf(once)[WORKBOOK]).toContain('r:id="rIdGoujiReport2"');
    expect(partsOf(once)["xl/worksheets/sheet4.xml"]).toContain("校验报告");
    expect(partsOf(removeReport(once))).toEqual(parts);
  });

  test("keeps its formats in the workbook when a cell of another sheet has come to use one", () => {
    const copied = { ...written, [SHEET2]: written[SHEET2]!.replace('s="1"', 's="5"') };
    const cleared = partsOf(removeReport(zipParts(copied)));
    expect(cleared[REPORT]).toBeUndefined();
    expect(cleared[STYLES_PART]).toBe(written[STYLES_PART]);
  });

  test("stays when it is the only visible sheet left, since such a workbook could not be opened", () => {
    const hidden = {
      ...written,
      [WORKBOOK]: written[WORKBOOK]!.replace(/(name="表\d")/g, '$1 state="hidden"'),
    };
    const file = zipParts(hidden);
    expect(removeReport(file)).toBe(file);
  });

  test("is nothing to remove from a workbook without one", () => {
    const file = zipParts(plain);
    expect(removeReport(file)).toBe(file);
  });
});
